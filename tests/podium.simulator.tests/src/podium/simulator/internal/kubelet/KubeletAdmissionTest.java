// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.kubelet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static podium.simulator.internal.scheduling.Parts.asks;
import static podium.simulator.internal.scheduling.Parts.node;
import static podium.simulator.internal.scheduling.Parts.pod;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.kubelet.DeviceManager.Holder;
import podium.simulator.internal.kubelet.KubeletAdmission.Refusal;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.PodInfo;

/** What a kubelet refuses, in its words, and the devices it gives away. */
class KubeletAdmissionTest {

    private static final String GPU = "nvidia.com/gpu";

    private final DeviceManager devices = new DeviceManager(IntStream.range(0, 4)
            .mapToObj(gpu -> new PluginDevice(GPU, "GPU-" + gpu, gpu, "", 0))
            .toList());

    private static Holder holder(String uid) {
        return new Holder(uid, "default", uid, "main", uid, "", Rig.START);
    }

    private Optional<Refusal> check(PodInfo pod, NodeInfo node) {
        return KubeletAdmission.check(pod, node, devices);
    }

    @ParameterizedTest
    @CsvSource({
        "cpu, 9, OutOfcpu, 'cpu, requested: 9000, used: 0, capacity: 8000'",
        "memory, 65Gi, OutOfmemory, 'memory, requested: 69793218560, used: 0, capacity: 68719476736'",
        "nvidia.com/gpu, 5, OutOfnvidia.com/gpu, 'nvidia.com/gpu, requested: 5, used: 0, capacity: 4'"
    })
    void whatTheNodeLacksIsSaidInNumbers(String resource, String amount, String reason, String words) {
        Refusal refusal = check(pod("p", asks(resource, amount)), node("n", "")).orElseThrow();
        assertEquals(reason, refusal.reason());
        assertEquals("Pod was rejected: Node didn't have enough resource: " + words, refusal.message());
    }

    @Test
    void whatFitsIsLetIn() {
        assertEquals(Optional.empty(), check(pod("p", asks(GPU, "4")), node("n", "")));
    }

    @Test
    void aDeviceNobodyHeardOfIsNotAskedFor() {
        assertEquals(Optional.empty(), check(pod("p", asks("amd.com/gpu", "8")), node("n", "")));
    }

    @Test
    void aSelectorThatDoesNotMatchIsNodeAffinity() {
        assertEquals(
                "NodeAffinity",
                check(pod("p", "nodeSelector: {zone: b}"), node("n", "zone: a"))
                        .orElseThrow()
                        .reason());
    }

    @Test
    void aTaintThatOnlyKeepsNewPodsAwayDoesNotStopAKubelet() {
        NodeInfo node = node("n", "", "unschedulable: true, taints: [{key: x, effect: NoSchedule}]");
        assertEquals(Optional.empty(), check(pod("p", asks("cpu", "1")), node));
    }

    @Test
    void sickDevicesAreAnUnexpectedError() {
        devices.health(0, false);
        devices.health(1, false);
        Refusal refusal = check(pod("p", asks(GPU, "3")), node("n", "")).orElseThrow();
        assertEquals("UnexpectedAdmissionError", refusal.reason());
        assertTrue(refusal.message().contains("Requested: 3, Available: 2"), refusal.message());
    }

    @Test
    void theFirstFreeDevicesAreGiven() {
        devices.take(GPU, 1, holder("a"));
        assertEquals(
                List.of("GPU-1", "GPU-2"),
                devices.take(GPU, 2, holder("b")).stream().map(PluginDevice::id).toList());
        devices.release("a", Rig.START.plusSeconds(60));
        assertEquals(
                List.of("GPU-0", "GPU-3"),
                devices.take(GPU, 2, holder("c")).stream().map(PluginDevice::id).toList());
        assertEquals(0, devices.available(GPU));
    }

    @Test
    void heldTimeAddsUpOverHolders() {
        devices.take(GPU, 1, holder("a"));
        devices.release("a", Rig.START.plusSeconds(60));
        devices.take(GPU, 1, holder("b"));
        devices.release("b", Rig.START.plusSeconds(30));
        assertEquals(Duration.ofSeconds(90), devices.heldBefore(0));
        assertEquals(Duration.ZERO, devices.heldBefore(1));
    }

    @Test
    void releasingTwiceCountsOnce() {
        devices.take(GPU, 2, holder("a"));
        devices.release("a", Rig.START.plusSeconds(60));
        devices.release("a", Rig.START.plusSeconds(600));
        assertEquals(Duration.ofSeconds(60), devices.heldBefore(1));
        assertEquals(4, devices.available(GPU));
    }

    @Test
    void aDeviceThatBreaksStaysWithItsHolderAndIsNotGivenOn() {
        devices.take(GPU, 1, holder("a"));
        devices.health(0, false);
        assertEquals(List.of("a"), devices.holders(0).stream().map(Holder::pod).toList());
        assertEquals(3, devices.healthyCount());
        assertEquals(1, devices.heldCount());
        devices.release("a", Rig.START);
        assertEquals(3, devices.available(GPU));
        devices.health(0, true);
        assertEquals(4, devices.available(GPU));
    }

    @Test
    void aResourceWhoseDevicesAreAllSickIsOfferedAsNone() {
        IntStream.range(0, 4).forEach(gpu -> devices.health(gpu, false));
        assertEquals(Map.of(GPU, 0L), devices.offeredByResource());
    }
}
