// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ScrollBar;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.placement.Subject;
import podium.ui.toolkit.NamedBounds;
import podium.ui.topology.internal.model.CanvasBounds;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.PartFixture;

/** A gang of sixteen ranks of two GPUs, laid out in the part by mouse and by keyboard. */
class GangLayoutOfThePartTest {
    private final Fleets fleets = Fleets.aiFactory();
    private final Cluster cluster = fleets.fleet().getClusters().getFirst();
    private final Job gang = fleets.job(cluster, "gang", JobState.HELD, 16, 2);
    private PartFixture fixture;
    private Canvas canvas;

    @BeforeEach
    void open() {
        for (int i = 0; i < 16; i++) {
            fleets.task(gang, TaskPhase.GATED, 2);
        }
        fixture = PartFixture.open(fleets, 900, 700);
        canvas = fixture.canvas();
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
        assertTrue(findTray().isEmpty(), "made before it is needed");
        show();
        assertTrue(tray().isVisible());
        assertTrue(canvas.getSize().y < before);
        press("Cancel");
        assertFalse(tray().isVisible());
        assertEquals(before, canvas.getSize().y);
    }

    @Test
    void theCanvasHasTheFocusWhenTheBoardOpensSoThatItsKeysAreHeard() {
        var other = new org.eclipse.swt.widgets.Text(fixture.shell(), SWT.NONE);
        other.setFocus();
        assertFalse(canvas.isFocusControl());
        show();
        assertTrue(canvas.isFocusControl());
    }

    @Test
    void ranksPickedWithShiftAreCarriedAndPutDownFromTheKeyboard() {
        show();
        Map<String, Rectangle> before = chips();
        int height = tray().getParent().getSize().y;
        PartFixture.key(tray(), SWT.HOME, '\0', 0);
        PartFixture.key(tray(), SWT.ARROW_RIGHT, '\0', SWT.SHIFT);
        PartFixture.key(tray(), SWT.ARROW_RIGHT, '\0', SWT.SHIFT);
        PartFixture.key(tray(), SWT.CR, SWT.CR, 0);
        assertEquals(
                gang.getTasks().subList(0, 3),
                fixture.session().current().orElseThrow().tasks());
        fixture.click("gpu-a2-3", 0);
        fixture.key(SWT.CR, SWT.CR, 0);
        assertEquals(3, proposal().size());
        assertTrue(proposal().values().stream().allMatch(fleets.findNode("gpu-a2-3")::equals));
        assertTrue(fixture.placed().isEmpty(), "nothing is planned before the commit");
        assertEquals(before.get("rank 0"), chips().get("placed rank 0"), "it keeps its place and dims");
        assertEquals(before.get("rank 3"), chips().get("rank 3"));
        assertEquals(height, tray().getParent().getSize().y, "what is pointed at does not move");
        clickChip("placed rank 0", 0);
        PartFixture.key(tray(), 'm', 'm', 0);
        assertTrue(fixture.session().current().isEmpty(), "what lies on a node is carried from there");
    }

    @Test
    void aClickPicksARankAndShiftARange() {
        show();
        clickChip("rank 4", 0);
        clickChip("rank 7", SWT.SHIFT);
        PartFixture.key(tray(), 'm', 'm', 0);
        assertEquals(
                gang.getTasks().subList(4, 8),
                fixture.session().current().orElseThrow().tasks());
    }

    @Test
    void fillOfTheSelectedNodeTakesWhatFitsAndSaysWhatDoesNot() {
        show();
        fixture.click("gpu-a2-3", 0);
        press("Fill");
        assertEquals(4, proposal().size());
        assertTrue(texts().stream().anyMatch(text -> text.contains("room for 4 of 16 on gpu-a2-3")), texts()::toString);
    }

    /** Cancel stood right of the act, where the act stands in every dialog. */
    @Test
    void theActStandsRightOfCancelAsInDialogs() {
        show();
        List<String> words = Stream.of(button("Fill").getParent().getParent().getChildren())
                .filter(ToolBar.class::isInstance)
                .flatMap(bar -> Stream.of(((ToolBar) bar).getItems()))
                .map(ToolItem::getText)
                .filter(text -> !text.isEmpty())
                .toList();
        assertEquals(List.of("Fill", "Clear", "Cancel", "Commit…"), words);
    }

    /** All ranks lay out of view, and the canvas stayed where it was. */
    @Test
    void theCanvasGoesToWhereFillLaysRanks() {
        fixture.click("gpu-a2-3", 0);
        fixture.model().show(fixture.model().view().zoom(1, 1, 8));
        show();
        press("Fill");
        assertTrue(
                proposal().values().stream()
                        .distinct()
                        .map(node -> fixture.places().get(node.getName()))
                        .anyMatch(canvas.getClientArea()::intersects),
                proposal()::toString);
    }

    @Test
    void fillWithoutASelectionLaysAllAndTheBoardCanBeCommitted() {
        show();
        assertFalse(button("Commit…").isEnabled());
        press("Fill");
        assertEquals(16, proposal().size());
        assertTrue(button("Commit…").isEnabled());
        assertEquals(
                Set.of(),
                chips().keySet().stream()
                        .filter(chip -> chip.startsWith("rank "))
                        .collect(Collectors.toSet()));
        assertTrue(chips().containsKey("placed rank 0"), "each keeps its place");
        assertTrue(texts().stream().anyMatch(text -> text.contains("16 ranks of 2 GPUs  ·  16 placed")));
    }

    @Test
    void aRankOnTheCanvasIsPickedUpAgainAndDeleteTakesItOff() {
        show();
        press("Fill");
        Node held = proposal().get(gang.getTasks().get(0));
        int there = (int) proposal().values().stream().filter(held::equals).count();
        fixture.click(held.getName(), 0);
        fixture.key('m', 'm', 0);
        assertEquals(there, fixture.session().current().orElseThrow().tasks().size());
        fixture.key(SWT.ESC, SWT.ESC, 0);
        assertEquals(16, proposal().size(), "Escape puts them back where they lay");
        fixture.key(SWT.DEL, SWT.DEL, 0);
        assertEquals(16 - there, proposal().size());
    }

    @Test
    void theFillKeyFillsTheFocusedNode() {
        show();
        fixture.click("gpu-a2-3", 0);
        fixture.key('f', 'f', 0);
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
        fixture.click("gpu-a2-3", 0);
        press("Fill");
        Node gone = fleets.findNode("gpu-a2-3");
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
        Job other = fleets.findJob("eval-sweep-0");
        fixture.session().begin(new Subject(other, List.of()));
        fixture.click("gpu-a2-3", 0);
        fixture.key(SWT.CR, SWT.CR, 0);
        assertEquals(1, fixture.placed().size());
        assertTrue(proposal().isEmpty());
    }

    private void show() {
        fixture.flows().board().open(gang);
        fixture.settle();
    }

    /** The last of them were there, and nothing said so. */
    @Test
    void aBarShowsThatThereAreMoreRanksThanAreSeenAndBringsThem() {
        show();
        ScrollBar bar = tray().getVerticalBar();
        assertFalse(bar.isVisible(), "16 are all seen");
        press("Cancel");
        for (int i = 16; i < 128; i++) {
            fleets.task(gang, TaskPhase.GATED, 2);
        }
        gang.setWantedTasks(128);
        show();
        assertTrue(bar.isVisible());
        int seen = chips().size();
        assertTrue(seen < 128 && chips().containsKey("rank 0"), "seen: " + seen);
        bar.setSelection(bar.getMaximum());
        bar.notifyListeners(SWT.Selection, new Event());
        assertTrue(chips().containsKey("rank 127"), chips()::toString);
        Event wheel = new Event();
        wheel.count = 3;
        wheel.doit = true;
        tray().notifyListeners(SWT.MouseWheel, wheel);
        assertFalse(chips().containsKey("rank 127"));
        assertFalse(wheel.doit, "it is scrolled once");
    }

    /** The tip of Fill lay over them: the toolkit shows it below the button. */
    @Test
    void noRanksAreBelowTheButtonsWhoseTipsWouldLieOverThem() {
        show();
        Rectangle ranks = tray().getBounds();
        assertTrue(button("Fill").getParent().getParent().getLocation().y >= ranks.y + ranks.height);
    }

    private Map<Task, Node> proposal() {
        return fixture.flows().board().session().proposal();
    }

    private Canvas tray() {
        return findTray().orElseThrow();
    }

    private Optional<Canvas> findTray() {
        return fixture.all(Canvas.class).stream()
                .filter(it -> it.getData(NamedBounds.KEY) instanceof NamedBounds placed
                        && !(placed instanceof CanvasBounds)
                        && it.getParent().getChildren().length == 4)
                .findFirst();
    }

    private Map<String, Rectangle> chips() {
        return ((NamedBounds) tray().getData(NamedBounds.KEY)).places();
    }

    private void clickChip(String name, int state) {
        Rectangle at = chips().get(name);
        PartFixture.click(tray(), at.x + 4, at.y + 4, state);
    }

    private ToolItem button(String words) {
        return fixture.all(ToolBar.class).stream()
                .flatMap(bar -> List.of(bar.getItems()).stream())
                .filter(item -> item.getText().equals(words))
                .findFirst()
                .orElseThrow();
    }

    private void press(String words) {
        button(words).notifyListeners(SWT.Selection, new Event());
        fixture.settle();
    }

    private List<String> texts() {
        return fixture.all(Label.class).stream().map(Label::getText).toList();
    }

    private void await(BooleanSupplier condition) {
        fixture.await(condition);
    }
}
