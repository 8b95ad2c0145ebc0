// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.placement.Obstacle.Cure;
import podium.placement.advice.CureMoves;
import podium.placement.internal.PlacementServiceImpl;

/** The moves that end a wait make room beside what is free already, and go where they take none of it. */
class CureMovesTest {
    private final FleetBench bench = new FleetBench();
    private final PlacementServiceImpl placement = new PlacementServiceImpl(bench.service);
    private final AdviceServiceImpl advice = new AdviceServiceImpl(placement, InstantSource.system());

    @AfterEach
    void close() throws Exception {
        placement.close();
    }

    private void node(String name, int held) {
        bench.show(Seen.gpuNode(name, 8));
        if (held > 0) {
            bench.show(
                    Seen.pod("on-" + name, TaskPhase.RUNNING, name, Seen.asks(held), Seen.owner("Job", "on-" + name)));
        }
    }

    private void gang(int tasks) {
        for (int i = 0; i < tasks; i++) {
            bench.show(Seen.pod("t-" + i, TaskPhase.PENDING, "", Seen.asks(8), Seen.owner("Job", "t")));
        }
    }

    private Cure cure(String job) {
        return placement.obstacles(bench.job(job)).stream()
                .flatMap(it -> it.cure().stream())
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> to(CureMoves moves) {
        return moves.moves().stream().map(move -> move.to().getName()).collect(Collectors.toSet());
    }

    @Test
    void theSlotThatIsFreeAlreadyIsNoCureForAJobThatNeedsOneMoreAndTakesNoneOfTheMoved() {
        node("free", 0);
        node("a", 4);
        node("b", 4);
        gang(2);
        assertEquals("free 8 GPUs on one more node", cure("t").words());
        CureMoves moves = advice.moves(cure("t")).orElseThrow();
        assertEquals(1, moves.moves().size());
        assertFalse(to(moves).contains("free"), moves::toString);
    }

    @Test
    void severalNodesAreFreedTogetherAndTheMovedFindRoomBesideEachOther() {
        node("a", 2);
        node("b", 2);
        node("c", 4);
        gang(2);
        assertEquals("free 8 GPUs on each of 2 more nodes", cure("t").words());
        CureMoves moves = advice.moves(cure("t")).orElseThrow();
        assertEquals(2, moves.moves().size(), moves::toString);
        assertEquals(Set.of("c"), to(moves));
    }

    @Test
    void whereWhatIsInTheWayFindsNoOtherNodeThereAreNoMoves() {
        node("free", 0);
        node("a", 8);
        node("b", 6);
        gang(3);
        assertEquals(Optional.empty(), advice.moves(cure("t")));
        assertEquals(Optional.empty(), advice.moves(new Cure.Resume()));
    }

    @Test
    void podsThatHoldWhatIsMissingBesideFreeGpusMoveToAnotherNode() {
        Resources node = Resources.parse("nvidia.com/gpu=8,cpu=64000,memory=1000,pods=90");
        bench.show(
                Seen.node("n1", Labels.none(), node),
                Seen.node("n2", Labels.none(), Resources.parse("cpu=64000,memory=1000,pods=90")),
                Seen.pod(
                        "beside",
                        TaskPhase.RUNNING,
                        "n1",
                        TaskSpec.of(Resources.parse("cpu=32000")),
                        Seen.owner("Job", "beside")),
                Seen.pod("p", TaskPhase.PENDING, "", TaskSpec.of(Resources.parse("nvidia.com/gpu=8,cpu=60000"))));
        assertEquals("move the beside pod off", cure("p").words());
        assertEquals(List.of("n2"), List.copyOf(to(advice.moves(cure("p")).orElseThrow())));
    }

    @Test
    void aCureThatMakesRoomForAPartOnlySaysThatTheJobStillWaits() {
        Resources node = Resources.parse("nvidia.com/gpu=8,cpu=64000,memory=1000,pods=90");
        TaskSpec rank = TaskSpec.of(Resources.parse("nvidia.com/gpu=8,cpu=60000"));
        bench.show(
                Seen.node("n1", Labels.none(), node),
                Seen.node("n2", Labels.none(), node),
                Seen.node("n3", Labels.none(), Resources.parse("cpu=64000,memory=1000,pods=90")));
        sick();
        holds("beside", "n1", "cpu=32000");
        for (int i = 0; i < 3; i++) {
            bench.show(Seen.pod("t-" + i, TaskPhase.PENDING, "", rank, Seen.owner("Job", "t")));
        }
        Cure off = cure("t");
        assertEquals("move the beside pod off; then it still waits: room for 2 of its 3 tasks, 1 short", off.words());
        assertEquals(List.of("n3"), List.copyOf(to(advice.moves(off).orElseThrow())));
        holds("gpus", "n2", "nvidia.com/gpu=2");
        assertEquals(
                "free 8 GPUs on one more node; then it still waits: room for 1 of its 3 tasks, 2 short",
                cure("t").words());
    }

    @Test
    void cordonedNodesAreNamedBesideThoseWithRoomAndSayHowManyTheyTake() {
        node("free", 0);
        bench.show(Seen.node(
                "out",
                "out-uid",
                Labels.none(),
                podium.model.value.Taints.none(),
                Resources.parse("nvidia.com/gpu=8,pods=90"),
                true));
        gang(2);
        assertEquals("uncordon out", cure("t").words());
        sick();
        gang(3);
        assertEquals(
                "uncordon out; then it still waits: room for 2 of its 3 tasks, 1 short",
                cure("t").words());
    }

    /** A node that would take a task some time, and not now. */
    private void sick() {
        bench.show(Seen.node(
                "sick",
                "sick-uid",
                Labels.none(),
                podium.model.value.Taints.parse("node.kubernetes.io/disk-pressure\t\tNoSchedule"),
                Resources.parse("nvidia.com/gpu=8,cpu=64000,memory=1000,pods=90"),
                false));
    }

    /** Its template is pinned, and with it the others, for which there may be no room there. */
    @Test
    void oneReplicaOfSeveralIsNotMovedByItself() {
        bench.show(Seen.gpuNode("a", 8), Seen.gpuNode("b", 8), Seen.workload("Deployment", "chat", 2));
        for (String node : List.of("a", "b")) {
            bench.show(
                    Seen.pod("chat-" + node, TaskPhase.RUNNING, node, Seen.asks(4), Seen.owner("Deployment", "chat")));
        }
        gang(1);
        assertEquals("free 8 GPUs on one more node", cure("t").words());
        assertEquals(Optional.empty(), advice.moves(cure("t")));
        assertEquals(Optional.empty(), advice.moves(new Cure.MoveOff(List.of(bench.task("chat-a")))));
        assertEquals(Optional.empty(), advice.relief(bench.cluster, 8), "nor for a slot");
    }

    /** Each may have to be judged on all nodes, while somebody looks at the job. */
    @Test
    void moreThanAnybodyWouldRestartForOneJobAreNotLookedFor() {
        for (int node = 0; node < 30; node++) {
            bench.show(Seen.gpuNode("n" + node, 8));
            for (int pod = 0; pod < 4; pod++) {
                String name = "p" + node + "-" + pod;
                bench.show(Seen.pod(name, TaskPhase.RUNNING, "n" + node, Seen.asks(1), Seen.owner("Job", name)));
            }
        }
        gang(13);
        assertEquals("free 8 GPUs on each of 13 more nodes", cure("t").words());
        assertEquals(Optional.empty(), advice.moves(cure("t")), "it would take 52");
    }

    private void holds(String job, String node, String requests) {
        bench.show(Seen.pod(
                job + "-0", TaskPhase.RUNNING, node, TaskSpec.of(Resources.parse(requests)), Seen.owner("Job", job)));
    }

    private void waits(String requests) {
        bench.show(Seen.pod("late", TaskPhase.PENDING, "", TaskSpec.of(Resources.parse(requests))));
    }

    @Test
    void whoeverWaitsForASliceIsToldWhoHoldsSlicesOfThatSizeAndNobodyElseIsMoved() {
        for (String name : List.of("m1", "m2")) {
            bench.show(Seen.node(
                    name,
                    Labels.of("nvidia.com/gpu.count", "2"),
                    Resources.parse("nvidia.com/mig-1g.5gb=2,nvidia.com/mig-2g.10gb=1,pods=90")));
        }
        holds("embed", "m1", "nvidia.com/mig-1g.5gb=1");
        holds("lab-10", "m1", "nvidia.com/mig-2g.10gb=1");
        holds("lab-9", "m2", "nvidia.com/mig-2g.10gb=1");
        waits("nvidia.com/mig-2g.10gb=1");
        assertEquals(
                "free 1 nvidia.com/mig-2g.10gb on one more node: held by lab-9, lab-10",
                cure("late").words());
        assertEquals(Optional.empty(), advice.moves(cure("late")));
    }

    @Test
    void whoeverWaitsForAShareIsToldWhoHoldsSharesAndNobodyIsMoved() {
        bench.show(Seen.node(
                "n",
                Labels.none(),
                Resources.parse("alibabacloud.com/gpu-count=1,alibabacloud.com/gpu-milli=1000,pods=9")));
        holds("chat", "n", "alibabacloud.com/gpu-count=1,alibabacloud.com/gpu-milli=700");
        waits("alibabacloud.com/gpu-count=1,alibabacloud.com/gpu-milli=500");
        assertEquals(
                "free 0.50 of one GPU on one more node: held by chat",
                cure("late").words());
        assertEquals(Optional.empty(), advice.moves(cure("late")));
    }

    @Test
    void whoHoldsSlicesIsNotMovedToFreeWholeGpus() {
        Resources divided = Resources.parse("nvidia.com/gpu=2,nvidia.com/mig-1g.5gb=14,cpu=8000,pods=90");
        bench.show(
                Seen.node("m1", Labels.of("nvidia.com/gpu.count", "4"), divided),
                Seen.node("slices", Labels.none(), Resources.parse("nvidia.com/mig-1g.5gb=14,pods=90")),
                Seen.node("without-cores", Labels.none(), Resources.parse("nvidia.com/gpu=2,pods=90")));
        holds("whole", "m1", "nvidia.com/gpu=2");
        holds("embed", "m1", "nvidia.com/mig-1g.5gb=4");
        waits("nvidia.com/gpu=2,cpu=4000");
        assertEquals("free 2 GPUs on one more node", cure("late").words());
        assertEquals(List.of("whole"), moved());
    }

    @Test
    void whoHoldsATimeSliceOfAGpuIsMovedForOneWhoAsksForSuch() {
        bench.show(
                Seen.node(
                        "shared",
                        Labels.of("nvidia.com/gpu.count", "1", "nvidia.com/gpu.replicas", "2"),
                        Resources.parse("nvidia.com/gpu=2,cpu=8000,pods=90")),
                Seen.node("without-cores", Labels.none(), Resources.parse("nvidia.com/gpu=2,pods=90")));
        holds("pair", "shared", "nvidia.com/gpu=2");
        waits("nvidia.com/gpu=1,cpu=4000");
        assertEquals(List.of("pair"), moved());
    }

    private List<String> moved() {
        return advice.moves(cure("late")).orElseThrow().moves().stream()
                .map(move -> move.task().getJob().getName())
                .toList();
    }
}
