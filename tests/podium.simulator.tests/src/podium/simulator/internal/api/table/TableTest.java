// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.simulator.internal.api.json.JsonText;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

class TableTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private static ObjectNode yaml(String text) {
        return JsonText.parseObject(text.getBytes(StandardCharsets.UTF_8), true);
    }

    private static List<String> row(ResourceType type, String object) {
        JsonNode table =
                TableEncoder.of(PrinterColumns.of(type), Json.object(), true, List.of(yaml(object)), "None", NOW);
        List<String> cells = new ArrayList<>();
        table.at("/rows/0/cells").forEach(cell -> cells.add(cell.asText()));
        return cells;
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0s",
        "119, 119s",
        "120, 2m",
        "125, 2m5s",
        "599, 9m59s",
        "600, 10m",
        "10799, 179m",
        "10800, 3h",
        "11100, 3h5m",
        "28800, 8h",
        "172799, 47h",
        "172800, 2d",
        "190800, 2d5h",
        "691200, 8d",
        "63072000, 2y",
        "63158400, 2y1d",
        "-1, 0s",
        "-5, <invalid>"
    })
    void agesAreWrittenAsKubectlDoes(long seconds, String expected) {
        assertEquals(expected, HumanDuration.human(Duration.ofSeconds(seconds)));
    }

    @Test
    void aMissingTimeIsUnknown() {
        assertEquals("<unknown>", HumanDuration.since("", NOW));
        assertEquals("<invalid>", HumanDuration.since("yesterday", NOW));
    }

    @Test
    void aRunningPodsRow() {
        assertEquals(
                List.of("p", "1/2", "Running", "3", "24h", "10.1.1.1", "n1", "<none>", "<none>"),
                row(ResourceTypes.POD, """
                        metadata: {name: p, creationTimestamp: '2026-03-01T12:00:00Z'}
                        spec: {nodeName: n1, containers: [{name: a}, {name: b}]}
                        status:
                          phase: Running
                          podIP: 10.1.1.1
                          containerStatuses:
                          - {ready: true, restartCount: 1, state: {running: {}}}
                          - {ready: false, restartCount: 2, state: {running: {}}}
                        """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{phase: Pending} | Pending",
                "{phase: Failed, reason: Evicted} | Evicted",
                "{phase: Pending, conditions: [{type: PodScheduled, reason: SchedulingGated}]} | SchedulingGated",
                "{phase: Pending, containerStatuses: [{state: {waiting: {reason: ContainerCreating}}}]} | ContainerCreating",
                "{phase: Succeeded, containerStatuses: [{state: {terminated: {reason: Completed}}}]} | Completed",
                "{phase: Failed, containerStatuses: [{state: {terminated: {exitCode: 137}}}]} | ExitCode:137",
                "{} | Unknown"
            })
    void aPodsStatusIsWhatItsContainersSay(String status, String expected) {
        String pod = "{metadata: {name: p}, spec: {containers: [{name: a}]}, status: " + status + "}";
        assertEquals(expected, row(ResourceTypes.POD, pod).get(2));
    }

    @Test
    void aPodBeingDeletedIsTerminating() {
        String pod = "{metadata: {name: p, deletionTimestamp: x}, status: {phase: Running}}";
        assertEquals("Terminating", row(ResourceTypes.POD, pod).get(2));
        assertEquals(
                "Succeeded",
                row(ResourceTypes.POD, pod.replace("Running", "Succeeded")).get(2));
    }

    @Test
    void aNodesRow() {
        List<String> row = row(ResourceTypes.NODE, """
                metadata: {name: n, labels: {node-role.kubernetes.io/worker: '', node-role.kubernetes.io/gpu: ''}}
                spec: {unschedulable: true}
                status:
                  conditions: [{type: Ready, status: 'False'}]
                  nodeInfo: {kubeletVersion: v1.36.0}
                  addresses: [{type: InternalIP, address: 10.0.0.9}]
                """);
        assertEquals(
                List.of("n", "NotReady,SchedulingDisabled", "gpu,worker", "<unknown>", "v1.36.0", "10.0.0.9", "<none>"),
                row.subList(0, 7));
    }

    @Test
    void aJobsRow() {
        List<String> row = row(ResourceTypes.JOB, """
                metadata: {name: j}
                spec:
                  completions: 4
                  selector: {matchLabels: {a: b}}
                  template: {spec: {containers: [{name: c, image: i}]}}
                status:
                  succeeded: 2
                  startTime: '2026-03-02T11:59:00Z'
                """);
        assertEquals(List.of("j", "Running", "2/4", "60s", "<unknown>", "c", "i", "a=b"), row);
        assertEquals(
                "Suspended",
                row(ResourceTypes.JOB, "{status: {conditions: [{type: Suspended, status: 'True'}]}}")
                        .get(1));
        assertEquals(
                "Complete",
                row(ResourceTypes.JOB, "{status: {conditions: [{type: Complete, status: 'True'}]}}")
                        .get(1));
        assertEquals("30s", row(ResourceTypes.JOB, """
                        status: {startTime: '2026-03-02T11:00:00Z', completionTime: '2026-03-02T11:00:30Z'}
                        """).get(3));
    }

    @Test
    void workloadRowsCountReplicas() {
        String object = """
                metadata: {name: w}
                spec: {replicas: 3, selector: {matchExpressions: [{key: a, operator: In, values: [x, y]}]}}
                status: {replicas: 3, readyReplicas: 2, updatedReplicas: 1, availableReplicas: 2}
                """;
        assertEquals(
                List.of("w", "2/3", "1", "2", "<unknown>", "", "", "a in (x,y)"),
                row(ResourceTypes.DEPLOYMENT, object));
        assertEquals(
                List.of("w", "3", "3", "2"),
                row(ResourceTypes.REPLICA_SET, object).subList(0, 4));
        assertEquals("2/3", row(ResourceTypes.STATEFUL_SET, object).get(1));
    }

    @Test
    void theSmallerKindsShowTheirOwn() {
        assertEquals(
                List.of("b", "1", "N/A", "2", "<unknown>"),
                row(
                        ResourceTypes.POD_DISRUPTION_BUDGET,
                        "{metadata: {name: b}, spec: {minAvailable: 1}, status: {disruptionsAllowed: 2}}"));
        assertEquals(
                List.of("Warning", "Failed", "pod/p"),
                row(
                                ResourceTypes.EVENT,
                                "{type: Warning, reason: Failed, involvedObject: {kind: Pod, name: p}, message: m}")
                        .subList(1, 4));
        assertEquals(
                "allocated,reserved",
                row(
                                ResourceTypes.RESOURCE_CLAIM,
                                "{metadata: {name: c}, status: {allocation: {}, reservedFor: [{name: p}]}}")
                        .get(1));
        assertEquals(
                "RWO,ROX",
                row(
                                ResourceTypes.PERSISTENT_VOLUME,
                                "{metadata: {name: v}, spec: {accessModes: [ReadWriteOnce, ReadOnlyMany]}}")
                        .get(2));
        assertEquals(
                "80/TCP",
                row(ResourceTypes.SERVICE, "{metadata: {name: s}, spec: {ports: [{port: 80}]}}")
                        .get(4));
    }

    @Test
    void everyBuiltInKindHasATableThatBeginsWithAName() {
        for (ResourceType type : ResourceTypes.builtIn()) {
            List<PrinterColumn> columns = PrinterColumns.of(type);
            assertTrue(columns.stream().anyMatch(column -> column.format().equals("name")), type.toString());
            assertFalse(row(type, "{metadata: {name: x}}").isEmpty(), type.toString());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".a.b | [1]",
                ".l[1].x | [2]",
                ".l[-1].x | [3]",
                ".l[*].x | [1, 2, 3]",
                ".l[?(@.t==\"two\")].x | [2]",
                ".['d.e'] | []",
                "['d.e'] | [5]",
                ".d\\.e | [5]",
                ".none | []",
                "!! | []"
            })
    void aJsonPathFinds(String path, String expected) {
        ObjectNode root = yaml("{a: {b: 1}, l: [{x: 1, t: one}, {x: 2, t: two}, {x: 3, t: three}], d.e: 5}");
        assertEquals(expected, JsonPath.find(root, path).toString());
    }

    @Test
    void declaredColumnsShowDatesAsAges() {
        List<PrinterColumn> columns =
                CustomPrinterColumns.of(JsonText.parse("""
                [{"name":"When","type":"date","jsonPath":".spec.at"},{"name":"What","type":"string","jsonPath":".spec.o",
                "priority":1}]""".getBytes(StandardCharsets.UTF_8), false));
        ObjectNode object = yaml("{metadata: {name: x}, spec: {at: '2026-03-02T11:59:30Z', o: {a: 1}}}");
        assertEquals("30s", columns.get(1).cell().of(object, NOW).asText());
        assertEquals("{\"a\":1}", columns.get(2).cell().of(object, NOW).asText());
        assertEquals(1, columns.get(2).priority());
        assertEquals("Age", CustomPrinterColumns.of(Json.array()).get(1).name());
    }
}
