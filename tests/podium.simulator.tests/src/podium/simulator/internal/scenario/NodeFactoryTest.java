// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.RandomSource;
import podium.simulator.internal.scheduling.PodRequests;

class NodeFactoryTest {

    private final NodeFactory factory = new NodeFactory(new RandomSource(1), "2026-03-01T08:00:00Z");

    private static NodePool pool(String yaml) throws IOException {
        return NodePool.parse(new YAMLMapper().readTree(yaml), new HardwareCatalog());
    }

    private ObjectNode first(String yaml) throws IOException {
        NodePool pool = pool(yaml);
        return factory.node(pool, pool.places().getFirst());
    }

    @Test
    void placesAreCountedThroughRacksAndSpines() throws Exception {
        List<NodePool.Place> places = pool("{machine: hgx-h100, racks: 4, nodes: 8, racksPerSpine: 2, name: x}")
                .places();
        assertEquals(32, places.size());
        assertEquals(new NodePool.Place(1, 1, 1, 0), places.getFirst());
        assertEquals(new NodePool.Place(4, 8, 2, 31), places.getLast());
        assertEquals("r4-n08-s2 0.32", places.getLast().fill("r{rack}-n{node02}-s{spine} {hi}.{lo}"));
    }

    @Test
    void gpuFeatureDiscoveryHasLabelledTheNode() throws Exception {
        Map<String, String> labels = Json.labels(first("{machine: hgx-h100, name: n}"));
        assertEquals("NVIDIA-H100-80GB-HBM3", labels.get("nvidia.com/gpu.product"));
        assertEquals("8", labels.get("nvidia.com/gpu.count"));
        assertEquals("81559", labels.get("nvidia.com/gpu.memory"));
        assertEquals("hopper", labels.get("nvidia.com/gpu.family"));
        assertEquals("9", labels.get("nvidia.com/gpu.compute.major"));
        assertEquals("true", labels.get("nvidia.com/mig.capable"));
        assertEquals("n", labels.get("kubernetes.io/hostname"));
        assertEquals("hgx-h100", labels.get("node.kubernetes.io/instance-type"));
    }

    @Test
    void cardsThatCannotBeCutSaySo() throws Exception {
        Map<String, String> labels = Json.labels(first("{machine: edge-4090, name: n}"));
        assertEquals("false", labels.get("nvidia.com/mig.capable"));
        assertFalse(labels.containsKey("nvidia.com/mig.config"));
    }

    @Test
    void theSystemKeepsAPartOfTheMachine() throws Exception {
        ObjectNode node = first("{machine: hgx-h100, name: n}");
        Map<String, Long> capacity = PodRequests.parse(Json.at(node, "status", "capacity"));
        Map<String, Long> allocatable = PodRequests.parse(Json.at(node, "status", "allocatable"));
        assertTrue(allocatable.get("cpu") < capacity.get("cpu"));
        assertTrue(allocatable.get("memory") < capacity.get("memory"));
        assertEquals(8L, allocatable.get("nvidia.com/gpu"));
    }

    @Test
    void aNodeIsReadyAndHasAnAddress() throws Exception {
        ObjectNode node = first("{machine: cpu-96, name: n, address: \"10.9.8.{node}\"}");
        assertEquals(
                "10.9.8.1",
                Json.at(node, "status", "addresses").path(0).path("address").asText());
        assertEquals(4, Json.at(node, "status", "conditions").size());
        assertEquals("v1.36.1", Json.text(node, "status", "nodeInfo", "kubeletVersion"));
        assertFalse(Json.at(node, "status", "capacity").has("nvidia.com/gpu"));
    }

    @Test
    void slicesStandInPlaceOfWholeGpus() throws Exception {
        ObjectNode node = first("{machine: a100-4, name: n, slices: {nvidia.com/gpu: 1, nvidia.com/mig-3g.20gb: 6}}");
        assertEquals("6", Json.text(node, "status", "allocatable", "nvidia.com/mig-3g.20gb"));
        assertEquals("1", Json.text(node, "status", "allocatable", "nvidia.com/gpu"));
        Map<String, String> labels = Json.labels(node);
        assertEquals("mixed", labels.get("nvidia.com/mig.strategy"));
        assertEquals("3", labels.get("nvidia.com/mig-3g.20gb.slices.gi"));
        assertEquals("NVIDIA-A100-SXM4-40GB-MIG-3g.20gb", labels.get("nvidia.com/mig-3g.20gb.product"));
    }

    @Test
    void otherMakersLabelTheirWay() throws Exception {
        assertEquals(
                "AMD_Instinct_MI300X_OAM",
                Json.labels(first("{machine: mi300x-8, name: n}")).get("amd.com/gpu.product-name"));
        assertEquals(
                "HL-325L", Json.labels(first("{machine: gaudi3-8, name: n}")).get("habana.ai/gaudi.product"));
        assertEquals(
                "tpu-v5-lite-podslice",
                Json.labels(first("{machine: tpu-v5e-4, name: n}")).get("cloud.google.com/gke-tpu-accelerator"));
        assertEquals(
                "arm64", Json.labels(first("{machine: gb200-tray, name: n}")).get("kubernetes.io/arch"));
    }

    @Test
    void aPoolMaySetLabelsOfItsOwnOverThoseOfTheMachine() throws Exception {
        Map<String, String> labels = Json.labels(
                first("{machine: l40s-4, racks: 2, nodes: 1, name: n, labels: {nvidia.com/gpu.replicas: \"4\", rack:"
                        + " \"r{rack}\"}}"));
        assertEquals("4", labels.get("nvidia.com/gpu.replicas"));
        assertEquals("r1", labels.get("rack"));
    }

    @Test
    void oneSeedMakesOneMachine() throws Exception {
        assertEquals(first("{machine: hgx-h100, name: n}"), first("{machine: hgx-h100, name: n}"));
    }
}
