// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.RandomSource;
import podium.simulator.store.ResourceTypes;

/** ResourceSlices as NVIDIA's DRA driver publishes them (resource.k8s.io/v1). */
class ResourceSlicesTest {

    private final Rig rig = new Rig();
    private final HardwareCatalog hardware = new HardwareCatalog();

    @AfterEach
    void close() {
        rig.close();
    }

    private ObjectNode slice(String pool) throws Exception {
        NodePool parsed = NodePool.parse(new YAMLMapper().readTree(pool), hardware);
        ObjectNode node = rig.store()
                .create(
                        ResourceTypes.NODE,
                        new NodeFactory(new RandomSource(1), Json.time(Rig.START))
                                .node(parsed, parsed.places().getFirst()));
        new ResourceSlices(rig.life(), Rig.START)
                .publish(node, parsed.machine().accelerator().orElseThrow());
        return rig.store().list(ResourceTypes.RESOURCE_SLICE, "").getLast();
    }

    private static JsonNode devices(ObjectNode slice) {
        return Json.at(slice, "spec", "devices");
    }

    private static String attribute(JsonNode device, String name, String type) {
        return Json.text(device.path("attributes").path(name), type);
    }

    @Test
    void aSliceIsOfOneNodesPoolAndOwnedByTheNode() throws Exception {
        ObjectNode slice = slice("{machine: hgx-h100, name: n1}");
        assertEquals("resource.k8s.io/v1", Json.text(slice, "apiVersion"));
        assertEquals("gpu.nvidia.com", Json.text(slice, "spec", "driver"));
        assertEquals("n1", Json.text(slice, "spec", "nodeName"));
        assertEquals("n1", Json.text(slice, "spec", "pool", "name"));
        assertEquals(1, Json.number(slice, 0, "spec", "pool", "resourceSliceCount"));
        assertEquals(1, Json.number(slice, 0, "spec", "pool", "generation"));
        JsonNode owner = Json.controller(slice).orElseThrow();
        assertEquals("Node", Json.text(owner, "kind"));
        assertEquals(Json.uid(rig.get(ResourceTypes.NODE, "n1")), Json.text(owner, "uid"));
        assertTrue(Json.name(slice).matches("n1-gpu\\.nvidia\\.com-[a-z0-9]{5}"), Json.name(slice));
    }

    @Test
    void everyDeviceSaysWhatItIs() throws Exception {
        JsonNode device = devices(slice("{machine: hgx-h100, name: n1}")).path(3);
        assertEquals("gpu-3", Json.text(device, "name"));
        assertEquals("Hopper", attribute(device, "architecture", "string"));
        assertEquals("NVIDIA H100 80GB HBM3", attribute(device, "productName", "string"));
        assertEquals("gpu", attribute(device, "type", "string"));
        assertEquals("9.0.0", attribute(device, "cudaComputeCapability", "version"));
        assertEquals("580.105.8", attribute(device, "driverVersion", "version"));
        assertEquals("81559Mi", Json.text(device, "capacity", "memory", "value"));
        assertEquals(rig.life().inventory().gpuId("n1", 3), attribute(device, "uuid", "string"));
    }

    @Test
    void versionsAreSemanticOnesWithoutLeadingZeros() throws Exception {
        for (JsonNode device : devices(slice("{machine: gb200-tray, name: n1}"))) {
            device.path("attributes").forEach(attribute -> {
                if (attribute.has("version")) {
                    String version = attribute.path("version").asText();
                    assertTrue(version.matches("(0|[1-9]\\d*)(\\.(0|[1-9]\\d*)){2}"), version);
                }
            });
        }
    }

    @Test
    void noTwoDevicesShareANameAnIdOrAPlaceOnTheBus() throws Exception {
        JsonNode devices = devices(slice("{machine: hgx-h200, name: n1}"));
        assertEquals(8, devices.size());
        Set<String> seen = new HashSet<>();
        for (JsonNode device : devices) {
            assertTrue(seen.add(Json.text(device, "name")));
            assertTrue(seen.add(attribute(device, "uuid", "string")));
            assertTrue(seen.add(attribute(device, "resource.kubernetes.io/pciBusID", "string")));
            assertTrue(seen.add(attribute(device, "resource.kubernetes.io/pcieRoot", "string")));
        }
        assertEquals("0000:1b:00.0", attribute(devices.path(0), "resource.kubernetes.io/pciBusID", "string"));
    }

    @Test
    void theCliqueIsThatOfTheNode() throws Exception {
        JsonNode device = devices(slice("{machine: gb200-tray, name: n1, labels: {nvidia.com/gpu.clique: abc.32766}}"))
                .path(0);
        assertEquals("abc.32766", attribute(device, "fabricClique", "string"));
        assertFalse(devices(slice("{machine: hgx-h100, name: n2}"))
                .path(0)
                .path("attributes")
                .has("fabricClique"));
    }

    @Test
    void aNodeThatGoesTakesItsSliceAlong() throws Exception {
        slice("{machine: hgx-h100, name: n1}");
        rig.settle().delete(ResourceTypes.NODE, "n1").settle();
        assertTrue(rig.store().list(ResourceTypes.RESOURCE_SLICE, "").isEmpty());
    }

    @Test
    void theSameNodePublishesTheSameSlice() throws Exception {
        JsonNode first = slice("{machine: hgx-h100, name: n1}").path("spec");
        rig.delete(ResourceTypes.NODE, "n1").settle();
        assertEquals(first, slice("{machine: hgx-h100, name: n1}").path("spec"));
    }
}
