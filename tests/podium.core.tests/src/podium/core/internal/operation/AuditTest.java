// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.operation.AuditForm;
import podium.core.operation.AuditLog;
import podium.core.operation.FieldConflict;
import podium.core.operation.Operation;
import podium.core.operation.OperationState;
import podium.core.operation.Plan;
import podium.core.port.ObjectRef;

class AuditTest {
    private static final ObjectRef NODE = ObjectRef.node("n1");
    private static final String EVIL = "=HYPERLINK(\"http://x\")\u202egnp\u200b\u001b[31m";

    @TempDir
    Path directory = Path.of("");

    private final FakeCluster cluster = new FakeCluster();

    AuditTest() {
        cluster.put(NODE, "{\"spec\":{}}");
    }

    private Path exported(String name) throws IOException {
        Path file = directory.resolve(name);
        assertEquals(List.of(), AuditLog.in(directory.resolve("journal")).export(file));
        return file;
    }

    private void work() throws IOException {
        Plan evil = new Plan(
                FakeCluster.ID,
                "cordon",
                EVIL,
                List.of(Bench.set(NODE, "a", "1", "null")),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        try (Bench bench = new Bench(cluster, directory.resolve("journal"))) {
            bench.run(evil);
            bench.run(Bench.plan(Bench.field(NODE, "/spec/never", "x", Duration.ofMillis(20))));
        }
    }

    @Test
    void everyRecordIsALineInOrderWithItsOperation() throws IOException {
        work();
        List<String> lines = Files.readAllLines(exported("audit.jsonl"));
        assertEquals(
                Files.readAllLines(directory.resolve("journal").resolve(Journal.FILE))
                        .size(),
                lines.size());
        assertEquals("confirmed", Json.read(lines.getFirst()).path("what").asText());
        assertEquals("lab", Json.read(lines.getFirst()).path("cluster").asText());
        assertEquals("FAILED", Json.read(lines.getLast()).path("what").asText());
        for (int i = 0; i < lines.size(); i++) {
            assertEquals(
                    String.valueOf(i + 1),
                    Json.read(lines.get(i)).path("record").asText());
        }
    }

    @Test
    void noCellBeginsAFormulaAndNoTextHidesAnything() throws IOException {
        work();
        for (String name : List.of("audit.csv", "audit.jsonl")) {
            String text = Files.readString(exported(name));
            assertFalse(text.contains("\u202e") || text.contains("\u200b") || text.contains("\u001b"), text);
        }
        String csv = Files.readString(exported("audit.csv"));
        assertTrue(
                csv.startsWith(
                        "record,at,operation,operator,user,approvedBy,server,clusterUid,cluster,kind,title,what,step,object,before,after,words,problem\r\n"),
                csv);
        assertTrue(csv.contains("\"'=HYPERLINK(\"\"http://x\"\")"), csv);
        assertFalse(csv.contains("\"=HYPER"), csv);
        assertEquals(csv.lines().count(), csv.split("\r\n", -1).length - 1L, "a record is a line");
    }

    @Test
    void anAlteredJournalIsExportedAndTold() throws IOException {
        work();
        Path journal = directory.resolve("journal").resolve(Journal.FILE);
        List<String> lines = Files.readAllLines(journal);
        lines.remove(2);
        Files.write(journal, lines);
        List<String> findings = AuditLog.in(directory.resolve("journal")).export(directory.resolve("a.csv"));
        assertTrue(findings.getFirst().contains("line 3"), findings::toString);
        assertTrue(Files.exists(directory.resolve("a.csv")));
    }

    @Test
    void aFileThatCannotBeWrittenLeavesNothingBehind() throws IOException {
        work();
        Path there = Files.createDirectory(directory.resolve("there.csv"));
        Files.writeString(there.resolve("full"), "");
        assertThrows(IOException.class, () -> AuditLog.in(directory.resolve("journal"))
                .export(there));
        assertFalse(Files.exists(directory.resolve("there.csv.new")));
    }

    @Test
    void theEndingSaysTheForm() {
        assertEquals(AuditForm.CSV, AuditForm.of("a.CSV"));
        assertEquals(AuditForm.JSON_LINES, AuditForm.of("a.jsonl"));
        assertEquals(AuditForm.JSON_LINES, AuditForm.of("csv"));
    }

    @Test
    void aConflictIsKeptThreeWaysOverARestart() throws IOException {
        String version = cluster.get(NODE).map(Json::resourceVersion).orElseThrow();
        cluster.change(NODE, node -> node.withObject("/spec").put("color", 7));
        List<FieldConflict> wanted = List.of(new FieldConflict("Node n1", "/spec/color", "(none)", "1", "7"));
        try (Bench bench = new Bench(cluster, directory.resolve("journal"))) {
            Operation failed = bench.run(Bench.plan(Bench.guarded(NODE, "color", "1", "null", version)));
            assertEquals(OperationState.FAILED, failed.state());
            assertEquals(wanted, failed.conflicts());
        }
        try (Bench next = new Bench(cluster, directory.resolve("journal"))) {
            assertEquals(wanted, next.only().conflicts());
        }
        assertTrue(Files.readString(exported("c.csv")).contains("conflict"));
    }
}
