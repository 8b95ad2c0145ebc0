// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import podium.core.change.DeviceReport;
import podium.core.change.DeviceReport.Part;
import podium.core.dra.DeviceId;
import podium.core.fleet.Holdings;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Offers;
import podium.core.testkit.Seen;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Health;
import podium.model.fleet.Slice;
import podium.model.fleet.TaskPhase;
import podium.model.fleet.Vendor;

/** Parts of devices that a driver publishes, and who has them. */
class DevicePartsTest {
    private final FleetBench bench = new FleetBench();

    private static DeviceId id(String device) {
        return new DeviceId(Offers.DRIVER, "na", device);
    }

    private static DeviceReport gpu(int index, boolean offered, Part... parts) {
        return new DeviceReport(
                index,
                "GPU-" + index,
                "H100",
                OptionalLong.empty(),
                "",
                OptionalInt.empty(),
                Health.HEALTHY,
                "",
                offered ? Optional.of(new DeviceReport.Offer(id("gpu-" + index), List.of())) : Optional.empty(),
                List.of(parts));
    }

    private static Part part(String device, boolean possible) {
        return new Part("1g.10gb", "MIG-" + device, id(device), possible);
    }

    private void holds(String pod, String... devices) {
        bench.show(Seen.pod(pod, TaskPhase.RUNNING, "na", Offers.claims(pod)));
        bench.show(Offers.seen(Offers.on(Offers.claim(pod, Offers.spec()), "na", List.of(devices), pod)));
    }

    @Test
    void theSlicesOfAGpuThatIsNotPublishedItselfAreHeldByTheClaimsThatHaveThem() {
        bench.show(Seen.gpuNode("na", 0));
        bench.show(Seen.devices(
                "na",
                "ResourceSlice x",
                gpu(0, false, part("gpu-0-mig-1g10gb-19-0", false), part("gpu-0-mig-1g10gb-19-1", false)),
                gpu(1, false, part("gpu-1-mig-1g10gb-19-0", false))));
        holds("p", "gpu-0-mig-1g10gb-19-1");
        Accelerator first = bench.node("na").getAccelerators().getFirst();
        assertEquals(
                List.of(false, true),
                first.getSlices().stream()
                        .map(slice -> !slice.getTasks().isEmpty())
                        .toList());
        assertEquals("1g.10gb", first.getSlices().getFirst().getProfile());
        assertEquals("MIG-gpu-0-mig-1g10gb-19-0", first.getSlices().getFirst().getUuid());
        assertEquals(new Holdings(2, 1, 1, 0, 0, 0), Holdings.of(bench.node("na")));
        assertEquals(1, Holdings.held(bench.task("p")));
    }

    @Test
    void aPartThatOnlyCouldBeMadeIsASliceWhileAClaimHasIt() {
        bench.show(Seen.gpuNode("na", 0));
        bench.show(Seen.devices(
                "na", "ResourceSlice x", gpu(0, true, part("gpu-0-part-0", true), part("gpu-0-part-1", true))));
        Accelerator gpu = bench.node("na").getAccelerators().getFirst();
        assertTrue(gpu.getSlices().isEmpty());
        holds("p", "gpu-0-part-1");
        assertEquals(
                List.of("gpu-0-part-1"),
                gpu.getSlices().stream().map(Slice::getName).toList());
        assertEquals(1, Holdings.of(bench.node("na")).held());
        bench.show(Offers.seen(Offers.claim("p", Offers.spec())));
        assertTrue(gpu.getSlices().isEmpty());
        assertEquals(1, Holdings.of(bench.node("na")).free());
    }

    @Test
    void aClaimHoldsTheDeviceOfItsNameWhateverTheDriverCallsDevices() {
        bench.show(Seen.gpuNode("na", 0));
        DeviceReport card = new DeviceReport(
                0,
                "",
                "MI300X",
                OptionalLong.empty(),
                "",
                OptionalInt.empty(),
                Health.HEALTHY,
                "",
                Optional.of(new DeviceReport.Offer(id("gpu-40-168"), List.of())));
        DeviceReport other = new DeviceReport(
                0,
                "",
                "MI300X",
                OptionalLong.empty(),
                "",
                OptionalInt.empty(),
                Health.HEALTHY,
                "",
                Optional.of(new DeviceReport.Offer(id("0000-a0-00-0-0x1020"), List.of())));
        bench.show(Seen.devices("na", "ResourceSlice a", card), Seen.devices("na", "ResourceSlice b", other));
        holds("p", "0000-a0-00-0-0x1020");
        assertEquals(List.of(1), bench.indexes(bench.task("p")), "two slices that number alike are two devices");
    }

    @Test
    void theMakerIsToldByTheDriver() {
        bench.show(Seen.gpuNode("na", 0));
        bench.show(Seen.devices(
                "na",
                "ResourceSlice a",
                new DeviceReport(
                        0,
                        "",
                        "Unnamed",
                        OptionalLong.empty(),
                        "",
                        OptionalInt.empty(),
                        Health.HEALTHY,
                        "",
                        Optional.of(
                                new DeviceReport.Offer(new DeviceId("gaudi.intel.com", "na", "0000-a0"), List.of())))));
        assertEquals(
                Vendor.HABANA, bench.node("na").getAccelerators().getFirst().getVendor());
    }
}
