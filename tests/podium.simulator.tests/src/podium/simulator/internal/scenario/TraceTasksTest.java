// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.engine.SimulationEngine;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.RandomSource;
import podium.simulator.store.ResourceTypes;

/** Pods of a trace's rows, and rows that are not as they should be. */
class TraceTasksTest {

    private static final String NODES = "sn,cpu_milli,memory_mib,gpu,model\nnode-a,64000,262144,2,P100\n";
    private static final String HEADER =
            "name,cpu_milli,memory_mib,num_gpu,gpu_milli,gpu_spec,qos,pod_phase,creation_time,deletion_time,scheduled_time\n";

    @TempDir
    private Path directory = Path.of(".");

    private static ObjectNode task(long gpus, long milli, String models, String qos) {
        return new TraceTasks().pod("pod-1", 6000, 12_288, gpus, milli, models, qos, 300);
    }

    private static JsonNode resources(ObjectNode pod) {
        return Json.at(pod, "spec", "containers").path(0).path("resources");
    }

    private SimulationEngine replay(String nodes, String pods) throws IOException {
        Files.writeString(directory.resolve("openb_node_list_gpu_node.csv"), nodes);
        Files.writeString(directory.resolve("openb_pod_list_default.csv"), HEADER + pods);
        return SimulatedFleet.open("trace " + directory, new RandomSource(1), Rig.START)
                .life();
    }

    private String refusal(String nodes, String pods) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> replay(nodes, pods)
                        .close())
                .getMessage());
    }

    @ParameterizedTest
    @CsvSource({"1, 1000, 1000, 1", "8, 1000, 8000, 8", "1, 460, 460, ''", "2, 500, 1000, ''"})
    void fractionsAreThousandthsAndWholeGpusAreBoth(long gpus, long milli, String thousandths, String whole) {
        JsonNode limits = resources(task(gpus, milli, "", "LS")).path("limits");
        assertEquals(thousandths, Json.text(limits, "alibabacloud.com/gpu-milli"));
        assertEquals(whole, Json.text(limits, "nvidia.com/gpu"));
    }

    @Test
    void aTaskWithoutGpusAsksForNone() {
        JsonNode resources = resources(task(0, 0, "", "BE"));
        assertTrue(resources.path("limits").isEmpty());
        assertEquals("6000m", Json.text(resources, "requests", "cpu"));
        assertEquals("12288Mi", Json.text(resources, "requests", "memory"));
    }

    @Test
    void whatIsLimitedIsRequested() {
        JsonNode resources = resources(task(2, 1000, "", "LS"));
        resources
                .path("limits")
                .properties()
                .forEach(limit -> assertEquals(
                        limit.getValue(), resources.path("requests").path(limit.getKey())));
    }

    @ParameterizedTest
    @CsvSource({
        "LS, latency-sensitive, 1000, inference",
        "BE, best-effort, -10, fine-tuning",
        "Burstable, latency-sensitive, 1000, fine-tuning"
    })
    void serviceQualityDecidesPriorityAndLoad(String qos, String name, int priority, String profile) {
        ObjectNode pod = task(1, 1000, "", qos);
        assertEquals(name, Json.text(pod, "spec", "priorityClassName"));
        assertEquals(priority, Json.number(pod, 0, "spec", "priority"));
        assertEquals(profile, Json.annotation(pod, "simulator.podium/profile").orElse(""));
        assertEquals("300s", Json.annotation(pod, "simulator.podium/duration").orElse(""));
        assertEquals("Never", Json.text(pod, "spec", "preemptionPolicy"));
    }

    @Test
    void anyOfTheModelsWillDo() {
        JsonNode term = Json.at(
                        task(1, 1000, "P100|T4|V100M32", "LS"),
                        "spec",
                        "affinity",
                        "nodeAffinity",
                        "requiredDuringSchedulingIgnoredDuringExecution",
                        "nodeSelectorTerms")
                .path(0)
                .path("matchExpressions")
                .path(0);
        assertEquals("simulator.podium/model", Json.text(term, "key"));
        assertEquals("In", Json.text(term, "operator"));
        assertEquals(List.of("P100", "T4", "V100M32"), Json.list(term.path("values")));
        assertFalse(task(1, 1000, "", "LS").path("spec").has("affinity"));
    }

    @Test
    void aNumberThatIsNoneIsNamedWithFileAndLine() {
        assertEquals(
                "openb_pod_list_default.csv, line 3: creation_time must be a number, not \"noon\"",
                refusal(
                        NODES,
                        "pod-0,6000,12288,1,1000,,LS,Running,0,20000,0\n"
                                + "pod-1,6000,12288,1,1000,,LS,Running,noon,2,0\n"));
        assertEquals(
                "openb_node_list_gpu_node.csv, line 2: gpu must be a number, not \"two\"",
                refusal("sn,cpu_milli,memory_mib,gpu,model\nnode-a,64000,262144,two,P100\n", ""));
    }

    @Test
    void aRowThatIsTooShortIsNamed() {
        assertEquals(
                "openb_pod_list_default.csv, line 2: 3 fields where the header has 11",
                refusal(NODES, "pod-0,6000,12288\n"));
    }

    @Test
    void aColumnThatIsMissingIsNamed() {
        assertEquals("openb_node_list_gpu_node.csv: no column sn; it has node, gpu", refusal("node,gpu\nn,2\n", ""));
    }

    @Test
    void anEmptyFileIsNamed() {
        assertEquals("openb_node_list_gpu_node.csv is empty", refusal("", ""));
    }

    @Test
    void emptyLinesAndEmptyFieldsAreFine() throws Exception {
        try (SimulationEngine life = replay(NODES + "\n", "pod-0,6000,12288,1,460,,LS,Running,0,20000,\n\n")) {
            assertEquals(1, life.store().list(ResourceTypes.NODE, "").size());
            assertTrue(life.store().get(ResourceTypes.POD, "trace", "pod-0").isPresent());
        }
    }

    @Test
    void aModelNobodyKnowsIsANodeWithoutLabelsOfAMaker() throws Exception {
        try (SimulationEngine life = replay("sn,cpu_milli,memory_mib,gpu,model\nnode-x,64000,262144,2,Z9\n", "")) {
            ObjectNode node = life.store().get(ResourceTypes.NODE, "", "node-x").orElseThrow();
            assertEquals("Z9", Json.labels(node).get("simulator.podium/model"));
            assertFalse(Json.labels(node).containsKey("nvidia.com/gpu.product"));
            assertEquals("2", Json.text(node, "status", "allocatable", "nvidia.com/gpu"));
        }
    }

    @Test
    void twoHalvesShareOneGpuAndAThirdWaits() throws Exception {
        String row = ",1000,1024,1,%s,,LS,Running,0,20000,0\n";
        try (SimulationEngine life = replay(
                "sn,cpu_milli,memory_mib,gpu,model\nnode-a,64000,262144,1,P100\n",
                "pod-0" + row.formatted(500) + "pod-1" + row.formatted(500) + "pod-2" + row.formatted(500))) {
            long placed = life.store().list(ResourceTypes.POD, "trace").stream()
                    .filter(pod -> !Json.text(pod, "spec", "nodeName").isEmpty())
                    .count();
            assertEquals(2, placed);
        }
    }
}
