// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.operation.OperationState;
import podium.operation.internal.audit.JournalAudit;
import podium.operation.internal.engine.Bench;
import podium.operation.internal.engine.FakeCluster;
import podium.operation.internal.gate.PlanGuard;
import podium.testkit.OpenUmask;
import podium.testkit.Pipes;

/** Whoever can write to the journal's folder, and not to the second place, changes nothing unseen. */
class JournalSealTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path directory = Path.of("");

    private Path file() {
        return directory.resolve("journal").resolve(Journal.FILE);
    }

    private Path second() {
        return directory.resolve("second");
    }

    private Journal open() throws IOException {
        return open(_ -> {});
    }

    private Journal open(Consumer<JournalRecord> replay) throws IOException {
        JournalLocation location = new JournalLocation(directory.resolve("journal"), second());
        return Journal.open(location, FileJournalChannel::new, InstantSource.fixed(AT), replay);
    }

    private void acknowledge() throws IOException {
        try (Journal journal = open()) {
            journal.acknowledge(Instant.EPOCH);
            assertEquals(List.of(), journal.findings());
        }
    }

    private List<String> findings() throws IOException {
        try (Journal journal = open()) {
            assertEquals(Optional.empty(), journal.unusable(), "it goes on in any case");
            return journal.findings();
        }
    }

    private void write(int operations) throws IOException {
        try (Journal journal = open()) {
            assertEquals(List.of(), journal.findings());
            for (int i = 0; i < operations; i++) {
                String id = "op-" + i;
                journal.append(new JournalRecord.Prepared(
                        id,
                        AT,
                        Bench.plan(Bench.set(ObjectRef.node("n1"), "a", "1", "null")),
                        Optional.empty(),
                        Optional.empty()));
                journal.append(new JournalRecord.Begun(id, AT, 0, false));
                journal.append(new JournalRecord.Moved(id, AT, OperationState.DONE, "done"));
                journal.append(new JournalRecord.LogLine(id, AT, "a line", false));
            }
        }
    }

    private static void assertSays(List<String> findings, String words) {
        assertTrue(findings.stream().anyMatch(finding -> finding.contains(words)), findings::toString);
    }

    @Test
    void anUntouchedJournalHasNoFindings() throws IOException {
        write(2);
        assertEquals(List.of(), findings());
        assertEquals(List.of(), findings());
    }

    @Test
    void cuttingOffAnyNumberOfLinesShowsUntilItIsReadAndIsNotedForGood() throws IOException {
        write(2);
        List<String> lines = Files.readAllLines(file());
        Files.write(file(), lines.subList(0, lines.size() - 1));
        assertSays(findings(), "1 record missing after line 7");
        assertSays(findings(), "1 record missing after line 7");
        acknowledge();
        assertEquals(List.of(), findings(), "told until somebody has read it");
        List<JournalRecord> records = new ArrayList<>();
        open(records::add).close();
        assertTrue(records.stream().anyMatch(record -> record.toString().contains("cut off")), records::toString);
    }

    /** Nor a folder, nor what has no end: whoever reads it would wait for ever, and with it the window. */
    @Test
    void aPipeInPlaceOfAnyFileHoldsNobodyUpAndIsTold() throws Exception {
        write(1);
        Map<Path, byte[]> whole = new HashMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                whole.put(file, Files.readAllBytes(file));
            }
        }
        assertEquals(4, whole.size(), whole::toString);
        for (Path taken : whole.keySet()) {
            for (Map.Entry<Path, byte[]> file : whole.entrySet()) {
                Files.deleteIfExists(file.getKey());
                Files.write(file.getKey(), file.getValue());
            }
            Files.delete(taken);
            Pipes.at(taken);
            assertFalse(
                    assertTimeoutPreemptively(Duration.ofSeconds(20), this::told)
                            .isEmpty(),
                    taken::toString);
        }
    }

    private List<String> told() {
        try (Journal journal = open()) {
            return journal.findings();
        } catch (IOException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    @Test
    void deletingOrEmptyingTheFileShows() throws IOException {
        write(1);
        Files.delete(file());
        assertSays(findings(), "was deleted or emptied, and 4 records with it");
        Files.write(file(), new byte[0]);
        assertSays(findings(), "was deleted or emptied, and 1 record with it");
    }

    @Test
    void linesThatAreRewrittenWithAllThatFollowShow() throws IOException {
        write(2);
        List<String> lines = Files.readAllLines(file());
        // as one does who knows how it is made, but not the key
        for (HashChain chain : List.of(
                HashChain.plain(), HashChain.keyed(new SecretKeySpec(new byte[32], "HmacSHA256"), HashChain.START))) {
            List<String> forged = new ArrayList<>();
            for (String line : lines) {
                String content = line.replace("n1", "n2").replaceAll(",\"seal\":\"[0-9a-f]{64}\"", "");
                forged.add(chain.seal(content));
            }
            Files.write(file(), forged);
            assertSays(findings(), "was altered: line 1 and others do not follow");
        }
    }

    @Test
    void anEarlierStateOfTheJournalShows() throws IOException {
        write(1);
        byte[] earlier = Files.readAllBytes(file());
        write(2);
        Files.write(file(), earlier);
        assertSays(findings(), "cut off");
    }

    @Test
    void aJournalOfAnOlderPodiumIsContinuedAndThatIsSaidOnce() throws IOException {
        writeOld();
        assertSays(findings(), "of an older Podium is continued");
        assertEquals(List.of(), findings());
        write(1);
        List<JournalRecord> records = new ArrayList<>();
        try (Journal journal = open(records::add)) {
            assertEquals(List.of(), journal.findings());
        }
        assertEquals(7, records.size());
    }

    private void writeOld() throws IOException {
        HashChain chain = HashChain.plain();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3; i++) {
            text.append(chain.seal(Json.write(
                            JournalRecordCodec.write(new JournalRecord.LogLine("op-0", AT, "line " + i, false)))))
                    .append('\n');
        }
        Files.createDirectories(file().getParent());
        Files.writeString(file(), text);
    }

    @Test
    void whatIsChangedInTheOldPartAfterwardsShowsEvenWithItsSealsMended() throws IOException {
        writeOld();
        findings();
        write(1);
        List<String> lines = new ArrayList<>(Files.readAllLines(file()));
        HashChain chain = HashChain.plain();
        for (int i = 0; i < 3; i++) {
            lines.set(i, chain.seal(lines.get(i).replace("line", "lime").replaceAll(",\"hash\":\"[0-9a-f]{64}\"", "")));
        }
        Files.write(file(), lines);
        assertSays(findings(), "its lines from before it had this key");
    }

    @Test
    void withoutItsKeyTheJournalGoesOnAndSaysThatItCannotTell() throws IOException {
        write(1);
        Files.delete(second().resolve("key.json"));
        assertSays(findings(), "is not in " + second() + ". Whether it was altered until now is unknown");
        acknowledge();
        assertEquals(List.of(), findings());
        write(1);
        assertEquals(List.of(), findings());
    }

    @Test
    void withoutItsHeadTheJournalSaysThatItCannotTell() throws IOException {
        write(1);
        Files.delete(second().resolve("head"));
        assertSays(findings(), "Whether it was cut off is unknown");
        acknowledge();
        assertEquals(List.of(), findings());
    }

    @Test
    void aSecondPlaceThatCannotBeWrittenIsToldAndCostsNoOperation() throws IOException {
        Files.writeString(second(), "a file, not a folder");
        try (Journal journal = open()) {
            assertSays(journal.findings(), "it is kept beside the journal");
            journal.append(new JournalRecord.LogLine("op-0", AT, "x", true));
        }
        JournalLocation within = new JournalLocation(directory.resolve("journal"));
        try (Journal journal = Journal.open(within, FileJournalChannel::new, InstantSource.fixed(AT), _ -> {})) {
            assertEquals(List.of(), journal.findings());
        }
    }

    @Test
    void keyAndHeadAreForTheirOwnerOnlyAndNotInTheJournalsFolder() throws IOException {
        try (OpenUmask _ = new OpenUmask()) {
            write(1);
        }
        assertEquals(List.of(), OpenUmask.open(second()));
        String key = Json.read(Files.readString(second().resolve("key.json")))
                .path("key")
                .asText();
        try (Stream<Path> all = Files.walk(directory.resolve("journal"))) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                assertFalse(Files.readString(path, StandardCharsets.ISO_8859_1).contains(key), path::toString);
            }
        }
    }

    @Test
    void timesThatGoBackwardsBreakNothing() throws IOException {
        FakeCluster cluster = new FakeCluster();
        ObjectRef node = ObjectRef.node("n1");
        cluster.put(node, "{\"spec\":{}}");
        Instant[] now = {AT};
        InstantSource back = () -> now[0] = now[0].minusSeconds(3600);
        Path journal = directory.resolve("journal");
        try (Bench bench =
                new Bench(cluster, journal, FileJournalChannel::new, PlanGuard.none(), Optional.empty(), back)) {
            var done = bench.run(Bench.plan(Bench.set(node, "a", "1", "null")));
            assertEquals(OperationState.DONE, done.state(), done::toString);
            assertFalse(done.outcome().orElse("").contains("-"), done.outcome()::toString);
        }
        try (Bench next = new Bench(cluster, journal)) {
            assertEquals(OperationState.DONE, next.only().state());
            assertEquals(List.of(), next.engine.findings());
        }
        Path csv = directory.resolve("a.csv");
        assertEquals(List.of(), JournalAudit.in(journal).export(csv));
        assertTrue(Files.readAllLines(csv).size() > 3);
    }
}
