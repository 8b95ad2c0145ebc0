// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.core.testkit.SpecBuilder;
import podium.model.fleet.Node;
import podium.model.fleet.TaskPhase;
import podium.model.value.Conditions;
import podium.model.value.LabelSelector;
import podium.model.value.Labels;
import podium.model.value.PodTerm;
import podium.model.value.TaskSpec;
import podium.placement.Assignment;
import podium.placement.Fit;
import podium.placement.IncrementalResult;
import podium.placement.IncrementalVerdicts;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;

/** What is worked out step by step comes to what is worked out at once. */
class GradualTest {
    private static final int NODES = 600;
    private static final int TASKS = 90;

    private final FleetBench bench = new FleetBench();
    private final PlacementServiceImpl placement = new PlacementServiceImpl(bench.service);
    private final PlacementServiceImpl atOnce = new PlacementServiceImpl(bench.service);

    @BeforeEach
    void fleet() {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            changes.add(Seen.gpuNode(
                    "n" + i,
                    8,
                    "topology.kubernetes.io/zone",
                    "z",
                    "topology.kubernetes.io/rack",
                    "r" + i / 8,
                    "kubernetes.io/hostname",
                    "n" + i));
            if (i % 3 > 0) {
                changes.add(Seen.pod("p" + i, TaskPhase.RUNNING, "n" + i, Seen.asks(i % 7)));
            }
        }
        bench.show(changes);
    }

    @AfterEach
    void close() throws Exception {
        placement.close();
        atOnce.close();
    }

    /** A gang whose first tasks ask for less than the others. */
    private Subject gang(String name, int first, int others) {
        bench.show(Seen.workload(
                "Job", name, TASKS, Optional.empty(), true, OptionalInt.of(TASKS), Conditions.none(), ""));
        for (int i = 0; i < TASKS; i++) {
            bench.show(Seen.pod(
                    name + "-" + i, TaskPhase.GATED, "", Seen.asks(i < 4 ? first : others), Seen.owner("Job", name)));
        }
        return new Subject(bench.job(name), List.of());
    }

    private Target zone() {
        return new Target.OnDomain(bench.cluster.getDomains().getFirst());
    }

    private static <T> List<T> steps(IncrementalResult<T> work, int least) {
        int steps = 1;
        Optional<T> answer = work.step();
        while (answer.isEmpty()) {
            steps++;
            answer = work.step();
        }
        assertTrue(steps >= least, "it paused " + steps + " times");
        return List.of(answer.get());
    }

    /** The index is whole and some nodes are judged. */
    private IncrementalResult<Map<Node, Verdict>> halfway(Subject gang) {
        placement.room(bench.node("n0"));
        IncrementalResult<Map<Node, Verdict>> work = placement.judging(gang);
        assertEquals(Optional.empty(), work.step(), "it begins");
        assertEquals(Optional.empty(), work.step(), "some nodes");
        return work;
    }

    @Test
    void theNodesAreJudgedAFewAtATime() {
        Subject gang = gang("gang", 2, 4);
        Map<Node, Verdict> all =
                steps(placement.judging(gang), NODES / 100 + NODES / 128).getFirst();
        assertEquals(atOnce.verdicts(gang), all);
        IncrementalResult<Map<Node, Verdict>> again = placement.judging(gang);
        assertEquals(Optional.empty(), again.step());
        assertEquals(all, again.step().orElseThrow(), "what is known is known");
    }

    @Test
    void nodesAskedForFirstAreKnownFirst() {
        Subject gang = gang("gang", 2, 4);
        placement.room(bench.node("n0"));
        List<Node> last = List.of(bench.node("n" + (NODES - 1)), bench.node("n" + (NODES - 2)));
        IncrementalVerdicts work = placement.judging(gang, last);
        assertEquals(Map.of(), work.soFar(), "nothing is known yet");
        assertEquals(Optional.empty(), work.step(), "it begins");
        assertEquals(Optional.empty(), work.step(), "some nodes");
        Map<Node, Verdict> all = atOnce.verdicts(gang);
        Map<Node, Verdict> some = work.soFar();
        assertTrue(some.keySet().containsAll(last));
        assertTrue(some.size() < NODES / 2, "only some: " + some.size());
        some.forEach((node, verdict) -> assertEquals(all.get(node), verdict));
        assertEquals(all, work.now());
        assertEquals(all, work.soFar());
    }

    @Test
    void oneNodeIsJudgedAtOnceWhileTheOthersWait() {
        Subject gang = gang("gang", 2, 4);
        IncrementalVerdicts work = placement.judging(gang, List.of());
        placement.room(bench.node("n0"));
        assertEquals(Optional.empty(), work.step(), "it begins");
        Node node = bench.node("n" + (NODES - 1));
        assertEquals(atOnce.verdict(gang, new Target.OnNode(node)), placement.verdict(gang, new Target.OnNode(node)));
        assertEquals(Set.of(node), work.soFar().keySet());
    }

    @Test
    void whatIsKnownIsNotKnownAnyMoreOfANodeThatChanged() {
        Subject gang = gang("gang", 2, 4);
        placement.room(bench.node("n0"));
        IncrementalVerdicts work = placement.judging(gang, List.of());
        assertEquals(Optional.empty(), work.step(), "it begins");
        assertEquals(Optional.empty(), work.step(), "some nodes");
        assertTrue(work.soFar().containsKey(bench.node("n0")));
        bench.show(Seen.pod("late", TaskPhase.RUNNING, "n0", Seen.asks(8)));
        assertFalse(work.soFar().containsKey(bench.node("n0")));
        assertTrue(work.soFar().containsKey(bench.node("n1")));
    }

    @Test
    void aNodeThatChangesWhileOthersAreJudgedIsJudgedAsItIs() {
        Subject gang = gang("gang", 2, 4);
        IncrementalResult<Map<Node, Verdict>> work = halfway(gang);
        bench.show(
                Seen.pod("late", TaskPhase.RUNNING, "n0", Seen.asks(8)),
                Seen.pod("later", TaskPhase.RUNNING, "n" + (NODES - 3), Seen.asks(8)),
                Seen.gpuNode("new", 8, "topology.kubernetes.io/zone", "z", "kubernetes.io/hostname", "new"));
        assertEquals(Optional.empty(), work.step());
        Map<Node, Verdict> all = work.now();
        assertEquals(Fit.DOES_NOT_FIT, all.get(bench.node("n0")).fit());
        assertEquals(Fit.FITS, all.get(bench.node("new")).fit());
        assertEquals(NODES + 1, all.size());
        Map<Node, Verdict> now = atOnce.verdicts(gang);
        all.forEach((node, verdict) -> {
            // what is usually asked for changed with the pods: it is in the scores of what is judged from then on
            assertEquals(now.get(node).fit(), verdict.fit());
            assertEquals(now.get(node).reasons(), verdict.reasons());
            assertEquals(now.get(node).tasksThatFit(), verdict.tasksThatFit());
        });
    }

    @Test
    void nodesThatComeChangeOrGoWhileTheIndexGrowsAreInItAsTheyAre() {
        Subject gang = gang("gang", 2, 4);
        Node gone = bench.node("n" + (NODES - 1));
        IncrementalResult<Map<Node, Verdict>> work = placement.judging(gang);
        assertEquals(Optional.empty(), work.step());
        bench.show(
                Seen.pod("late", TaskPhase.RUNNING, "n0", Seen.asks(8)),
                Seen.pod("later", TaskPhase.RUNNING, "n" + (NODES - 3), Seen.asks(8)),
                Seen.gpuNode("new", 8, "topology.kubernetes.io/zone", "z"),
                new Change.Gone("Node", "", gone.getName(), "uid-" + gone.getName()));
        Map<Node, Verdict> all = work.now();
        assertEquals(atOnce.verdicts(gang), all);
        assertEquals(NODES, all.size());
        assertFalse(all.containsKey(gone));
    }

    @Test
    void whatIsAskedAtOnceMeanwhileIsWhole() {
        Subject gang = gang("gang", 2, 4);
        IncrementalResult<Map<Node, Verdict>> work = halfway(gang);
        assertEquals(atOnce.verdicts(gang), placement.verdicts(gang));
        assertEquals(placement.verdicts(gang), work.step().orElseThrow(), "nothing is left to do");
    }

    @Test
    void aSubjectAlikeDoesNotTakeOverWhatIsHalfDone() {
        Subject gang = gang("gang", 3, 3);
        Subject same = gang("same", 3, 3);
        IncrementalResult<Map<Node, Verdict>> work = halfway(gang);
        assertEquals(atOnce.verdicts(same), placement.verdicts(same));
        assertEquals(atOnce.verdicts(gang), work.now());
    }

    @Test
    void aGangOfUnlikeTasksIsLaidOutInADomainByManySteps() {
        Subject gang = gang("gang", 2, 8);
        Assignment layout =
                steps(placement.laying(gang, zone()), NODES / 32).getFirst().orElseThrow();
        assertEquals(TASKS, layout.nodes().size());
        assertEquals(atOnce.layout(gang, zone()).orElseThrow(), layout);
        Verdict verdict = steps(placement.judging(gang, zone()), NODES / 32).getFirst();
        assertEquals(Fit.FITS, verdict.fit());
        assertEquals(atOnce.verdict(gang, zone()), verdict);
    }

    @Test
    void aGangWhoseTasksKeepNearEachOtherIsSearchedForByManySteps() {
        LabelSelector any = new LabelSelector(Labels.none(), List.of());
        TaskSpec near = SpecBuilder.like(Seen.asks(2))
                .podAffinity(List.of(new PodTerm("topology.kubernetes.io/zone", any, List.of("team"))))
                .build();
        bench.show(Seen.workload("Job", "near", 40, Optional.empty(), true, OptionalInt.of(40), Conditions.none(), ""));
        for (int i = 0; i < 40; i++) {
            bench.show(Seen.pod("near-" + i, TaskPhase.GATED, "", near, Seen.owner("Job", "near")));
        }
        Subject gang = new Subject(bench.job("near"), List.of());
        Assignment layout = steps(placement.laying(gang, zone()), 10).getFirst().orElseThrow();
        assertEquals(40, layout.nodes().size());
        assertEquals(atOnce.layout(gang, zone()).orElseThrow(), layout);
        assertEquals(
                Fit.FITS, steps(placement.judging(gang, zone()), 3).getFirst().fit());
    }

    @Test
    void aGangThatDoesNotFitIsToldSoAfterAllSteps() {
        Subject gang = gang("gang", 9, 8);
        assertEquals(Optional.empty(), steps(placement.laying(gang, zone()), 1).getFirst());
        Verdict verdict = steps(placement.judging(gang, zone()), 1).getFirst();
        assertEquals(Fit.DOES_NOT_FIT, verdict.fit());
        assertEquals(atOnce.verdict(gang, zone()), verdict);
    }

    @Test
    void whatNeedsNoStepsIsAnsweredInOne() {
        IncrementalResult<String> work = IncrementalResult.atOnce(() -> "a");
        assertEquals(Optional.of("ab"), work.map(word -> word + "b").step());
        assertEquals("a", work.now());
    }
}
