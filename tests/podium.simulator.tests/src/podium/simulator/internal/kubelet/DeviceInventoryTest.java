// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.kubelet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.RandomSource;

class DeviceInventoryTest {

    private final DeviceInventory inventory = new DeviceInventory(new RandomSource(3));

    private List<PluginDevice> devices(Map<String, String> labels, Map<String, String> capacity) {
        ObjectNode node = Json.object();
        Json.with(node, "metadata").put("name", "n1");
        labels.forEach(Json.with(node, "metadata", "labels")::put);
        capacity.forEach(Json.with(node, "status", "capacity")::put);
        return inventory.of(node);
    }

    @Test
    void wholeGpusHaveOneIdEach() {
        List<PluginDevice> devices =
                devices(Map.of("nvidia.com/gpu.count", "8"), Map.of("nvidia.com/gpu", "8", "cpu", "64"));
        assertEquals(8, devices.stream().map(PluginDevice::id).distinct().count());
        assertEquals(
                List.of(0, 1, 2, 3, 4, 5, 6, 7),
                devices.stream().map(PluginDevice::gpu).toList());
        assertTrue(devices.stream()
                .allMatch(device ->
                        device.id().startsWith("GPU-") && device.slice().isEmpty()));
        assertEquals(inventory.gpuId("n1", 0), devices.getFirst().id());
    }

    @Test
    void theSameNodeHasTheSameDevicesAndAnotherHasOthers() {
        assertEquals(inventory.gpuId("n1", 0), new DeviceInventory(new RandomSource(3)).gpuId("n1", 0));
        assertNotEquals(inventory.gpuId("n1", 0), inventory.gpuId("n2", 0));
    }

    @Test
    void withTheSingleStrategyEveryDeviceIsASeventh() {
        List<PluginDevice> devices = devices(
                Map.of("nvidia.com/gpu.count", "2", "nvidia.com/gpu.product", "NVIDIA-A100-SXM4-80GB-MIG-1g.10gb"),
                Map.of("nvidia.com/gpu", "14"));
        assertEquals(
                Map.of(0, 7L, 1, 7L),
                devices.stream().collect(Collectors.groupingBy(PluginDevice::gpu, Collectors.counting())));
        assertTrue(devices.stream()
                .allMatch(device ->
                        device.id().startsWith("MIG-") && device.slice().equals("1g.10gb")));
    }

    @Test
    void withTheMixedStrategyProfilesAreSpreadOverTheGpus() {
        List<PluginDevice> devices = devices(
                Map.of("nvidia.com/gpu.count", "4"),
                Map.of("nvidia.com/mig-1g.5gb", "8", "nvidia.com/mig-3g.20gb", "4"));
        assertEquals(12, devices.size());
        Map<Integer, Long> perGpu =
                devices.stream().collect(Collectors.groupingBy(PluginDevice::gpu, Collectors.counting()));
        assertEquals(Map.of(0, 3L, 1, 3L, 2, 3L, 3, 3L), perGpu);
        assertEquals(12, devices.stream().map(PluginDevice::id).distinct().count());
    }

    @Test
    void sharedGpusAppearSeveralTimes() {
        List<PluginDevice> devices = devices(
                Map.of(
                        "nvidia.com/gpu.count",
                        "2",
                        "nvidia.com/gpu.replicas",
                        "4",
                        "nvidia.com/gpu.product",
                        "NVIDIA-L40S-SHARED"),
                Map.of("nvidia.com/gpu", "8"));
        assertEquals(2, devices.stream().map(PluginDevice::gpu).distinct().count());
        assertEquals(inventory.gpuId("n1", 1) + "::3", devices.getLast().id());
    }

    @Test
    void otherMakersNameDevicesTheirWay() {
        assertEquals(
                "0000:1b:00.0",
                devices(Map.of(), Map.of("amd.com/gpu", "8")).getFirst().id());
        assertEquals(
                "1", devices(Map.of(), Map.of("google.com/tpu", "4")).get(1).id());
        assertEquals(8, devices(Map.of(), Map.of("habana.ai/gaudi", "8")).size());
    }

    @Test
    void holdersAreKnownAndTheirTimeIsAddedUp() {
        DeviceManager devices = new DeviceManager(devices(Map.of(), Map.of("nvidia.com/gpu", "4")));
        Instant begin = Rig.START;
        DeviceManager.Holder holder = new DeviceManager.Holder("u1", "ns", "pod", "main", "job", "training", begin);
        List<PluginDevice> taken = devices.take("nvidia.com/gpu", 3, holder);
        assertEquals(List.of(0, 1, 2), taken.stream().map(PluginDevice::gpu).toList());
        assertEquals(1, devices.available("nvidia.com/gpu"));
        assertEquals(List.of(holder), devices.holders(2));
        devices.release("u1", begin.plusSeconds(60));
        assertEquals(4, devices.available("nvidia.com/gpu"));
        assertEquals(Duration.ofMinutes(1), devices.heldBefore(1));
        assertEquals(Duration.ZERO, devices.heldBefore(3));
    }

    @Test
    void aSickDeviceIsNotGivenAway() {
        DeviceManager devices = new DeviceManager(devices(Map.of(), Map.of("nvidia.com/gpu", "4")));
        devices.health(0, false);
        assertEquals(3, devices.available("nvidia.com/gpu"));
        assertEquals(Map.of("nvidia.com/gpu", 3L), devices.offeredByResource());
        assertEquals(4, devices.entries().size());
    }
}
