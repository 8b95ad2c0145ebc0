// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.core.placement.Subject;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.ui.kit.Palette;
import podium.ui.kit.Placed;
import podium.ui.topology.internal.stage.CanvasPlaces;
import podium.ui.topology.internal.testing.Displays;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.PartFixture;
import podium.ui.topology.internal.testing.Readouts;

/** A gang of sixteen ranks of two GPUs, laid out in the part by mouse and by keyboard. */
class BoardOfThePartTest {
    private final Fleets fleets = Fleets.aiFactory();
    private final Cluster cluster = fleets.fleet().getClusters().getFirst();
    private final Job gang = fleets.job(cluster, "gang", JobState.HELD, 16, 2);
    private Display display;
    private PartFixture fixture;
    private Canvas canvas;

    @BeforeEach
    void open() {
        display = Displays.needed();
        for (int i = 0; i < 16; i++) {
            fleets.task(gang, TaskPhase.GATED, 2);
        }
        fixture = new PartFixture(
                display, fleets, new Readouts(), new Palette(false), Clock.fixed(Fleets.NOW, ZoneOffset.UTC), 900, 700);
        canvas = find(Canvas.class, it -> it.getData(Placed.KEY) instanceof CanvasPlaces);
        Displays.settle(display);
    }

    @AfterEach
    void close() {
        if (fixture != null) {
            fixture.close();
        }
    }

    @Test
    void theBoardTakesNoRoomUntilAGangIsLaidOut() {
        int before = canvas.getSize().y;
        assertFalse(tray().isVisible());
        show();
        assertTrue(tray().isVisible());
        assertTrue(canvas.getSize().y < before);
        press("Cancel");
        assertEquals(before, canvas.getSize().y);
    }

    @Test
    void ranksPickedWithShiftAreCarriedAndPutDownFromTheKeyboard() {
        show();
        key(tray(), SWT.HOME, '\0', 0);
        key(tray(), SWT.ARROW_RIGHT, '\0', SWT.SHIFT);
        key(tray(), SWT.ARROW_RIGHT, '\0', SWT.SHIFT);
        key(tray(), SWT.CR, SWT.CR, 0);
        assertEquals(
                gang.getTasks().subList(0, 3),
                fixture.session().current().orElseThrow().tasks());
        click("gpu-a2-3");
        key(canvas, SWT.CR, SWT.CR, 0);
        assertEquals(3, proposal().size());
        assertTrue(proposal().values().stream().allMatch(node("gpu-a2-3")::equals));
        assertTrue(fixture.placed().isEmpty(), "nothing is planned before the commit");
        assertFalse(chips().containsKey("rank 0"));
        assertTrue(chips().containsKey("rank 3"));
    }

    @Test
    void aClickPicksARankAndShiftARange() {
        show();
        clickChip("rank 4", 0);
        clickChip("rank 7", SWT.SHIFT);
        key(tray(), 'm', 'm', 0);
        assertEquals(
                gang.getTasks().subList(4, 8),
                fixture.session().current().orElseThrow().tasks());
    }

    @Test
    void fillOfTheSelectedNodeTakesWhatFitsAndSaysWhatDoesNot() {
        show();
        click("gpu-a2-3");
        press("Fill");
        assertEquals(4, proposal().size());
        assertTrue(texts().stream().anyMatch(text -> text.contains("room for 4 of 16 on gpu-a2-3")), texts()::toString);
    }

    @Test
    void fillWithoutASelectionLaysAllAndTheBoardCanBeCommitted() {
        show();
        assertFalse(button("Commit…").isEnabled());
        press("Fill");
        assertEquals(16, proposal().size());
        assertTrue(button("Commit…").isEnabled());
        assertFalse(tray().isVisible(), "no chip is left");
        assertTrue(texts().stream().anyMatch(text -> text.contains("16 ranks of 2 GPUs  ·  16 placed")));
    }

    @Test
    void aRankOnTheCanvasIsPickedUpAgainAndDeleteTakesItOff() {
        show();
        press("Fill");
        Node held = proposal().get(gang.getTasks().get(0));
        int there = (int) proposal().values().stream().filter(held::equals).count();
        click(held.getName());
        key(canvas, 'm', 'm', 0);
        assertEquals(there, fixture.session().current().orElseThrow().tasks().size());
        key(canvas, SWT.ESC, SWT.ESC, 0);
        assertEquals(16, proposal().size(), "Escape puts them back where they lay");
        key(canvas, SWT.DEL, SWT.DEL, 0);
        assertEquals(16 - there, proposal().size());
    }

    @Test
    void theFillKeyFillsTheFocusedNode() {
        show();
        click("gpu-a2-3");
        key(canvas, 'f', 'f', 0);
        assertEquals(4, proposal().size());
    }

    @Test
    void aRankThatIsTakenMeanwhileIsAConflictAndCommitIsOff() {
        show();
        press("Fill");
        Node held = proposal().get(gang.getTasks().get(0));
        Job late = fleets.job(cluster, "late", JobState.RUNNING, 1, 8);
        fleets.runSomewhere(late, held, 8);
        fixture.fleet().changed(held);
        await(() -> texts().stream().anyMatch(text -> text.contains("too much on " + held.getName())));
        assertFalse(button("Commit…").isEnabled());
    }

    @Test
    void aNodeThatLeavesGivesItsRanksBackToTheTray() {
        show();
        click("gpu-a2-3");
        press("Fill");
        Node gone = node("gpu-a2-3");
        gone.setDomain(null);
        cluster.getNodes().remove(gone);
        fixture.fleet().structureChanged();
        await(() -> texts().stream()
                .anyMatch(text -> text.contains("gpu-a2-3 left the fleet: 4 ranks have no place again")));
        assertTrue(proposal().isEmpty());
        assertTrue(chips().containsKey("rank 0"));
        press("Fill");
        assertEquals(16, proposal().size(), "they can be laid elsewhere");
        assertTrue(button("Commit\u2026").isEnabled());
    }

    @Test
    void aDeletedJobLeavesTheBoardAndSoDoesOneOfAClosedCluster() {
        show();
        press("Fill");
        cluster.getJobs().remove(gang);
        fixture.fleet().jobChanged(gang);
        await(() -> fixture.flows().board().session().job().isEmpty());
        assertFalse(tray().isVisible());
        assertTrue(proposal().isEmpty());
        cluster.getJobs().add(gang);
        show();
        assertTrue(tray().isVisible());
        fleets.fleet().getClusters().remove(cluster);
        fixture.fleet().structureChanged();
        await(() -> fixture.flows().board().session().job().isEmpty());
    }

    @Test
    void whatIsNoRankOfTheBoardIsStillPlacedByAPlan() {
        show();
        Job other = cluster.getJobs().stream()
                .filter(job -> job.getName().equals("eval-sweep-0"))
                .findFirst()
                .orElseThrow();
        fixture.session().begin(new Subject(other, List.of()));
        click("gpu-a2-3");
        key(canvas, SWT.CR, SWT.CR, 0);
        assertEquals(1, fixture.placed().size());
        assertTrue(proposal().isEmpty());
    }

    private void show() {
        fixture.flows().board().open(gang);
        Displays.settle(display);
    }

    private Map<Task, Node> proposal() {
        return fixture.flows().board().session().proposal();
    }

    private Canvas tray() {
        return find(
                Canvas.class,
                it -> it.getData(Placed.KEY) instanceof Placed placed
                        && !(placed instanceof CanvasPlaces)
                        && it.getParent().getChildren().length == 4);
    }

    private Map<String, Rectangle> chips() {
        return ((Placed) tray().getData(Placed.KEY)).places();
    }

    private void clickChip(String name, int state) {
        Rectangle at = chips().get(name);
        Event event = new Event();
        event.x = at.x + 4;
        event.y = at.y + 4;
        event.button = 1;
        event.stateMask = state;
        tray().notifyListeners(SWT.MouseDown, event);
        tray().notifyListeners(SWT.MouseUp, event);
    }

    private void click(String node) {
        Rectangle at = ((Placed) canvas.getData(Placed.KEY)).places().get(node);
        Event event = new Event();
        event.x = at.x + 5;
        event.y = at.y + 4;
        event.button = 1;
        canvas.notifyListeners(SWT.MouseDown, event);
        canvas.notifyListeners(SWT.MouseUp, event);
    }

    private static void key(Control control, int code, char character, int state) {
        Event event = new Event();
        event.keyCode = code;
        event.character = character;
        event.stateMask = state;
        control.notifyListeners(SWT.KeyDown, event);
    }

    private ToolItem button(String words) {
        return all(fixture.shell(), ToolBar.class).stream()
                .flatMap(bar -> List.of(bar.getItems()).stream())
                .filter(item -> item.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private void press(String words) {
        button(words).notifyListeners(SWT.Selection, new Event());
        Displays.settle(display);
    }

    private List<String> texts() {
        return all(fixture.shell(), Label.class).stream().map(Label::getText).toList();
    }

    private Node node(String name) {
        return cluster.getNodes().stream()
                .filter(node -> node.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void await(java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + 5_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, () -> "not in time: " + texts());
            if (!display.readAndDispatch()) {
                Thread.onSpinWait();
            }
        }
    }

    private <T extends Control> T find(Class<T> type, Predicate<T> wanted) {
        Optional<T> found = all(fixture.shell(), type).stream().filter(wanted).findFirst();
        return found.orElseThrow();
    }

    private static <T extends Control> List<T> all(Composite in, Class<T> type) {
        List<T> found = new ArrayList<>();
        for (Control child : in.getChildren()) {
            if (type.isInstance(child)) {
                found.add(type.cast(child));
            }
            if (child instanceof Composite composite) {
                found.addAll(all(composite, type));
            }
        }
        return found;
    }
}
