// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.ObjectRef;
import podium.operation.OperationState;

class AbortTest {
    private static final ObjectRef JOB = new ObjectRef("batch", "v1", "jobs", "Job", "team", "a");
    private static final int ROUNDS = 100;
    private static final int ABORTS = 8;

    @TempDir
    private Path directory;

    @Test
    void anAbortThatComesWhileAnotherTakesBackDoesNotStopThat() throws Exception {
        FakeCluster cluster = new FakeCluster();
        cluster.put(JOB, "{\"spec\":{}}");
        try (Bench bench = new Bench(cluster, directory)) {
            for (int round = 0; round < ROUNDS; round++) {
                String id = bench.engine.submit(Bench.plan(
                        Bench.set(JOB, "f", "1", "null"),
                        Bench.field(JOB, "/spec/never", "true", Duration.ofMinutes(1))));
                bench.until(id, operation -> operation.done() == 1);
                for (int i = 0; i < ABORTS; i++) {
                    bench.engine.abort(id);
                }
                assertEquals(OperationState.ABORTED, bench.ended(id).state(), "round " + round);
                assertTrue(cluster.get(JOB).orElseThrow().at("/spec/f").isMissingNode(), "round " + round);
            }
        }
    }
}
