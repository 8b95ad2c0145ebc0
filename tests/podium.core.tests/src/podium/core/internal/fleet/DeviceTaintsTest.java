// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.DeviceReport;
import podium.core.change.SchedulingObject.DeviceTaintRule;
import podium.core.dra.DeviceId;
import podium.core.fleet.AcceleratorState;
import podium.core.fleet.Holdings;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Offers;
import podium.core.testkit.Seen;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Health;
import podium.model.fleet.TaskPhase;
import podium.model.value.DeviceIds;
import podium.model.value.DeviceTaint;
import podium.model.value.DeviceTaints;
import podium.model.value.Taint;

/** A device that a taint of its own keeps tasks off is not free (KEP-5055). */
class DeviceTaintsTest {
    private static final Taint ECC = new Taint("example.com/ecc", "remap", "NoSchedule");
    private static final Taint WATCH = new Taint("example.com/watch", "", "None");

    private final FleetBench bench = new FleetBench();

    private static DeviceReport offered(int index, Taint... taints) {
        DeviceId id = new DeviceId("gpu.example.com", "n1", "gpu-" + index);
        return new DeviceReport(
                index,
                "GPU-" + index,
                "",
                OptionalLong.empty(),
                "",
                OptionalInt.empty(),
                Health.HEALTHY,
                "",
                Optional.of(new DeviceReport.Offer(id, List.of(taints))));
    }

    /** A node with so many devices, the first of which has these taints of its driver. */
    private void node(int count, Taint... taints) {
        List<DeviceReport> devices = new ArrayList<>(List.of(offered(0, taints)));
        for (int i = 1; i < count; i++) {
            devices.add(offered(i));
        }
        bench.show(Seen.gpuNode("n1", 0), new Change.DevicesSeen("n1", "slice", devices));
    }

    private void rule(String name, String device, Taint taint) {
        bench.show(Offers.seen(new DeviceTaintRule(name, "gpu.example.com", "n1", device, taint)));
    }

    private Accelerator device(int index) {
        return bench.node("n1").getAccelerators().get(index);
    }

    private Holdings holdings() {
        return Holdings.of(bench.node("n1"));
    }

    @Test
    void aDeviceThatARuleTaintsIsCountedApartFromTheFreeOnes() {
        node(4);
        rule("ecc", "gpu-1", ECC);
        assertEquals(new Holdings(4, 0, 3, 1, 0, 0), holdings());
        assertEquals(AcceleratorState.TAINTED, Holdings.state(device(1)));
        assertEquals(AcceleratorState.FREE, Holdings.state(device(0)));
        assertEquals(
                new DeviceTaints(List.of(new DeviceTaint(ECC, "ecc"))),
                device(1).getTaints());
        assertEquals(
                "example.com/ecc=remap:NoSchedule",
                device(1).getTaints().all().getFirst().words());
    }

    @Test
    void itIsFreeAgainOnceTheRuleIsGoneOrNamesAnother() {
        node(4);
        rule("ecc", "gpu-1", ECC);
        rule("ecc", "gpu-2", ECC);
        assertNull(device(1).getTaints());
        assertEquals(AcceleratorState.TAINTED, Holdings.state(device(2)));
        bench.show(new Change.Gone("DeviceTaintRule", "", "ecc", "u"));
        assertNull(device(2).getTaints());
        assertEquals(new Holdings(4, 0, 4, 0, 0, 0), holdings());
    }

    @Test
    void aRuleThatComesBeforeItsDeviceTaintsIt() {
        rule("ecc", "gpu-1", ECC);
        node(2);
        assertEquals(new Holdings(2, 0, 1, 1, 0, 0), holdings());
    }

    @Test
    void aRuleWithoutASelectorTaintsAll() {
        node(2);
        bench.show(Offers.seen(new DeviceTaintRule("all", "", "", "", new Taint("down", "", "NoExecute"))));
        assertEquals(new Holdings(2, 0, 0, 2, 0, 0), holdings());
    }

    @Test
    void taintsOfTheDriverComeFirstAndAPreviewKeepsNothingOff() {
        node(2, WATCH);
        assertEquals(new Holdings(2, 0, 2, 0, 0, 0), holdings());
        assertFalse(device(0).getTaints().keepOff());
        rule("ecc", "gpu-0", ECC);
        assertEquals(
                List.of(new DeviceTaint(WATCH, ""), new DeviceTaint(ECC, "ecc")),
                device(0).getTaints().all());
        assertTrue(Holdings.isTainted(device(0)));
    }

    @Test
    void oneThatIsHeldCountsAsHeldAndOneThatFailedAsFailed() {
        node(2);
        rule("ecc", "gpu-0", ECC);
        bench.show(Seen.pod("p", TaskPhase.RUNNING, "n1", Seen.asks(0), Optional.empty(), new DeviceIds(List.of("0"))));
        assertEquals(new Holdings(2, 1, 1, 0, 0, 0), holdings());
        assertEquals(AcceleratorState.HELD, Holdings.state(device(0)));
        bench.show(Seen.devices("n1", "exporter", Seen.device(1, "GPU-1", Health.FAILED)));
        rule("more", "gpu-1", ECC);
        assertEquals(new Holdings(2, 1, 0, 0, 1, 0), holdings());
    }

    @Test
    void itMayBeHeldOnlyWhereTheOthersAreTooFewForWhatIsHeld() {
        node(4);
        rule("ecc", "gpu-1", ECC);
        bench.show(Seen.pod("p", TaskPhase.RUNNING, "n1", Seen.asks(2)));
        assertEquals(new Holdings(4, 2, 1, 1, 0, 0), holdings());
        assertEquals(AcceleratorState.TAINTED, Holdings.state(device(1)));
        bench.show(Seen.pod("q", TaskPhase.RUNNING, "n1", Seen.asks(2)));
        assertEquals(new Holdings(4, 4, 0, 0, 0, 0), holdings());
        assertEquals(AcceleratorState.HELD, Holdings.state(device(1)));
    }
}
