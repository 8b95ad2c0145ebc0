// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.engine.SimulationEngine;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.kubelet.DeviceInventory;
import podium.simulator.internal.kubelet.PluginDevice;
import podium.simulator.internal.loop.RandomSource;
import podium.simulator.internal.scheduling.PodRequests;
import podium.simulator.store.ResourceTypes;

/** The machines of the scenarios that come with the simulator: how many, where, with what. Nothing is run. */
class FleetShapesTest {

    private final HardwareCatalog hardware = new HardwareCatalog();
    private final NodeFactory factory = new NodeFactory(new RandomSource(1), Instant.EPOCH.toString());

    private Scenario scenario(String name) {
        return new ScenarioCatalog(hardware).find(name);
    }

    private List<ObjectNode> nodes(String name) {
        return scenario(name).pools().stream()
                .flatMap(pool -> pool.places().stream().map(place -> factory.node(pool, place)))
                .toList();
    }

    private static Map<String, Long> count(List<ObjectNode> nodes, Function<ObjectNode, String> by) {
        return nodes.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }

    private static String label(ObjectNode node, String label) {
        return Json.labels(node).getOrDefault(label, "");
    }

    private static long offered(ObjectNode node, String resource) {
        return PodRequests.parse(Json.at(node, "status", "allocatable")).getOrDefault(resource, 0L);
    }

    private ObjectNode node(String scenario, String name) {
        return nodes(scenario).stream()
                .filter(node -> Json.name(node).equals(name))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "ai-factory, 32",
        "nvl72, 72",
        "mixed, 22",
        "edge, 3",
        "dra, 8",
        "scale 1, 1",
        "scale 16, 16",
        "scale 17, 17",
        "scale 1000, 1000"
    })
    void aScenarioHasSoManyNodesEachOfItsOwnNameAndAddress(String scenario, int count) {
        List<ObjectNode> nodes = nodes(scenario);
        assertEquals(count, nodes.size());
        assertEquals(count, nodes.stream().map(Json::name).distinct().count());
        assertEquals(
                count,
                nodes.stream()
                        .map(node -> Json.at(node, "status", "addresses")
                                .path(0)
                                .path("address")
                                .asText())
                        .distinct()
                        .count());
    }

    @Test
    void anNvl72RackIsEighteenTraysOfFourInOneDomain() {
        List<ObjectNode> nodes = nodes("nvl72");
        Map<String, Long> cliques = count(nodes, node -> label(node, "nvidia.com/gpu.clique"));
        assertEquals(4, cliques.size());
        cliques.forEach((clique, trays) -> {
            assertEquals(18, trays, clique);
            assertTrue(clique.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.\\d+"), clique);
        });
        assertEquals(
                cliques.size(),
                count(nodes, node -> label(node, "topology.kubernetes.io/rack")).size());
        nodes.forEach(node -> {
            assertEquals(4, offered(node, "nvidia.com/gpu"));
            assertEquals("arm64", label(node, "kubernetes.io/arch"));
            assertEquals("NVIDIA-GB200", label(node, "nvidia.com/gpu.product"));
            assertEquals("blackwell", label(node, "nvidia.com/gpu.family"));
        });
    }

    @Test
    void aCliqueLiesInOneRackAndTwoRacksShareASpine() {
        for (ObjectNode node : nodes("nvl72")) {
            String rack = label(node, "topology.kubernetes.io/rack").replace("nvl-", "");
            assertTrue(label(node, "nvidia.com/gpu.clique").endsWith("0" + rack + "0.32766"));
            assertEquals("nvl-" + rack, label(node, "accelerator.topograph.run/domain"));
            assertEquals("leaf-" + rack, label(node, "fabric.topograph.run/tier-0"));
            assertEquals("spine-" + (Integer.parseInt(rack) + 1) / 2, label(node, "fabric.topograph.run/tier-1"));
        }
    }

    @Test
    void theTraysAreNamedSoThatTheyReadInOrder() {
        List<String> names = nodes("nvl72").stream().map(Json::name).toList();
        assertEquals("nvl1-t01", names.getFirst());
        assertEquals("nvl4-t18", names.getLast());
        assertEquals(names, names.stream().sorted().toList());
    }

    @Test
    void theMixedFleetHasEveryMakersMachines() {
        assertEquals(
                Map.of(
                        "dgx-a100", 4L,
                        "a100-4", 2L,
                        "l40s-4", 5L,
                        "mi300x-8", 3L,
                        "gaudi3-8", 2L,
                        "tpu-v5e-4", 4L,
                        "cpu-96", 2L),
                count(nodes("mixed"), node -> label(node, "node.kubernetes.io/instance-type")));
    }

    @Test
    void aNodeOfTheSingleStrategyOffersItsSeventhsAsGpus() {
        ObjectNode node = node("mixed", "a100-mig-single-1");
        assertEquals(56, offered(node, "nvidia.com/gpu"), "eight GPUs of seven");
        assertEquals("single", label(node, "nvidia.com/mig.strategy"));
        assertEquals("NVIDIA-A100-SXM4-80GB-MIG-1g.10gb", label(node, "nvidia.com/gpu.product"));
        List<PluginDevice> devices = new DeviceInventory(new RandomSource(1)).of(node);
        assertEquals(56, devices.size());
        assertTrue(devices.stream().allMatch(device -> device.slice().equals("1g.10gb")));
        assertEquals(8, devices.stream().mapToInt(PluginDevice::gpu).distinct().count());
    }

    @Test
    void aNodeOfTheMixedStrategyOffersItsProfilesByName() {
        ObjectNode node = node("mixed", "a100-mig-mixed-2");
        assertEquals(0, offered(node, "nvidia.com/gpu"));
        assertEquals(8, offered(node, "nvidia.com/mig-1g.5gb"));
        assertEquals(4, offered(node, "nvidia.com/mig-2g.10gb"));
        assertEquals(4, offered(node, "nvidia.com/mig-3g.20gb"));
        assertEquals("4", label(node, "nvidia.com/gpu.count"), "the boards are counted as they are");
        assertEquals("2", label(node, "nvidia.com/mig-2g.10gb.slices.gi"));
        long sevenths = 8 + 4 * 2 + 4 * 3;
        assertTrue(sevenths <= 4 * 7, "no GPU is cut into more than it has");
    }

    @Test
    void aTimeSlicedNodeOffersEachGpuFourTimes() {
        ObjectNode node = node("mixed", "l40s-shared-1");
        assertEquals(16, offered(node, "nvidia.com/gpu"));
        assertEquals("4", label(node, "nvidia.com/gpu.replicas"));
        assertEquals("time-slicing", label(node, "nvidia.com/gpu.sharing-strategy"));
        assertEquals("NVIDIA-L40S-SHARED", label(node, "nvidia.com/gpu.product"));
    }

    @Test
    void onlyTheAmdNodesAreTainted() {
        for (ObjectNode node : nodes("mixed")) {
            boolean amd = offered(node, "amd.com/gpu") > 0;
            assertEquals(amd, !Json.at(node, "spec", "taints").isEmpty(), Json.name(node));
        }
    }

    @Test
    void acceleratorsOfEachMakerAreOfferedUnderTheirName() {
        assertEquals(8, offered(node("mixed", "mi300x-1"), "amd.com/gpu"));
        assertEquals(8, offered(node("mixed", "gaudi3-2"), "habana.ai/gaudi"));
        assertEquals(4, offered(node("mixed", "tpu-v5e-4"), "google.com/tpu"));
        assertFalse(
                Json.at(node("mixed", "cpu-1"), "status", "capacity").toString().contains("gpu"));
    }

    @Test
    void theEdgeHasConsumerCardsThatCannotBeCut() {
        List<ObjectNode> nodes = nodes("edge");
        assertEquals(
                List.of(2L, 2L, 0L),
                nodes.stream().map(node -> offered(node, "nvidia.com/gpu")).toList());
        assertEquals("NVIDIA-GeForce-RTX-4090", label(nodes.getFirst(), "nvidia.com/gpu.product"));
        assertEquals("false", label(nodes.getFirst(), "nvidia.com/mig.capable"));
        assertEquals("", label(nodes.getLast(), "nvidia.com/gpu.present"));
    }

    @Test
    void aBigFleetFillsItsRacksAndPutsTheRestInOneMore() {
        Map<String, Long> racks = count(nodes("scale 37"), node -> label(node, "topology.kubernetes.io/rack"));
        assertEquals(List.of(5L, 16L, 16L), racks.values().stream().sorted().toList());
    }

    @Test
    void aBigFleetHasTenPodsPerNodeInWorkloadsOfAtMostHundredAndTwentyEight() {
        Scenario scenario = scenario("scale 1000");
        int pods = scenario.workloads().stream()
                .filter(work -> work.resources().containsKey("nvidia.com/gpu") || work.pods() > 0)
                .mapToInt(WorkloadSpec::pods)
                .sum();
        assertTrue(pods >= 7000 && pods <= 10_000, "pods " + pods);
        assertTrue(scenario.workloads().stream().allMatch(work -> work.pods() <= 128));
        assertEquals(
                scenario.workloads().size(),
                scenario.workloads().stream()
                        .map(work -> work.namespace() + "/" + work.name())
                        .distinct()
                        .count());
    }

    @Test
    void faultsAndCordonsNameNodesThatAreThere() {
        for (String name : ScenarioCatalog.NAMES) {
            Scenario scenario = scenario(name);
            TreeSet<String> names =
                    new TreeSet<>(nodes(name).stream().map(Json::name).toList());
            scenario.faults().forEach(fault -> assertTrue(names.contains(fault.node()), name + " " + fault.node()));
            scenario.cordoned().forEach(cordon -> assertTrue(names.contains(cordon.node()), name + cordon));
        }
    }

    @Test
    void workGoesToNamespacesAndPrioritiesThatAreThere() {
        for (String name : ScenarioCatalog.NAMES) {
            Scenario scenario = scenario(name);
            for (WorkloadSpec work : scenario.workloads()) {
                assertTrue(scenario.namespaces().contains(work.namespace()), name + " " + work.name());
                assertTrue(
                        work.priority().isEmpty() || scenario.priorities().containsKey(work.priority()),
                        name + " " + work.name());
            }
        }
    }

    @Test
    void noTwoNodesOfAFleetShareARangeOfPodAddresses() {
        try (SimulationEngine life =
                SimulatedFleet.open("mixed", new RandomSource(1), Rig.START).life()) {
            List<ObjectNode> nodes = life.store().list(ResourceTypes.NODE, "");
            assertEquals(
                    nodes.size(),
                    nodes.stream()
                            .map(node -> Json.text(node, "spec", "podCIDR"))
                            .distinct()
                            .count());
            for (ObjectNode pod : life.store().list(ResourceTypes.POD, "")) {
                String address = Json.text(pod, "status", "podIP");
                if (!address.isEmpty()) {
                    ObjectNode node = life.store()
                            .get(ResourceTypes.NODE, "", Json.text(pod, "spec", "nodeName"))
                            .orElseThrow();
                    String range = Json.text(node, "spec", "podCIDR").replace("0/24", "");
                    assertTrue(address.startsWith(range), address + " is not in " + range);
                }
            }
        }
    }

    @Test
    void theRestOfABigFleetIsNamedAndLabelledAsItsOwnRack() {
        ObjectNode last = nodes("scale 130").getLast();
        assertEquals("node-9-2", Json.name(last));
        assertEquals("rack-9", label(last, "topology.kubernetes.io/rack"));
        assertEquals("spine-2", label(last, "fabric.topograph.run/tier-1"));
        assertEquals("NVIDIA-H100-80GB-HBM3", label(last, "nvidia.com/gpu.product"));
    }
}
