// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.SchedulingObject.ResourceClaim;
import podium.core.dra.AllocatedDevice;
import podium.core.dra.ClaimAllocation;
import podium.core.dra.DeviceId;
import podium.core.fleet.Holdings;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Offers;
import podium.core.testkit.Seen;
import podium.model.fleet.Health;
import podium.model.fleet.TaskPhase;

/** Devices that claims have are held by the pods the claims are reserved for. */
class ClaimHoldersTest {
    private final FleetBench bench = new FleetBench();

    private void node(String name) {
        bench.show(Seen.gpuNode(name, 0));
        bench.show(Seen.devices(
                name,
                "slice",
                Seen.device(0, "GPU-a", Health.HEALTHY),
                Seen.device(1, "GPU-b", Health.HEALTHY),
                Seen.device(2, "GPU-c", Health.HEALTHY)));
    }

    private void runs(String pod, String node) {
        bench.show(Seen.pod(pod, TaskPhase.RUNNING, node, Offers.claims("c")));
    }

    private static ResourceClaim claim(String name) {
        return Offers.claim(name, Offers.spec());
    }

    @Test
    void aPodHoldsTheDevicesOfAllItsClaims() {
        node("na");
        runs("p", "na");
        bench.show(
                Offers.seen(Offers.on(claim("c"), "na", List.of("gpu-2"), "p")),
                Offers.seen(Offers.on(claim("d"), "na", List.of("gpu-0"), "p")));
        assertEquals(List.of(0, 2), bench.indexes(bench.task("p")));
        assertEquals(new Holdings(3, 2, 1, 0, 0, 0), Holdings.of(bench.node("na")));
    }

    @Test
    void whatAClaimLosesIsFree() {
        node("na");
        node("nb");
        runs("p", "na");
        bench.show(Offers.seen(Offers.on(claim("c"), "na", List.of("gpu-2"), "p")));
        bench.show(Offers.seen(claim("c")));
        assertEquals(List.of(), bench.indexes(bench.task("p")));
        bench.show(Offers.seen(Offers.on(claim("c"), "na", List.of("gpu-1"), "p")));
        assertEquals(List.of(1), bench.indexes(bench.task("p")));
        bench.show(new Change.Gone("ResourceClaim", "team", "c", "u"));
        assertEquals(List.of(), bench.indexes(bench.task("p")));
        assertEquals(3, Holdings.of(bench.node("na")).free());
    }

    @Test
    void theOrderInWhichTheyAreSeenDoesNotMatter() {
        bench.show(Offers.seen(Offers.on(claim("c"), "na", List.of("gpu-1"), "p")));
        runs("p", "na");
        node("na");
        assertEquals(List.of(1), bench.indexes(bench.task("p")));
    }

    @Test
    void neitherAdminAccessNorDevicesThatAreNoAcceleratorsCount() {
        node("na");
        runs("p", "na");
        ClaimAllocation allocation = new ClaimAllocation(
                List.of(
                        new AllocatedDevice(
                                "r",
                                new DeviceId(Offers.DRIVER, "na", "gpu-0"),
                                true,
                                "",
                                podium.core.dra.NamedValues.none()),
                        new AllocatedDevice("r", new DeviceId("net.example.com", "na", "nic-1"))),
                Offers.onlyOn("na"));
        bench.show(Offers.seen(Offers.having(claim("c"), allocation, "p")));
        assertEquals(List.of(), bench.indexes(bench.task("p")));
    }

    @Test
    void severalPodsShareTheDevicesOfAClaim() {
        node("na");
        runs("p", "na");
        runs("q", "na");
        bench.show(Offers.seen(Offers.on(claim("c"), "na", List.of("gpu-1"), "p", "q")));
        assertEquals(List.of(1), bench.indexes(bench.task("p")));
        assertEquals(List.of(1), bench.indexes(bench.task("q")));
        assertEquals(1, Holdings.of(bench.node("na")).held());
    }
}
