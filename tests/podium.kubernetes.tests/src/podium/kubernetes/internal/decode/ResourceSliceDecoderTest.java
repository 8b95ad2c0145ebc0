// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.change.Change;
import podium.core.change.DeviceReport;
import podium.core.change.SchedulingObject;
import podium.core.dra.DeviceId;
import podium.kubernetes.internal.json.JsonTree;
import podium.kubernetes.testkit.Data;
import podium.model.fleet.Health;
import podium.model.value.Taint;

/** Accelerators as DRA drivers publish them, in the words of three API versions. */
class ResourceSliceDecoderTest {
    private static JsonTree file(String name) {
        return Data.tree(Data.fixture(ResourceSliceDecoderTest.class, "objects/" + name + ".json"));
    }

    private static List<DeviceReport> devices(JsonTree slice) {
        return ((Change.DevicesSeen) ResourceSliceDecoder.of(slice).getFirst()).devices();
    }

    private static DeviceReport device(String name, String body) {
        return devices(Data.tree("""
            {"metadata":{"name":"s"},"spec":{"driver":"gpu.example.com","nodeName":"n",
            "devices":[{"name":"%s",%s}]}}\
            """.formatted(name, body))).getFirst();
    }

    @Test
    void theBasicDevicesOfV1beta1AreReadAsThoseOfV1() {
        List<DeviceReport> devices = devices(file("slice-v1beta1"));
        assertEquals(2, devices.size(), "a MIG partition is no device of its own");
        assertEquals(
                new DeviceReport(
                        0,
                        "GPU-a",
                        "NVIDIA H100",
                        OptionalLong.of(81_559L << 20),
                        "0000:1b:00.0",
                        OptionalInt.of(0),
                        Health.HEALTHY,
                        "",
                        Optional.of(new DeviceReport.Offer(new DeviceId("gpu.nvidia.com", "n1", "gpu-0"), List.of())),
                        List.of(),
                        ""),
                devices.getFirst());
    }

    @Test
    void theDriversOwnIndexWinsOverTheNumberInTheName() {
        assertEquals(5, devices(file("slice-v1beta1")).get(1).index());
        assertEquals(3, device("gpu-3", "\"attributes\":{}").index());
        assertEquals(0, device("accelerator", "\"attributes\":{}").index(), "else its position");
    }

    @Test
    void aTaintThatDoesNothingIsNoDefectAndAnyOtherOneDegrades() {
        DeviceReport device = devices(file("slice-v1beta1")).get(1);
        assertEquals(Health.DEGRADED, device.health());
        assertEquals("example.com/hot", device.healthReason());
        assertEquals(
                List.of("example.com/slow", "example.com/hot"),
                device.offer().orElseThrow().taints().stream().map(Taint::key).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "gpu.nvidia.com/xid,79,FAILED,gpu.nvidia.com/xid=79",
        "gpu.nvidia.com/gpu-lost,'',FAILED,gpu.nvidia.com/gpu-lost",
        "gpu.nvidia.com/unhealthy,'',FAILED,gpu.nvidia.com/unhealthy",
        "gpu.nvidia.com/unmonitored,'',DEGRADED,gpu.nvidia.com/unmonitored",
    })
    void theDriversTaintSaysWhatIsWrong(String key, String value, Health health, String reason) {
        DeviceReport device = device(
                "gpu-0",
                "\"taints\":[{\"key\":\"%s\",\"value\":\"%s\",\"effect\":\"NoSchedule\"}]".formatted(key, value));
        assertEquals(health, device.health());
        assertEquals(reason, device.healthReason());
    }

    @Test
    void aSliceOfNetworkCardsHasNoDevices() {
        assertEquals(List.of(), ResourceSliceDecoder.of(file("slice-network")));
        assertEquals(List.of(), ResourceSliceDecoder.farewell(file("slice-network")), "so nothing is taken back");
    }

    @Test
    void thatThereIsASliceIsSaidWhateverItOffersAndWhereverItIs() {
        for (String name : List.of("slice-v1beta1", "slice-network", "slice-shared")) {
            JsonTree slice = file(name);
            Change last = ResourceSliceDecoder.whole(slice, new OfferedDeviceDecoder())
                    .getLast();
            SchedulingObject fact = ((Change.FactSeen) last).fact();
            assertEquals(slice.at("metadata").text("name"), fact.name());
            assertEquals(
                    slice.at("spec").text("nodeName"),
                    ((SchedulingObject.ResourceSlice) fact).reach().node());
        }
        assertEquals(
                2,
                ResourceSliceDecoder.whole(file("slice-v1beta1"), new OfferedDeviceDecoder())
                        .size(),
                "its accelerators as well");
    }

    @Test
    void aSliceOfNoNodeIsLeftOutBecauseItsDevicesHaveNoPlace() {
        assertEquals(List.of(), ResourceSliceDecoder.of(file("slice-shared")));
    }

    @ParameterizedTest
    @CsvSource({"gpu,true", "GPU,true", "tpu,true", "mig,false", "vgpu,false", "nic,false", "'',true"})
    void onlyWholeAcceleratorsCount(String type, boolean counts) {
        boolean any = !ResourceSliceDecoder.of(Data.tree("""
            {"spec":{"driver":"gpu.example.com","nodeName":"n","devices":[{"name":"d","attributes":{"type":{"string":"%s"}}}]}}\
            """.formatted(type))).isEmpty();
        assertEquals(counts, any);
    }

    @Test
    void whatADriverDoesNotSayIsUnknown() {
        DeviceReport device = device(
                "gpu-0", "\"attributes\":{\"numa\":{\"string\":\"left\"}},\"capacity\":{\"memory\":{\"value\":\"?\"}}");
        assertEquals(OptionalLong.empty(), device.memoryBytes());
        assertEquals(OptionalInt.empty(), device.numaNode());
        assertEquals("", device.uuid());
        assertEquals("", device.pciBusId());
    }

    @ParameterizedTest
    @CsvSource({"memory", "gpu.nvidia.com/memory", "vram", "hbm"})
    void theMemoryHasManyNames(String name) {
        assertEquals(
                OptionalLong.of(64L << 30),
                device("gpu-0", "\"capacity\":{\"" + name + "\":{\"value\":\"64Gi\"}}")
                        .memoryBytes());
    }

    @Test
    void theSourceNamesDriverAndSliceSoThatTwoDriversDoNotSpeakForEachOther() {
        Change.DevicesSeen seen = (Change.DevicesSeen)
                ResourceSliceDecoder.of(file("slice-v1beta1")).getFirst();
        assertEquals("ResourceSlice gpu.nvidia.com n1-gpu", seen.source());
        Change.DevicesSeen gone = (Change.DevicesSeen)
                ResourceSliceDecoder.farewell(file("slice-v1beta1")).getFirst();
        assertEquals(seen.source(), gone.source());
        assertTrue(gone.devices().isEmpty());
    }
}
