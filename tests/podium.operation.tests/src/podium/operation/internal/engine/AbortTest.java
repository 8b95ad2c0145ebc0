// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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

    private static void open(CountDownLatch latch) {
        try {
            assertTrue(latch.await(10, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatFailsWhileItIsAbortedIsTakenBack() throws Exception {
        ObjectRef pod = new ObjectRef("", "v1", "pods", "Pod", "team", "p");
        FakeCluster cluster = new FakeCluster();
        cluster.put(JOB, "{\"spec\":{}}");
        cluster.put(pod, "{\"metadata\":{\"uid\":\"1\"}}");
        try (Bench bench = new Bench(cluster, directory)) {
            for (int round = 0; round < ROUNDS; round++) {
                CountDownLatch asked = new CountDownLatch(1);
                CountDownLatch aborted = new CountDownLatch(1);
                cluster.late = write -> {
                    if (!write.target().equals(pod)) {
                        return Optional.empty();
                    }
                    asked.countDown();
                    open(aborted);
                    return Optional.of(FakeCluster.refused(403, "Forbidden", "pods is forbidden"));
                };
                String id = bench.engine.submit(Bench.plan(
                        Bench.set(JOB, "f", "1", "null"), Bench.evict(Duration.ofMinutes(1), Bench.victim(pod, "1"))));
                open(asked);
                bench.engine.abort(id);
                aborted.countDown();
                bench.until(id, operation -> operation.state() == OperationState.ABORTED);
                assertTrue(cluster.get(JOB).orElseThrow().at("/spec/f").isMissingNode(), "round " + round);
            }
        }
    }
}
