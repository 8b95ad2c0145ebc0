// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.e4.ui.model.application.ui.basic.MBasicFactory;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.placement.Subject;
import podium.placement.Target;
import podium.ui.toolkit.Icons;
import podium.ui.toolkit.Menus;
import podium.ui.toolkit.NamedBounds;
import podium.ui.toolkit.Palette;
import podium.ui.toolkit.PartToolbar;
import podium.ui.toolkit.Theme;
import podium.ui.topology.internal.colour.ColourBy;
import podium.ui.topology.internal.interaction.BottomRowLayout;
import podium.ui.topology.internal.testing.DesktopDrag;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.Flows;
import podium.ui.topology.internal.testing.PartFixture;

/** The whole part over fakes, driven by events as the toolkit sends them. */
class TopologyPartTest {
    private final Fleets fleets = Fleets.aiFactory();
    private final Cluster cluster = fleets.fleet().getClusters().getFirst();
    private final PartFixture fixture = PartFixture.open(fleets, 900, 600);
    private final Canvas canvas = fixture.canvas();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void clickingANodeSelectsItForAllParts() {
        fixture.click("gpu-a2-3", 0);
        assertEquals(List.of(fleets.findNode("gpu-a2-3")), fixture.selection().get());
        fixture.click("gpu-a2-4", SWT.MOD1);
        assertEquals(2, fixture.selection().get().size());
    }

    @Test
    void theWheelZoomsAtThePointerAndZeroFitsAgain() {
        Rectangle before = place("gpu-a2-3");
        Event wheel = event(before.x + 10, before.y + 10);
        wheel.count = 3;
        canvas.notifyListeners(SWT.MouseWheel, wheel);
        Rectangle after = place("gpu-a2-3");
        assertTrue(after.width > before.width);
        assertTrue(after.contains(before.x + 10, before.y + 10), "the place under the pointer stays there");
        key('0', '0');
        assertEquals(before, place("gpu-a2-3"));
    }

    @Test
    void aStartBeginsWithTheWholeFleetInTheColoursOfBefore() {
        MPart first = MBasicFactory.INSTANCE.createPart();
        Event wheel = event(300, 300);
        wheel.count = 3;
        canvas.notifyListeners(SWT.MouseWheel, wheel);
        fixture.part().keep(first);
        assertEquals(Map.of("colour", "HOLDING"), first.getPersistedState());
        first.getPersistedState().put("view", "900 500 4.0 800 600");
        key('0', '0');
        Rectangle fitted = place("gpu-a2-3");
        fixture.part().restore(first);
        assertEquals(fitted, place("gpu-a2-3"), "no part of it is cut off");
    }

    @Test
    void draggingAHeaderWithTheMouseMovesTheView() {
        key('+', '+');
        key('+', '+');
        Rectangle before = place("rack a1".substring(5));
        canvas.notifyListeners(SWT.MouseDown, button(before.x + 30, before.y + 5, 2, 0));
        canvas.notifyListeners(SWT.MouseMove, event(before.x + 10, before.y - 15));
        canvas.notifyListeners(SWT.MouseUp, button(before.x + 10, before.y - 15, 2, 0));
        Rectangle after = place("a1");
        assertEquals(before.x - 20, after.x);
        assertTrue(fixture.selection().get().isEmpty(), "a pan selects nothing");
    }

    @Test
    void whereAGpuFillsTheViewTheMiddleButtonMovesItAndCarriesNothing() {
        Rectangle node = place("gpu-a1-1");
        Event wheel = event(node.x + node.width / 3, node.y + node.height / 2);
        wheel.count = 1;
        for (int i = 0; i < 40; i++) {
            canvas.notifyListeners(SWT.MouseWheel, wheel);
        }
        assertTrue(place("gpu-a1-1").contains(0, 0) && place("gpu-a1-1").contains(899, 0), "no empty space");
        Rectangle before = place("gpu-a1-1");
        canvas.notifyListeners(SWT.MouseDown, button(400, 300, 2, 0));
        canvas.notifyListeners(SWT.MouseMove, event(380, 310));
        canvas.notifyListeners(SWT.MouseUp, button(380, 310, 2, 0));
        assertEquals(before.x - 20, place("gpu-a1-1").x);
        assertEquals(before.y + 10, place("gpu-a1-1").y);
        assertTrue(fixture.session().current().isEmpty());
        Event sideways = event(400, 300);
        sideways.count = 1;
        sideways.stateMask = SWT.SHIFT;
        canvas.notifyListeners(SWT.MouseWheel, sideways);
        assertTrue(place("gpu-a1-1").x > before.x - 20);
    }

    @Test
    void arrowsWalkAndEnterSelects() {
        key(SWT.ARROW_DOWN, '\0');
        key(SWT.ARROW_RIGHT, '\0');
        key(SWT.CR, SWT.CR);
        assertEquals(1, fixture.selection().get().size());
        assertTrue(fixture.selection().get().getFirst() instanceof Node);
        key(SWT.PAGE_DOWN, '\0');
        key(SWT.CR, SWT.CR);
        assertTrue(fixture.selection().get().getFirst() instanceof podium.model.fleet.Accelerator);
        key(SWT.ESC, SWT.ESC);
        assertTrue(fixture.selection().get().isEmpty());
    }

    @Test
    void aJobIsPlacedFromTheKeyboardAlone() {
        Job job = fleets.findJob("eval-sweep-0");
        fixture.selection().set(this, List.of(job));
        fixture.click("gpu-a2-3", 0);
        fixture.selection().set(this, List.of(job));
        key('m', 'm');
        assertEquals(new Subject(job, List.of()), fixture.session().current().orElseThrow());
        assertTrue(fixture.model().verdicts().isPresent(), "every node answers");
        key(SWT.CR, SWT.CR);
        fixture.settle();
        assertEquals(
                List.of(new Flows.Placed(new Subject(job, List.of()), new Target.OnNode(fleets.findNode("gpu-a2-3")))),
                fixture.placed());
        assertTrue(fixture.session().current().isEmpty());
    }

    @Test
    void whatDoesNotFitIsNotPlacedAndEscapePutsBack() {
        Job job = fleets.findJob("eval-sweep-0");
        fixture.click("gpu-a1-1", 0);
        fixture.selection().set(this, List.of(job));
        key('m', 'm');
        key(SWT.CR, SWT.CR);
        assertTrue(fixture.placed().isEmpty());
        assertTrue(fixture.session().current().isPresent(), "it is still carried");
        key(SWT.ESC, SWT.ESC);
        assertTrue(fixture.session().current().isEmpty());
        assertTrue(fixture.model().verdicts().isEmpty());
    }

    /** A drop that nothing comes of is told of: what the card said goes with the drag. */
    @Test
    void aDropThatIsRefusedSaysWhyBesideTheCanvas() {
        fixture.session().begin(new Subject(fleets.findJob("eval-sweep-0"), List.of()));
        Rectangle full = place("gpu-a1-1");
        DesktopDrag drag = DesktopDrag.ofJob(canvas, fixture.session());
        assertEquals(DND.DROP_MOVE, drag.tell(DND.DragOver, full.x + 5, full.y + 5, null), "or no drop is told of");
        assertEquals(DND.DROP_NONE, drag.tell(DND.Drop, full.x + 5, full.y + 5, "job"));
        fixture.session().end();
        await(() -> fixture.note().words().isPresent());
        String why = fixture.note().words().orElseThrow();
        assertTrue(why.startsWith("eval-sweep-0") && why.contains("was not placed: gpu-a1-1: needs"), why);
        assertTrue(fixture.placed().isEmpty());
        Node emptied = fleets.findNode("gpu-a1-1");
        emptied.getTasks().clear();
        emptied.getAccelerators().forEach(device -> device.getTasks().clear());
        await(() -> fixture.note().words().isEmpty());
    }

    @Test
    void aDragOfAnotherPartMakesEveryNodeAnswer() {
        fixture.session().begin(new Subject(fleets.findJob("eval-sweep-1"), List.of()));
        assertTrue(fixture.model().verdicts().isPresent());
        fixture.session().end();
        assertFalse(fixture.model().verdicts().isPresent());
    }

    @Test
    void newNodesAppearWithoutLosingTheDrag() {
        fixture.session().begin(new Subject(fleets.findJob("eval-sweep-1"), List.of()));
        fleets.node(cluster, "fresh", 8);
        fixture.fleet().structureChanged();
        await(() -> fixture.places().containsKey("fresh")
                && fixture.model().verdicts().isPresent());
    }

    @Test
    void aStateChangeKeepsSceneAndPlaces() {
        var scene = fixture.model().scene();
        Rectangle before = place("gpu-b1-3");
        fleets.findNode("gpu-b1-3").setUnschedulable(true);
        fixture.fleet().changed(fleets.findNode("gpu-b1-3"));
        assertSame(scene, fixture.model().scene());
        assertEquals(before, place("gpu-b1-3"));
    }

    @Test
    void typingMarksWhatMatchesAndEnterJumpsThere() {
        Node meant = fleets.findNode("gpu-b2-7");
        fixture.finder().type(fleets.fleet(), "gpu-b2-7");
        assertTrue(fixture.finder().found().things().contains(meant));
        fixture.selection().set(fixture.finder(), fixture.finder().go(fleets.fleet(), "gpu-b2-7", 1));
        assertEquals(List.of(meant), fixture.selection().get());
        assertTrue(place("gpu-b2-7").width > 400, "near enough to read");
    }

    @Test
    void theColouringIsChosenInTheBarWhichFollowsTheKeys() {
        Shell window = new Shell(fixture.shell().getDisplay());
        PartToolbar bar = new PartToolbar(
                window, new Theme(new Palette(false), new Icons(window.getDisplay(), new Palette(false))));
        fixture.tools().open(bar.within());
        ToolItem item = ((ToolBar) ((Composite) bar.control().getChildren()[0]).getChildren()[0]).getItem(0);
        assertEquals("colour: held / free", item.getText());
        key('5', '5');
        assertEquals("colour: power", item.getText());
        MenuItem memory = ((Menu) item.getData()).getItem(2);
        memory.setSelection(true);
        memory.notifyListeners(SWT.Selection, new Event());
        assertEquals(ColourBy.MEMORY, fixture.model().readings().by());
        window.dispose();
        key('1', '1');
    }

    @Test
    void theColouringFollowsTheKeys() {
        key('4', '4');
        assertEquals(ColourBy.TEMPERATURE, fixture.model().readings().by());
        key('1', '1');
        assertEquals(ColourBy.HOLDING, fixture.model().readings().by());
    }

    @Test
    void aJobThatBeginsToWaitComesIntoTheStripAndOneThatStartsLeavesIt() {
        Canvas toolbar = toolbar();
        toolbar.getShell().setSize(2400, 600);
        Job job = fleets.findJob("llm-pretrain-70b");
        await(() -> painted(toolbar).containsKey("waiting eval-sweep-0"));
        assertFalse(painted(toolbar).containsKey("waiting llm-pretrain-70b"));
        job.setState(JobState.WAITING);
        fixture.fleet().jobChanged(job);
        await(() -> painted(toolbar).containsKey("waiting llm-pretrain-70b"));
        job.setState(JobState.RUNNING);
        fixture.fleet().jobChanged(job);
        await(() -> !painted(toolbar).containsKey("waiting llm-pretrain-70b"));
    }

    @Test
    void theRightButtonSelectsWhatTheMenuIsFor() {
        Rectangle at = place("gpu-a2-3");
        canvas.notifyListeners(SWT.MouseDown, button(at.x + 5, at.y + 5, 3, 0));
        assertEquals(List.of(fleets.findNode("gpu-a2-3")), fixture.selection().get());
    }

    /** A right click on the tag of a waiting job only framed it. */
    @Test
    void aJobInTheStripHasTheMenuThatItHasInJobs() {
        Canvas strip = toolbar();
        Job job = fleets.findJob("eval-sweep-0");
        await(() -> painted(strip).containsKey("waiting eval-sweep-0"));
        fixture.selection().set(this, List.of(fleets.findNode("gpu-a2-3")));
        Rectangle at = painted(strip).get("waiting eval-sweep-0");
        assertTrue(menuDetected(strip, at.x + 5, SWT.MENU_MOUSE));
        assertEquals(List.of(job), fixture.selection().get());
        List<String> jobs = fixture.flows().menu(fixture.selection()).entries(List.of(job)).stream()
                .flatMap(List::stream)
                .map(Menus::words)
                .toList();
        Menu menu = strip.getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        List<String> shown = Stream.of(menu.getItems())
                .filter(item -> (item.getStyle() & SWT.SEPARATOR) == 0)
                .map(MenuItem::getText)
                .toList();
        assertTrue(shown.getFirst().contains("eval-sweep-0"), shown::toString);
        assertEquals(jobs, shown.subList(1, shown.size()));
    }

    @Test
    void aMenuOfTheStripIsAboutTheJobAtWhichItIsOpenedAndBesideTheJobsThereIsNone() {
        Canvas strip = toolbar();
        strip.setSize(900, strip.getSize().y); // beside the legend one may have room
        await(() -> painted(strip).size() > 1);
        Map<String, Rectangle> places = painted(strip);
        List<Job> jobs = places.keySet().stream()
                .limit(2)
                .map(name -> fleets.findJob(name.substring("waiting ".length())))
                .toList();
        Rectangle first = places.values().iterator().next();
        List<Node> node = List.of(fleets.findNode("gpu-a2-3"));
        fixture.selection().set(this, node);
        assertFalse(menuDetected(strip, first.x - 5, SWT.MENU_MOUSE), "it would be about what is selected elsewhere");
        assertEquals(node, fixture.selection().get());
        fixture.selection().set(this, jobs);
        assertTrue(menuDetected(strip, first.x + 5, SWT.MENU_MOUSE));
        assertEquals(jobs, fixture.selection().get(), "it is about all that are selected where it is opened");
        fixture.selection().set(this, node);
        PartFixture.key(strip, SWT.ARROW_RIGHT, (char) 0, 0);
        assertTrue(menuDetected(strip, 0, SWT.MENU_KEYBOARD));
        assertEquals(List.of(jobs.get(1)), fixture.selection().get(), "the key opens that of the job with the frame");
    }

    private static boolean menuDetected(Canvas strip, int x, int detail) {
        Point at = strip.toDisplay(x, 5);
        Event event = new Event();
        event.x = at.x;
        event.y = at.y;
        event.detail = detail;
        event.doit = true;
        strip.notifyListeners(SWT.MenuDetect, event);
        return event.doit;
    }

    @Test
    void restingOnAThingShowsItsCardAndLeavingTakesItAway() {
        Rectangle at = place("gpu-a2-3");
        canvas.notifyListeners(SWT.MouseMove, event(at.x + 5, at.y + 5));
        canvas.notifyListeners(SWT.MouseHover, event(at.x + 5, at.y + 5));
        int[] tooltip = pixels();
        canvas.notifyListeners(SWT.MouseExit, event(0, 0));
        int[] without = pixels();
        assertFalse(java.util.Arrays.equals(tooltip, without));
    }

    @Test
    void escapeEndsWhatIsSupposedAfterTheSelection() {
        var whatIf = fixture.flows().whatIfSession();
        whatIf.add(cluster, List.of(new podium.placement.whatif.Hypothesis.Submit(1, 1)));
        fixture.selection().set(this, List.of(fleets.findNode("gpu-a1-2")));
        key(SWT.ESC, SWT.ESC);
        assertEquals(List.of(), fixture.selection().get());
        assertEquals(1, whatIf.hypotheses().size());
        key(SWT.ESC, SWT.ESC);
        assertEquals(List.of(), whatIf.hypotheses());
    }

    @Test
    void doubleClickGoesNearAndTheMapIsThere() {
        Rectangle at = place("gpu-a2-3");
        canvas.notifyListeners(SWT.MouseDoubleClick, button(at.x + 5, at.y + 5, 1, 0));
        assertTrue(place("gpu-a2-3").width > 2 * at.width);
        assertFalse(
                podium.ui.topology.internal.layout.FreeView.map(fixture.model().view())
                        .isEmpty());
    }

    /** The map came to where the wheel zoomed, over the very GPU that was zoomed at. */
    @Test
    void theMapIsNotWhereTheWheelZooms() {
        Event wheel = button(760, 500, 0, 0);
        wheel.count = 1;
        canvas.notifyListeners(SWT.MouseWheel, wheel);
        var map =
                podium.ui.topology.internal.layout.FreeView.map(fixture.model().view());
        assertTrue(map.contains(wheel.x, wheel.y), map::toString);
        var edge = new podium.ui.topology.internal.layout.PixelRect(map.x() - 2, map.y(), 1, map.height());
        canvas.notifyListeners(SWT.MouseMove, button(wheel.x + 5, wheel.y, 0, 0));
        List<Integer> beside = pixels(edge);
        canvas.notifyListeners(SWT.MouseMove, button(300, 200, 0, 0));
        List<Integer> frame = pixels(edge);
        assertEquals(1, frame.stream().distinct().count(), "once the pointer is elsewhere it is where it was");
        assertFalse(frame.equals(beside), "its frame was not there");
    }

    private List<Integer> pixels(podium.ui.topology.internal.layout.PixelRect at) {
        fixture.settle();
        Rectangle area = canvas.getClientArea();
        Image image = new Image(canvas.getDisplay(), area.width, area.height);
        Event event = new Event();
        event.gc = new GC(image);
        event.setBounds(area);
        canvas.notifyListeners(SWT.Paint, event);
        event.gc.dispose();
        ImageData data = image.getImageData();
        image.dispose();
        return IntStream.range(0, at.width() * at.height())
                .mapToObj(i -> data.getPixel(at.x() + i % at.width(), at.y() + i / at.width()))
                .toList();
    }

    @Test
    void controlAndArrowsMoveTheView() {
        key('+', '+');
        key('+', '+');
        Rectangle before = place("a1");
        fixture.key(SWT.ARROW_RIGHT, '\0', SWT.MOD1);
        assertEquals(before.x - 60, place("a1").x);
    }

    @Test
    void closingThePartEndsItsListening() {
        fixture.shell().dispose();
        fixture.fleet().changed(fleets.findNode("gpu-a1-1"));
        fixture.selection().set(this, List.of(cluster));
        fixture.session().begin(new Subject(fleets.findJob("eval-sweep-0"), List.of()));
    }

    private void key(int code, char character) {
        fixture.key(code, character, 0);
    }

    private static Event event(int x, int y) {
        Event event = new Event();
        event.x = x;
        event.y = y;
        return event;
    }

    private static Event button(int x, int y, int button, int state) {
        Event event = event(x, y);
        event.button = button;
        event.stateMask = state;
        return event;
    }

    private void await(BooleanSupplier condition) {
        fixture.await(condition);
    }

    private Rectangle place(String name) {
        return fixture.places().get(name);
    }

    /** The canvas as it is painted now. */
    private int[] pixels() {
        Image image = new Image(canvas.getDisplay(), canvas.getSize().x, canvas.getSize().y);
        Event event = new Event();
        event.gc = new GC(image);
        event.width = canvas.getSize().x;
        event.height = canvas.getSize().y;
        canvas.notifyListeners(SWT.Paint, event);
        event.gc.dispose();
        ImageData data = image.getImageData();
        image.dispose();
        int[] pixels = new int[data.width * data.height];
        for (int y = 0; y < data.height; y++) {
            data.getPixels(0, y, data.width, pixels, y * data.width);
        }
        return pixels;
    }

    private Map<String, Rectangle> painted(Canvas toolbar) {
        Image image =
                new Image(canvas.getDisplay(), Math.max(1, toolbar.getSize().x), Math.max(1, toolbar.getSize().y));
        Event event = new Event();
        event.gc = new GC(image);
        toolbar.notifyListeners(SWT.Paint, event);
        event.gc.dispose();
        image.dispose();
        return ((NamedBounds) toolbar.getData(NamedBounds.KEY)).places();
    }

    @Test
    void aLegendThatGrowsTakesNoChipFromUnderThePointer() {
        Canvas toolbar = toolbar();
        int before = toolbar.getSize().x;
        toolbar.notifyListeners(SWT.MouseEnter, new Event());
        fixture.model().colourBy(ColourBy.JOB);
        assertEquals(before, toolbar.getSize().x);
        toolbar.notifyListeners(SWT.MouseExit, new Event());
        assertTrue(toolbar.getSize().x < before, "the names of jobs have their room once it is gone");
    }

    private Canvas toolbar() {
        return fixture.all(Canvas.class).stream()
                .filter(it ->
                        it.getParent().getLayout() instanceof BottomRowLayout && it.getData(NamedBounds.KEY) != null)
                .findFirst()
                .orElseThrow();
    }
}
