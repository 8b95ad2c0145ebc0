// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterTarget;
import podium.core.cluster.ImpersonatedUser;
import podium.core.cluster.SessionIdentity;
import podium.core.fleet.Holdings;
import podium.core.testkit.SpecBuilder;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Health;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Link;
import podium.model.fleet.LinkKind;
import podium.model.fleet.Node;
import podium.model.fleet.Purpose;
import podium.model.fleet.Slice;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.NodeRemark;
import podium.model.value.Resources;
import podium.model.value.Taint;
import podium.model.value.Taints;
import podium.model.value.TaskSpec;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.ui.fake.Examples;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.FakePlacement;
import podium.ui.fake.FakeTelemetry;
import podium.ui.label.Snapshots;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.LineWrap;

class SummaryPropertiesTest {
    private final FakeFleet made = new FakeFleet();
    private final Cluster cluster = made.cluster("lab", 8);
    private final Node node = cluster.getNodes().getFirst();
    private List<Operation> operations = List.of();
    private @Nullable ClusterTarget opened;
    private final FakeTelemetry telemetry = new FakeTelemetry(FakeFleet.NOW.toEpochMilli());
    private final SummaryProperties summary = new SummaryProperties(
            new FakePlacement(),
            telemetry,
            InstantSource.fixed(FakeFleet.NOW),
            () -> operations,
            cluster -> Optional.ofNullable(opened),
            node -> Optional.empty());

    @Test
    void aJobThatGoesOnSaysWhatFailedOfItAndHowLongAgo() {
        Job job = made.job(cluster, "llm", "Job", JobState.RUNNING, 2, 1);
        Task failed = made.task(job, 0, TaskPhase.FAILED, List.of());
        failed.setFailed(FakeFleet.NOW.minusSeconds(720));
        assertTrue(value(failed, "last failure").endsWith("12 min ago"), value(failed, "last failure"));
        made.task(job, 0, TaskPhase.RUNNING, List.of(node));
        assertEquals("running, with failures", value(job, "state"));
        String failures = value(job, "failures");
        assertTrue(failures.startsWith("1 task failed, last ") && failures.endsWith("12 min ago"), failures);
    }

    @Test
    void asWhomTheRequestsAreMadeIsSaidInFullHoweverLongTheNameIs() {
        assertEquals("(none)", value(cluster, "acts as"));
        String user = "ana.maria." + "x".repeat(243);
        opened = new ClusterTarget(new ClusterId("lab"), Path.of("config"), "lab", false)
                .as(Optional.of(new ImpersonatedUser(user, List.of("system:masters"))));
        assertEquals(user + " (system:masters)", value(cluster, "acts as"));
    }

    @Test
    void aDividedDeviceSaysWhoHoldsASliceOfIt() {
        Job job = made.job(cluster, "train", "Job", JobState.RUNNING, 1, 1);
        Task task = made.task(job, 0, TaskPhase.RUNNING, List.of(node));
        Accelerator divided = node.getAccelerators().getLast();
        Slice slice = FleetFactory.INSTANCE.createSlice();
        divided.getSlices().add(slice);
        slice.getTasks().add(task);
        assertTrue(value(divided, "held by").contains(task.getName()), value(divided, "held by"));
    }

    /** Seven pods of one job in slices of one GPU were a paragraph of 15 lines. */
    @Test
    void holdersOfOneJobThatHoldAlikeAreSaidOnce() {
        Accelerator divided = node.getAccelerators().getLast();
        Job lab = made.job(cluster, "course-lab", "Deployment", JobState.RUNNING, 3, 0);
        for (int i = 0; i < 3; i++) {
            sliceOf(divided, "1g.5gb", made.task(lab, i, TaskPhase.RUNNING, List.of(node)));
        }
        assertEquals("research/course-lab, 3 slices of 1g.5gb, running for 5 min", value(divided, "held by"));
        lab.getTasks().getLast().setStarted(FakeFleet.NOW.minusSeconds(2_880));
        assertEquals("research/course-lab, 3 slices of 1g.5gb, running for up to 48 min", value(divided, "held by"));
        Job solo = made.job(cluster, "solo", "Job", JobState.RUNNING, 1, 0);
        sliceOf(divided, "3g.20gb", made.task(solo, 0, TaskPhase.RUNNING, List.of(node)));
        assertEquals(
                "research/course-lab, 3 slices of 1g.5gb, running for up to 48 min; "
                        + "research/solo, rank 0 (pod solo-0), 1 slice of 3g.20gb, running for 5 min",
                value(divided, "held by"));
        Accelerator shared = node.getAccelerators().getFirst();
        shared.getTasks().addAll(lab.getTasks());
        assertEquals("research/course-lab, 3 tasks, running for up to 48 min", value(shared, "held by"));
    }

    /** A pod that was evicted a second ago was said to be terminating for the 19 hours that it had run. */
    @Test
    void howLongAHolderHasRunIsSaidOnlyWhileItRuns() {
        Job job = made.job(cluster, "train", "Job", JobState.RUNNING, 1, 0);
        Task task = made.task(job, 0, TaskPhase.RUNNING, List.of(node));
        Accelerator device = node.getAccelerators().getFirst();
        device.getTasks().add(task);
        task.setPhase(TaskPhase.TERMINATING);
        assertEquals("research/train, rank 0 (pod train-0), terminating", value(device, "held by"));
    }

    private static void sliceOf(Accelerator divided, String profile, Task holder) {
        Slice slice = FleetFactory.INSTANCE.createSlice();
        slice.setProfile(profile);
        divided.getSlices().add(slice);
        slice.getTasks().add(holder);
    }

    @Test
    void theMemoryOfADeviceIsThatOfItsExporterWhereItsNodeTellsNoneAndElseLeftOut() {
        Accelerator measured = node.getAccelerators().getFirst();
        measured.setMemoryBytes(null);
        assertEquals("80 GiB", value(measured, "memory"));
        Accelerator unheard = node.getAccelerators().get(7);
        unheard.setMemoryBytes(null);
        assertEquals("(none)", value(unheard, "memory"));
    }

    private String value(EObject thing, String label) {
        return facts(thing).stream()
                .filter(fact -> fact.label().equals(label))
                .map(fact -> fact.value().replace('\u2009', ' '))
                .findFirst()
                .orElse("(none)");
    }

    private List<PropertyEntry> facts(EObject thing) {
        return summary.of(thing).values().stream().flatMap(List::stream).toList();
    }

    private Task hold(int gpus) {
        Job job = made.job(cluster, "holder", "Job", JobState.RUNNING, 1, gpus);
        return made.task(job, 0, TaskPhase.RUNNING, List.of(node));
    }

    @Test
    void aJobHasStartedWhenItsPodsThatRunDidAndNotWhileItIsHeld() {
        Job job = made.job(cluster, "train", "Job", JobState.HELD, 2, 8);
        job.setStarted(FakeFleet.NOW.minusSeconds(3_600));
        Task task = made.task(job, 0, TaskPhase.PENDING, List.of());
        assertEquals("(none)", value(job, "started"), "Job.status.startTime is set though no pod of it runs");
        task.setPhase(TaskPhase.RUNNING);
        task.setStarted(FakeFleet.NOW.minusSeconds(60));
        assertTrue(value(job, "started").contains("1 min"), value(job, "started"));
        job.setFinished(FakeFleet.NOW);
        assertTrue(value(job, "started").contains("1 h"), value(job, "started"));
    }

    @Test
    void whoElseWritesAJobIsSaidAndNoMarkOfPodiumsOwn() {
        Job job = made.job(cluster, "train", "Job", JobState.RUNNING, 1, 8);
        job.setManagers(Labels.of(Map.of("podium.placement/pin", "rack")));
        assertEquals("(none)", value(job, "podium.placement/pin"));
        job.setManagers(
                Labels.of(Map.of("podium.placement/pin", "rack", "podium", "Update", "argocd", "the app train")));
        assertEquals("the app train", value(job, "argocd"));
        assertEquals("(none)", value(job, "podium"));
    }

    @Test
    void aNodesNumbersAreThoseOfTheModel() {
        hold(6);
        Holdings holdings = Holdings.of(node);
        assertEquals(holdings.held() + " of " + holdings.total(), value(node, "GPUs held"));
        assertEquals("2", value(node, "GPUs free"));
        assertEquals("(none)", value(node, "GPUs failed"), "a count of nothing is not shown");
        assertEquals("16 of 192", value(node, "CPUs requested"));
        assertEquals("128 GiB of 2 TiB", value(node, "memory requested"));
        assertEquals("rack a1", value(node, "location"));
        assertEquals(Formats.time(node.getCreated()) + ", 40 d ago", value(node, "created"));
        assertEquals("8 \u00d7 H100 80GB HBM3", value(node, "devices"));
    }

    @Test
    void aFinishedPodRequestsNothing() {
        Task task = hold(6);
        task.setPhase(TaskPhase.SUCCEEDED);
        assertEquals("0 of 192", value(node, "CPUs requested"));
    }

    /** A task that succeeded said "ready no", which sounds like a fault. */
    @Test
    void whatHasEndedIsNeitherReadyNorNot() {
        Job job = made.job(cluster, "tokenize", "Job", JobState.SUCCEEDED, 1, 0);
        assertEquals("no", value(made.task(job, 0, TaskPhase.RUNNING, List.of(node)), "ready"));
        assertEquals("(none)", value(made.task(job, 1, TaskPhase.SUCCEEDED, List.of(node)), "ready"));
    }

    @Test
    void conditionsAreMarkedByWhatTheyMean() {
        Map<String, List<PropertyEntry>> groups = summary.of(node);
        List<PropertyEntry> conditions = groups.getOrDefault("Conditions", List.of());
        assertEquals(2, conditions.size());
        assertTrue(
                conditions.stream().allMatch(fact -> fact.mark().orElseThrow().icon() == Icon.DONE));
        node.setConditions(podium.model.value.Conditions.parse("Ready\tUnknown\tNodeStatusUnknown\tgone\t"));
        PropertyEntry ready =
                summary.of(node).getOrDefault("Conditions", List.of()).getFirst();
        assertEquals(Icon.WARNING, ready.mark().orElseThrow().icon());
    }

    @Test
    void taintsAreListedWithTheirEffectAndTheirWholeName() {
        node.setTaints(new Taints(List.of(new Taint("dedicated", "llm", "NoSchedule"))));
        assertEquals("dedicated=llm", value(node, "NoSchedule"));
    }

    @Test
    void aCordonedNodeSaysSinceWhenAndByWhomAsFarAsItIsKnown() {
        node.setTaints(new Taints(
                List.of(),
                Optional.of(new Taints.Cordon(FakeFleet.NOW.minusSeconds(180).toString(), ""))));
        assertEquals("(none)", value(node, "cordoned"));
        node.setUnschedulable(true);
        assertTrue(value(node, "cordoned").endsWith("3 min ago"), value(node, "cordoned"));
        node.setTaints(new Taints(
                List.of(),
                Optional.of(new Taints.Cordon(
                        FakeFleet.NOW.minusSeconds(120).toString(),
                        FakeFleet.NOW.minusSeconds(180).toString()))));
        assertTrue(value(node, "cordoned").endsWith("2 min ago, by Podium"), value(node, "cordoned"));
        operations = List.of(
                cordoned("podium x planned at " + FakeFleet.NOW.minusSeconds(180) + "; was unschedulable=false"));
        assertEquals("ana", value(node, "cordoned as"));
        operations = List.of(cordoned("podium x planned at " + FakeFleet.NOW + "; was unschedulable=false"));
        assertEquals("(none)", value(node, "cordoned as"), "that was another cordon");
        node.setTaints(new Taints(List.of(), Optional.of(new Taints.Cordon("", ""))));
        assertEquals("(none)", value(node, "cordoned"));
    }

    @Test
    void whatPeopleWroteOnANodeIsSaidOfItAndOfTheGpuThatItNames() {
        node.setCapacity(Resources.parse("nvidia.com/gpu=8"));
        node.setAllocatable(Resources.parse("nvidia.com/gpu=7,cpu=192000,memory=1000"));
        String words = "waiting for a replacement of GPU 5 (XID 79)";
        node.setTaints(new Taints(
                List.of(), Optional.empty(), List.of(new NodeRemark("simulator.podium/cordon-reason", words))));
        assertEquals("\"" + words + "\" (annotation simulator.podium/cordon-reason)", value(node, "noted on it"));
        assertEquals("1 of 8 GPUs not offered; an annotation of the node names GPU 5", value(node, "GPUs not offered"));
        for (Accelerator gpu : node.getAccelerators()) {
            assertEquals(gpu.getIndex() == 5 ? "\"" + words + "\"" : "(none)", value(gpu, "noted on its node"));
        }
    }

    @Test
    void aNodeWhoseGpusAreCutSaysHowManySlicesAreFree() {
        assertEquals("(none)", value(node, "slices free"));
        for (Accelerator gpu : node.getAccelerators()) {
            gpu.getSlices().add(FleetFactory.INSTANCE.createSlice());
        }
        assertEquals("8", value(node, "slices free"));
    }

    @Test
    void aConditionThatIsCalledHealthyIsGoodWhenItIsTrue() {
        node.setConditions(
                podium.model.value.Conditions.parse("GpuHealthy\tTrue\t\t\t\nFanHealthy\tFalse\t\tfan 2 stands\t"));
        assertEquals(
                List.of(Icon.DONE, Icon.WARNING),
                summary.of(node).getOrDefault("Conditions", List.of()).stream()
                        .map(fact -> fact.mark().orElseThrow().icon())
                        .toList());
    }

    private Operation cordoned(String mark) {
        ApiWrite write = new ApiWrite(
                ApiWrite.Verb.MERGE_PATCH,
                ObjectRef.node(node.getName()),
                "",
                mark,
                Optional.empty(),
                Optional.empty(),
                "Cordon");
        Plan plan = new Plan(
                new ClusterId("lab"),
                "drain",
                "Drain",
                List.of(new Step.Write(write, Optional.empty())),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Operation made = Examples.operation("1", plan, OperationState.DONE, 1, 1, Optional.empty());
        return new Operation(
                made.id(),
                plan,
                made.state(),
                made.started(),
                made.ended(),
                1,
                1,
                "",
                made.outcome(),
                made.log(),
                List.of(),
                Optional.of(new SessionIdentity("https://lab", "", "ana", List.of(), false)),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    @Test
    void aDeviceSaysWhoHoldsItAndWhatItMeasuresAndHowOldThatIs() {
        hold(2);
        Accelerator gpu = node.getAccelerators().getFirst();
        assertEquals("held", value(gpu, "state"));
        assertEquals("research/holder, rank 0 (pod holder-0), running for 5 min", value(gpu, "held by"));
        cluster.getJobs().getFirst().getTasks().getFirst().setStarted(FakeFleet.NOW.minusSeconds(2_880));
        assertEquals("research/holder, rank 0 (pod holder-0), running for 48 min", value(gpu, "held by"));
        Instant days = FakeFleet.NOW.minus(Duration.ofDays(12));
        cluster.getJobs().getFirst().getTasks().getFirst().setStarted(days);
        assertEquals(
                "research/holder, rank 0 (pod holder-0), running for 12 d, since " + Formats.time(days),
                value(gpu, "held by"));
        assertEquals("80 GiB", value(gpu, "memory"));
        assertTrue(value(gpu, "activity").endsWith("%"), value(gpu, "activity"));
        assertEquals("2 s ago", value(gpu, "read"), "once for all readings");
    }

    /** "36 s old" stood behind each of five readings below "read 36 s ago". */
    @Test
    void theAgeOfOldReadingsIsSaidOnceAndEachIsMarked() {
        Accelerator gpu = node.getAccelerators().getFirst();
        telemetry.heard = FakeFleet.NOW.minusSeconds(42).toEpochMilli();
        List<PropertyEntry> old = facts(gpu);
        assertEquals(
                1,
                old.stream()
                        .filter(fact -> fact.value().replace('\u2009', ' ').contains("42 s"))
                        .count(),
                old::toString);
        assertTrue(
                old.stream()
                        .filter(fact -> List.of("read", "activity", "power").contains(fact.label()))
                        .allMatch(fact -> fact.mark().isPresent()),
                old::toString);
    }

    /** "23 s old" stood behind CPUs used and behind memory used. */
    @Test
    void theAgeOfWhatANodeUsesIsSaidOnce() {
        telemetry.heard = FakeFleet.NOW.minusSeconds(42).toEpochMilli();
        assertEquals(
                1,
                facts(node).stream()
                        .filter(fact -> fact.value().replace('\u2009', ' ').contains("42 s"))
                        .count(),
                facts(node)::toString);
        assertEquals("42 s ago", value(node, "usage read"));
    }

    @Test
    void whatIsShownOfAClusterThatIsNotHeardNowIsSaidToBeOld() {
        Task task = hold(6);
        cluster.setConnection(ConnectionState.STALE);
        Accelerator gpu = node.getAccelerators().getFirst();
        assertEquals("held, stale", value(gpu, "state"));
        assertEquals("2, stale", value(node, "GPUs free"));
        assertEquals("6 of 8, stale", value(node, "GPUs held"));
        assertTrue(value(node, "state").endsWith(", stale"), value(node, "state"));
        assertTrue(value(task, "state").endsWith(", stale"), value(task, "state"));
        assertTrue(value(task.getJob(), "state").endsWith(", stale"), value(task.getJob(), "state"));
        task.getJob().setCreated(FakeFleet.NOW);
        assertTrue(value(task.getJob(), "created").endsWith(" ago"));
        cluster.setConnection(ConnectionState.CLOSED);
        cluster.setId(Snapshots.KIND + "x");
        assertEquals("held, snapshot", value(gpu, "state"));
        assertFalse(value(task.getJob(), "created").endsWith(" ago"), "its age does not go on");
        cluster.setLastContact(FakeFleet.NOW.minus(Duration.ofHours(1)));
        cluster.setConnectionSince(cluster.getLastContact());
        node.setCreated(FakeFleet.NOW.minus(Duration.ofHours(3)));
        assertEquals(Formats.time(node.getCreated()), value(node, "created"));
        String read = Formats.time(Instant.ofEpochMilli(telemetry.heard));
        assertEquals(read, value(gpu, "read"), "it lies there for days and was not read 0 s ago");
        assertEquals(read, value(node, "usage read"));
        assertEquals(Formats.time(cluster.getLastContact()), value(cluster, "since"));
        assertEquals(Formats.time(cluster.getLastContact()), value(cluster, "last heard"));
    }

    @Test
    void whatWasNeverMeasuredIsNotShownAsZero() {
        Accelerator silent = node.getAccelerators().get(7);
        assertEquals("(none)", value(silent, "activity"));
        assertEquals("(none)", value(node.getAccelerators().getFirst(), "tensor activity"));
    }

    @Test
    void aFailedDeviceSaysWhy() {
        Accelerator gpu = node.getAccelerators().get(3);
        gpu.setHealth(Health.FAILED);
        gpu.setHealthReason("XID 79");
        assertEquals("failed", value(gpu, "state"));
        assertEquals("failed: XID 79", value(gpu, "health"));
    }

    /** Health said "unknown: no source reports it" above an XID 79. */
    @Test
    void whatIsKnownOfTheHealthOfAGpuIsSaidAndFromWhere() {
        Accelerator gpu = node.getAccelerators().get(3);
        gpu.setHealth(Health.UNKNOWN);
        assertEquals("no XID, read by the node's exporter", value(gpu, "health"));
        telemetry.xid = 79;
        assertEquals("failed: XID 79, read by the node's exporter; Kubernetes still offers it", value(gpu, "health"));
        assertEquals("failed: XID 79", value(gpu, "state"));
        telemetry.xid = 74;
        assertEquals("XID 74, read by the node's exporter", value(gpu, "health"));
        telemetry.xid = 31;
        assertEquals("XID 31 of what runs on it, read by the node's exporter", value(gpu, "health"));
        Accelerator silent = node.getAccelerators().get(7);
        silent.setHealth(Health.UNKNOWN);
        assertEquals("unknown: no source reports it", value(silent, "health"));
        node.setTaints(new Taints(
                List.of(), Optional.empty(), List.of(new NodeRemark("team/reason", "replace GPU 7 (XID 79)"))));
        assertEquals("no source reports it; an annotation of its node names it", value(silent, "health"));
    }

    /** The Fleet tree put a question mark at each GPU of a node, though its exporter tells which one is not offered. */
    @Test
    void whereItIsToldWhichGpuIsNotOfferedTheOthersAreFree() {
        node.setAllocatable(Resources.of(Map.of("nvidia.com/gpu", 7L)));
        Accelerator gpu = node.getAccelerators().get(3);
        assertEquals("may not be offered", value(gpu, "state"), "nothing tells which");
        node.setTaints(new Taints(
                List.of(), Optional.empty(), List.of(new NodeRemark("team/reason", "replace GPU 7 (XID 79)"))));
        assertEquals("free", value(gpu, "state"));
        assertEquals("may not be offered", value(node.getAccelerators().get(7), "state"));
        node.setAllocatable(Resources.of(Map.of("nvidia.com/gpu", 6L)));
        assertEquals("may not be offered", value(gpu, "state"), "one more is not");
    }

    @Test
    void aLinkOfWhichOnlyTheSpeedIsKnownSaysThat() {
        Link link = FleetFactory.INSTANCE.createLink();
        link.setKind(LinkKind.NVLINK);
        link.setFrom(node.getAccelerators().get(0));
        link.setTo(node.getAccelerators().get(1));
        link.setBytesPerSecond(450e9);
        cluster.getLinks().add(link);
        assertEquals("to a1-n1 / GPU 1, 450 GB/s", value(node.getAccelerators().get(0), "NVLink"));
    }

    @Test
    void linksNameTheirOtherEnd() {
        Link link = FleetFactory.INSTANCE.createLink();
        link.setKind(LinkKind.NVLINK);
        link.setFrom(node.getAccelerators().get(0));
        link.setTo(node.getAccelerators().get(1));
        link.setBytesPerSecond(450e9);
        link.setHealth(Health.HEALTHY);
        cluster.getLinks().add(link);
        assertEquals(
                "to a1-n1 / GPU 1, 450 GB/s, healthy",
                value(node.getAccelerators().get(0), "NVLink"));
        assertEquals(
                "to a1-n1 / GPU 0, 450 GB/s, healthy",
                value(node.getAccelerators().get(1), "NVLink"));
    }

    @Test
    void aJobThatAMoveLeftBehindSaysSo() {
        Job job = made.job(cluster, "left", "Job", JobState.SUSPENDED, 1, 8);
        job.setReason("suspended");
        job.setCreated(FakeFleet.NOW.minusSeconds(3600));
        assertEquals(new FakePlacement().whyWaiting(job).getFirst(), value(job, "why it waits"));
        Plan like = FakePlacement.example(job);
        Plan plan = new Plan(
                ClusterId.of(cluster),
                "suspend",
                "Move left to west: Suspend left",
                like.steps(),
                List.of(),
                List.of(),
                List.of(),
                like.undo());
        operations = List.of(Examples.operation("1", plan, OperationState.DONE, 1, 1, Optional.empty()));
        assertTrue(value(job, "why").contains("to be moved to west"), value(job, "why"));
    }

    @Test
    void aWaitingJobSaysWhyInThePlannersWords() {
        Job job = made.job(cluster, "waits", "Job", JobState.WAITING, 4, 8);
        List<String> why = facts(job).stream()
                .filter(fact ->
                        fact.label().equals("why it waits") || fact.label().isEmpty())
                .map(PropertyEntry::value)
                .toList();
        assertEquals(new FakePlacement().whyWaiting(job), why);
        assertEquals("8 GPUs, 16 CPUs, 128 GiB", value(job, "each requests"));
        assertEquals("0 of 32", value(job, "GPUs held"));
    }

    @Test
    void aRunningJobIsNotAskedWhyItWaits() {
        Job job = made.job(cluster, "runs", "Job", JobState.RUNNING, 4, 8);
        assertEquals("(none)", value(job, "why it waits"));
    }

    @Test
    void whatAJobIsForIsSaidWithTheRuleThatTellsIt() {
        Job job = made.job(cluster, "llm", "PyTorchJob", JobState.RUNNING, 4, 8);
        job.setPurpose(Purpose.TRAINING);
        assertEquals("training (kind PyTorchJob)", value(job, "purpose"));
    }

    @Test
    void aGangSaysHowManyMakeSenseTogether() {
        Job job = made.job(cluster, "gang", "Job", JobState.RUNNING, 4, 8);
        assertEquals("(none)", value(job, "gang"));
        job.setMinimum(4);
        job.setSpec(TaskSpec.of(Resources.parse("nvidia.com/gpu=8")));
        assertEquals("at least 4 at once, but nothing makes them start together", value(job, "gang"));
        job.setSpec(SpecBuilder.like(job.getSpec()).scheduler("volcano").build());
        assertEquals("at least 4 together", value(job, "gang"));
    }

    @Test
    void aTaskWithoutANodeSaysSo() {
        Job job = made.job(cluster, "waits", "Job", JobState.WAITING, 1, 8);
        Task task = made.task(job, 0, TaskPhase.PENDING, List.of());
        assertEquals("none yet", value(task, "node"));
        assertEquals("a1-n1 / GPU 0, a1-n1 / GPU 1", value(hold(2), "holds"));
    }

    @Test
    void aClusterCountsItsJobsByState() {
        made.job(cluster, "a", "Job", JobState.WAITING, 1, 1);
        made.job(cluster, "b", "Job", JobState.WAITING, 1, 1);
        assertEquals("2", value(cluster, "waiting"));
        assertEquals("(none)", value(cluster, "failed"));
        assertEquals("live", value(cluster, "connection"));
    }

    @Test
    void whatHappenedToAConnectionHasItsAge() {
        cluster.setConnectionMessage("No right to read: nodes.");
        cluster.setConnectionSince(FakeFleet.NOW.minusSeconds(180));
        assertEquals(
                "No right to read: nodes. (for 3 min)",
                value(cluster, "what happened").replace('\u2009', ' '));
    }

    @Test
    void aClusterNeverHeardOfSaysNever() {
        cluster.setLastContact(null);
        cluster.setConnection(ConnectionState.FAILED);
        assertEquals("never", value(cluster, "last heard"));
    }

    @Test
    void aDomainSumsItsNodes() {
        hold(4);
        assertEquals("4 of 64", value(cluster.getDomains().getFirst(), "GPUs held"));
        assertEquals(
                "topology.kubernetes.io/rack=a1", value(cluster.getDomains().getFirst(), "label"));
    }

    @Test
    void aSliceNamesItsDevice() {
        Slice slice = FleetFactory.INSTANCE.createSlice();
        slice.setProfile("1g.10gb");
        node.getAccelerators().getFirst().getSlices().add(slice);
        assertEquals("a1-n1 / GPU 0", value(slice, "of"));
        assertEquals("1g.10gb", value(slice, "profile"));
    }

    @Test
    void whatIsCutFromTheModelSaysWhatItWasAndMeasuresNothing() {
        Task task = hold(2);
        Accelerator gpu = node.getAccelerators().getFirst();
        cluster.getNodes().remove(node);
        assertEquals("8 \u00d7 H100 80GB HBM3", value(node, "devices"));
        assertEquals("(none)", value(gpu, "activity"), "a device of no cluster has no metrics");
        node.getAccelerators().remove(gpu);
        assertEquals("80 GiB", value(gpu, "memory"));
        assertEquals("research/holder, rank 0 (pod holder-0), running for 5 min", value(gpu, "held by"));
        task.getJob().getTasks().remove(task);
        assertEquals("(none)", value(task, "job"));
        assertEquals("running", value(task, "state"));
    }

    @Test
    void emptyFactsAndGroupsAreLeftOut() {
        assertTrue(facts(node).stream().noneMatch(fact -> fact.value().isBlank()));
        assertFalse(summary.of(node).containsKey("Taints"));
    }

    @Test
    void textOfAClusterIsShownSafe() {
        Job job = made.job(cluster, "j", "Job", JobState.FAILED, 1, 1);
        job.setReason("bad\u202ereason");
        assertFalse(value(job, "why").contains("\u202e"));
    }

    @Test
    void aLongValueGoesOnBelowAndAGroupFolds() {
        Map<String, List<PropertyEntry>> groups =
                Map.of("Summary", List.of(PropertyEntry.of("why", "needs 4 nodes with 8 free GPUs each")));
        var rows = PropertiesPage.rows(groups, Set.of(), 96, 84, words -> 5 * words.length())
                .all();
        assertEquals(
                List.of("why", "", ""),
                rows.stream().map(row -> row.item().label()).toList());
        assertEquals("needs 4 nodes", rows.getFirst().item().value());
        var folded = PropertiesPage.rows(summary.of(node), Set.of("Conditions"), 96, 80, String::length)
                .all();
        assertEquals("Conditions", folded.getLast().item().label());
    }

    @Test
    void wrappingKeepsEveryWord() {
        assertEquals(List.of("one two", "three"), LineWrap.lines("one two three", 8, String::length));
        assertEquals(List.of("abcdefgh", "ij"), LineWrap.lines("abcdefghij", 8, String::length));
        assertEquals(List.of("topology.", "k8s.io/zone"), LineWrap.lines("topology.k8s.io/zone", 12, String::length));
        assertEquals(List.of(""), LineWrap.lines("", 8, String::length));
    }

    /** "KubeletHasNoDiskPr" and "essure", and a UUID whose last digit stood alone. */
    @Test
    void aWordThatIsTooLongIsBrokenBetweenItsParts() {
        assertEquals(
                List.of("False,", "KubeletHasNoDisk", "Pressure: kubelet"),
                LineWrap.lines("False, KubeletHasNoDiskPressure: kubelet", 18, String::length));
        assertEquals(
                List.of("4875-a145-", "fb1e18d54732"), LineWrap.lines("4875-a145-fb1e18d54732", 21, String::length));
    }

    /** "tensor activi...ices by size" */
    @Test
    void aFactThatIsTooLongGoesOnBelow() {
        Map<String, List<PropertyEntry>> groups =
                Map.of("Summary", List.of(PropertyEntry.of("tensor activity, slices by size", "0 %")));
        var rows = PropertiesPage.rows(groups, Set.of(), 124, 84, words -> 5 * words.length())
                .all();
        assertEquals(
                List.of("tensor activity,: 0 %", "slices by size: "),
                rows.stream()
                        .map(row -> row.item().label() + ": " + row.item().value())
                        .toList());
    }

    @Test
    void aGpuThatIsNotOfferedIsALineOfItsNodeAndNoGpuHasFailed() {
        node.setCapacity(Resources.parse("nvidia.com/gpu=8"));
        node.setAllocatable(Resources.parse("nvidia.com/gpu=7,cpu=192000,memory=1000"));
        assertEquals("devices not offered", value(node, "state"));
        assertEquals("1 of 8 GPUs not offered, no source says which", value(node, "GPUs not offered"));
        assertEquals("1", value(cluster, "GPUs not offered"));
        assertEquals("(none)", value(node, "GPUs failed"));
        for (Accelerator gpu : node.getAccelerators()) {
            assertEquals("may not be offered", value(gpu, "state"));
            assertEquals("1 of 8 GPUs not offered, no source says which", value(gpu, "its node"));
        }
    }

    /** "1 024 GPUs, 1 024 free" of a node with 2k of them, without a word. */
    @Test
    void aNodeWithMoreDevicesThanAreShownSaysSo() {
        Node many = made.node(cluster, node.getDomain(), "many", 1024);
        many.setAllocatable(Resources.of(Map.of("nvidia.com/gpu", 2000L)));
        many.setCapacity(null);
        assertEquals("only 1 024 of 2 000", value(many, "shown and counted"));
        many.setAllocatable(Resources.of(Map.of("nvidia.com/gpu", 1024L)));
        assertEquals("(none)", value(many, "shown and counted"));
    }
}
