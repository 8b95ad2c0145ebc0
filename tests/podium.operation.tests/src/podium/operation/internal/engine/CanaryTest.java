// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.api.WriteResult;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.internal.audit.JournalAudit;
import podium.operation.internal.gate.PlanGuard;
import podium.operation.internal.journal.FileJournalChannel;
import podium.operation.internal.journal.Journal;
import podium.operation.internal.journal.JournalSecrets;
import podium.operation.plan.ObjectChange;
import podium.operation.plan.PatchExport;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.testkit.Await;
import podium.testkit.OpenUmask;

/** Canaries in what is written (R8): nothing but the file apart has them, and that no longer than needed. */
class CanaryTest {
    private static final ObjectRef JOB = new ObjectRef("batch", "v1", "jobs", "Job", "team", "train");
    private static final String CANARY = "CANARY-4f1c9e";
    private static final String BODY = "{\"metadata\":{\"name\":\"train\",\"annotations\":{\"x/token\":\"" + CANARY
            + "-a\"}},\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"c\",\"args\":[\"--api-key=" + CANARY
            + "-b\"],\"env\":[{\"name\":\"A\",\"value\":\"" + CANARY + "-c\"}]}]}}}}";
    private static final String YAML = "spec:\n  containers:\n  - env:\n    - name: A\n      value: " + CANARY + "-c\n";

    @TempDir
    Path directory = Path.of("");

    private final FakeCluster cluster = new FakeCluster();

    private Path journal() {
        return directory.resolve("journal");
    }

    private static ApiWrite api(ApiWrite.Verb verb, String body) {
        return Bench.api(verb, JOB, body, Optional.empty());
    }

    /** Deletes a job; the undo makes it anew with all it had. */
    private static Plan deletion() {
        Step.Write delete = new Step.Write(api(ApiWrite.Verb.DELETE, ""), Optional.of(api(ApiWrite.Verb.CREATE, BODY)));
        return new Plan(
                FakeCluster.ID,
                "delete",
                "Delete train",
                List.of(delete),
                List.of("It was started with " + CANARY + "-c"),
                List.of(),
                List.of(new ObjectChange("Job team/train", YAML, "")),
                List.of(new Step.Write(api(ApiWrite.Verb.CREATE, BODY), Optional.empty())));
    }

    private static Plan creation() {
        return Bench.plan(
                "submit",
                List.of(new Step.Write(api(ApiWrite.Verb.CREATE, BODY), Optional.of(api(ApiWrite.Verb.DELETE, "")))),
                List.of(new Step.Write(api(ApiWrite.Verb.DELETE, ""), Optional.empty())));
    }

    /** Files that have a canary, without those apart. */
    private List<String> told() throws IOException {
        List<String> told = new ArrayList<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(CANARY)
                        && !file.startsWith(journal().resolve(Journal.APART))) {
                    told.add(file + ": " + Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            }
        }
        return told;
    }

    private List<Path> apart() throws IOException {
        if (!Files.isDirectory(journal().resolve(Journal.APART))) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(journal().resolve(Journal.APART))) {
            return all.toList();
        }
    }

    private void export() throws IOException {
        JournalAudit.in(journal()).export(directory.resolve("audit.csv"));
        JournalAudit.in(journal()).export(directory.resolve("audit.jsonl"));
    }

    @Test
    void afterARestartAnUndoMakesItAnewWithAllItHadAndNothingElseKnowsTheSecrets() throws IOException {
        cluster.put(JOB, BODY);
        String before = cluster.state();
        try (OpenUmask _ = new OpenUmask();
                Bench bench = new Bench(cluster, journal())) {
            assertEquals(OperationState.DONE, bench.run(deletion()).state());
        }
        assertEquals(1, apart().size());
        assertEquals(List.of(), OpenUmask.open(journal()));
        export();
        assertEquals(List.of(), told());
        try (Bench next = new Bench(cluster, journal())) {
            Operation done = next.only();
            assertTrue(done.canUndo());
            next.engine.undo(done.id());
            next.until(done.id(), operation -> operation.state() == OperationState.UNDONE);
        }
        assertEquals(before, cluster.state());
        export();
        assertEquals(List.of(), told());
        assertEquals(List.of(), apart(), "it cannot be taken back again");
    }

    @Test
    void anInterruptedOneGoesOnWithAllItHad() throws IOException {
        Kill kill = new Kill(5);
        try (Bench bench = new Bench(cluster, journal(), kill.opener())) {
            bench.engine.submit(creation());
            Await.until("killed", () -> kill.points() >= 5);
        } catch (Kill.Killed e) {
            // as meant
        }
        assertEquals(List.of(), told());
        try (Bench next = new Bench(cluster, journal())) {
            Operation interrupted = next.only();
            next.engine.resume(interrupted.id());
            assertEquals(OperationState.DONE, next.ended(interrupted.id()).state());
        }
        assertTrue(cluster.state().contains(CANARY + "-c"), "sent whole");
        assertEquals(List.of(), told());
    }

    @Test
    void anInterruptedOneWhoseSecretsAreGoneSendsNothing() throws IOException {
        Kill kill = new Kill(5);
        try (Bench bench = new Bench(cluster, journal(), kill.opener())) {
            bench.engine.submit(creation());
            Await.until("killed", () -> kill.points() >= 5);
        } catch (Kill.Killed e) {
            // as meant
        }
        Files.delete(apart().getFirst());
        try (Bench next = new Bench(cluster, journal())) {
            Operation interrupted = next.only();
            next.engine.resume(interrupted.id());
            Operation failed = next.ended(interrupted.id());
            assertEquals(OperationState.FAILED, failed.state());
            assertTrue(failed.outcome().orElse("").contains("kept outside the journal"), failed::toString);
        }
        assertEquals(List.of(), cluster.requests());
    }

    @Test
    void whatAServerRepeatsOfThemInARefusalIsNotWritten() throws IOException {
        cluster.rule = write -> write.verb() == ApiWrite.Verb.CREATE
                ? Optional.<WriteResult>of(new WriteResult.Refused(
                        422,
                        "Invalid",
                        "spec.containers[0].env[0].value: Invalid value: \"" + CANARY + "-c\"",
                        List.of(),
                        Optional.empty()))
                : Optional.<WriteResult>empty();
        try (Bench bench = new Bench(cluster, journal())) {
            Operation failed = bench.run(creation());
            assertEquals(OperationState.FAILED, failed.state());
            assertTrue(failed.outcome().orElse("").contains(CANARY), "the operator sees it all");
        }
        export();
        assertEquals(List.of(), told());
    }

    @Test
    void itIsKeptForABoundedTimeOnly() throws IOException {
        cluster.put(JOB, BODY);
        try (Bench bench = new Bench(cluster, journal())) {
            bench.run(deletion());
        }
        Instant late = Instant.now().plus(JournalSecrets.MOST).plus(Duration.ofDays(1));
        Bench aged = new Bench(
                cluster,
                journal(),
                FileJournalChannel::new,
                PlanGuard.none(),
                Optional.empty(),
                InstantSource.fixed(late));
        try (aged) {
            aged.only();
            assertEquals(List.of(), apart());
        }
        try (Bench next = new Bench(cluster, journal())) {
            assertFalse(next.only().canUndo(), "what is gone is not offered");
        }
    }

    @Test
    void whatIsKeptApartAndWasChangedIsNotUsed() throws IOException {
        cluster.put(JOB, BODY);
        try (Bench bench = new Bench(cluster, journal())) {
            bench.run(deletion());
        }
        Path file = apart().getFirst();
        Files.writeString(file, Files.readString(file).replace(CANARY, "EVIL"));
        try (Bench next = new Bench(cluster, journal())) {
            Operation done = next.only();
            assertFalse(done.canUndo());
            Plan again = new Plan(
                    done.plan().cluster(), "x", "x", done.plan().steps(), List.of(), List.of(), List.of(), List.of());
            assertThrows(IllegalArgumentException.class, () -> next.engine.submit(again), "never sent without");
        }
    }

    @Test
    void whatIsLeftOfACrashBetweenTheTwoFilesGoes() throws IOException {
        Path orphan = Files.createDirectories(journal().resolve(Journal.APART)).resolve("op-9.json");
        Files.writeString(orphan, "{\"x\":\"" + CANARY + "\"}");
        try (Bench bench = new Bench(cluster, journal())) {
            bench.engine.awaitOpen();
        }
        assertEquals(List.of(), apart());
    }

    @Test
    void aPatchForTheClipboardHasThemNot() {
        String patch = PatchExport.kustomize(creation())
                + PatchExport.kustomize(
                        Bench.plan(new Step.Write(api(ApiWrite.Verb.MERGE_PATCH, BODY), Optional.empty())));
        assertFalse(patch.contains(CANARY), patch);
        assertTrue(patch.contains("Secrets are not exported"), patch);
    }
}
