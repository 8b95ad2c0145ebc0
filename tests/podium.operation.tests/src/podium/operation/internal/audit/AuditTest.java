// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.cluster.SessionIdentity;
import podium.core.json.Json;
import podium.operation.AuditFormat;
import podium.operation.AuditedAction;
import podium.operation.FieldConflict;
import podium.operation.GuardedAccess;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.approval.Approval;
import podium.operation.approval.ApprovalRequest;
import podium.operation.internal.engine.Bench;
import podium.operation.internal.engine.FakeCluster;
import podium.operation.internal.journal.FileJournalChannel;
import podium.operation.internal.journal.Journal;
import podium.operation.internal.journal.JournalLocation;
import podium.operation.internal.journal.JournalRecord;
import podium.operation.plan.ObjectChange;
import podium.operation.plan.Plan;
import podium.operation.rule.ChangeLocks;

class AuditTest {
    private static final ObjectRef NODE = ObjectRef.node("n1");
    private static final Pattern CELL = Pattern.compile("\"((?:[^\"]|\"\")*)\"(?:,|$)");
    private static final String EVIL = "=HYPERLINK(\"http://x\")\u202egnp\u200b\u001b[31m";

    @TempDir
    Path directory = Path.of("");

    private final FakeCluster cluster = new FakeCluster();

    AuditTest() {
        cluster.put(NODE, "{\"spec\":{}}");
    }

    private Path exported(String name) throws IOException {
        Path file = directory.resolve(name);
        assertEquals(List.of(), JournalAudit.in(directory.resolve("journal")).export(file));
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
        assertEquals("operation failed", Json.read(lines.getLast()).path("what").asText());
        for (int i = 0; i < lines.size(); i++) {
            assertEquals(
                    String.valueOf(i + 1),
                    Json.read(lines.get(i)).path("record").asText());
        }
    }

    @Test
    void eachStepIsDoneOnceAndAnEvictedPodIsTheObjectOfItsRow() throws IOException {
        ObjectRef pod = ObjectRef.pod("team", "a");
        cluster.put(pod, "{\"metadata\":{\"uid\":\"A\"},\"spec\":{\"nodeName\":\"n1\"}}");
        try (Bench bench = new Bench(cluster, directory.resolve("journal"))) {
            bench.run(Bench.plan(
                    Bench.set(NODE, "unschedulable", "true", "null"),
                    Bench.evict(Duration.ofSeconds(10), Bench.victim(pod, "A"))));
        }
        List<String> done = rows("audit.jsonl").stream()
                .filter(row -> row.getOrDefault("what", "").endsWith("done"))
                .map(row ->
                        row.get("what") + " " + row.getOrDefault("step", "-") + " " + row.getOrDefault("object", "-"))
                .toList();
        assertEquals(List.of("done 1 Node n1", "part done 2 Pod team/a", "done 2 -", "operation done - -"), done);
    }

    /** Two operations of different people on different clusters; the first approved, and confirmed by another operator. */
    private void twoOperations() throws IOException {
        Instant at = Instant.parse("2026-03-01T12:00:00Z");
        ObjectChange change = new ObjectChange(
                "Node n1", "spec:\n  unschedulable: false, \"as before\"\n", "spec:\n  unschedulable: true\n");
        Plan cordon = new Plan(
                FakeCluster.ID,
                "cordon",
                "Cordon n1",
                List.of(Bench.set(NODE, "unschedulable", "true", "false")),
                List.of(),
                List.of(),
                List.of(change),
                List.of());
        Approval approval = new Approval(
                new ApprovalRequest("n", "d", "s", "lab", "uid-lab", "https://lab:6443", "ann@desk", "ann", "", at),
                "ben",
                "key",
                at,
                "signature");
        SessionIdentity lab = new SessionIdentity("https://lab:6443", "uid-lab", "ann", List.of("ops"), true);
        SessionIdentity prod = new SessionIdentity("https://prod:6443", "uid-prod", "carl", List.of("ops"), false);
        JournalLocation location = new JournalLocation(directory.resolve("journal"));
        try (Journal journal = Journal.open(location, FileJournalChannel::new, () -> at, _ -> {})) {
            journal.append(new JournalRecord.Prepared("op-1", at, cordon, Optional.empty(), Optional.of(approval)));
            journal.append(new JournalRecord.Prepared("op-2", at, Bench.plan(), Optional.empty(), Optional.empty()));
            journal.append(new JournalRecord.Identified("op-2", at, prod, false));
            journal.append(new JournalRecord.Identified("op-1", at, lab, false));
            journal.append(new JournalRecord.Done("op-1", at, 0, JournalRecord.WHOLE, false, "uid-n1"));
            journal.append(new JournalRecord.Moved("op-2", at, OperationState.DONE, ""));
        }
        List<String> lines =
                new ArrayList<>(Files.readAllLines(location.directory().resolve(Journal.FILE)));
        String by = "\"by\":\"" + Journal.operator() + "\"";
        assertTrue(lines.getFirst().contains(by), lines::getFirst);
        lines.set(0, lines.getFirst().replace(by, "\"by\":\"dora@other\""));
        Files.write(location.directory().resolve(Journal.FILE), lines);
    }

    /** Each row by the names of its columns; what is empty is not in it. */
    private List<Map<String, String>> rows(String name) throws IOException {
        Path file = directory.resolve(name);
        JournalAudit.in(directory.resolve("journal")).export(file);
        List<String> lines = Files.readAllLines(file);
        List<Map<String, String>> rows = new ArrayList<>();
        if (AuditFormat.of(name) == AuditFormat.CSV) {
            List<String> columns = List.of(lines.getFirst().split(","));
            for (String line : lines.subList(1, lines.size())) {
                Map<String, String> row = new HashMap<>();
                Matcher cells = CELL.matcher(line);
                for (String column : columns) {
                    assertTrue(cells.find(), line);
                    row.put(column, cells.group(1).replace("\"\"", "\"").replace("\\n", "\n"));
                }
                assertFalse(cells.find(), line);
                row.values().removeIf(String::isEmpty);
                rows.add(row);
            }
        } else {
            for (String line : lines) {
                Map<String, String> row = new HashMap<>();
                Json.read(line)
                        .properties()
                        .forEach(cell -> row.put(cell.getKey(), cell.getValue().asText()));
                rows.add(row);
            }
        }
        return rows;
    }

    private static void assertCells(Map<String, String> wanted, Map<String, String> row) {
        Map<String, String> known = new HashMap<>(row);
        known.keySet()
                .retainAll(Set.of(
                        "operation",
                        "operator",
                        "user",
                        "approvedBy",
                        "server",
                        "clusterUid",
                        "object",
                        "before",
                        "after"));
        assertEquals(wanted, known);
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit.csv", "audit.jsonl"})
    void aRowSaysWhoWhereAsWhomApprovedByWhomAndWhatWasAndBecame(String name) throws IOException {
        twoOperations();
        Map<String, String> first = Map.of(
                "operation", "op-1",
                "operator", "dora@other",
                "user", "ann (acted as)",
                "approvedBy", "ben",
                "server", "https://lab:6443",
                "clusterUid", "uid-lab");
        Map<String, String> second = Map.of(
                "operation", "op-2",
                "operator", Journal.operator(),
                "user", "carl",
                "server", "https://prod:6443",
                "clusterUid", "uid-prod");
        Map<String, String> confirmed = new HashMap<>(first);
        confirmed.put("object", "Node n1");
        confirmed.put("before", "spec:\n  unschedulable: false, \"as before\"");
        confirmed.put("after", "spec:\n  unschedulable: true");
        Map<String, String> done = new HashMap<>(first);
        done.put("object", "Node n1");
        List<Map<String, String>> rows = rows(name);
        assertEquals(7, rows.size(), "the last says that the first was altered");
        assertCells(confirmed, rows.get(0));
        assertCells(second, rows.get(1));
        assertCells(second, rows.get(2));
        assertCells(first, rows.get(3));
        assertCells(done, rows.get(4));
        assertCells(second, rows.get(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit.csv", "audit.jsonl"})
    void whatWasDoneOutsideOfOperationsSaysWhoWhereAndAsWhomToo(String name) throws IOException {
        cluster.session = new SessionIdentity("https://lab:6443", "uid-lab", "ana", List.of("ops"), true);
        try (Bench bench = new Bench(cluster, directory.resolve("journal"))) {
            GuardedAccess access =
                    new GuardedAccess(cluster, ChangeLocks.open(), bench.engine, "", "", UnaryOperator.identity());
            AuditedAction action = access.action(FakeCluster.ID, "shell", "shell in pod team/a");
            access.note(action, "Ran it");
            cluster.open = Optional.empty();
            access.noteEnd(action, "ended", "It ended");
        }
        Map<String, String> row = Map.of(
                "operator", Journal.operator(),
                "user", "ana (acted as)",
                "server", "https://lab:6443",
                "clusterUid", "uid-lab",
                "cluster", "lab",
                "kind", "shell",
                "title", "shell in pod team/a");
        List<Map<String, String>> rows = rows(name);
        assertEquals(
                List.of("began", "ended"),
                rows.stream().map(it -> it.get("what")).toList());
        assertEquals(
                List.of("Ran it", "It ended"),
                rows.stream().map(it -> it.get("words")).toList());
        for (Map<String, String> it : rows) {
            it.keySet().retainAll(row.keySet());
            assertEquals(row, it);
        }
    }

    @Test
    void aNoteThatIsOfNoOneClusterSaysWhatItIsAbout() throws IOException {
        try (Bench bench = new Bench(cluster, directory.resolve("journal"))) {
            bench.engine.note(
                    new AuditedAction(new ClusterId(""), Optional.empty(), "rules", "Rules"),
                    "changed",
                    "No longer: a");
        }
        Map<String, String> row = rows("audit.csv").getFirst();
        assertEquals(
                List.of("rules", "Rules", "changed", Journal.operator()),
                List.of(row.get("kind"), row.get("title"), row.get("what"), row.get("operator")));
    }

    @Test
    void aNoteOfAnOlderPodiumIsShownAsItIs() throws IOException {
        JournalLocation location = new JournalLocation(directory.resolve("journal"));
        Instant at = Instant.parse("2026-03-01T12:00:00Z");
        try (Journal journal = Journal.open(location, FileJournalChannel::new, () -> at, _ -> {})) {
            journal.append(new JournalRecord.LogLine("", at, "Ran it", true));
        }
        assertEquals(
                List.of(Map.of(
                        "record", "1", "at", at.toString(), "what", "log", "words", "Ran it", "problem", "true")),
                rows("audit.jsonl"));
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

    @ParameterizedTest
    @ValueSource(strings = {"audit.csv", "audit.jsonl"})
    void whatIsMissingAtTheEndOfTheJournalIsARowOfItsOwn(String name) throws IOException {
        work();
        Path journal = directory.resolve("journal").resolve(Journal.FILE);
        List<String> lines = Files.readAllLines(journal);
        Files.writeString(
                journal, String.join("\n", lines.subList(0, lines.size() - 1)) + "\n" + "{\"half\":\"of a record");
        List<Map<String, String>> rows = rows(name);
        List<Map<String, String>> last = rows.subList(rows.size() - 2, rows.size());
        assertTrue(last.getFirst().get("words").contains("cut off: 1 record missing"), last::toString);
        assertTrue(last.getLast().get("words").contains("was cut short"), last::toString);
        for (Map<String, String> row : last) {
            assertEquals(Set.of("what", "words", "problem"), row.keySet());
            assertEquals("found", row.get("what"));
        }
    }

    @Test
    void ofALockAndAMarkTheRowSaysWhatWasBeforeAndAfter() throws IOException {
        try (Bench bench = new Bench(cluster, directory.resolve("journal"))) {
            for (String did : List.of(
                    "lock unlocked",
                    "lock locked",
                    "mark marked",
                    "mark unmarked",
                    "mark unmarked outside",
                    "mark found marked")) {
                String[] words = did.split(" ", 2);
                bench.engine.note(
                        new AuditedAction(FakeCluster.ID, Optional.empty(), words[0], "it"), words[1], "It was.");
            }
        }
        assertEquals(
                List.of(
                        "read-only > changes allowed",
                        "changes allowed > read-only",
                        "not production > production",
                        "production > not production",
                        "production > not production",
                        "not production > production"),
                rows("audit.csv").stream()
                        .map(row -> row.get("before") + " > " + row.get("after"))
                        .toList());
    }

    @Test
    void anAlteredJournalIsExportedAndTold() throws IOException {
        work();
        Path journal = directory.resolve("journal").resolve(Journal.FILE);
        List<String> lines = Files.readAllLines(journal);
        lines.remove(2);
        Files.write(journal, lines);
        List<String> findings = JournalAudit.in(directory.resolve("journal")).export(directory.resolve("a.csv"));
        assertTrue(findings.getFirst().contains("line 3"), findings::toString);
        assertTrue(Files.exists(directory.resolve("a.csv")));
    }

    @Test
    void aFileThatCannotBeWrittenLeavesNothingBehind() throws IOException {
        work();
        Path there = Files.createDirectory(directory.resolve("there.csv"));
        Files.writeString(there.resolve("full"), "");
        assertThrows(IOException.class, () -> JournalAudit.in(directory.resolve("journal"))
                .export(there));
        assertFalse(Files.exists(directory.resolve("there.csv.new")));
    }

    @Test
    void theEndingSaysTheForm() {
        assertEquals(AuditFormat.CSV, AuditFormat.of("a.CSV"));
        assertEquals(AuditFormat.JSON_LINES, AuditFormat.of("a.jsonl"));
        assertEquals(AuditFormat.JSON_LINES, AuditFormat.of("csv"));
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
