// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.mismatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import org.junit.jupiter.api.Test;
import podium.core.fleet.FleetDelta;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Fleet;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Node;
import podium.model.fleet.Readiness;
import podium.model.fleet.Slice;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;

class ReportedAllocationTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private final Node node = FleetFactory.INSTANCE.createNode();

    ReportedAllocationTest() {
        Cluster cluster = FleetFactory.INSTANCE.createCluster();
        cluster.setName("lab");
        node.setName("n1");
        node.setReadiness(Readiness.READY);
        cluster.getNodes().add(node);
        for (int i = 0; i < 4; i++) {
            Accelerator device = FleetFactory.INSTANCE.createAccelerator();
            device.setIndex(i);
            node.getAccelerators().add(device);
        }
    }

    private Task task(String name, int gpus, @Nullable Instant started) {
        Task task = FleetFactory.INSTANCE.createTask();
        task.setNamespace("ml");
        task.setName(name);
        task.setPhase(TaskPhase.RUNNING);
        task.setStarted(started);
        task.setSpec(TaskSpec.of(Resources.of(Map.of("nvidia.com/gpu", (long) gpus))));
        task.setNode(node);
        return task;
    }

    private Accelerator device(int index) {
        return node.getAccelerators().get(index);
    }

    private List<Integer> indexes() {
        return ReportedAllocation.of(node, device -> Optional.empty()).stream()
                .map(it -> it.device().index())
                .toList();
    }

    @Test
    void everyDeviceOfANodeWithoutTasksIsKnownToBeFree() {
        assertEquals(List.of(0, 1, 2, 3), indexes());
        assertTrue(
                ReportedAllocation.of(node, device -> Optional.empty()).stream().noneMatch(ReportedAllocation::held));
        assertEquals(
                "lab",
                ReportedAllocation.of(node, device -> Optional.empty())
                        .getFirst()
                        .device()
                        .cluster()
                        .value());
    }

    @Test
    void aHeldDeviceNamesItsHolderAndSinceWhen() {
        task("llm-0", 1, NOON).getAccelerators().add(device(2));
        ReportedAllocation held =
                ReportedAllocation.of(node, device -> Optional.empty()).get(2);
        assertTrue(held.held());
        assertEquals(List.of("ml/llm-0"), held.holders());
        assertEquals(Optional.of(NOON), held.since());
        assertFalse(
                ReportedAllocation.of(node, device -> Optional.empty()).get(1).held());
    }

    @Test
    void ofSeveralHoldersTheLastThatStartedCounts() {
        Slice first = FleetFactory.INSTANCE.createSlice();
        Slice second = FleetFactory.INSTANCE.createSlice();
        device(0).getSlices().addAll(List.of(first, second));
        task("a", 1, NOON).getSlices().add(first);
        task("b", 1, NOON.plusSeconds(60)).getSlices().add(second);
        ReportedAllocation shared =
                ReportedAllocation.of(node, device -> Optional.empty()).getFirst();
        assertEquals(List.of("ml/a", "ml/b"), shared.holders());
        assertEquals(Optional.of(NOON.plusSeconds(60)), shared.since());
    }

    @Test
    void aDeviceThatWasLetGoSaysWhen() {
        Task task = task("llm-0", 1, NOON);
        task.getAccelerators().add(device(2));
        Fleet fleet = FleetFactory.INSTANCE.createFleet();
        fleet.getClusters().add(node.getCluster());
        Instant[] now = {NOON};
        ReleasedDevices released = new ReleasedDevices(fleet, () -> now[0]);
        FleetDelta delta = new FleetDelta(Set.of(), Set.of(node), Set.of(), Set.of(), false);
        released.changed(delta);
        assertEquals(Optional.empty(), released.at(device(2)), "it is held");
        task.setPhase(TaskPhase.SUCCEEDED);
        released.changed(delta);
        now[0] = NOON.plusSeconds(60);
        released.changed(delta);
        ReportedAllocation free = ReportedAllocation.of(node, released::at).get(2);
        assertFalse(free.held());
        assertEquals(Optional.of(NOON), free.since());
        assertEquals(Optional.empty(), released.at(device(1)), "nobody was seen to hold it");
        task.setPhase(TaskPhase.RUNNING);
        released.changed(delta);
        assertEquals(Optional.empty(), released.at(device(2)), "it is held again");
    }

    @Test
    void aTaskWithTwoSlicesOfOneDeviceIsNamedOnce() {
        Slice first = FleetFactory.INSTANCE.createSlice();
        Slice second = FleetFactory.INSTANCE.createSlice();
        device(0).getSlices().addAll(List.of(first, second));
        task("a", 2, NOON).getSlices().addAll(List.of(first, second));
        assertEquals(
                List.of("ml/a"),
                ReportedAllocation.of(node, device -> Optional.empty())
                        .getFirst()
                        .holders());
    }

    @Test
    void whatIsNotToldIsUnknown() {
        task("a", 1, null).getAccelerators().add(device(0));
        assertEquals(
                Optional.empty(),
                ReportedAllocation.of(node, device -> Optional.empty())
                        .getFirst()
                        .since());
    }

    /** Else the devices of a pod that no source ties to them would all be called used but not held. */
    @Test
    void whereNoSourceTellsWhichDevicesATaskHoldsNoneIsCalledFree() {
        task("known", 1, NOON).getAccelerators().add(device(3));
        task("somewhere", 1, NOON);
        assertEquals(List.of(3), indexes());
    }

    @Test
    void aFinishedTaskAndOneWithoutGpusHideNothing() {
        task("done", 4, NOON).setPhase(TaskPhase.SUCCEEDED);
        task("web", 0, NOON).setSpec(TaskSpec.of(Resources.of(Map.of("cpu", 1000L))));
        assertEquals(List.of(0, 1, 2, 3), indexes());
    }

    @Test
    void aNodeThatDoesNotReportTellsOfItsHeldDevicesOnly() {
        task("a", 1, NOON).getAccelerators().add(device(1));
        node.setReadiness(Readiness.UNKNOWN);
        assertEquals(List.of(1), indexes());
    }
}
