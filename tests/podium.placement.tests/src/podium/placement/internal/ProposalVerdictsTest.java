// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.testkit.FleetBench;
import podium.core.testkit.PodBuilder;
import podium.core.testkit.Seen;
import podium.core.testkit.SpecBuilder;
import podium.model.fleet.Domain;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.Taints;
import podium.placement.Fit;
import podium.placement.LayoutAppraisal;
import podium.placement.Rank;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;

/** Two blocks of two racks of two nodes of 8 GPUs, and a gang whose ranks wait at the gate. */
class ProposalVerdictsTest {
    private static final String BLOCK = "topology.kubernetes.io/block";
    private static final String RACK = "topology.kubernetes.io/rack";

    private final FleetBench bench = new FleetBench();
    private final PlacementServiceImpl board = new PlacementServiceImpl(bench.service);
    private final Map<Task, Node> proposal = new HashMap<>();

    @BeforeEach
    void nodes() {
        for (int i = 0; i < 8; i++) {
            bench.show(Seen.gpuNode("n" + i, 8, BLOCK, "b" + i / 4, RACK, "r" + i / 2));
        }
    }

    @AfterEach
    void close() throws Exception {
        board.close();
    }

    private void gang(int ranks, int gpus) {
        for (int rank = 0; rank < ranks; rank++) {
            bench.show(RankedPods.pod("train", rank, RankedPods.PLAIN, gpus));
        }
    }

    private Job job() {
        return bench.job("train");
    }

    private Task rank(int number) {
        return board.ranks(job()).stream()
                .filter(rank -> rank.number() == number)
                .findFirst()
                .map(Rank::task)
                .orElseThrow();
    }

    private Subject ranks(int from, int to) {
        return new Subject(
                job(), IntStream.rangeClosed(from, to).mapToObj(this::rank).toList());
    }

    private void lay(String node, int... ranks) {
        for (int rank : ranks) {
            proposal.put(rank(rank), bench.node(node));
        }
    }

    private Map<Integer, String> names(Map<Task, Node> layout) {
        Map<Integer, String> names = new TreeMap<>();
        layout.forEach((task, node) -> names.put(task.getRank(), node.getName()));
        return names;
    }

    private Domain block(String name) {
        return bench.cluster.getDomains().stream()
                .filter(domain -> domain.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void onlyPodsThatOurGateHoldsAreRanksOfTheBoard() {
        gang(3, 8);
        bench.show(Seen.pod("other", TaskPhase.GATED, "", Seen.asks(8), Seen.owner("Job", "train")));
        bench.show(Seen.pod("runs", TaskPhase.RUNNING, "n0", Seen.asks(8), Seen.owner("Job", "train")));
        assertEquals(
                List.of(0, 1, 2), board.ranks(job()).stream().map(Rank::number).toList());
        assertEquals(8, board.ranks(job()).getFirst().accelerators());
        assertTrue(board.ranks(job()).getFirst().ranked());
    }

    @Test
    void whatLiesOnANodeLeavesLessRoomForTheNextRanks() {
        gang(6, 4);
        lay("n0", 0);
        lay("n1", 1, 2);
        Map<Node, Verdict> verdicts = board.verdicts(ranks(3, 5), proposal);
        assertEquals(1, verdicts.get(bench.node("n0")).tasksThatFit());
        assertEquals(Fit.DOES_NOT_FIT, verdicts.get(bench.node("n1")).fit());
        assertEquals(
                List.of("needs 4 GPUs, 0 left beside ranks 1-2"),
                verdicts.get(bench.node("n1")).reasons());
        assertEquals(2, verdicts.get(bench.node("n2")).tasksThatFit());
    }

    @Test
    void ranksThatArePickedUpDoNotStandInTheirOwnWay() {
        gang(2, 8);
        lay("n0", 0);
        assertEquals(
                Fit.FITS,
                board.verdicts(ranks(0, 0), proposal).get(bench.node("n0")).fit());
    }

    @Test
    void aNodeTakesTheFirstOfTheRanksThatDoNotAllFit() {
        gang(5, 4);
        assertEquals(
                Map.of(1, "n3", 2, "n3"),
                names(board.layout(ranks(1, 4), Optional.of(new Target.OnNode(bench.node("n3"))), proposal)));
        Verdict verdict = board.verdict(ranks(1, 4), new Target.OnNode(bench.node("n3")), proposal);
        assertEquals(Fit.DOES_NOT_FIT, verdict.fit());
        assertEquals(2, verdict.tasksThatFit());
    }

    @Test
    void aDomainTakesTheFirstOfTheRanksThatDoNotAllFit() {
        gang(6, 8);
        lay("n1", 5);
        Map<Task, Node> layout = board.layout(ranks(0, 4), Optional.of(new Target.OnDomain(block("b0"))), proposal);
        assertEquals(Map.of(0, "n0", 1, "n2", 2, "n3"), names(layout));
    }

    @Test
    void fillingGoesOnWhereRanksLieAlready() {
        gang(4, 8);
        lay("n6", 0);
        Map<Task, Node> layout = board.layout(ranks(1, 3), Optional.empty(), proposal);
        assertEquals(Map.of(1, "n4", 2, "n5", 3, "n7"), names(layout));
    }

    @Test
    void filledOnItsOwnAGangTakesOneRack() {
        gang(16, 1);
        assertEquals(
                "1 rack, 2 nodes; 1 pair of neighbouring ranks split across nodes",
                board.appraise(job(), board.layout(ranks(0, 15), Optional.empty(), proposal))
                        .score());
    }

    @Test
    void theScoreCountsWhatIsTouchedAndWhatNeighboursArePartedBy() {
        gang(6, 4);
        lay("n0", 0, 1);
        lay("n1", 2);
        lay("n2", 3);
        lay("n4", 4);
        assertEquals(
                "2 blocks, 3 racks, 4 nodes; 1 pair of neighbouring ranks split across nodes, 1 across racks,"
                        + " 1 across blocks",
                board.appraise(job(), proposal).score());
    }

    @Test
    void neighboursAreOnlyCountedWhereBothLieSomewhere() {
        gang(4, 8);
        lay("n0", 0);
        lay("n1", 2);
        assertEquals("1 rack, 2 nodes", board.appraise(job(), proposal).score());
        assertEquals("", board.appraise(job(), Map.of()).score());
    }

    @Test
    void whatDoesNotFitWhereNoOtherRankLiesIsNotSaidToLieBesideAny() {
        bench.show(Seen.pod("other", TaskPhase.RUNNING, "n0", Seen.asks(8), Seen.owner("Job", "other")));
        bench.show(PodBuilder.like(Seen.pod(
                        "train-0",
                        TaskPhase.GATED,
                        "",
                        SpecBuilder.like(Seen.asks(8))
                                .priority(100)
                                .gates("podium.placement/manual")
                                .build(),
                        Seen.owner("Job", "train")))
                .rank(0)
                .build());
        lay("n0", 0);
        assertEquals(
                "on n0: needs 8 GPUs, 0 left",
                board.appraise(job(), proposal).conflicts().getFirst().words());
    }

    @Test
    void whatIsTooMuchForANodeIsAConflictWithTheRanksAndThePlace() {
        gang(4, 4);
        lay("n0", 0, 1, 3);
        List<LayoutAppraisal.Conflict> conflicts =
                board.appraise(job(), proposal).conflicts();
        assertEquals(
                "rank 3 on n0: needs 4 GPUs, 0 left beside ranks 0-1",
                conflicts.getFirst().words());
        assertEquals(java.util.Set.of(rank(3)), conflicts.getFirst().tasks());
        assertEquals(1, conflicts.size());
    }

    @Test
    void aNodeThatWasTakenMeanwhileIsAConflictWithTheHolder() {
        gang(2, 8);
        lay("n0", 0);
        assertEquals(List.of(), board.appraise(job(), proposal).conflicts());
        bench.show(Seen.pod("late", TaskPhase.RUNNING, "n0", Seen.asks(2), Seen.owner("Job", "eval")));
        assertEquals(
                "rank 0 on n0: needs 8 GPUs, 6 free; 2 held by eval",
                board.appraise(job(), proposal).conflicts().getFirst().words());
    }

    @Test
    void aCordonedNodeIsAConflictSinceAPinWouldWaitThereForEver() {
        gang(1, 8);
        bench.show(Seen.node(
                "n0", "uid-n0", Labels.of(BLOCK, "b0", RACK, "r0"), Taints.none(), Seen.gpus(8, 64_000, 1000), true));
        lay("n0", 0);
        assertEquals(
                "on n0: cordoned: uncordon it first",
                board.appraise(job(), proposal).conflicts().getFirst().words());
    }

    @Test
    void aNodeThatIsGoneIsAConflict() {
        gang(1, 8);
        lay("n0", 0);
        bench.show(Seen.gone("Node", "n0"));
        assertEquals(
                "on n0: the node is gone",
                board.appraise(job(), proposal).conflicts().getFirst().words());
    }

    @Test
    void ranksThatMustKeepApartAreAConflictInOneRack() {
        for (int rank = 0; rank < 2; rank++) {
            Change pod = RankedPods.pod("train", rank, RankedPods.apart(RACK), 8);
            bench.show(pod);
        }
        lay("n0", 0);
        assertEquals(
                Fit.DOES_NOT_FIT,
                board.verdicts(ranks(1, 1), proposal).get(bench.node("n1")).fit());
        assertEquals(
                Fit.FITS,
                board.verdicts(ranks(1, 1), proposal).get(bench.node("n2")).fit());
        lay("n1", 1);
        assertEquals(2, board.appraise(job(), proposal).conflicts().size());
    }

    @Test
    void aNodeIsJudgedAsATargetWithWhatLiesThere() {
        gang(4, 4);
        lay("n0", 0);
        Target n0 = new Target.OnNode(bench.node("n0"));
        assertEquals(Fit.FITS, board.verdict(ranks(1, 1), n0, proposal).fit());
        Verdict two = board.verdict(ranks(1, 2), n0, proposal);
        assertEquals(Fit.DOES_NOT_FIT, two.fit());
        assertEquals(List.of("room for 1 of 2 beside the ranks already there"), two.reasons());
        assertEquals(1, two.tasksThatFit());
        lay("n0", 1);
        assertEquals(
                List.of("needs 4 GPUs, 0 left beside ranks 0-1"),
                board.verdict(ranks(2, 3), n0, proposal).reasons());
    }

    @Test
    void aDomainIsJudgedAsATargetWithWhatLiesInIt() {
        gang(5, 8);
        Target block = new Target.OnDomain(block("b0"));
        assertEquals(Fit.FITS, board.verdict(ranks(1, 4), block, proposal).fit());
        lay("n2", 0);
        assertEquals(Fit.FITS, board.verdict(ranks(1, 3), block, proposal).fit());
        Verdict four = board.verdict(ranks(1, 4), block, proposal);
        assertEquals(Fit.DOES_NOT_FIT, four.fit());
        assertEquals(List.of("its tasks do not fit beside those already laid out"), four.reasons());
        assertEquals(
                Fit.FITS,
                board.verdict(ranks(1, 4), new Target.OnDomain(block("b1")), proposal)
                        .fit(),
                "what lies in another block takes nothing here");
    }

    @Test
    void aNodeThatIsGoneIsNoTarget() {
        gang(2, 8);
        lay("n1", 0);
        Target gone = new Target.OnNode(bench.node("n0"));
        bench.show(Seen.gone("Node", "n0"));
        assertEquals(
                Fit.DOES_NOT_FIT, board.verdict(ranks(1, 1), gone, proposal).fit());
        assertEquals(Map.of(), board.layout(ranks(1, 1), Optional.of(gone), proposal));
    }

    @Test
    void ranksThatKeepApartAreLaidOutApartFromThoseThatLieAlready() {
        for (int rank = 0; rank < 3; rank++) {
            bench.show(RankedPods.pod("train", rank, RankedPods.apart(RACK), 8));
        }
        lay("n0", 0);
        assertEquals(
                Map.of(1, "n2"),
                names(board.layout(ranks(1, 1), Optional.of(new Target.OnDomain(block("b0"))), proposal)));
        Verdict two = board.verdict(ranks(1, 2), new Target.OnDomain(block("b0")), proposal);
        assertEquals(Fit.DOES_NOT_FIT, two.fit(), "two racks for three ranks that keep apart");
    }
}
