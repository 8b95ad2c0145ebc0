// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.job.PinLabels;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.core.testkit.SpecBuilder;
import podium.model.fleet.Readiness;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.NodeRemark;
import podium.model.value.Resources;
import podium.model.value.Taint;
import podium.model.value.Taints;
import podium.model.value.TaskSpec;
import podium.model.value.Toleration;
import podium.placement.Fit;
import podium.placement.Reason;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;

/** Each rule of the scheduler, with the words an operator reads. */
public class VerdictRulesTest {
    private final FleetBench bench = new FleetBench();
    private final PlacementServiceImpl placement = new PlacementServiceImpl(bench.service);

    @AfterEach
    void close() throws Exception {
        placement.close();
    }

    @Test
    void whatHasRoomFitsWithoutWords() {
        bench.show(Seen.gpuNode("n1", 8), waiting(Seen.asks(8)));
        expect(Fit.FITS);
        assertEquals(1, verdict().tasksThatFit());
    }

    @Test
    void aShortageSaysWhatIsFreeAndWhoHoldsTheRest() {
        bench.show(
                Seen.gpuNode("n1", 8),
                Seen.workload("Job", "llm-eval-7", 1),
                Seen.pod("e", TaskPhase.RUNNING, "n1", Seen.asks(2), Seen.owner("Job", "llm-eval-7")),
                waiting(Seen.asks(8)));
        expect(Fit.DOES_NOT_FIT, "needs 8 GPUs, 6 free; 2 held by llm-eval-7");
    }

    @Test
    void aNodeThatNeverHasEnoughSaysSo() {
        bench.show(Seen.gpuNode("n1", 4), waiting(Seen.asks(8)));
        expect(Fit.DOES_NOT_FIT, "needs 8 GPUs, the node has 4");
        bench.show(Seen.gpuNode("n1", 0));
        expect(Fit.DOES_NOT_FIT, "needs 8 GPUs, the node has none");
    }

    @Test
    void whereANodeHasGpusOfAnotherMakerTheResourceIsNamed() {
        bench.show(Seen.gpuNode("n1", 8), waiting(TaskSpec.of(Resources.of(Map.of("amd.com/gpu", 8L)))));
        expect(Fit.DOES_NOT_FIT, "needs 8 GPUs (amd.com/gpu), the node has none");
        assertEquals(
                "needs 8 GPUs (amd.com/gpu), none there",
                verdict().why().getFirst().rule());
        bench.show(Seen.gpuNode("n1", 0));
        assertEquals(
                "needs 8 GPUs (amd.com/gpu), none there",
                verdict().why().getFirst().rule(),
                "one line for all nodes that have none, whatever else they have");
    }

    @Test
    void coresAndMemoryAreToldInTheirUnits() {
        bench.show(
                Seen.node("n1", Labels.none(), Resources.of(Map.of("cpu", 4500L, "memory", 3L << 29, "pods", 10L))),
                waiting(TaskSpec.of(Resources.of(Map.of("cpu", 8000L, "memory", 2L << 30)))));
        expect(Fit.DOES_NOT_FIT, "needs 8 CPUs, the node has 4.5", "needs 2 GiB memory, the node has 1.5 GiB");
    }

    @Test
    void aFinishedPodGivesBackWhatItHad() {
        bench.show(
                Seen.gpuNode("n1", 8),
                Seen.pod("done", TaskPhase.SUCCEEDED, "n1", Seen.asks(8)),
                Seen.pod("failed", TaskPhase.FAILED, "n1", Seen.asks(8)),
                waiting(Seen.asks(8)));
        expect(Fit.FITS);
    }

    @Test
    void aTerminatingPodStillHolds() {
        bench.show(
                Seen.gpuNode("n1", 8),
                Seen.pod("ending", TaskPhase.TERMINATING, "n1", Seen.asks(8)),
                waiting(Seen.asks(1)));
        expect(Fit.DOES_NOT_FIT, "needs 1 GPU, 0 free; 8 held by ending");
    }

    @Test
    void aNodeTakesNoMorePodsThanItMay() {
        bench.show(
                Seen.node("n1", Labels.none(), Resources.of(Map.of("pods", 1L, "cpu", 9000L))),
                Seen.pod("p", TaskPhase.RUNNING, "n1", TaskSpec.of(Resources.none())),
                waiting(TaskSpec.of(Resources.none())));
        expect(Fit.DOES_NOT_FIT, "runs 1 pods of 1");
    }

    @Test
    void aTaintThatIsNotToleratedIsNamed() {
        bench.show(
                node(new Taints(List.of(new Taint("dedicated", "infer", "NoSchedule"))), false), waiting(Seen.asks(1)));
        expect(Fit.DOES_NOT_FIT, "taint dedicated=infer:NoSchedule is not tolerated");
    }

    /** GKE taints all nodes with GPUs so, and its server adds the toleration to each pod that asks for one: no template has it. */
    @Test
    void aTaintByTheNameOfWhatATemplateAsksForIsJudgedByWhatTheServerAddsToOtherPods() throws Exception {
        Taint present = new Taint("nvidia.com/gpu", "present", "NoSchedule");
        bench.show(
                node(new Taints(List.of(present)), false),
                Seen.job("train", true, 1, Seen.asks(1), ""),
                Seen.job("other", false, 1, Seen.asks(1), ""));
        String adds = "the server adds the toleration of taint nvidia.com/gpu=present:NoSchedule"
                + " (ExtendedResourceToleration)";
        assertEquals(Fit.FITS_IF, train().fit());
        assertEquals(List.of(new Reason(adds, adds, Reason.Kind.TOLERATION)), train().why());
        TaskSpec added = SpecBuilder.like(Seen.asks(1))
                .tolerations(new Toleration("nvidia.com/gpu", "Exists", "", "NoSchedule"))
                .build();
        bench.show(Seen.pod("o", TaskPhase.RUNNING, "n1", added, Seen.owner("Job", "other")));
        assertEquals(List.of(), train().reasons());
        bench.show(Seen.pod("o", TaskPhase.RUNNING, "n1", Seen.asks(1), Seen.owner("Job", "other")));
        try (PlacementServiceImpl fresh = new PlacementServiceImpl(bench.service)) {
            Subject train = new Subject(bench.job("train"), List.of());
            Verdict other = fresh.verdicts(train).get(bench.node("n1"));
            assertEquals(List.of("taint nvidia.com/gpu=present:NoSchedule is not tolerated"), other.reasons());
            assertEquals(Fit.DOES_NOT_FIT, other.fit());
        }
    }

    /** Of one that has no pods yet. */
    private Verdict train() {
        return placement.verdicts(new Subject(bench.job("train"), List.of())).get(bench.node("n1"));
    }

    @Test
    void theTaintOfACordonThatIsGoneStillKeepsAway() {
        Taints taints = new Taints(List.of(new Taint(Taint.UNSCHEDULABLE, "", "NoSchedule")));
        bench.show(
                Seen.node("n1", "uid-n1", Labels.none(), taints, Seen.gpus(8, 64_000, 1000), false),
                waiting(Seen.asks(1)));
        expect(Fit.FITS_IF, "cordoned: uncordon it first");
    }

    @Test
    void aPreferredTaintKeepsNobodyAway() {
        bench.show(node(new Taints(List.of(new Taint("x", "", "PreferNoSchedule"))), false), waiting(Seen.asks(1)));
        expect(Fit.FITS);
    }

    @Test
    void aCordonedNodeFitsIfItIsUncordoned() {
        bench.show(
                node(new Taints(List.of(new Taint(Taint.UNSCHEDULABLE, "", "NoSchedule"))), true),
                waiting(Seen.asks(1)));
        expect(Fit.FITS_IF, "cordoned: uncordon it first");
    }

    @Test
    void whatPeopleWroteOnANodeIsSaidWithItsCordonAndItsTaint() {
        List<NodeRemark> remarks = List.of(new NodeRemark("team/reason", "waiting for GPU 5"));
        bench.show(node(new Taints(List.of(), Optional.empty(), remarks), true), waiting(Seen.asks(1)));
        expect(Fit.FITS_IF, "cordoned: uncordon it first, noted on the node: \"waiting for GPU 5\"");
        Taint taint = new Taint("maint", "yes", "NoSchedule");
        bench.show(node(new Taints(List.of(taint), Optional.empty(), remarks), false));
        expect(
                Fit.DOES_NOT_FIT,
                "taint maint=yes:NoSchedule is not tolerated, noted on the node: \"waiting for GPU 5\"");
    }

    @Test
    void aNodeThatIsNotReadyOrSilentDoesNotFit() {
        bench.show(ready(Readiness.NOT_READY), waiting(Seen.asks(1)));
        expect(Fit.DOES_NOT_FIT, "the node is not ready");
        bench.show(ready(Readiness.UNKNOWN));
        expect(Fit.DOES_NOT_FIT, "the node does not report");
    }

    @Test
    void aNodeSelectorSaysWhatTheNodeHasInstead() {
        bench.show(Seen.gpuNode("n1", 8, "gpu", "a100"), waiting(TaskSpec.parse("nodeSelector=gpu=h100\n")));
        expect(Fit.DOES_NOT_FIT, "node selector asks for gpu=h100, the node has a100");
        bench.show(Seen.gpuNode("n1", 8));
        expect(Fit.DOES_NOT_FIT, "node selector asks for gpu=h100, the node has no such label");
    }

    @Test
    void aRunningTaskFitsElsewhereIfItRestarts() {
        bench.show(
                Seen.gpuNode("n1", 8), Seen.gpuNode("n2", 8), Seen.pod("wait", TaskPhase.RUNNING, "n2", Seen.asks(8)));
        expect(Fit.FITS_IF, "its running task restarts");
        Verdict there = placement.verdict(subject(), new Target.OnNode(bench.node("n2")));
        assertEquals(List.of("runs here already and would restart"), there.reasons());
    }

    @Test
    void aTemplatePinnedToAnotherHostFitsIfThePinIsReplaced() {
        TaskSpec pinned = TaskSpec.parse("nodeSelector=kubernetes.io/hostname=n2\n");
        bench.show(
                Seen.gpuNode("n1", 8, "kubernetes.io/hostname", "n1"),
                Seen.workload("Job", "train", 1),
                Seen.pod("wait", TaskPhase.PENDING, "", pinned, Seen.owner("Job", "train")));
        expect(Fit.FITS_IF, "its pin on n2 is replaced");
    }

    /** A pin goes by the label: to call them a place and then pin to another node is worse than to refuse. */
    @Test
    void aNodeThatCannotBePinnedToAloneIsNoPlace() {
        bench.show(
                Seen.gpuNode("n1", 8, "kubernetes.io/hostname", "n1"),
                Seen.gpuNode("n2", 8, "kubernetes.io/hostname", "n1"),
                Seen.gpuNode("n3", 8),
                Seen.gpuNode("n4", 8, "kubernetes.io/hostname", "ip-10-0-0-4"),
                waiting(Seen.asks(8)));
        expect(
                Fit.REFUSED,
                "another node has the label kubernetes.io/hostname=n1 too, so what is pinned by it may run there");
        assertEquals(
                List.of("the node has no label kubernetes.io/hostname to pin on"),
                placement.verdicts(subject()).get(bench.node("n3")).reasons());
        assertEquals(
                Fit.FITS, placement.verdicts(subject()).get(bench.node("n4")).fit());
    }

    @Test
    void aPinToARackIsReplacedAndASelectorOfItsAuthorIsNot() {
        TaskSpec pinned = TaskSpec.parse("nodeSelector=topology.kubernetes.io/rack=r2\\ngpu=h100\n");
        bench.show(
                Seen.gpuNode("n1", 8, "topology.kubernetes.io/rack", "r1", "gpu", "h100"),
                Seen.gpuNode("n2", 8, "topology.kubernetes.io/rack", "r2", "gpu", "h100"),
                Seen.gpuNode("n3", 8, "topology.kubernetes.io/rack", "r1", "gpu", "a100"),
                Seen.job("its", false, 2, pinned, ""),
                Seen.job("train", false, 2, pinned, ""),
                Seen.pod("author", TaskPhase.PENDING, "", pinned, Seen.owner("Job", "its")),
                Seen.pod("wait", TaskPhase.PENDING, "", pinned, Seen.owner("Job", "train")));
        bench.job("train").setManagers(Labels.of(PinLabels.MARK, "topology.kubernetes.io/rack"));
        Task author = bench.task("author");
        for (int i = 0; i < 2; i++) { // what is known of one is not taken for the other, which asks for the same
            expect(Fit.FITS_IF, "its pin on rack r2 is replaced");
            assertEquals(
                    Fit.DOES_NOT_FIT,
                    placement
                            .verdict(new Subject(author.getJob(), List.of(author)), new Target.OnNode(bench.node("n1")))
                            .fit());
        }
        Map<podium.model.fleet.Node, Verdict> whole = placement.verdicts(new Subject(bench.job("train"), List.of()));
        assertEquals(Fit.FITS, whole.get(bench.node("n2")).fit());
        assertEquals(Fit.DOES_NOT_FIT, whole.get(bench.node("n3")).fit(), "of another GPU than its author asks for");
        Verdict rack = placement.verdict(
                new Subject(bench.job("train"), List.of()),
                new Target.OnDomain(bench.node("n1").getDomain()));
        assertEquals(List.of("its pin on rack r2 is replaced"), rack.reasons());
        assertEquals(Fit.FITS_IF, rack.fit());
    }

    @Test
    void resourceClaimsAreNotJudgedBeforeTheyAreKnown() {
        bench.show(Seen.gpuNode("n1", 8), waiting(TaskSpec.parse("resourceClaims=gpu\\t\n")));
        expect(Fit.FITS_IF, "its resource claims can be met there, which is not known here");
    }

    @Test
    void ofTwoNodesTheOneThatIsFilledUpScoresHigher() {
        bench.show(Seen.gpuNode("n1", 8), Seen.gpuNode("n2", 4), waiting(Seen.asks(4)));
        Map<podium.model.fleet.Node, Verdict> verdicts = placement.verdicts(subject());
        assertTrue(verdicts.get(bench.node("n2")).score()
                > verdicts.get(bench.node("n1")).score());
    }

    @Test
    void ofTwoEqualNodesTheOneNearTheOtherTasksOfTheJobScoresHigher() {
        String rack = "topology.kubernetes.io/rack";
        bench.show(
                Seen.gpuNode("n1", 8, rack, "a"),
                Seen.gpuNode("n2", 8, rack, "b"),
                Seen.gpuNode("n3", 8, rack, "b"),
                Seen.pod("other", TaskPhase.RUNNING, "n3", Seen.asks(8), Seen.owner("Job", "train")),
                Seen.pod("wait", TaskPhase.PENDING, "", Seen.asks(8), Seen.owner("Job", "train")));
        Map<podium.model.fleet.Node, Verdict> verdicts = placement.verdicts(subject());
        assertTrue(verdicts.get(bench.node("n2")).score()
                > verdicts.get(bench.node("n1")).score());
    }

    @Test
    void aSuspendedJobWithoutPodsIsJudgedByItsTemplate() {
        bench.show(Seen.gpuNode("n1", 8), suspended("train", 2, Seen.asks(4)));
        Verdict verdict =
                placement.verdict(new Subject(bench.job("train"), List.of()), new Target.OnNode(bench.node("n1")));
        assertEquals(Fit.FITS, verdict.fit());
        assertEquals(2, verdict.tasksThatFit());
    }

    @Test
    void aWholeJobThatIsTooLargeForANodeSaysHowManyOfItFit() {
        bench.show(Seen.gpuNode("n1", 8), suspended("train", 3, Seen.asks(4)));
        Verdict verdict =
                placement.verdict(new Subject(bench.job("train"), List.of()), new Target.OnNode(bench.node("n1")));
        assertEquals(Fit.DOES_NOT_FIT, verdict.fit());
        assertEquals(List.of("room for 2 of 3 tasks", "all 3 tasks need 12 GPUs"), verdict.reasons());
    }

    @Test
    void whoAsksWhenHearingOfAChangeIsAnsweredWithTheChangeSeen() throws Exception {
        List<Fit> heard = new java.util.ArrayList<>();
        FleetBench fresh = new FleetBench();
        fresh.show(Seen.gpuNode("n1", 8), waiting(Seen.asks(8)));
        Task task = fresh.task("wait");
        Subject subject = new Subject(task.getJob(), List.of(task));
        PlacementServiceImpl[] late = new PlacementServiceImpl[1];
        fresh.service.listen(delta -> heard.add(
                late[0].verdict(subject, new Target.OnNode(fresh.node("n1"))).fit()));
        late[0] = new PlacementServiceImpl(fresh.service);
        fresh.show(Seen.pod("other", TaskPhase.RUNNING, "n1", Seen.asks(1)));
        fresh.show(Seen.gone("Pod", "other"));
        assertEquals(List.of(Fit.DOES_NOT_FIT, Fit.FITS), heard);
        late[0].close();
    }

    @Test
    void aTargetOfAnotherClusterDoesNotFit() {
        bench.show(Seen.gpuNode("n1", 8), waiting(Seen.asks(1)));
        var other = new FleetBench().show(Seen.gpuNode("m1", 8)).node("m1");
        assertEquals(
                Fit.DOES_NOT_FIT,
                placement.verdict(subject(), new Target.OnNode(other)).fit());
    }

    private Subject subject() {
        Task task = bench.task("wait");
        return new Subject(task.getJob(), List.of(task));
    }

    private Verdict verdict() {
        return placement
                .verdicts(subject())
                .getOrDefault(bench.node("n1"), new Verdict(Fit.FITS, List.of("none"), 0, 0));
    }

    private void expect(Fit fit, String... reasons) {
        assertEquals(List.of(reasons), verdict().reasons());
        assertEquals(fit, verdict().fit());
        assertEquals(verdict(), placement.verdict(subject(), new Target.OnNode(bench.node("n1"))));
    }

    private static Change waiting(TaskSpec spec) {
        return Seen.pod("wait", TaskPhase.PENDING, "", spec);
    }

    private static Change node(Taints taints, boolean cordoned) {
        return Seen.node("n1", "uid-n1", Labels.none(), taints, Seen.gpus(8, 1, 1), cordoned);
    }

    private static Change ready(Readiness readiness) {
        Change.NodeSeen node = Seen.gpuNode("n1", 8);
        return new Change.NodeSeen(
                node.name(),
                node.uid(),
                node.resourceVersion(),
                node.labels(),
                node.taints(),
                node.capacity(),
                node.allocatable(),
                false,
                readiness,
                node.conditions(),
                null,
                "",
                "");
    }

    public static Change suspended(String name, int wanted, TaskSpec template) {
        return Seen.job(name, true, wanted, template, "");
    }
}
