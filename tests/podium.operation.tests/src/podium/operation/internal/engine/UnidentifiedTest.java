// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import podium.core.api.ObjectRef;
import podium.core.cluster.SessionIdentity;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.internal.journal.FileJournalChannel;
import podium.operation.internal.journal.Journal;
import podium.operation.internal.journal.JournalLocation;
import podium.operation.internal.journal.JournalRecord;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/**
 * A process may end after a plan was recorded and before it was known which cluster answers, and as whom: nothing was sent, so it can be
 * looked at, gone on with and given up as any other.
 */
class UnidentifiedTest {
    private static final ObjectRef NODE = ObjectRef.node("n1");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final SessionIdentity ANN =
            new SessionIdentity("https://lab:6443", "lab-uid", "ann", List.of("ops"), false);

    private final FakeCluster cluster = new FakeCluster();
    private final Path directory;

    UnidentifiedTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void open() {
        cluster.put(NODE, "{\"spec\":{}}");
        new Reopened(cluster, ANN);
    }

    /** How far the journal may have come. */
    static Stream<List<JournalRecord>> ends() {
        return Stream.of(
                List.of(),
                List.of(new JournalRecord.LogLine("op-1", NOW, "The server does not answer.", true)),
                List.of(new JournalRecord.Moved("op-1", NOW, OperationState.PAUSED, "Paused by the operator.")));
    }

    private Bench after(List<JournalRecord> more) throws IOException {
        Plan plan = Bench.plan(Bench.set(NODE, "unschedulable", "true", "null"));
        try (Journal journal = Journal.open(
                new JournalLocation(directory), FileJournalChannel::new, InstantSource.fixed(NOW), _ -> {})) {
            journal.append(new JournalRecord.Prepared("op-1", NOW, plan, Optional.empty(), Optional.empty()));
            for (JournalRecord one : more) {
                journal.append(one);
            }
        }
        return new Bench(cluster, directory);
    }

    @ParameterizedTest
    @MethodSource("ends")
    void itIsShownAndGoneOnWith(List<JournalRecord> more) throws IOException {
        try (Bench bench = after(more)) {
            Operation found = bench.only();
            assertEquals(OperationState.INTERRUPTED, found.state());
            Plan plan = bench.engine.remainder(found.id(), false);
            assertEquals(
                    List.of("MERGE_PATCH n1"),
                    plan.steps().stream().map(Step::words).toList());
            assertEquals(
                    List.of(), bench.engine.checkRemainder(found.id(), false).problems());
            bench.engine.resume(found.id());
            assertEquals(OperationState.DONE, bench.ended(found.id()).state());
            assertTrue(cluster.get(NODE).orElseThrow().at("/spec/unschedulable").asBoolean());
        }
    }

    @ParameterizedTest
    @MethodSource("ends")
    void itIsGivenUpAndNothingIsSent(List<JournalRecord> more) throws IOException {
        try (Bench bench = after(more)) {
            Operation found = bench.only();
            Plan plan = bench.engine.remainder(found.id(), true);
            assertEquals(List.of(), plan.steps());
            assertTrue(plan.effects().getFirst().startsWith("Nothing is sent"), plan.effects()::toString);
            int sent = cluster.requests().size();
            bench.engine.abort(found.id());
            assertEquals(OperationState.ABORTED, bench.ended(found.id()).state());
            assertEquals(
                    sent, cluster.requests().size(), () -> cluster.requests().toString());
        }
    }

    @Test
    void ofWhatWasBegunItIsNotGuessed() throws IOException {
        try (Bench bench = after(List.of(new JournalRecord.Begun("op-1", NOW, 0, false)))) {
            String id = bench.only().id();
            IOException why = assertThrows(IOException.class, () -> bench.engine.remainder(id, false));
            assertTrue(why.getMessage().contains("is not recorded"), why::getMessage);
        }
    }
}
