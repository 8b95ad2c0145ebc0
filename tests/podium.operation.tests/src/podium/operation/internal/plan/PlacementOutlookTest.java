// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.ClusterId;
import podium.core.change.SchedulingObject;
import podium.core.cluster.ClusterConnection;
import podium.core.job.DefaultReason;
import podium.core.testkit.FleetBench;
import podium.core.testkit.LabCluster;
import podium.core.testkit.Seen;
import podium.core.testkit.SpecBuilder;
import podium.core.testkit.TestKinds;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.LabelSelector;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.Taint;
import podium.model.value.Taints;
import podium.model.value.TaskSpec;
import podium.operation.internal.submit.Submissions;
import podium.operation.placement.PlacementOutlook;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.submit.Manifest;
import podium.operation.submit.Submission;
import podium.placement.GangLayoutService;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.placement.internal.PlacementServiceImpl;

/** A server takes a pin to a node that was cordoned meanwhile: whoever confirms a plan must hear of it. */
class PlacementOutlookTest extends LabCluster {
    private static final TaskSpec SELECTS = SpecBuilder.like(Seen.asks(4))
            .nodeSelector(Labels.of("product", "H100"))
            .build();

    private static final TaskSpec HELD =
            SpecBuilder.like(Seen.asks(4)).gates(GangLayoutService.GATE).build();

    private final FleetBench bench = new FleetBench();
    private final PlacementServiceImpl placement = new PlacementServiceImpl(bench.service);
    private final PlacementPlannerImpl planner = new PlacementPlannerImpl(placement, placement, this);
    private final Submissions submissions = new Submissions(placement, this);

    PlacementOutlookTest() {
        bench.show(Seen.gpuNode("n1", 8), Seen.gpuNode("n2", 8));
    }

    @AfterEach
    void end() throws Exception {
        placement.close();
    }

    private Job job(int tasks, TaskPhase phase) {
        bench.show(Seen.job("train", false, tasks, Seen.asks(4), ""));
        for (int i = 0; i < tasks; i++) {
            bench.show(Seen.pod(
                    "train-" + i,
                    phase,
                    "",
                    phase == TaskPhase.GATED ? HELD : Seen.asks(4),
                    TestKinds.controller("batch/v1", "Job", "train", "uid-train")));
        }
        return bench.job("train");
    }

    private void cordon(String name, boolean cordoned) {
        bench.show(Seen.node(name, "uid-" + name, Labels.none(), Taints.none(), Seen.gpus(8, 64_000, 1000), cordoned));
    }

    private Target on(String node) {
        return new Target.OnNode(bench.node(node));
    }

    /** What holds is lost by a cordon and by others who take the GPUs, and holds again once that is over. */
    private void follows(PlacementOutlook outlook, String cordoned, String who) {
        assertEquals(Optional.empty(), outlook.lost(), "nothing happened yet");
        cordon(cordoned, true);
        assertEquals(Optional.of(cordoned + " was cordoned meanwhile: " + who + " would wait."), outlook.lost());
        cordon(cordoned, false);
        assertEquals(Optional.empty(), outlook.lost(), "the cordon is lifted");
        bench.show(Seen.pod("other", TaskPhase.RUNNING, cordoned, Seen.asks(6)));
        String lost = outlook.lost().orElse("");
        assertTrue(lost.contains("GPU"), () -> "somebody else took them: " + lost);
        bench.show(Seen.gone("Pod", "other"));
        assertEquals(Optional.empty(), outlook.lost(), "they are free again");
    }

    @Test
    void ranksOfTheBoardAreHeldAgainstTheirNodes() {
        Job job = job(4, TaskPhase.GATED);
        Map<Task, Node> pins = new LinkedHashMap<>();
        job.getTasks().forEach(task -> pins.put(task, bench.node(pins.size() < 2 ? "n1" : "n2")));
        follows(planner.outlook(job, pins), "n2", "tasks 2-3");
    }

    @Test
    void heldPodsAreJudgedWhereTheirPlanPinsThem() {
        Job job = job(2, TaskPhase.GATED);
        follows(planner.outlook(new Subject(job, List.of()), on("n2")), "n2", "tasks 0-1");
    }

    @Test
    void aJobThatIsPlacedAsAWholeIsJudgedAsAWhole() {
        Job job = job(2, TaskPhase.PENDING);
        follows(planner.outlook(new Subject(job, List.of()), on("n1")), "n1", "train");
    }

    @Test
    void whatIsSubmittedOntoANodeIsJudgedThere() {
        Manifest.Work work = new Manifest.Work(
                List.of(new Manifest.Group("pods", 2, Seen.asks(4), Labels.none())),
                OptionalInt.empty(),
                "",
                Optional.empty(),
                Optional.empty());
        Manifest manifest = new Manifest(
                List.of(new Manifest.Item(
                        new Manifest.At("", 1, 1), TestKinds.job("team", "fresh"), "{}", Optional.of(work))),
                List.of());
        follows(submissions.outlook(bench.cluster, manifest, new Submission.On(on("n1"))), "n1", "fresh");
        assertEquals(
                Optional.empty(),
                submissions
                        .outlook(bench.cluster, manifest, new Submission.Free())
                        .lost());
    }

    private static TaskSpec urgent(int gpus) {
        return SpecBuilder.like(Seen.asks(gpus)).priority(100).build();
    }

    /** A job that started in the place while the plan was read was stopped without a word. */
    @Test
    void whatIsSubmittedNamesWhoStartedWhereItWouldStopThemSinceItWasPlanned() {
        Manifest.Work work = new Manifest.Work(
                List.of(new Manifest.Group("pods", 2, urgent(8), Labels.none())),
                OptionalInt.empty(),
                "",
                Optional.empty(),
                Optional.empty());
        Manifest manifest = new Manifest(
                List.of(new Manifest.Item(
                        new Manifest.At("", 1, 1), TestKinds.job("team", "fresh"), "{}", Optional.of(work))),
                List.of());
        PlacementOutlook free = submissions.outlook(bench.cluster, manifest, new Submission.Free());
        assertEquals(Optional.empty(), free.lost());
        bench.show(Seen.pod("lo", TaskPhase.RUNNING, "n1", Seen.asks(8)));
        assertTrue(free.lost().orElse("").contains("pod team/lo (priority 0, 8 GPUs)"), free.lost()::toString);
        PlacementOutlook again = submissions.outlook(bench.cluster, manifest, new Submission.Free());
        assertEquals(Optional.empty(), again.lost(), "the plan names it");
        bench.show(Seen.gone("Pod", "lo"));
        assertEquals(Optional.empty(), free.lost(), "it has ended");
    }

    @Test
    void whoStartedWhereHeldPodsThatAreLetGoWouldStopThemIsNamed() {
        TaskSpec held =
                SpecBuilder.like(urgent(8)).gates(GangLayoutService.GATE).build();
        bench.show(Seen.job("train", false, 2, held, ""));
        for (int i = 0; i < 2; i++) {
            bench.show(Seen.pod("train-" + i, TaskPhase.GATED, "", held, Seen.owner("Job", "train")));
        }
        PlacementOutlook freed = planner.freed(bench.job("train"));
        assertEquals(Optional.empty(), freed.lost());
        bench.show(Seen.pod("lo", TaskPhase.RUNNING, "n1", Seen.asks(8)));
        assertTrue(freed.lost().orElse("").contains("pod team/lo"), freed.lost()::toString);
    }

    @Test
    void whereOthersAreEvictedAnyhowIsWhoStartedThereNews() {
        bench.show(
                Seen.pod("lo", TaskPhase.RUNNING, "n1", Seen.asks(8)),
                Seen.job("train", false, 1, urgent(8), ""),
                Seen.pod("train-0", TaskPhase.PENDING, "", urgent(8), Seen.owner("Job", "train")));
        PlacementOutlook outlook = planner.outlook(new Subject(bench.job("train"), List.of()), on("n1"));
        assertEquals(Optional.empty(), outlook.lost(), "the plan names it");
        bench.show(Seen.gone("Pod", "lo"), Seen.pod("new", TaskPhase.RUNNING, "n1", Seen.asks(8)));
        assertTrue(outlook.lost().orElse("").contains("pod team/new"), outlook.lost()::toString);
    }

    @Test
    void whatWasSoWhenItWasPlannedIsNoNews() {
        Job job = job(2, TaskPhase.GATED);
        cordon("n1", true);
        Map<Task, Node> pins = new LinkedHashMap<>();
        job.getTasks().forEach(task -> pins.put(task, bench.node("n1")));
        assertEquals(Optional.empty(), planner.outlook(job, pins).lost(), "the plan said so");
        assertEquals(
                List.of("tasks 0-1 on n1: cordoned: uncordon it first. They wait there until that is over."),
                LaidRanks.of(placement, job, pins).doubts());
    }

    @Test
    void ofOneTaskItIsSaidInTheSingularThatItsPlaceWasLost() {
        Job job = job(1, TaskPhase.GATED);
        PlacementOutlook one = planner.outlook(new Subject(job, List.of()), on("n1"));
        bench.show(Seen.pod("other", TaskPhase.RUNNING, "n1", Seen.asks(6)));
        String lost = one.lost().orElse("");
        assertTrue(
                lost.startsWith("on n1: needs 4 GPUs, 2 free")
                        && lost.endsWith(". That is new since this was planned: it would wait there now."),
                lost);
        Map<Task, Node> pins = Map.of(job.getTasks().getFirst(), bench.node("n1"));
        String doubt = LaidRanks.of(placement, job, pins).doubts().getFirst();
        assertTrue(doubt.endsWith(". It waits there until that is over."), doubt);
    }

    /** The plan was green and the pods waited for good at a server that adds no toleration. */
    @Test
    void whatStartsOnlyIfTheServerAddsATolerationIsSaidFirstAndOfWhatIsSubmittedToo() {
        bench.show(Seen.node(
                "n1",
                "uid-n1",
                Labels.none(),
                new Taints(List.of(new Taint("nvidia.com/gpu", "present", "NoSchedule"))),
                Seen.gpus(8, 64_000, 1000),
                false));
        Manifest.Work work = new Manifest.Work(
                List.of(new Manifest.Group("pods", 1, Seen.asks(4), Labels.none())),
                OptionalInt.empty(),
                "",
                Optional.empty(),
                Optional.empty());
        Manifest.Item item =
                new Manifest.Item(new Manifest.At("", 1, 1), TestKinds.job("team", "fresh"), "{}", Optional.of(work));
        bench.show(Seen.job("train", true, 1, Seen.asks(4), ""));
        for (Subject subject : List.of(
                new Subject(bench.job("train"), List.of()),
                submissions.supposed(bench.cluster, item).orElseThrow())) {
            Plan plan = new Plan(
                    new ClusterId("lab"), "place", "Place", List.of(), List.of(), List.of("b"), List.of(), List.of());
            Verdict verdict = placement.verdict(subject, on("n1"));
            Result told = EvictionNotes.told(new Result.Compiled(plan), verdict, List.of());
            assertEquals(
                    List.of(
                            "It starts only if the server adds the toleration of taint"
                                    + " nvidia.com/gpu=present:NoSchedule (ExtendedResourceToleration). Whether it"
                                    + " does is not known: else its pods wait for good.",
                            "b"),
                    ((Result.Compiled) told).plan().irreversible(),
                    subject.job().getName());
        }
    }

    private void relabel(String node, String... labels) {
        bench.show(Seen.node(node, "uid-" + node, Labels.of(labels), Taints.none(), Seen.gpus(8, 64_000, 1000), false));
    }

    /** The pod waited for good at a pin to the host name that its node had. */
    @Test
    void aPlaceIsLostWithTheLabelThatThePinNames() {
        relabel("n1", "kubernetes.io/hostname", "n1", "rack", "a");
        Job whole = job(2, TaskPhase.PENDING);
        PlacementOutlook outlook = planner.outlook(new Subject(whole, List.of()), on("n1"));
        PlacementOutlook laid = planner.outlook(whole, Map.of(whole.getTasks().getFirst(), bench.node("n1")));
        relabel("n1", "kubernetes.io/hostname", "n1", "rack", "b");
        assertEquals(Optional.empty(), outlook.lost(), "no pin names the other label");
        assertEquals(Optional.empty(), laid.lost(), "no pin names the other label");
        relabel("n1", "kubernetes.io/hostname", "zzz", "rack", "b");
        String other = "The label kubernetes.io/hostname of n1 is zzz now, and no longer n1, which this pin asks for.";
        assertEquals(Optional.of(other + " train would wait."), outlook.lost());
        assertEquals(Optional.of(other + " What is pinned there would wait."), laid.lost());
        relabel("n1");
        assertTrue(outlook.lost().orElse("").contains("is gone now"), outlook::toString);
        relabel("n1", "kubernetes.io/hostname", "n1");
        assertEquals(Optional.empty(), outlook.lost(), "it is again what it was");
    }

    /** What was pinned by a host name that another node got might run there. */
    @Test
    void aPlaceIsLostWhenAnotherNodeGetsTheHostNameThatThePinNames() {
        relabel("n1", "kubernetes.io/hostname", "n1");
        Job whole = job(2, TaskPhase.PENDING);
        PlacementOutlook outlook = planner.outlook(new Subject(whole, List.of()), on("n1"));
        PlacementOutlook laid = planner.outlook(whole, Map.of(whole.getTasks().getFirst(), bench.node("n1")));
        relabel("n2", "kubernetes.io/hostname", "n1");
        Optional<String> both =
                Optional.of("n2 has the label kubernetes.io/hostname=n1 now too, so what is pinned by it"
                        + " may run there. That is new since this was planned.");
        assertEquals(both, outlook.lost());
        assertEquals(both, laid.lost());
        relabel("n2", "kubernetes.io/hostname", "n2");
        assertEquals(Optional.empty(), outlook.lost());
    }

    /** A selector that others put on a pod was no news where the place did not take it anyway. */
    @Test
    void ofAPlaceThatDidNotFitAnotherReasonInItsLabelsIsNews() {
        relabel("n1", "kubernetes.io/hostname", "n1", "product", "H100");
        bench.show(Seen.pod("other", TaskPhase.RUNNING, "n1", Seen.asks(8)));
        bench.show(Seen.job("picky", false, 1, SELECTS, ""));
        bench.show(Seen.pod(
                "picky-0",
                TaskPhase.PENDING,
                "",
                SELECTS,
                TestKinds.controller("batch/v1", "Job", "picky", "uid-picky")));
        PlacementOutlook outlook = planner.outlook(new Subject(bench.job("picky"), List.of()), on("n1"));
        assertEquals(Optional.empty(), outlook.lost(), "there was no room when it was planned");
        relabel("n1", "kubernetes.io/hostname", "n1", "product", "A100");
        assertTrue(outlook.lost().orElse("").contains("product"), outlook.lost()::toString);
    }

    private void queue(String stopped, long nominal) {
        String gpu = "nvidia.com/gpu";
        bench.show(
                new Change.FactSeen(new SchedulingObject.Namespace("team", Labels.none())),
                new Change.FactSeen(new SchedulingObject.LocalQueue("team", "gold", "cq", false)),
                new Change.FactSeen(
                        new SchedulingObject.ResourceFlavor("any", Labels.of("gpu", "h100"), List.of(), List.of(), "")),
                new Change.FactSeen(new SchedulingObject.ClusterQueue(
                        "cq",
                        "",
                        List.of(List.of(gpu)),
                        List.of(new SchedulingObject.Granted(
                                "any", gpu, nominal, OptionalLong.empty(), OptionalLong.empty())),
                        Map.of("any", Resources.of(Map.of(gpu, nominal))),
                        new LabelSelector(Labels.none(), List.of()),
                        stopped,
                        SchedulingObject.Preemption.NEVER,
                        List.of())));
    }

    /** A queue was stopped under the plan of a job that waited for quota: it stayed green, as both "fit on a condition". */
    @Test
    void aPlaceIsLostWhenTheQueueThatItWaitsForIsStoppedAndTheNodeIsNotSaidToHaveChanged() {
        relabel("n1", "kubernetes.io/hostname", "n1", "gpu", "h100");
        bench.show(Seen.job("train", true, 2, Seen.asks(4), "gold"), new Change.Listed("Pod", 0));
        queue("", 8);
        PlacementOutlook outlook = planner.outlook(new Subject(bench.job("train"), List.of()), on("n1"));
        assertEquals(Optional.empty(), outlook.lost(), "it waits for quota, as it did");
        queue("", 9);
        assertEquals(Optional.empty(), outlook.lost(), "other numbers are no news");
        queue("stopPolicy is Hold", 9);
        assertEquals(
                Optional.of("n1: queue cq is stopped: stopPolicy is Hold. That is new since this was planned:"
                        + " train would wait."),
                outlook.lost());
        queue("", 4);
        assertEquals(
                Optional.of("n1: queue cq, flavor any: 4 GPUs nominal, 4 used, asks for 8; never more than 4."
                        + " That is new since this was planned: train would wait."),
                outlook.lost());
        queue("", 9);
        relabel("n1", "kubernetes.io/hostname", "n1", "gpu", "h200");
        assertTrue(outlook.lost().orElse("").startsWith("The label gpu of n1 is h200 now"), outlook::toString);
    }

    /** The plan says that Kueue does not start it, and would change it without taking it out of its queue. */
    @Test
    void aPlanForOneThatWasStoppedIsMadeAgainWhenThatIsOver() {
        relabel("n1", "kubernetes.io/hostname", "n1", "gpu", "h100");
        bench.show(Seen.job("train", true, 2, Seen.asks(4), "gold"), new Change.Listed("Pod", 0));
        queue("", 9);
        Job job = bench.job("train");
        String inactive = "Kueue: " + DefaultReason.INACTIVE;
        job.setReason(inactive);
        PlacementOutlook outlook = planner.outlook(new Subject(job, List.of()), on("n1"));
        assertEquals(Optional.empty(), outlook.lost(), "the plan says so");
        job.setReason("");
        queue("", 10);
        assertEquals(
                Optional.of("n1: not before its queue lets it start; " + inactive
                        + ". That was so when this was planned, and is not any more."),
                outlook.lost());
        job.setReason(inactive);
        queue("", 9);
        assertEquals(Optional.empty(), outlook.lost());
    }

    @Test
    void nodesAndJobsThatAreGoneAreSaid() {
        Job job = job(2, TaskPhase.GATED);
        PlacementOutlook outlook = planner.outlook(new Subject(job, List.of()), on("n2"));
        bench.show(new Change.Gone("Node", "", "n2", "uid-n2"));
        assertTrue(outlook.lost().orElse("").contains("n2"), outlook::toString);
        assertFalse(outlook.isGone(), "another place may take it");
        bench.show(Seen.gone("Pod", "train-0"));
        assertTrue(outlook.lost().orElse("").contains("no longer exists"), outlook::toString);
        assertFalse(outlook.isGone(), "the job is still there");
        job.getCluster().getJobs().remove(job);
        assertTrue(outlook.lost().isPresent() && outlook.isGone(), "to plan it again would not help");
    }

    @Override
    public Optional<ClusterConnection> connection(ClusterId id) {
        return Optional.empty();
    }
}
