// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.undo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.internal.engine.Bench;
import podium.operation.internal.engine.FakeCluster;
import podium.operation.plan.Expectation;
import podium.operation.plan.Step;

class UndoTest {
    private static final ObjectRef A = ObjectRef.pod("team", "a");
    private static final ObjectRef B = ObjectRef.pod("team", "b");
    private static final ObjectRef NODE = ObjectRef.node("n1");
    private static final Duration LONG = Duration.ofSeconds(10);

    private final FakeCluster cluster = new FakeCluster();
    private final Bench bench;

    UndoTest(@TempDir Path directory) {
        bench = new Bench(cluster, directory);
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    private static Step.Write create(ObjectRef pod) {
        return Bench.write(ApiWrite.Verb.CREATE, pod, "{\"spec\":{}}", Optional.empty(), Optional.empty());
    }

    private static Step.Write delete(ObjectRef pod) {
        return Bench.write(ApiWrite.Verb.DELETE, pod, "", Optional.empty(), Optional.empty());
    }

    private void undone(Operation done) {
        bench.engine.undo(done.id());
        bench.until(done.id(), operation -> Bench.is(operation, OperationState.UNDONE));
    }

    private Operation taken(Operation done) {
        return bench.engine.operations().stream()
                .filter(operation -> !operation.id().equals(done.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void manyThatWereMadeTogetherAreTakenBackTogetherAndOnlyThese() {
        Operation done = bench.run(Bench.plan(
                "place",
                List.of(new Step.Barrier(List.of(create(A), create(B)), "Make both")),
                List.of(new Step.Barrier(List.of(delete(A), delete(B)), "Delete both"))));
        cluster.remove(B);
        cluster.put(B, "{\"metadata\":{\"uid\":\"somebody-elses\"}}");
        undone(done);
        assertTrue(cluster.get(A).isEmpty());
        assertTrue(cluster.get(B).isPresent(), "the pod that somebody else made was deleted");
    }

    @Test
    void theEndOfWhatWasMadeIsAwaitedAndNotThatOfItsSuccessor() {
        Operation done = bench.run(Bench.plan(
                "place",
                List.of(create(A)),
                List.of(delete(A), new Step.Await(A, new Expectation.Gone(""), LONG, "Wait until it is gone"))));
        cluster.after = write -> {
            if (write.verb() == ApiWrite.Verb.DELETE) {
                cluster.put(A, "{\"metadata\":{\"uid\":\"successor\"}}");
            }
        };
        undone(done);
        assertTrue(cluster.get(A).isPresent());
    }

    @Test
    void theEndOfANamedObjectStaysThatOfTheNamedOne() {
        cluster.put(B, "{\"metadata\":{\"uid\":\"B\"}}");
        Operation done = bench.run(Bench.plan(
                "place",
                List.of(create(A)),
                List.of(delete(A), new Step.Await(B, new Expectation.Gone("old"), LONG, "Wait"))));
        undone(done);
        assertEquals(
                new Step.Await(B, new Expectation.Gone("old"), LONG, "Wait"),
                taken(done).plan().steps().get(1));
    }

    /** A job was put back into a queue that had been deleted, where it stood still. */
    @Test
    void whatIsMadeSureOfBeforeAnythingIsWrittenIsMadeSureOfByAnUndoToo() {
        cluster.put(B, "{\"status\":{\"conditions\":[{\"type\":\"Active\",\"status\":\"True\"}]}}");
        Step.Await open = new Step.Await(B, new Expectation.ConditionTrue("Active"), LONG, "Make sure that it admits");
        Operation done = bench.run(Bench.plan("queue", List.of(create(A)), List.of(open, delete(A))));
        undone(done);
        assertEquals(open, taken(done).plan().steps().getFirst());
    }

    @Test
    void otherStepsStayAsTheyWerePlanned() {
        cluster.put(NODE, "{\"spec\":{}}");
        Step.Write lift = Bench.set(NODE, "unschedulable", "null", "true");
        Step.Await look = Bench.field(NODE, "/spec/unschedulable", "", LONG);
        Operation done = bench.run(
                Bench.plan("cordon", List.of(Bench.set(NODE, "unschedulable", "true", "null")), List.of(lift, look)));
        undone(done);
        Operation taken = taken(done);
        assertEquals("Undo: Test cordon", taken.plan().title());
        assertEquals(look, taken.plan().steps().get(1));
        assertEquals(lift.words(), taken.plan().steps().getFirst().words());
    }
}
