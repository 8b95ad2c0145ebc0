// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.api.ObjectRef;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** From any write on nothing may be written any more, also not back: what stands is told, and taken back once the right is there again. */
class RightsWithdrawnTest {
    private static final int WRITES = 5;

    @TempDir
    Path directory = Path.of("");

    private final FakeCluster cluster = new FakeCluster();
    private final String untouched;

    RightsWithdrawnTest() {
        nodes().forEach(node -> cluster.put(node, "{\"spec\":{}}"));
        untouched = cluster.state();
    }

    private static List<ObjectRef> nodes() {
        return IntStream.range(0, WRITES).mapToObj(i -> ObjectRef.node("n" + i)).toList();
    }

    /** Two writes, two at once, and one more. */
    private static Plan plan() {
        List<Step.Write> writes = nodes().stream()
                .map(node -> Bench.set(node, "unschedulable", "true", "null"))
                .toList();
        return Bench.plan(writes.get(0), writes.get(1), new Step.Barrier(writes.subList(2, 4), "Both"), writes.get(4));
    }

    private void withdrawAfter(int writes) {
        AtomicInteger sent = new AtomicInteger();
        cluster.late = write -> sent.getAndIncrement() < writes
                ? Optional.empty()
                : Optional.of(FakeCluster.refused(403, "Forbidden", "nodes is forbidden"));
    }

    private long changed() {
        return nodes().stream()
                .filter(node -> cluster.get(node)
                        .orElseThrow()
                        .at("/spec/unschedulable")
                        .asBoolean())
                .count();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void whatStandsIsToldAndTakenBackOnceTheRightIsThereAgain(int writes) throws IOException {
        withdrawAfter(writes);
        try (Bench bench = new Bench(cluster, directory)) {
            Operation failed = bench.run(plan());
            assertEquals(OperationState.FAILED, failed.state());
            assertEquals(writes, changed());
            String said = failed.outcome().orElse("");
            assertTrue(said.contains("nodes is forbidden"), said);
            assertEquals(writes > 0, said.contains("Not restored"), said);
            assertEquals(writes > 0, failed.canRollBack(), failed::toString);
            cluster.late = _ -> Optional.empty();
            bench.engine.abort(failed.id());
            if (writes > 0) {
                bench.until(failed.id(), operation -> operation.state() == OperationState.ABORTED);
            }
            assertEquals(untouched, cluster.state());
            assertFalse(bench.engine.operation(failed.id()).orElseThrow().canRollBack());
        }
    }

    @Test
    void anAbortThatCouldNotTakeBackIsTriedAgainAlsoByTheNextStart() throws IOException {
        String id;
        Step.Await wait = Bench.field(ObjectRef.node("n0"), "/spec/ready", "yes", Duration.ofHours(1));
        try (Bench bench = new Bench(cluster, directory)) {
            Step.Write write = Bench.set(ObjectRef.node("n0"), "unschedulable", "true", "null");
            id = bench.engine.submit(Bench.plan(write, wait));
            bench.until(id, operation -> operation.done() == 1);
            withdrawAfter(0);
            bench.engine.abort(id);
            Operation aborted = bench.ended(id);
            assertEquals(OperationState.ABORTED, aborted.state());
            assertTrue(aborted.outcome().orElse("").contains("Not restored"), aborted::toString);
            assertTrue(aborted.canRollBack(), aborted::toString);
        }
        cluster.late = _ -> Optional.empty();
        try (Bench bench = new Bench(cluster, directory)) {
            bench.engine.awaitOpen();
            bench.engine.abort(id);
            bench.until(id, operation -> !operation.canRollBack() && operation.state() == OperationState.ABORTED);
            assertEquals(untouched, cluster.state());
        }
    }
}
