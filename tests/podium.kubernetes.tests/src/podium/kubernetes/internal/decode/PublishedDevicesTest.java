// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.change.Change;
import podium.core.change.DeviceReport;
import podium.core.change.DeviceReport.Part;
import podium.kubernetes.testkit.Data;
import podium.model.fleet.Health;

/** Devices and their parts in the likeness of what the drivers of several makers publish. */
class PublishedDevicesTest {
    private static List<DeviceReport> devices(String driver, String... devices) {
        return of("""
            {"metadata":{"name":"s"},"spec":{"driver":"%s","nodeName":"n","pool":{"name":"n"},"devices":[%s]}}\
            """.formatted(driver, String.join(",", devices)));
    }

    private static List<DeviceReport> of(String slice) {
        return ResourceSliceDecoder.of(Data.tree(slice)).stream()
                .flatMap(change -> ((Change.DevicesSeen) change).devices().stream())
                .toList();
    }

    private static String mig(String type, int gpu, String profile, int placement) {
        return """
            {"name":"gpu-%d-mig-%s-19-%d","attributes":{%s"parentUUID":{"string":"GPU-%d"},
            "profile":{"string":"%s"},"uuid":{"string":"MIG-%d-%d"},"productName":{"string":"NVIDIA A100-SXM4-40GB"},
            "resource.kubernetes.io/pciBusID":{"string":"0000:0%d:00.0"}},"capacity":{"memory":{"value":"4864Mi"}}}\
            """.formatted(gpu, profile.replace(".", ""), placement, type, gpu, profile, gpu, placement, gpu);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {"`\"type\":{\"string\":\"mig\"},`", "``"})
    void aNodeThatPublishesOnlyMigDevicesHasTheirGpus(String type) {
        List<DeviceReport> devices = devices(
                "gpu.nvidia.com", mig(type, 0, "1g.5gb", 0), mig(type, 0, "3g.20gb", 4), mig(type, 2, "1g.5gb", 0));
        assertEquals(2, devices.size());
        assertEquals(
                List.of(0, 2),
                devices.stream().map(DeviceReport::index).toList(),
                "the minor number in the name is it");
        DeviceReport first = devices.getFirst();
        assertEquals("GPU-0", first.uuid());
        assertEquals("NVIDIA A100-SXM4-40GB", first.model());
        assertEquals("0000:00:00.0", first.pciBusId());
        assertEquals(OptionalLong.empty(), first.memoryBytes(), "a part's memory is not its whole's");
        assertEquals(
                List.of("1g.5gb", "3g.20gb"),
                first.parts().stream().map(Part::profile).toList());
        assertEquals("MIG-0-4", first.parts().get(1).uuid());
        assertFalse(first.parts().getFirst().possible());
    }

    @Test
    void partsLieOnTheWholeThatIsPublishedBesideThem() {
        List<DeviceReport> devices = devices(
                "gpu.nvidia.com",
                "{\"name\":\"gpu-1\",\"attributes\":{\"type\":{\"string\":\"gpu\"},\"uuid\":{\"string\":\"GPU-1\"}}}",
                mig("", 1, "1g.5gb", 0));
        assertEquals(1, devices.size());
        assertTrue(devices.getFirst().offer().isPresent());
        assertEquals(1, devices.getFirst().parts().size());
    }

    @Test
    void amdPartitionsLieOnTheCardWhosePciAddressTheyName() {
        String partition = """
            {"name":"gpu-%d-%d","attributes":{"type":{"string":"amdgpu-partition"},"parentPciAddr":{"string":"%s"},
            "cardIndex":{"int":%d},"partitionProfile":{"string":"cpx_nps4"},"productName":{"string":"AMD_Instinct_MI300X_OAM"}}}\
            """;
        List<DeviceReport> devices = devices(
                "gpu.amd.com",
                partition.formatted(1, 128, "0000:05:00.0", 1),
                partition.formatted(2, 129, "0000:05:00.0", 2),
                partition.formatted(9, 136, "0000:26:00.0", 9));
        assertEquals(List.of(0, 1), devices.stream().map(DeviceReport::index).toList());
        assertEquals(
                List.of("0000:05:00.0", "0000:26:00.0"),
                devices.stream().map(DeviceReport::pciBusId).toList());
        assertEquals(2, devices.getFirst().parts().size());
        assertEquals("cpx_nps4", devices.getFirst().parts().getFirst().profile());
    }

    @Test
    void anAmdGpuIsOneWholeDeviceAndItsRenderNodeNoIndex() {
        DeviceReport device = devices("gpu.amd.com", """
            {"name":"gpu-40-168","attributes":{"type":{"string":"amdgpu"},"pciAddr":{"string":"0003:00:02.0"},
            "productName":{"string":"AMD_Instinct_MI300X_OAM"}},"capacity":{"memory":{"value":"196592Mi"}}}\
            """).getFirst();
        assertEquals(0, device.index());
        assertEquals("0003:00:02.0", device.pciBusId());
        assertTrue(device.parts().isEmpty());
    }

    @Test
    void aGpuThatHamiSharesByDraIsAGpu() {
        DeviceReport device = devices("hami-core-gpu.project-hami.io", """
            {"name":"hami-gpu-0","allowMultipleAllocations":true,"attributes":{"type":{"string":"hami-gpu"},
            "uuid":{"string":"GPU-1"},"pcieBusID":{"string":"0000:65:01.0"},"productName":{"string":"NVIDIA A10"}},
            "capacity":{"cores":{"value":"100"},"memory":{"value":"23028Mi"}}}\
            """).getFirst();
        assertEquals("GPU-1", device.uuid());
        assertEquals("NVIDIA A10", device.model());
        assertEquals("0000:65:01.0", device.pciBusId());
        assertEquals(OptionalLong.of(23028L << 20), device.memoryBytes());
    }

    @Test
    void aPciAddressAsANameIsNoIndex() {
        List<DeviceReport> devices = devices(
                "gaudi.intel.com",
                "{\"name\":\"0000-a0-00-0-0x1020\",\"attributes\":{\"model\":{\"string\":\"Gaudi2\"},\"healthy\":{\"bool\":true}}}",
                "{\"name\":\"0000-b0-00-0-0x1020\",\"attributes\":{\"healthy\":{\"bool\":false}}}");
        assertEquals(List.of(0, 1), devices.stream().map(DeviceReport::index).toList());
        assertEquals(Health.HEALTHY, devices.getFirst().health());
        assertEquals(Health.FAILED, devices.get(1).health());
    }

    @Test
    void aProductThatTheDriverDoesNotKnowIsToldByItsPciDeviceId() {
        String card = "{\"name\":\"0000-04-00-0-0x0bda\",\"attributes\":{\"model\":{\"string\":\"Unknown\"},"
                + "\"pciId\":{\"string\":\"%s\"}},\"capacity\":{\"memory\":{\"value\":\"0\"}}}";
        DeviceReport known = devices("gpu.intel.com", card.formatted("0x0bda")).getFirst();
        assertEquals("Intel Data Center GPU Max 1100", known.model());
        assertEquals(OptionalLong.empty(), known.memoryBytes(), "no bytes are unknown bytes");
        assertEquals(
                "",
                devices("gpu.intel.com", card.formatted("0x7d67")).getFirst().model());
    }

    @Test
    void partsThatCouldBeMadeOfSharedCountersArePossible() {
        String counted =
                "\"consumesCounters\":[{\"counterSet\":\"gpu-0-counters\",\"counters\":{\"memory\":{\"value\":\"%s\"}}}]";
        List<DeviceReport> devices = devices(
                "resource-driver.example.com",
                "{\"name\":\"gpu-0\"," + counted.formatted("40Gi") + "}",
                "{\"name\":\"gpu-0-partition-0\"," + counted.formatted("10Gi") + "}",
                "{\"name\":\"gpu-0-partition-1\"," + counted.formatted("10Gi") + "}");
        assertEquals(1, devices.size(), "whatever the driver is called");
        assertEquals(2, devices.getFirst().parts().size());
        assertTrue(devices.getFirst().parts().stream().allMatch(Part::possible));
    }

    @Test
    void aNetworkCardBesideAGpuIsNone() {
        assertEquals(List.of(), devices("dra.net", "{\"name\":\"gpu7rdma0\",\"attributes\":{}}"));
    }

    @Test
    void devicesMaySayEachByItselfWhichNodeTheyAreOn() {
        List<Change> changes = ResourceSliceDecoder.of(Data.tree("""
            {"metadata":{"name":"s"},"spec":{"driver":"gpu.example.com","perDeviceNodeSelection":true,"pool":{"name":"p"},
            "devices":[{"name":"gpu-0","nodeName":"na"},{"name":"gpu-1","nodeName":"nb"}]}}\
            """));
        assertEquals(
                List.of("na", "nb"),
                changes.stream()
                        .map(change -> ((Change.DevicesSeen) change).nodeName())
                        .toList());
    }

    @Test
    void theNamedResourcesOfV1alpha2AreReadAsTheDevicesOfToday() {
        DeviceReport device = of("""
            {"metadata":{"name":"s"},"nodeName":"n","driverName":"gpu.nvidia.com","namedResources":{"instances":[{"name":"gpu-3",
            "attributes":[{"name":"uuid","string":"GPU-x"},{"name":"product-name","string":"A100"},{"name":"memory","quantity":"40Gi"}]}]}}\
            """).getFirst();
        assertEquals(3, device.index());
        assertEquals("GPU-x", device.uuid());
        assertEquals("A100", device.model());
        assertEquals(OptionalLong.of(40L << 30), device.memoryBytes());
        assertEquals(OptionalInt.empty(), device.numaNode());
    }

    /** What real drivers published has as many devices as the machines have. */
    @Test
    void noRealSliceShowsADeviceThatItDoesNotPublish() throws Exception {
        for (Path file : Data.files("dra")) {
            for (String object : Data.objects(Files.readString(file))) {
                if (object.contains("\"ResourceSlice\"")) {
                    List<DeviceReport> devices = of(object);
                    assertTrue(
                            devices.stream().allMatch(device -> device.index() < 16),
                            file.getFileName() + " " + devices);
                }
            }
        }
    }
}
