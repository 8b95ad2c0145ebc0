// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.core.cluster.SessionIdentity;
import podium.core.json.Json;
import podium.core.testkit.TestKinds;
import podium.operation.AuditedAction;
import podium.operation.OperationState;
import podium.operation.internal.engine.Bench;
import podium.operation.plan.FieldWriter;

class JournalTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path directory = Path.of("");

    private static List<JournalRecord> story(String id) {
        return List.of(
                new JournalRecord.Prepared(
                        id,
                        AT,
                        Bench.plan(Bench.set(ObjectRef.node("n1"), "a", "1", "null")),
                        Optional.empty(),
                        Optional.empty()),
                new JournalRecord.Identified(
                        id,
                        AT,
                        new SessionIdentity("https://api:6443", "u-1", "ann", List.of("ops", "dev"), true),
                        true),
                new JournalRecord.Pinned(id, AT, 2, 1, true, "uid-6"),
                new JournalRecord.MarksLeft(id, AT, List.of(ObjectRef.node("n1"), TestKinds.job("team", "j"))),
                new JournalRecord.LeftWith(
                        id,
                        AT,
                        "/api/v1/nodes/n1",
                        List.of(
                                new FieldWriter("kubectl", Optional.of(AT)),
                                new FieldWriter("somebody", Optional.empty()))),
                new JournalRecord.Begun(id, AT, 0, false),
                new JournalRecord.LogLine(
                        id,
                        AT,
                        "said",
                        false,
                        Optional.of(new AuditedAction(
                                new ClusterId("lab"),
                                Optional.of(
                                        new SessionIdentity("https://api:6443", "u-1", "ann", List.of("ops"), true)),
                                "shell",
                                "shell in pod a")),
                        "began"),
                new JournalRecord.LogLine(id, AT, "a line with \"quotes\", \n and \u00fc", true),
                new JournalRecord.Done(id, AT, 0, JournalRecord.WHOLE, false, "uid-7"),
                new JournalRecord.Restoring(id, AT, OperationState.FAILED, "because"),
                new JournalRecord.Moved(id, AT, OperationState.DONE, "done"));
    }

    private List<JournalRecord> reopen() throws IOException {
        List<JournalRecord> found = new ArrayList<>();
        open(FileJournalChannel::new, found::add).close();
        return found;
    }

    private Journal open() throws IOException {
        return open(FileJournalChannel::new, _ -> {});
    }

    private Journal open(Journal.Opener opener, Consumer<JournalRecord> replay) throws IOException {
        return Journal.open(new JournalLocation(directory), opener, InstantSource.fixed(AT), replay);
    }

    private byte[] written(int stories) throws IOException {
        try (Journal journal = open()) {
            for (int i = 0; i < stories; i++) {
                for (JournalRecord entry : story("op-" + i)) {
                    journal.append(entry);
                }
            }
        }
        return Files.readAllBytes(directory.resolve(Journal.FILE));
    }

    private Path head() {
        return directory.resolve("seal").resolve("head");
    }

    private byte[] headOfAnEmptyOne() throws IOException {
        open().close();
        return Files.readAllBytes(head());
    }

    @Test
    void whatTheOperatorHasToKnowIsAFindingAtOnceAndAtEachStartUntilItIsRead() throws IOException {
        try (Journal journal = open()) {
            journal.append(new JournalRecord.LogLine(
                    "",
                    AT,
                    "a rule is gone",
                    true,
                    Optional.of(new AuditedAction(new ClusterId("lab"), Optional.empty(), "rules", "Rules")),
                    "changed outside"));
            assertEquals(List.of("a rule is gone"), journal.findings());
        }
        try (Journal journal = open()) {
            assertEquals(List.of("a rule is gone"), journal.findings());
            journal.acknowledge(AT);
            assertEquals(List.of(), journal.findings());
        }
        try (Journal journal = open()) {
            assertEquals(List.of(), journal.findings());
        }
    }

    @Test
    void everyKindOfRecordIsReadBackAsItWasWritten() throws IOException {
        written(1);
        assertEquals(story("op-0"), reopen());
    }

    @Test
    void goingOnAfterAReopenKeepsTheChainWhole() throws IOException {
        written(1);
        written(1);
        try (Journal journal = open()) {
            assertEquals(List.of(), journal.findings());
        }
        assertEquals(2 * story("op-0").size(), reopen().size());
    }

    @Test
    void aJournalCutAnywhereKeepsAllWholeRecordsAndGoesOn() throws IOException {
        byte[] empty = headOfAnEmptyOne();
        byte[] whole = written(1);
        Path file = directory.resolve(Journal.FILE);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            Files.write(head(), empty); // after a power failure it may lag behind
            int lines = 0;
            for (int i = 0; i < length; i++) {
                lines += whole[i] == '\n' ? 1 : 0;
            }
            assertEquals(story("op-0").subList(0, lines), reopen(), "cut at " + length);
            try (Journal journal = open()) {
                journal.append(new JournalRecord.LogLine("op-0", AT, "after", false));
            }
            try (Journal journal = open()) {
                assertEquals(List.of(), journal.findings(), "cut at " + length);
            }
            int told = length > 0 && whole[length - 1] != '\n' ? 1 : 0;
            assertEquals(lines + told + 1, reopen().size(), "cut at " + length);
        }
    }

    @Test
    void aTornLastRecordIsTold() throws IOException {
        byte[] empty = headOfAnEmptyOne();
        byte[] whole = written(1);
        Files.write(directory.resolve(Journal.FILE), Arrays.copyOf(whole, whole.length - 3));
        Files.write(head(), empty);
        try (Journal journal = open()) {
            assertTrue(journal.findings().getFirst().contains("cut short"), journal.findings()::toString);
        }
    }

    @Test
    void aChangedByteAnywhereShows() throws IOException {
        byte[] whole = written(2);
        Path file = directory.resolve(Journal.FILE);
        for (int at = 0; at < whole.length; at += 7) {
            byte[] changed = whole.clone();
            changed[at] = (byte) (changed[at] == 'x' ? 'y' : 'x');
            Files.write(file, changed);
            int position = at;
            try (Journal journal = open()) {
                assertFalse(journal.findings().isEmpty(), () -> "byte " + position + " changed unseen");
            }
        }
    }

    @Test
    void aMissingARepeatedAndAMovedLineShow() throws IOException {
        List<String> lines = new String(written(2), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList();
        Path file = directory.resolve(Journal.FILE);
        List<String> missing = new ArrayList<>(lines);
        missing.remove(3);
        List<String> repeated = new ArrayList<>(lines);
        repeated.add(4, lines.get(3));
        List<String> moved = new ArrayList<>(lines);
        moved.add(8, moved.remove(2));
        for (List<String> variant : List.of(missing, repeated, moved)) {
            Files.write(file, variant);
            try (Journal journal = open()) {
                assertTrue(journal.findings().getFirst().contains("altered"), journal.findings()::toString);
            }
        }
    }

    @Test
    void aLineMayBeLongerThanWhatIsReadAtOnce() throws IOException {
        String big = "\u20ac".repeat(300_000);
        List<JournalRecord> records = List.of(
                new JournalRecord.LogLine("op-0", AT, "before", false),
                new JournalRecord.LogLine("op-0", AT, big, false),
                new JournalRecord.LogLine("op-0", AT, "after", true),
                new JournalRecord.LogLine("op-0", AT, big + big, false));
        try (Journal journal = open()) {
            records.forEach(entry -> append(journal, entry));
        }
        assertEquals(records, reopen());
        try (Journal journal = open()) {
            assertEquals(List.of(), journal.findings());
        }
    }

    @Test
    void whatIsNoRecordIsToldAndLeftOut() throws IOException {
        written(1);
        Path file = directory.resolve(Journal.FILE);
        List<String> noise =
                List.of("", "{}", "[]", "{\"what\":\"begun\"}{}", "{\"what\":\"moved\",\"state\":\"GONE\"}");
        for (String line : noise) {
            List<String> lines = new ArrayList<>(Files.readAllLines(file).subList(0, 6));
            lines.add(3, line);
            Files.write(file, lines);
            assertEquals(6, reopen().size(), line);
            try (Journal journal = open()) {
                assertTrue(journal.findings().getFirst().contains("line 4"), line + journal.findings());
            }
            lines.remove(3);
            Files.write(file, lines);
        }
    }

    @Test
    void aSecondInstanceReadsButDoesNotWrite() throws IOException {
        try (Journal first = open()) {
            story("op-0").forEach(entry -> append(first, entry));
            List<JournalRecord> seen = new ArrayList<>();
            try (Journal second = open(FileJournalChannel::new, seen::add)) {
                assertEquals(story("op-0"), seen);
                assertTrue(second.unusable().orElse("").contains("Another Podium"), second.unusable()::toString);
                assertThrows(
                        IOException.class, () -> second.append(new JournalRecord.LogLine("op-0", AT, "no", false)));
            }
            append(first, new JournalRecord.LogLine("op-0", AT, "still mine", false));
        }
        assertEquals(story("op-0").size() + 1, reopen().size());
    }

    private static void append(Journal journal, JournalRecord entry) {
        try {
            journal.append(entry);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aThreadThatIsInterruptedWritesAndClosesTheJournalForNobody() throws IOException {
        try (Journal journal = open()) {
            Thread.currentThread().interrupt();
            for (JournalRecord entry : story("op-0")) {
                journal.append(entry);
            }
            assertTrue(Thread.interrupted());
            journal.append(new JournalRecord.LogLine("op-0", AT, "on", false));
            assertEquals(Optional.empty(), journal.unusable());
        }
        assertEquals(story("op-0").size() + 1, reopen().size());
    }

    @Test
    void afterAFailedWriteNothingFurtherIsTaken() throws IOException {
        try (Journal journal = open((_, _) -> new FullDisk(), _ -> {})) {
            JournalRecord line = new JournalRecord.LogLine("op-0", AT, "x", false);
            assertThrows(IOException.class, () -> journal.append(line));
            assertTrue(journal.unusable().orElse("").contains("No space left"), journal.unusable()::toString);
            assertThrows(IOException.class, () -> journal.append(line));
        }
    }

    /** A share that is unmounted, or a home that somebody cleans up: what goes into the file that is gone is read by no next start. */
    @Test
    void aFileThatIsNotThereAnyMoreTakesNothingFurther() throws IOException {
        try (Journal journal = open()) {
            Path file = directory.resolve(Journal.FILE);
            JournalRecord durable = story("op-0").getFirst();
            assertTrue(durable.durable());
            journal.append(durable);
            Files.move(file, directory.resolve("elsewhere"));
            assertThrows(IOException.class, () -> journal.append(durable));
            assertTrue(
                    journal.unusable().orElse("").contains("is no longer the file that was opened"),
                    journal.unusable()::toString);
        }
        try (Journal journal = open()) {
            Files.writeString(directory.resolve("other"), "another's");
            Files.move(
                    directory.resolve("other"), directory.resolve(Journal.FILE), StandardCopyOption.REPLACE_EXISTING);
            assertThrows(IOException.class, () -> journal.append(story("op-1").getFirst()));
        }
    }

    @Test
    void aFullDiskKeepsNobodyFromEnding() throws IOException {
        JournalChannel full = new JournalChannel() {
            @Override
            public void append(ByteBuffer bytes) {
                // the last that fits
            }

            @Override
            public void force() throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void close() throws IOException {
                force();
            }
        };
        Journal journal = open((_, _) -> full, _ -> {});
        journal.append(new JournalRecord.LogLine("op-0", AT, "x", false));
        journal.close();
        try (Journal next = open()) {
            assertEquals(Optional.empty(), next.unusable(), "and its lock is free");
        }
    }

    private static final class FullDisk implements JournalChannel {
        @Override
        public void append(ByteBuffer bytes) throws IOException {
            throw new IOException("No space left on device");
        }

        @Override
        public void force() {
            throw new AssertionError("nothing was written");
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @Test
    void onlyTheOwnerMayReadIt() throws IOException {
        written(1);
        Path file = directory.resolve(Journal.FILE);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void aHundredThousandRecordsAreReadWithinSeconds() throws IOException {
        HashChain chain = HashChain.plain();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            JournalRecord entry = i % 10 == 0
                    ? story("op-" + i).getFirst()
                    : new JournalRecord.Done("op-" + i / 10 * 10, AT, 0, i % 10, false, "uid-" + i);
            text.append(chain.seal(Json.write(JournalRecordCodec.write(entry)))).append('\n');
        }
        Files.writeString(directory.resolve(Journal.FILE), text);
        long start = System.nanoTime();
        int count = reopen().size();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        assertEquals(100_000, count);
        assertTrue(took.compareTo(Duration.ofSeconds(30)) < 0, () -> "took " + took);
        System.getLogger("podium.tests")
                .log(System.Logger.Level.INFO, "100,000 records read in " + took.toMillis() + " ms");
    }
}
