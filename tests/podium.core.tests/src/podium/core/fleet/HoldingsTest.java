// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.SchedulingObject.ResourceClaimTemplate;
import podium.core.dra.DeviceChoice;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Offers;
import podium.core.testkit.PodBuilder;
import podium.core.testkit.Seen;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Health;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Readiness;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Conditions;
import podium.model.value.DeviceIds;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskGroup;
import podium.model.value.TaskGroups;
import podium.model.value.TaskSpec;

class HoldingsTest {
    private final FleetBench bench = new FleetBench();

    @Test
    void aNodeNobodyUsesIsFree() {
        bench.show(Seen.gpuNode("n1", 8));
        assertEquals(new Holdings(8, 0, 8, 0, 0, 0), Holdings.of(bench.node("n1")));
        assertEquals(AcceleratorState.FREE, state(0));
    }

    @Test
    void aTaskOrJobHasEndedOnceItSucceededOrFailedAndNotWhileItIsTerminating() {
        Task task = FleetFactory.INSTANCE.createTask();
        Job job = FleetFactory.INSTANCE.createJob();
        assertEquals(
                Set.of(TaskPhase.SUCCEEDED, TaskPhase.FAILED),
                TaskPhase.VALUES.stream()
                        .filter(phase -> {
                            task.setPhase(phase);
                            return Holdings.hasEnded(task);
                        })
                        .collect(Collectors.toSet()));
        assertEquals(
                Set.of(JobState.SUCCEEDED, JobState.FAILED),
                JobState.VALUES.stream()
                        .filter(state -> {
                            job.setState(state);
                            return Holdings.hasEnded(job);
                        })
                        .collect(Collectors.toSet()));
    }

    @Test
    void heldDevicesCountEvenWhenItIsNotKnownWhichTheyAre() {
        bench.show(Seen.gpuNode("n1", 8), Seen.pod("p", TaskPhase.RUNNING, "n1", Seen.asks(3)));
        assertEquals(new Holdings(8, 3, 5, 0, 0, 0), Holdings.of(bench.node("n1")));
        assertEquals(AcceleratorState.UNKNOWN_WHICH, state(0));
    }

    @Test
    void whenAllThatIsLeftMustBeHeldItIsKnownWhich() {
        bench.show(
                Seen.gpuNode("n1", 2),
                Seen.pod("p", TaskPhase.RUNNING, "n1", Seen.asks(1)),
                Seen.pod("q", TaskPhase.RUNNING, "n1", Seen.asks(1)));
        assertEquals(AcceleratorState.HELD, state(0));
        assertEquals(AcceleratorState.HELD, state(1));
    }

    @Test
    void aKnownDeviceIsHeldAndTheOthersAreFree() {
        bench.show(
                Seen.gpuNode("n1", 2),
                Seen.pod("p", TaskPhase.RUNNING, "n1", Seen.asks(1), Optional.empty(), new DeviceIds(List.of("1"))));
        assertEquals(AcceleratorState.FREE, state(0));
        assertEquals(AcceleratorState.HELD, state(1));
        assertEquals(new Holdings(2, 1, 1, 0, 0, 0), Holdings.of(bench.cluster));
    }

    @Test
    void aFailedDeviceIsNotFree() {
        bench.show(Seen.gpuNode("n1", 2), Seen.devices("n1", "s", Seen.device(0, "GPU-a", Health.FAILED)));
        assertEquals(AcceleratorState.FAILED, state(0));
        assertEquals(new Holdings(2, 0, 1, 0, 1, 0), Holdings.of(bench.node("n1")));
    }

    private static Change.NodeSeen node(boolean unschedulable, Readiness readiness) {
        Change.NodeSeen node = Seen.gpuNode("n1", 4);
        return new Change.NodeSeen(
                "n1",
                "u",
                "1",
                node.labels(),
                node.taints(),
                node.capacity(),
                node.allocatable(),
                unschedulable,
                readiness,
                node.conditions(),
                null,
                "",
                "");
    }

    @Test
    void onlyWhatCanBeHadNowIsFree() {
        bench.show(node(true, Readiness.READY), Seen.pod("p", TaskPhase.RUNNING, "n1", Seen.asks(1)));
        assertEquals(new Holdings(4, 1, 0, 0, 0, 0, 3), Holdings.of(bench.node("n1")), "cordoned");
        bench.show(node(false, Readiness.NOT_READY));
        assertEquals(new Holdings(4, 1, 0, 0, 0, 3), Holdings.of(bench.node("n1")), "not ready");
        bench.show(node(false, Readiness.READY));
        assertEquals(new Holdings(4, 1, 3, 0, 0, 0), Holdings.of(bench.node("n1")));
    }

    @Test
    void whatWasFreeOnANodeThatDoesNotReportIsUnknown() {
        bench.show(node(false, Readiness.UNKNOWN), Seen.pod("p", TaskPhase.RUNNING, "n1", Seen.asks(1)));
        assertEquals(new Holdings(4, 1, 0, 0, 0, 3), Holdings.of(bench.node("n1")));
    }

    @Test
    void sharesOfATimeSlicedDeviceHoldWholeDevicesOnce() {
        bench.show(
                Seen.gpuNode("n1", 8, "nvidia.com/gpu.count", "2", "nvidia.com/gpu.replicas", "4"),
                Seen.pod("p", TaskPhase.RUNNING, "n1", Seen.asks(1)),
                Seen.pod("q", TaskPhase.RUNNING, "n1", Seen.asks(1)));
        assertEquals(new Holdings(2, 1, 1, 0, 0, 0), Holdings.of(bench.node("n1")));
    }

    @Test
    void numbersOfADomainClusterAndFleetAreTheSumsOfTheirNodes() {
        bench.show(
                Seen.gpuNode("n1", 8, "topology.kubernetes.io/zone", "a", "topology.kubernetes.io/rack", "r"),
                Seen.gpuNode("n2", 4, "topology.kubernetes.io/zone", "a"),
                Seen.gpuNode("n3", 2),
                Seen.pod("p", TaskPhase.RUNNING, "n1", Seen.asks(8)));
        assertEquals(
                new Holdings(12, 8, 4, 0, 0, 0),
                Holdings.of(bench.cluster.getDomains().getFirst()));
        assertEquals(new Holdings(14, 8, 6, 0, 0, 0), Holdings.of(bench.cluster));
    }

    @Test
    void aJobWantsWhatItsMissingTasksWillAskForToo() {
        bench.show(
                Seen.gpuNode("n1", 8),
                Seen.workload("Job", "train", 4, Optional.empty(), false, OptionalInt.empty(), Conditions.none(), ""),
                Seen.pod("train-0", TaskPhase.RUNNING, "n1", Seen.asks(8), Seen.owner("Job", "train")));
        assertEquals(8, Holdings.held(bench.job("train")));
        assertEquals(32, Holdings.wanted(bench.job("train")));
    }

    /** A head without GPUs, two workers of 8 and one of 1. */
    private void ray() {
        bench.show(
                Seen.gpuNode("n1", 8),
                Seen.grouped("ray", false, group("headgroup", 1, 0), group("large", 2, 8), group("small", 1, 1)));
    }

    private static TaskGroup group(String name, int tasks, int gpus) {
        return new TaskGroup(name, tasks, Seen.asks(gpus), Labels.of("ray.io/group", name));
    }

    private void rayPod(String name, int gpus, String... labels) {
        bench.show(
                PodBuilder.like(Seen.pod(name, TaskPhase.PENDING, "", Seen.asks(gpus), Seen.owner("RayCluster", "ray")))
                        .labels(Labels.of(labels))
                        .build());
    }

    @Test
    void eachMissingTaskOfUnlikeGroupsIsCountedByTheTemplateOfItsOwnGroup() {
        ray();
        assertEquals(17, Holdings.wanted(bench.job("ray")));
        rayPod("head", 0, "ray.io/group", "headgroup");
        assertEquals(17, Holdings.wanted(bench.job("ray")), "the head is no worker");
        rayPod("large-0", 8, "ray.io/group", "large");
        rayPod("small-0", 1, "ray.io/group", "small");
        assertEquals(17, Holdings.wanted(bench.job("ray")));
    }

    @Test
    void aTaskWithoutTheLabelsOfItsGroupIsToldByWhatItAsksFor() {
        ray();
        rayPod("one", 8);
        assertEquals(17, Holdings.wanted(bench.job("ray")));
        rayPod("submitter", 0);
        rayPod("another", 0);
        assertEquals(17, Holdings.wanted(bench.job("ray")), "what asks for no devices takes no worker's place");
    }

    @Test
    void groupsAreKeptInASnapshot() {
        TaskGroups groups =
                new TaskGroups(List.of(group("a\tb", 3, 8), new TaskGroup("", 1, Seen.asks(0), Labels.none())));
        assertEquals(groups, TaskGroups.parse(groups.text()));
    }

    private AcceleratorState state(int index) {
        return Holdings.state(bench.node("n1").getAccelerators().get(index));
    }

    private void job(String name, int tasks) {
        bench.show(
                Seen.workload("Job", name, tasks, Optional.empty(), false, OptionalInt.empty(), Conditions.none(), ""));
    }

    @Test
    void aShareOfADeviceIsHeldByItsJobAndTheDeviceByThePodThatReservesIt() {
        TaskSpec half = TaskSpec.of(Resources.of(Map.of(GpuShares.KAI_FRACTION, 500L)));
        bench.show(Seen.gpuNode("n1", 2));
        job("a", 2);
        bench.show(
                Seen.pod("a-0", TaskPhase.RUNNING, "n1", half, Seen.owner("Job", "a")),
                Seen.pod("a-1", TaskPhase.RUNNING, "n1", half, Seen.owner("Job", "a")));
        assertEquals(2, Holdings.held(bench.job("a")));
        assertEquals(2, Holdings.wanted(bench.job("a")));
        assertEquals(new Holdings(2, 0, 2, 0, 0, 0), Holdings.of(bench.node("n1")));
        bench.show(Seen.pod("reservation", TaskPhase.RUNNING, "n1", Seen.asks(1)));
        assertEquals(new Holdings(2, 1, 1, 0, 0, 0), Holdings.of(bench.node("n1")));
    }

    private void claiming(String name, int tasks, String... references) {
        job(name, tasks);
        for (int i = 0; i < tasks; i++) {
            bench.show(Seen.pod(
                    name + "-" + i, TaskPhase.PENDING, "", Offers.claims(references), Seen.owner("Job", name)));
        }
    }

    @Test
    void aJobWantsWhatTheClaimsOfItsTasksAskFor() {
        bench.show(Offers.seen(Offers.deviceClass("large", "device.driver == 'gpu.example.com'")));
        bench.show(Offers.seen(Offers.deviceClass("net", "device.driver == 'dra.net.example.com'")));
        bench.show(Offers.seen(new ResourceClaimTemplate(
                "team", "four", Offers.spec(Offers.request("r", "large", 4), Offers.request("s", "net", 2)))));
        bench.show(Offers.seen(
                Offers.claim("both", Offers.spec(Offers.request("r", DeviceChoice.of("gpu.nvidia.com", 3))))));
        claiming("own", 3, "<pod>-gpus/four");
        claiming("shared", 3, "both");
        claiming("unknown", 3, "<pod>-gpus/other", "none");
        assertEquals(12, Holdings.wanted(bench.job("own")));
        assertEquals(4, Holdings.wanted(List.of(bench.task("own-1"))));
        assertEquals(3, Holdings.wanted(bench.job("shared")), "they share one claim");
        assertEquals(0, Holdings.wanted(bench.job("unknown")));
    }

    @Test
    void aJobIsToldToHaveChangedWhenItsClaimsAskForSomethingElse() {
        claiming("own", 2, "<pod>-gpus/four");
        claiming("plain", 2);
        List<FleetDelta> deltas = new ArrayList<>();
        bench.service.listen(deltas::add);
        bench.show(Offers.seen(
                new ResourceClaimTemplate("team", "four", Offers.spec(Offers.request("r", "gpu.nvidia.com", 4)))));
        assertEquals(Set.of(bench.job("own")), deltas.getFirst().jobs());
        assertEquals(8, Holdings.wanted(bench.job("own")));
        bench.show(new Change.Gone("ResourceClaimTemplate", "team", "four", ""));
        assertEquals(Set.of(bench.job("own")), deltas.getLast().jobs());
        assertEquals(0, Holdings.wanted(bench.job("own")));
    }
}
