// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.ganglayout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.core.testkit.DirectRealm;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.placement.Rank;
import podium.placement.Subject;
import podium.placement.Target;
import podium.ui.toolkit.BackgroundWork;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.model.RankCells;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.internal.testing.Fleets;
import podium.ui.topology.internal.testing.Flows;

/** Three nodes of 4 GPUs, on the first of which one is held, and a gang of five ranks of 2 GPUs. */
class GangLayoutControllerTest {
    private final Fleets fleets = new Fleets();
    private final Cluster cluster = fleets.cluster("c");
    private final List<Node> nodes = IntStream.range(0, 3)
            .mapToObj(i -> fleets.node(cluster, "n" + i, 4))
            .toList();
    private final Job gang = fleets.job(cluster, "gang", JobState.HELD, 5, 2);
    private final Flows flows = new Flows(new BackgroundWork(new DirectRealm()));
    private final GangLayoutController gangLayout = new GangLayoutController(flows.board());

    @BeforeEach
    void open() {
        fleets.run(
                fleets.job(cluster, "other", JobState.RUNNING, 1, 1),
                nodes.getFirst().getAccelerators().get(1));
        for (int i = 0; i < 5; i++) {
            fleets.task(gang, TaskPhase.GATED, 2);
        }
        flows.board().session().listen(gangLayout::refresh);
        flows.board().open(gang);
    }

    private Subject ranks(int... numbers) {
        return new Subject(
                gang, IntStream.of(numbers).mapToObj(gang.getTasks()::get).toList());
    }

    private Target on(int node) {
        return new Target.OnNode(nodes.get(node));
    }

    private List<Integer> unplaced() {
        return gangLayout.unplaced().stream().map(Rank::number).toList();
    }

    @Test
    void everyRankIsUnplacedAtFirst() {
        assertEquals(List.of(0, 1, 2, 3, 4), unplaced());
        assertEquals(Optional.of("5 ranks have no place yet"), gangLayout.whyNotCommit());
    }

    @Test
    void aDroppedRankLiesWhereItWasPut() {
        gangLayout.drop(ranks(3), on(1));
        assertEquals(List.of(0, 1, 2, 4), unplaced());
        assertEquals(
                List.of(3),
                gangLayout.proposed().ranks().get(nodes.get(1)).stream()
                        .map(Rank::number)
                        .toList());
    }

    @Test
    void ofARangeAsManyAreTakenAsFitAndTheRestIsTold() {
        gangLayout.drop(ranks(0, 1, 2), on(1));
        assertEquals(List.of(2, 3, 4), unplaced());
        assertEquals("room for 2 of 3 on n1", gangLayout.note());
        gangLayout.drop(ranks(4), on(1));
        assertEquals("no room for a rank on n1", gangLayout.note());
        gangLayout.drop(ranks(4), on(2));
        assertEquals("", gangLayout.note());
    }

    @Test
    void thatThereIsNoRoomIsNotSaidAnyMoreOnceThereIs() {
        gangLayout.drop(ranks(0, 1, 2), on(0));
        assertEquals("room for 1 of 3 on n0", gangLayout.note());
        gangLayout.refresh();
        assertEquals("room for 1 of 3 on n0", gangLayout.note());
        nodes.getFirst().getTasks().clear();
        nodes.getFirst().getAccelerators().forEach(device -> device.getTasks().clear());
        gangLayout.refresh();
        assertEquals("", gangLayout.note());
    }

    @Test
    void noRefusalOfOneGangIsSaidOfTheNext() {
        gangLayout.drop(ranks(0, 1, 2), on(1));
        gangLayout.close();
        flows.board().open(gang);
        assertEquals("", gangLayout.note());
    }

    @Test
    void fillLaysWhatHasNoPlaceAndLeavesTheOthersWhereTheyAre() {
        gangLayout.drop(ranks(4), on(0));
        gangLayout.fill(Optional.empty());
        assertEquals(List.of(), unplaced());
        assertEquals(
                nodes.getFirst(),
                flows.board().session().proposal().get(gang.getTasks().get(4)));
        assertEquals(Optional.empty(), gangLayout.whyNotCommit());
    }

    @Test
    void fillingOneNodeTellsWhatHadNoRoom() {
        gangLayout.fill(Optional.of(on(2)));
        assertEquals(List.of(2, 3, 4), unplaced());
        assertEquals("room for 2 of 5 on n2", gangLayout.note());
    }

    /** One that left stays selected for a moment. */
    @Test
    void whereTheNodeToFillHasLeftAllIsLaidAnywhere() {
        Node gone = nodes.get(2);
        gone.setDomain(null);
        cluster.getNodes().remove(gone);
        gangLayout.refresh();
        gangLayout.fill(Optional.of(new Target.OnNode(gone)));
        assertEquals(3, flows.board().session().proposal().size());
    }

    @Test
    void whatIsTakenOffAndClearedLiesNowhere() {
        gangLayout.fill(Optional.empty());
        gangLayout.takeOff(List.of(gang.getTasks().get(0)));
        assertEquals(List.of(0), unplaced());
        gangLayout.clear();
        assertEquals(5, unplaced().size());
    }

    @Test
    void aConflictIsShownAndHindersTheCommit() {
        gangLayout.fill(Optional.empty());
        Map<Task, Node> proposal = flows.board().session().proposal();
        Node taken = proposal.get(gang.getTasks().get(0));
        fleets.run(
                fleets.job(cluster, "late", JobState.RUNNING, 1, 4),
                taken.getAccelerators().get(2),
                taken.getAccelerators().get(3));
        gangLayout.refresh();
        assertTrue(gangLayout.proposed().conflicts(taken));
        assertEquals(Optional.of("1 conflict to resolve first"), gangLayout.whyNotCommit());
    }

    @Test
    void fillMovesTheRanksThatNoLongerFitWhereTheyLieAndNoOther() {
        gangLayout.drop(ranks(0), on(1));
        gangLayout.drop(ranks(1, 2), on(2));
        gangLayout.drop(ranks(3), on(0));
        gangLayout.drop(ranks(4), on(1));
        assertEquals(List.of(), gangLayout.toFill());
        fleets.run(
                fleets.job(cluster, "late", JobState.RUNNING, 1, 1),
                nodes.get(0).getAccelerators().get(2));
        fleets.run(
                fleets.job(cluster, "later", JobState.RUNNING, 1, 1),
                nodes.get(0).getAccelerators().get(3));
        Node added = fleets.node(cluster, "n3", 4);
        gangLayout.refresh();
        Task lost = gang.getTasks().get(3);
        assertEquals(List.of(lost), gangLayout.toFill());
        Map<Task, Node> before = flows.board().session().proposal();
        gangLayout.fill(Optional.empty());
        Map<Task, Node> after = flows.board().session().proposal();
        assertEquals(added, after.get(lost));
        gang.getTasks().stream()
                .filter(task -> task != lost)
                .forEach(task -> assertEquals(before.get(task), after.get(task)));
        assertEquals(Optional.empty(), gangLayout.whyNotCommit());
    }

    @Test
    void aRankThatDoesNotWaitAnyMoreLeavesTheBoard() {
        gangLayout.fill(Optional.empty());
        gang.getTasks().get(2).setPhase(TaskPhase.RUNNING);
        gangLayout.refresh();
        assertEquals(4, gangLayout.ranks().size());
        assertEquals(4, flows.board().session().proposal().size());
    }

    @Test
    void podsThatAreNotMadeYetHinderTheCommit() {
        gang.setWantedTasks(7);
        gangLayout.fill(Optional.empty());
        assertEquals(Optional.of("2 of its pods are not created yet"), gangLayout.whyNotCommit());
        gang.setWantedTasks(6);
        assertEquals(Optional.of("1 of its pods is not created yet"), gangLayout.whyNotCommit());
    }

    @Test
    void aJobThatIsGoneClosesTheBoard() {
        cluster.getJobs().remove(gang);
        gangLayout.refresh();
        assertEquals(Optional.empty(), gangLayout.job());
        assertEquals(Optional.of("no rank waits at the gate"), gangLayout.whyNotCommit());
    }

    @Test
    void theWholeJobMeansTheRanksWithoutAPlaceAndAnotherJobNone() {
        gangLayout.drop(ranks(0, 1), on(1));
        assertEquals(
                ranks(2, 3, 4).tasks(),
                gangLayout.mine(new Subject(gang, List.of())).orElseThrow().tasks());
        Job other = fleets.job(cluster, "another", JobState.HELD, 1, 1);
        assertEquals(Optional.empty(), gangLayout.mine(new Subject(other, List.of())));
        gang.getTasks().get(2).setPhase(TaskPhase.RUNNING);
        gangLayout.refresh();
        assertEquals(
                Optional.empty(), gangLayout.mine(ranks(2, 3)), "one of them runs: that is a placement with a plan");
    }

    @Test
    void whatIsCarriedIsLaidOutByNumberWithWhatStays() {
        var assignment = gangLayout.assignment(ranks(2, 3, 4), on(1)).orElseThrow();
        assertEquals(Map.of(2, nodes.get(1), 3, nodes.get(1)), assignment.nodes());
        assertEquals("ranks 2-3 here, 1 more stays", assignment.words());
    }

    @Test
    void ranksAreDrawnOnFreeGpusFirst() {
        TopologyModel model = new TopologyModel(fleets.fleet());
        gangLayout.drop(ranks(0), on(0));
        var box = model.scene().box(nodes.getFirst()).orElseThrow();
        List<Cell> cells = RankCells.of(
                        model.scene(),
                        model.states(),
                        box,
                        gangLayout.proposed().ranks().get(nodes.getFirst()))
                .values()
                .iterator()
                .next();
        assertEquals(List.of(0, 2), cells.stream().map(Cell::place).toList(), "GPU 1 is held by another");
    }

    @Test
    void aCellPicksUpItsRankAndAHeaderAllOfTheNode() {
        TopologyModel model = new TopologyModel(fleets.fleet());
        RankDragSubject grip = new RankDragSubject(gangLayout, model);
        gangLayout.drop(ranks(0, 1), on(1));
        var box = model.scene().box(nodes.get(1)).orElseThrow();
        List<Cell> cells = model.scene().cells(box);
        assertEquals(Optional.of(ranks(0)), grip.at(Hit.of(cells.get(1))));
        assertEquals(Optional.of(ranks(1)), grip.at(Hit.of(cells.get(2))));
        assertEquals(Optional.of(ranks(0, 1)), grip.at(Hit.of(box)));
        assertEquals(
                Optional.empty(), grip.at(Hit.of(model.scene().box(nodes.get(2)).orElseThrow())));
        assertEquals(Optional.empty(), grip.at(Hit.of(model.scene().clusters().getFirst())));
    }
}
