// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.fleet.Holdings;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskGroup;
import podium.model.value.TaskSpec;
import podium.placement.Fit;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.placement.internal.task.GangPiece;

class PlacementServiceTest {
    private static final String ZONE = "topology.kubernetes.io/zone";

    private final FleetBench bench = new FleetBench();
    private final PlacementServiceImpl placement = new PlacementServiceImpl(bench.service);

    @AfterEach
    void close() throws Exception {
        placement.close();
    }

    @Test
    void aJobOfUnlikeGroupsThatHasNoPodsIsHeldAgainstNodesGroupByGroup() {
        bench.show(
                Seen.gpuNode("n1", 8, ZONE, "z"),
                Seen.gpuNode("n2", 2, ZONE, "z"),
                Seen.grouped(
                        "ray",
                        true,
                        new TaskGroup("headgroup", 1, Seen.asks(0), Labels.of("ray.io/group", "headgroup")),
                        new TaskGroup("small", 2, Seen.asks(1), Labels.of("ray.io/group", "small")),
                        new TaskGroup("large", 1, Seen.asks(8), Labels.of("ray.io/group", "large"))));
        Subject ray = new Subject(bench.job("ray"), List.of());
        assertEquals(
                List.of(0, 1, 1, 8),
                GangPiece.of(ray).stream()
                        .map(piece -> Holdings.asked(piece.spec()))
                        .toList());
        Verdict zone = placement.verdict(
                ray, new Target.OnDomain(bench.cluster.getDomains().getFirst()));
        assertEquals(4, zone.tasksThatFit(), "by the template of one group there was room for 1");
    }

    @Test
    void askingAgainWithoutAChangeGivesTheSameAnswer() {
        bench.show(Seen.gpuNode("n1", 8), waiting("p", 1));
        assertSame(placement.verdicts(subject("p")), placement.verdicts(subject("p")));
    }

    @Test
    void aNodeThatCameOrWentIsInTheNextAnswer() {
        bench.show(Seen.gpuNode("n1", 8), waiting("p", 1));
        assertEquals(1, placement.verdicts(subject("p")).size());
        bench.show(Seen.gpuNode("n2", 8));
        Map<Node, Verdict> two = placement.verdicts(subject("p"));
        assertEquals(Set.of(bench.node("n1"), bench.node("n2")), two.keySet());
        Node gone = bench.node("n1");
        bench.show(Seen.gone("Node", "n1"));
        assertFalse(placement.verdicts(subject("p")).containsKey(gone));
        assertEquals(2, two.size());
    }

    @Test
    void theReplacementOfARunningPodFitsWithoutConditionWhereThereIsRoom() {
        bench.show(
                Seen.gpuNode("n1", 8),
                Seen.gpuNode("n2", 8),
                Seen.pod("p", TaskPhase.RUNNING, "n1", TaskSpec.of(Resources.of(Map.of("nvidia.com/gpu", 8L)))));
        Map<Node, Verdict> replacements =
                placement.replacements(bench.job("p").getTasks().getFirst());
        assertEquals(Fit.FITS, replacements.get(bench.node("n2")).fit());
        assertEquals(Fit.DOES_NOT_FIT, replacements.get(bench.node("n1")).fit(), "the pod still holds its GPUs");
    }

    @Test
    void theLabelAndTaintOfANodeAreFollowed() {
        bench.show(Seen.gpuNode("n1", 8), Seen.pod("p", TaskPhase.PENDING, "", TaskSpec.parse("nodeSelector=a=b\n")));
        assertEquals(Fit.DOES_NOT_FIT, on("p", "n1").fit());
        bench.show(Seen.gpuNode("n1", 8, "a", "b"));
        assertEquals(Fit.FITS, on("p", "n1").fit());
    }

    @Test
    void aJobThatIsGoneHasNoVerdictsAndFitsNowhere() {
        bench.show(Seen.gpuNode("n1", 8), waiting("p", 1));
        Job job = bench.job("p");
        bench.show(Seen.gone("Pod", "p"));
        Subject gone = new Subject(job, List.of());
        assertTrue(placement.verdicts(gone).isEmpty());
        assertEquals(
                Fit.DOES_NOT_FIT,
                placement.verdict(gone, new Target.OnNode(bench.node("n1"))).fit());
        assertEquals(Optional.empty(), placement.layout(gone, new Target.OnNode(bench.node("n1"))));
    }

    @Test
    void aRemovedClusterIsForgotten() {
        bench.show(Seen.gpuNode("n1", 8), waiting("p", 1));
        Subject subject = subject("p");
        assertEquals(1, placement.verdicts(subject).size());
        bench.service.remove(FleetBench.ID);
        bench.service.add(FleetBench.ID, "", false);
        FleetBench other = new FleetBench();
        other.show(Seen.gpuNode("m1", 8), waiting("q", 1));
        assertEquals(1, placement.verdicts(subject).size());
    }

    @Test
    void aWholeRunningJobFitsWhereItsOwnPodsWouldMakeRoom() {
        bench.show(
                Seen.gpuNode("n1", 8, ZONE, "z"),
                Seen.pod("t-0", TaskPhase.RUNNING, "n1", Seen.asks(4), Seen.owner("Job", "t")),
                Seen.pod("t-1", TaskPhase.RUNNING, "n1", Seen.asks(4), Seen.owner("Job", "t")));
        Verdict verdict =
                placement.verdict(new Subject(bench.job("t"), List.of()), new Target.OnNode(bench.node("n1")));
        assertEquals(Fit.FITS_IF, verdict.fit());
        assertEquals(List.of("its 2 running tasks restart"), verdict.reasons());
        assertEquals(2, verdict.tasksThatFit());
    }

    @Test
    void oneTaskOfAJobLeavesTheOthersWhereTheyAre() {
        bench.show(
                Seen.gpuNode("n1", 8),
                Seen.gpuNode("n2", 4),
                Seen.pod("t-0", TaskPhase.RUNNING, "n1", Seen.asks(4), Seen.owner("Job", "t")),
                Seen.pod("t-1", TaskPhase.RUNNING, "n2", Seen.asks(4), Seen.owner("Job", "t")));
        Task first = bench.task("t-0");
        Subject one = new Subject(first.getJob(), List.of(first));
        Verdict there = placement.verdicts(one).getOrDefault(bench.node("n2"), new Verdict(Fit.FITS, List.of(), 0, 0));
        assertEquals(Fit.DOES_NOT_FIT, there.fit());
        assertEquals("needs 4 GPUs, 0 free", there.reasons().getFirst());
    }

    @Test
    void aCordonedNodeIsATargetByItselfButNotWithItsDomain() {
        Change.NodeSeen node = Seen.gpuNode("n1", 8, ZONE, "z");
        bench.show(Seen.node("n1", node.uid(), node.labels(), node.taints(), node.capacity(), true), waiting("p", 1));
        assertEquals(
                Fit.FITS_IF,
                placement
                        .verdict(subject("p"), new Target.OnNode(bench.node("n1")))
                        .fit());
        Verdict zone = placement.verdict(
                subject("p"), new Target.OnDomain(bench.cluster.getDomains().getFirst()));
        assertEquals(Fit.DOES_NOT_FIT, zone.fit());
        assertEquals(
                List.of(
                        "no node there can be used",
                        "1 cordoned node there: room for the only task with n1 uncordoned"),
                zone.reasons());
    }

    @Test
    void aTightDomainScoresHigherThanAWideOne() {
        for (String node : List.of("a1", "a2", "a3", "b1", "b2")) {
            bench.show(Seen.gpuNode(node, 8, ZONE, node.substring(0, 1)));
        }
        for (String pod : List.of("p", "q")) {
            bench.show(Seen.pod(pod, TaskPhase.PENDING, "", Seen.asks(8), Seen.owner("Job", "p")));
        }
        double wide = zone("a").score();
        assertTrue(zone("b").score() > wide);
        assertTrue(wide >= 0 && zone("b").score() <= 1);
    }

    @Test
    void scoresAreRatios() {
        bench.show(Seen.gpuNode("n1", 8), Seen.gpuNode("n2", 0), waiting("p", 1), waiting("q", 0));
        for (String pod : List.of("p", "q")) {
            placement
                    .verdicts(subject(pod))
                    .values()
                    .forEach(verdict -> assertTrue(verdict.score() >= 0 && verdict.score() <= 1));
        }
    }

    private Verdict zone(String name) {
        return placement.verdict(
                new Subject(bench.task("p").getJob(), List.of()),
                new Target.OnDomain(bench.cluster.getDomains().stream()
                        .filter(domain -> domain.getName().equals(name))
                        .findFirst()
                        .orElseThrow()));
    }

    private Verdict on(String pod, String node) {
        return placement.verdict(subject(pod), new Target.OnNode(bench.node(node)));
    }

    private Subject subject(String pod) {
        Task task = bench.task(pod);
        return new Subject(task.getJob(), List.of(task));
    }

    private static Change waiting(String name, int gpus) {
        return Seen.pod(name, TaskPhase.PENDING, "", Seen.asks(gpus));
    }
}
