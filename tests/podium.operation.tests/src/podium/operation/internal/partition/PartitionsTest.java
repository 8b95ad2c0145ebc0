// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.core.testkit.TestKinds;
import podium.model.fleet.Cluster;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Readiness;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.operation.partition.PartitionPreview;
import podium.operation.plan.Expectation;
import podium.operation.plan.Plan;
import podium.operation.plan.Preconditions;
import podium.operation.plan.Step;
import podium.operation.plan.WrittenObjects;
import podium.placement.internal.whatif.WhatIfServiceImpl;

class PartitionsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Partitions partitions =
            new Partitions(new WhatIfServiceImpl(), InstantSource.fixed(Instant.parse("2026-03-02T12:00:00Z")));
    private final Cluster cluster = FleetFactory.INSTANCE.createCluster();
    private final Node node = FleetFactory.INSTANCE.createNode();
    private final Job job = FleetFactory.INSTANCE.createJob();
    private final Map<String, String> labels = new HashMap<>(Map.of(
            "nvidia.com/mig.capable", "true",
            "nvidia.com/mig.config", "all-disabled",
            "nvidia.com/mig.config.state", "success",
            "nvidia.com/mig.strategy", "mixed",
            "nvidia.com/gpu.product", "NVIDIA-A100-SXM4-80GB"));

    PartitionsTest() {
        cluster.setName("lab");
        node.setName("n1");
        node.setUid("uid-n1");
        node.setResourceVersion("7");
        node.setReadiness(Readiness.READY);
        node.setCapacity(Resources.of(Map.of("nvidia.com/gpu", 8L)));
        node.setAllocatable(Resources.parse("cpu=189,pods=110,nvidia.com/gpu=8"));
        cluster.getNodes().add(node);
        job.setName("j");
        job.setKind("Job");
        job.setWork(TestKinds.of("Job"));
        cluster.getJobs().add(job);
        relabel(Map.of());
    }

    private void relabel(Map<String, String> more) {
        labels.putAll(more);
        node.setLabels(Labels.of(labels));
    }

    private Task task(String name, Map<String, Long> requests, boolean running) {
        Task task = FleetFactory.INSTANCE.createTask();
        task.setName(name);
        task.setNamespace("team");
        task.setUid("uid-" + name);
        task.setPhase(running ? TaskPhase.RUNNING : TaskPhase.PENDING);
        task.setSpec(TaskSpec.of(Resources.of(requests)));
        task.setController(TestKinds.controller("batch/v1", "Job", "j", "uid-j"));
        job.getTasks().add(task);
        if (running) {
            task.setNode(node);
        }
        return task;
    }

    private PartitionPreview preview(String config) {
        return partitions.previews(node).stream()
                .filter(preview -> preview.layout().config().equals(config))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> words(Plan plan) {
        return plan.steps().stream().map(Step::words).toList();
    }

    @Test
    void onlyWhatTheMigManagerServesAndTheTableKnowsCanBeCut() {
        assertEquals(Optional.empty(), partitions.whyNot(node));
        for (Map<String, String> broken : List.of(
                Map.of("nvidia.com/mig.capable", "false"),
                Map.of("nvidia.com/mig.capable", "true", "nvidia.com/mig.config.state", ""),
                Map.of("nvidia.com/mig.config.state", "pending"),
                Map.of("nvidia.com/mig.config.state", "success", "nvidia.com/gpu.product", "NVIDIA-X1"))) {
            relabel(broken);
            assertTrue(partitions.whyNot(node).isPresent(), broken::toString);
            assertEquals(List.of(), partitions.previews(node));
        }
    }

    @Test
    void aNodeWithoutGpusToCountIsUnknown() {
        node.setCapacity(Resources.none());
        assertTrue(partitions.whyNot(node).orElse("").contains("not known"));
    }

    @Test
    void mixedInstancesAreResourcesOfTheirOwn() {
        assertEquals(
                Map.of("nvidia.com/mig-1g.10gb", 16L, "nvidia.com/mig-2g.20gb", 8L, "nvidia.com/mig-3g.40gb", 8L),
                preview("all-balanced").offers());
        assertEquals(Optional.of("as it is now"), preview("all-disabled").whyNot());
    }

    @Test
    void singleInstancesCountAsGpusAndMustBeEqual() {
        relabel(Map.of(
                "nvidia.com/mig.strategy", "single",
                "nvidia.com/mig.config", "all-1g.10gb",
                "nvidia.com/gpu.product", "NVIDIA-A100-SXM4-80GB-MIG-1g.10gb"));
        node.setCapacity(Resources.of(Map.of("nvidia.com/gpu", 56L)));
        assertEquals(Map.of("nvidia.com/gpu", 16L), preview("all-3g.40gb").offers(), "56 sevenths are 8 GPUs");
        assertEquals(Map.of("nvidia.com/gpu", 8L), preview("all-disabled").offers());
        assertTrue(preview("all-balanced").whyNot().orElse("").contains("single"));
    }

    @Test
    void podsWithGpusAreInTheWayOthersAndFinishedOnesNot() {
        Task holder = task("holder", Map.of("nvidia.com/gpu", 1L), true);
        Task slice = task("slice", Map.of("nvidia.com/mig-1g.10gb", 1L), true);
        task("cpu", Map.of("cpu", 4L), true);
        task("over", Map.of("nvidia.com/gpu", 1L), true).setPhase(TaskPhase.SUCCEEDED);
        Task unknown = task("unknown", Map.of(), true);
        unknown.setSpec(null);
        assertEquals(List.of(holder, slice, unknown), preview("all-1g.10gb").inTheWay());
    }

    private void want(String name, String resources, Labels nodes) {
        task(name, Map.of(), false)
                .setSpec(TaskSpec.of(Resources.parse(resources)).selecting(nodes));
    }

    @Test
    void waitingPodsThatWantItAreCountedAsFarAsThereIsRoom() {
        for (int i = 0; i < 9; i++) {
            want("want-" + i, "nvidia.com/mig-7g.80gb=1", Labels.none());
        }
        want("whole", "nvidia.com/gpu=1", Labels.none());
        assertEquals(Map.of("nvidia.com/mig-7g.80gb", 8), preview("all-7g.80gb").served());
        assertEquals(Map.of(), preview("all-1g.10gb").served());
        assertEquals(0, preview("all-1g.10gb").sliced(), "a slice is a resource of its own");
        assertEquals(Map.of(), preview("all-disabled").served(), "it offers its GPUs now");
        node.setUnschedulable(true);
        assertEquals(Map.of(), preview("all-7g.80gb").served(), "it stays cordoned");
    }

    @Test
    void aWaitingPodFindsNoPlaceWhereItsCpusAreHeldByWhatStays() {
        task("daemon", Map.of(), true).setSpec(TaskSpec.of(Resources.parse("cpu=20")));
        task("serving", Map.of(), true).setSpec(TaskSpec.of(Resources.parse("cpu=160,nvidia.com/gpu=8")));
        for (int i = 0; i < 3; i++) {
            want("want-" + i, "cpu=80,nvidia.com/mig-1g.10gb=8", Labels.none());
        }
        assertEquals(
                Map.of("nvidia.com/mig-1g.10gb", 2), preview("all-1g.10gb").served(), "what is in the way is gone");
        task("other", Map.of(), true).setSpec(TaskSpec.of(Resources.parse("cpu=20")));
        assertEquals(Map.of("nvidia.com/mig-1g.10gb", 1), preview("all-1g.10gb").served());
    }

    @Test
    void aSliceThatIsGivenOutAsAGpuIsNoCureForWhoAsksForGpusAndNamesNone() {
        relabel(Map.of("nvidia.com/mig.strategy", "single"));
        want("whole", "nvidia.com/gpu=8", Labels.none());
        want("slice", "nvidia.com/gpu=1", Labels.of(MigNode.PRODUCT, "NVIDIA-A100-SXM4-80GB-MIG-1g.10gb"));
        PartitionPreview preview = preview("all-1g.10gb");
        assertEquals(Map.of("nvidia.com/gpu", 1), preview.served());
        assertEquals(1, preview.sliced());
        List<String> effects = partitions.plan(preview, false, HOUR).effects();
        assertTrue(
                effects.contains("1 waiting pod that asks for GPUs and does not say which would get a slice there for"
                        + " each."),
                effects::toString);
        assertEquals(0, preview("all-2g.20gb").served().size());
        relabel(Map.of(
                "nvidia.com/mig.config", "all-1g.10gb",
                "nvidia.com/gpu.product", "NVIDIA-A100-SXM4-80GB-MIG-1g.10gb"));
        node.setCapacity(Resources.of(Map.of("nvidia.com/gpu", 56L)));
        assertEquals(Map.of("nvidia.com/gpu", 1), preview("all-disabled").served(), "whole ones are a cure");
    }

    @Test
    void theDiffIsWhatTheWritesDo() {
        for (boolean open : new boolean[] {true, false}) {
            node.setUnschedulable(!open);
            ObjectNode object = Json.object();
            labels.forEach(object.withObject("/metadata/labels")::put);
            object.withObject("/spec").put("podCIDR", "a");
            if (!open) {
                object.withObject("/spec").put("unschedulable", true);
            }
            new WrittenObjects()
                    .with(ObjectRef.node("n1").path(), object.toString())
                    .agree(partitions.plan(preview("all-3g.40gb"), false, HOUR));
        }
    }

    @Test
    void theSequenceIsGuardedFromTheCordonToWhatTheNodeThenOffers() {
        task("holder", Map.of("nvidia.com/gpu", 1L), true);
        Plan plan = partitions.plan(preview("all-3g.40gb"), false, HOUR);
        assertEquals(List.of(), Preconditions.lacking(plan));
        assertEquals(
                List.of(
                        "Cordon n1",
                        "Wait for 1 pod with GPUs on n1 to end",
                        "Check that no new pod came to n1 meanwhile",
                        "Reset the reported MIG state",
                        "Ask the MIG manager for all-3g.40gb",
                        "Wait for the MIG manager's success on n1",
                        "Wait until n1 offers 16 nvidia.com/mig-3g.40gb",
                        "Uncordon n1"),
                words(plan));
        Step.Await success = assertInstanceOf(Step.Await.class, plan.steps().get(5));
        assertEquals(
                new Expectation.Settles("/metadata/labels/nvidia.com~1mig.config.state", "success", List.of("failed")),
                success.expectation());
        assertFalse(plan.canUndo());
        assertTrue(plan.irreversible().getFirst().contains("all-disabled"), "says how to go back");
    }

    @Test
    void untilTheLabelIsWrittenAllCanBeTakenBackThenNot() {
        Plan plan = partitions.plan(preview("all-3g.40gb"), false, HOUR);
        assertEquals(List.of(), Preconditions.lacking(plan));
        List<Step.Write> writes = plan.steps().stream()
                .filter(Step.Write.class::isInstance)
                .map(Step.Write.class::cast)
                .toList();
        assertTrue(writes.get(0).undo().isPresent());
        assertTrue(writes.get(1).undo().orElseThrow().body().contains("success"));
        assertEquals(Optional.empty(), writes.get(2).undo());
    }

    @Test
    void aNodeThatSomebodyCordonedStaysCordoned() {
        node.setUnschedulable(true);
        List<String> words = words(partitions.plan(preview("all-3g.40gb"), false, HOUR));
        assertFalse(words.contains("Cordon n1"));
        assertFalse(words.contains("Uncordon n1"));
    }

    @Test
    void evictionIsByUidAndNeverOfWhatNothingMakesAnew() {
        Task holder = task("holder", Map.of("nvidia.com/gpu", 1L), true);
        Plan plan = partitions.plan(preview("all-3g.40gb"), true, HOUR);
        assertEquals(List.of(), Preconditions.lacking(plan));
        Step.EvictAll evict = assertInstanceOf(Step.EvictAll.class, plan.steps().get(1));
        assertEquals("uid-holder", evict.victims().getFirst().uid());
        holder.setController(null);
        PartitionPreview preview = preview("all-3g.40gb");
        assertTrue(partitions.whyNotEvict(preview).orElse("").contains("team/holder"));
        assertThrows(IllegalArgumentException.class, () -> partitions.plan(preview, true, HOUR));
    }

    @Test
    void whatItIsAlreadyIsNotPlanned() {
        PartitionPreview now = preview("all-disabled");
        assertThrows(IllegalArgumentException.class, () -> partitions.plan(now, false, HOUR));
    }
}
