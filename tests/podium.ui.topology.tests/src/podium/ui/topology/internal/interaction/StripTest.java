// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.ui.drag.DragSession;
import podium.ui.label.SameClusters;
import podium.ui.label.WaitingJobs;
import podium.ui.selection.FleetSelection;
import podium.ui.toolkit.Icons;
import podium.ui.toolkit.NamedBounds;
import podium.ui.toolkit.Palette;
import podium.ui.toolkit.Theme;
import podium.ui.topology.internal.model.Highlights;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.testing.Displays;
import podium.ui.topology.internal.testing.Fleets;

/** The strip of waiting jobs. */
class StripTest {
    private final Fleets fleets = Fleets.aiFactory();
    private final List<Job> waiting = new WaitingJobs(fleets.fleet(), new SameClusters(_ -> "")).all();
    private final FleetSelection selection = new FleetSelection();
    private final Map<Job, String> why = new HashMap<>();
    private int listed;
    private Shell shell;
    private WaitingJobsBar toolbar;
    private Canvas canvas;

    @BeforeEach
    void open() {
        Display display = Displays.needed();
        shell = new Shell(display, SWT.NO_TRIM);
        Palette palette = new Palette(true);
        toolbar = new WaitingJobsBar(
                shell,
                new Theme(palette, new Icons(display, palette)),
                new DragSession(),
                new CanvasSelection(new TopologyModel(fleets.fleet()), new Highlights(), selection),
                job -> Optional.ofNullable(why.get(job)),
                () -> listed++);
        canvas = toolbar.control();
        canvas.setBounds(0, 0, 520, 26);
        toolbar.show(new WaitingJobs(fleets.fleet(), new SameClusters(_ -> "")));
        paint();
    }

    @AfterEach
    void close() {
        if (shell != null) {
            shell.dispose();
        }
    }

    @Test
    void everyJobThatHasRoomIsAChipInsideTheStrip() {
        Map<String, Rectangle> places = places();
        assertFalse(places.isEmpty());
        assertTrue(places.size() < waiting.size(), "520 pixels are too few for all");
        places.values().forEach(place -> assertTrue(place.x >= 0 && place.x + place.width <= 520));
    }

    @Test
    void moreRoomShowsMoreJobs() {
        int before = places().size();
        canvas.setSize(2400, 26);
        paint();
        assertTrue(places().size() > before);
        assertEquals(waiting.size(), places().size());
    }

    @Test
    void inANarrowStripTheFirstJobIsNamedAllTheSameAndHowManyThereAre() {
        canvas.setSize(265, 26);
        paint();
        assertEquals(List.of("waiting " + waiting.getFirst().getName()), List.copyOf(places().keySet()));
        Rectangle at = places().values().iterator().next();
        assertTrue(at.x + at.width < 265 - 60, "and there is room for how many there are");
        canvas.setSize(140, 26);
        paint();
        assertTrue(places().isEmpty());
        ChipOrder order = new ChipOrder();
        order.show(waiting);
        assertEquals("6 in Jobs", order.more());
    }

    /** Jobs counts those too that wait for no GPU, and had one more in the same picture. */
    @Test
    void theStripSaysWhatItsJobsWaitForWhereThereIsRoom() {
        assertEquals("Waiting for GPUs", WaitingJobsBar.head(4 * 16, String::length));
        assertEquals("Waiting", WaitingJobsBar.head(4 * 16 - 1, String::length));
    }

    @Test
    void whatIsSaidOfTheOthersIsNotCutOff() {
        canvas.setSize(4000, 26);
        paint();
        Rectangle last = places().get("waiting " + waiting.getLast().getName());
        for (int width = last.x + 60; width < last.x + last.width; width++) {
            canvas.setSize(width, 26);
            paint();
            Rectangle shown = List.copyOf(places().values()).getLast();
            assertTrue(shown.x + shown.width + words("6 in Jobs") <= width, "at " + width);
        }
    }

    private int words(String text) {
        GC gc = new GC(canvas);
        try {
            return gc.textExtent(text).x;
        } finally {
            gc.dispose();
        }
    }

    @Test
    void whatIsSaidOfTheOthersListsThemAllAndTellsTheirStatesAsJobsDoes() {
        waiting.getLast().setState(JobState.HELD);
        canvas.setSize(265, 26);
        paint();
        Event event = new Event();
        event.button = 1;
        for (int x : new int[] {1, 260}) {
            event.x = x;
            canvas.notifyListeners(SWT.MouseDown, event);
            canvas.notifyListeners(SWT.MouseUp, event);
            assertEquals(x == 260 ? 1 : 0, listed);
        }
        canvas.notifyListeners(SWT.MouseMove, event);
        assertEquals(
                "Jobs that wait for GPUs: 1 held, 5 waiting.\nA click on \"in Jobs\" lists them there.",
                canvas.getToolTipText());
        canvas.setSize(4000, 26);
        paint();
        event.x = 3990;
        canvas.notifyListeners(SWT.MouseDown, event);
        canvas.notifyListeners(SWT.MouseUp, event);
        assertEquals(1, listed, "all are there");
    }

    @Test
    void clickingAChipSelectsItsJob() {
        Job job = waiting.getFirst();
        Rectangle at = places().get("waiting " + job.getName());
        Event event = new Event();
        event.button = 1;
        event.x = at.x + 5;
        event.y = 10;
        canvas.notifyListeners(SWT.MouseDown, event);
        canvas.notifyListeners(SWT.MouseUp, event);
        assertEquals(List.of(job), selection.get());
    }

    @Test
    void arrowsAndEnterSelectAJob() {
        key(SWT.ARROW_RIGHT);
        key(SWT.CR);
        assertEquals(List.of(waiting.get(1)), selection.get());
        key(SWT.ARROW_LEFT);
        key(SWT.ARROW_LEFT);
        key(SWT.CR);
        assertEquals(List.of(waiting.get(0)), selection.get());
    }

    @Test
    void aChipTellsWhatTheJobWants() {
        Rectangle at = places().get("waiting " + waiting.getFirst().getName());
        Event event = new Event();
        event.x = at.x + 5;
        canvas.notifyListeners(SWT.MouseMove, event);
        String tip = canvas.getToolTipText();
        assertTrue(tip.contains(waiting.getFirst().getName()) && tip.contains("GPU"), tip);
        why.put(waiting.getFirst(), "room for 3 of its 16 tasks");
        canvas.notifyListeners(SWT.MouseExit, new Event());
        canvas.notifyListeners(SWT.MouseMove, event);
        assertTrue(canvas.getToolTipText().contains("room for 3 of its 16 tasks"), canvas.getToolTipText());
    }

    @Test
    void noChipMovesUnderThePointer() {
        Map<String, Rectangle> before = places();
        canvas.notifyListeners(SWT.MouseEnter, new Event());
        waiting.getFirst().setState(JobState.RUNNING);
        Job urgent = fleets.job(waiting.getFirst().getCluster(), "urgent", JobState.WAITING, 1, 8);
        urgent.setPriority(1_000_000);
        toolbar.show(new WaitingJobs(fleets.fleet(), new SameClusters(_ -> "")));
        paint();
        Map<String, Rectangle> now = places();
        String started = "waiting " + waiting.getFirst().getName();
        assertFalse(now.containsKey(started), "what waits no more cannot be picked up");
        before.forEach((name, place) -> assertTrue(name.equals(started) || place.equals(now.get(name)), name));
        assertFalse(now.containsKey("waiting urgent"), "there is no room behind");
        canvas.notifyListeners(SWT.MouseExit, new Event());
        paint();
        assertEquals("waiting urgent", places().keySet().iterator().next(), "the most urgent one is the first again");
    }

    @Test
    void withoutWaitingJobsThereIsNoChipAndNothingToSelect() {
        toolbar.show(new WaitingJobs(Fleets.edge().fleet(), new SameClusters(_ -> "")));
        paint();
        assertTrue(places().isEmpty());
        key(SWT.CR);
        assertTrue(selection.get().isEmpty());
    }

    private void paint() {
        Image image = new Image(shell.getDisplay(), Math.max(1, canvas.getSize().x), 26);
        Event event = new Event();
        event.gc = new GC(image);
        canvas.notifyListeners(SWT.Paint, event);
        event.gc.dispose();
        image.dispose();
    }

    private void key(int code) {
        Event event = new Event();
        event.keyCode = code;
        canvas.notifyListeners(SWT.KeyDown, event);
    }

    private Map<String, Rectangle> places() {
        return ((NamedBounds) canvas.getData(NamedBounds.KEY)).places();
    }
}
