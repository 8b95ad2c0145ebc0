// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.api.ObjectRef;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.internal.journal.Journal;
import podium.operation.plan.Plan;

/** What somebody has changed in the journal is shown, and never run. */
class AlteredRecordTest {
    private static final ObjectRef NODE = ObjectRef.node("n1");
    private static final Plan LASTING = Bench.plan(
            Bench.set(NODE, "unschedulable", "true", "null"),
            Bench.field(NODE, "/spec/ready", "yes", Duration.ofHours(1)));

    private final FakeCluster cluster = new FakeCluster();
    private final Path directory;

    AlteredRecordTest(@TempDir Path directory) {
        this.directory = directory;
        cluster.put(NODE, "{\"metadata\":{\"uid\":\"N\"},\"spec\":{}}");
    }

    private void interrupted() throws IOException {
        try (Bench bench = new Bench(cluster, directory)) {
            String id = bench.engine.submit(LASTING);
            bench.until(id, operation -> operation.done() == 1);
        }
    }

    private void alter(String from, String to) throws IOException {
        Path file = directory.resolve(Journal.FILE);
        String text = Files.readString(file);
        assertTrue(text.contains(from), text);
        Files.writeString(file, text.replaceFirst(from, to));
    }

    private void isOnlyShown() throws IOException {
        List<String> sent = cluster.requests();
        try (Bench bench = new Bench(cluster, directory)) {
            Operation found = bench.only();
            assertTrue(found.past().orElse("").contains("was altered"), found::toString);
            assertFalse(found.canRollBack() || found.canUndo() || found.state() == OperationState.INTERRUPTED);
            bench.engine.resume(found.id());
            bench.engine.abort(found.id());
        }
        assertEquals(sent, cluster.requests());
    }

    @ParameterizedTest
    @ValueSource(strings = {"unschedulable", "\"step\":0"})
    void aPlanOrAStepThatWasAlteredIsNeverRun(String what) throws IOException {
        interrupted();
        alter(what, what.equals("unschedulable") ? "unschedulablf" : "\"step\":1");
        isOnlyShown();
    }

    @Test
    void aRecordThatNobodyCanReadAnyMoreStopsWhatHadNotEnded() throws IOException {
        interrupted();
        alter("\"step\":0", "\"step\"#0");
        isOnlyShown();
    }

    @Test
    void whatWasNotAlteredGoesOn() throws IOException {
        interrupted();
        try (Bench bench = new Bench(cluster, directory)) {
            assertEquals(OperationState.INTERRUPTED, bench.only().state());
        }
    }
}
