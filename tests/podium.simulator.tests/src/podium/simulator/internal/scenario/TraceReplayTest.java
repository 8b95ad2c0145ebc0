// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.engine.SimulationEngine;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.RandomSource;
import podium.simulator.store.ResourceTypes;

class TraceReplayTest {

    @TempDir
    private Path directory = Path.of(".");

    private SimulationEngine replay(String more) throws IOException {
        for (String file : new String[] {"openb_node_list_gpu_node.csv", "openb_pod_list_default.csv"}) {
            try (InputStream in = Objects.requireNonNull(TraceReplayTest.class.getResourceAsStream("openb/" + file))) {
                Files.copy(in, directory.resolve(file));
            }
        }
        return SimulatedFleet.open("trace " + directory + more, new RandomSource(1), Rig.START)
                .life();
    }

    private static ObjectNode pod(SimulationEngine life, String name) {
        return life.store().get(ResourceTypes.POD, "trace", name).orElseThrow();
    }

    private static String nodeOf(SimulationEngine life, String name) {
        return Json.text(pod(life, name), "spec", "nodeName");
    }

    @Test
    void nodesAreAsTheTraceSays() throws Exception {
        try (SimulationEngine life = replay("")) {
            ObjectNode node = life.store().get(ResourceTypes.NODE, "", "node-b").orElseThrow();
            assertEquals("8", Json.text(node, "status", "allocatable", "nvidia.com/gpu"));
            assertEquals("8000", Json.text(node, "status", "allocatable", "alibabacloud.com/gpu-milli"));
            assertEquals("Tesla-V100-SXM2-32GB", Json.labels(node).get("nvidia.com/gpu.product"));
            assertEquals("96", Json.text(node, "status", "capacity", "cpu"));
        }
    }

    @Test
    void tasksRunFromTheirCreationToTheirDeletion() throws Exception {
        try (SimulationEngine life = replay("")) {
            assertEquals("Running", Json.text(pod(life, "pod-0"), "status", "phase"));
            assertTrue(life.store().get(ResourceTypes.POD, "trace", "pod-3").isEmpty(), "was over before the opening");
            assertTrue(life.store().get(ResourceTypes.POD, "trace", "pod-6").isEmpty(), "is yet to come");
            life.pace().advance(Duration.ofSeconds(4100));
            assertEquals("Running", Json.text(pod(life, "pod-6"), "status", "phase"));
            life.pace().advance(Duration.ofSeconds(1000));
            assertEquals("Succeeded", Json.text(pod(life, "pod-6"), "status", "phase"));
        }
    }

    @Test
    void modelsAndFractionsAreHonoured() throws Exception {
        try (SimulationEngine life = replay("")) {
            life.pace().advance(Duration.ofMinutes(5));
            assertEquals("node-b", nodeOf(life, "pod-2"));
            assertEquals("node-a", nodeOf(life, "pod-4"));
            assertEquals(
                    "460",
                    Json.text(
                            Json.at(pod(life, "pod-1"), "spec", "containers").path(0),
                            "resources",
                            "limits",
                            "alibabacloud.com/gpu-milli"));
            assertEquals("", nodeOf(life, "pod-5"), "no node has its model");
        }
    }

    @Test
    void aDenserTraceArrivesSooner() throws Exception {
        try (SimulationEngine life = replay(" x10")) {
            life.pace().advance(Duration.ofSeconds(420));
            assertTrue(life.store().get(ResourceTypes.POD, "trace", "pod-6").isPresent());
        }
    }

    @Test
    void aDirectoryWithoutATraceSaysWhatIsMissing() {
        IllegalArgumentException missing = assertThrows(
                IllegalArgumentException.class,
                () -> SimulatedFleet.open("trace " + directory, new RandomSource(1), Rig.START));
        assertTrue(String.valueOf(missing.getMessage()).contains("openb_node_list_gpu_node.csv"));
    }

    @Test
    void thePublishedTraceIsReplayed() {
        Path data = Optional.ofNullable(System.getProperty("PODIUM_DATA", System.getenv("PODIUM_DATA")))
                .map(Path::of)
                .orElse(Path.of("../../../shared/data"))
                .resolve("openb");
        Assumptions.assumeTrue(Files.isDirectory(data), "no trace at " + data.toAbsolutePath());
        try (SimulationEngine life = SimulatedFleet.open("trace " + data, new RandomSource(1), Rig.START)
                .life()) {
            assertEquals(1213, life.store().list(ResourceTypes.NODE, "").size());
            long gpus = life.store().list(ResourceTypes.NODE, "").stream()
                    .mapToLong(node -> Json.at(node, "status", "allocatable", "nvidia.com/gpu")
                            .asLong(0))
                    .sum();
            assertEquals(6212, gpus);
            assertTrue(life.store().list(ResourceTypes.POD, "trace").size() > 20);
        }
    }
}
