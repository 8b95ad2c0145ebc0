// SPDX-License-Identifier: Apache-2.0
package podium.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectWriter;
import podium.core.api.WriteResult;
import podium.kubernetes.internal.json.Trees;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.job.JobAction;
import podium.operation.job.JobActionCompiler;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.simulator.store.ObjectMeta;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

/** Somebody else pins the same owner elsewhere while Podium is at it: what they set is never written over, for every kind. */
@Execution(ExecutionMode.CONCURRENT)
class SecondWriterTest {
    private static final String THEIRS = "elsewhere";
    /** Kinds that stop until their pods have ended, so that there is a time between the steps. */
    private static final Set<String> WAITING = Set.of("raycluster", "rayjob");

    /** Nobody can change the template of a Job that runs (batch/v1), or of what is known by its uid since it is made anew. */
    private static final Set<String> FIXED = Set.of("job", "job-kueue", "experiment", "volcanojob");

    /** Kinds that are changed where they are. */
    static List<OwnerCase> owners() {
        return OwnerContractTest.owners().stream()
                .filter(owner -> !FIXED.contains(owner.fixture()))
                .toList();
    }

    static List<OwnerCase> waiting() {
        return owners().stream()
                .filter(owner -> WAITING.contains(owner.fixture()))
                .toList();
    }

    /** The write of a plan that sets the pin. */
    private static ApiWrite pin(Plan plan) {
        return plan.steps().stream()
                .filter(Step.Write.class::isInstance)
                .map(step -> ((Step.Write) step).write())
                .filter(write ->
                        write.body().contains("kubernetes.io") && write.body().contains("odeSelector"))
                .filter(write -> write.words().startsWith("Pin "))
                .findFirst()
                .orElseThrow();
    }

    /** The same write by somebody who asks for nothing, to another node. */
    private static void strike(OwnerBench bench, ApiWrite pin, String node) throws IOException {
        String body = pin.body().replace("\"" + node + "\"", "\"" + THEIRS + "\"");
        if (pin.verb() == ApiWrite.Verb.JSON_PATCH) {
            ArrayNode untested = Trees.array();
            for (JsonNode operation : Trees.read(body)) {
                if (!operation.path("op").asText().equals("test")) {
                    untested.add(operation);
                }
            }
            body = Trees.write(untested);
        }
        ApiWrite theirs = new ApiWrite(
                pin.verb(), pin.target(), pin.subresource(), body, Optional.empty(), Optional.empty(), "strike");
        WriteResult result = bench.lab
                .connection
                .capability(ObjectWriter.class)
                .orElseThrow()
                .send(theirs, false);
        assertTrue(result instanceof WriteResult.Accepted, result::toString);
    }

    private static String spec(OwnerBench bench, ApiWrite pin) throws IOException {
        return bench.lab.read(pin.target()).path("spec").toString();
    }

    private static void isRefused(Operation failed, OwnerBench bench, ApiWrite pin) throws IOException {
        assertEquals(OperationState.FAILED, failed.state(), failed::toString);
        String outcome = failed.outcome().orElse("");
        assertTrue(outcome.contains(THEIRS), "it does not say what stands there: " + outcome);
        assertTrue(outcome.contains("odeSelector") || outcome.contains("runtimePatches"), outcome);
        assertTrue(spec(bench, pin).contains(THEIRS), "it was written over");
    }

    @ParameterizedTest
    @MethodSource("owners")
    void betweenPlanAndConfirm(OwnerCase owner, @TempDir Path directory) throws Exception {
        try (OwnerBench bench = new OwnerBench(owner, directory).begin()) {
            String to = bench.lab.elsewhere(OwnerBench.NAME);
            Plan plan = bench.plan(to);
            ApiWrite pin = pin(plan);
            strike(bench, pin, to);
            boolean runs = !spec(bench, pin).contains("\"suspend\":true");
            isRefused(bench.lab.run(plan), bench, pin);
            boolean kueue = owner.fixture().endsWith("-kueue");
            assertTrue(
                    kueue || runs == !spec(bench, pin).contains("\"suspend\":true"),
                    "it was stopped for what was refused");
        }
    }

    @Test
    void aJobThatIsSuspendedToo(@TempDir Path directory) throws Exception {
        OwnerCase job = OwnerCase.all().getFirst();
        try (OwnerBench bench =
                new OwnerBench(job, directory).begin("\"parallelism\":2", "\"suspend\":true,\"parallelism\":2")) {
            String to = bench.lab.elsewhere(OwnerBench.NAME);
            Plan plan = bench.plan(to);
            strike(bench, pin(plan), to);
            isRefused(bench.lab.run(plan), bench, pin(plan));
        }
    }

    /** What has to be gone before it goes on stays as long as its finalizer does, however slow this test is. */
    private static void keep(OwnerBench bench, boolean keep) throws IOException {
        String uid = Trees.text(bench.lab.read(bench.ref), "/metadata/uid");
        for (ResourceType type : List.of(CustomKind.RAY_CLUSTER.type(), ResourceTypes.POD)) {
            for (ObjectNode one : bench.store.list(type, "team")) {
                if (!ObjectMeta.uid(one).equals(uid)) {
                    bench.store.modify(type, "team", ObjectMeta.name(one), fresh -> {
                        ArrayNode finalizers = fresh.withObject("/metadata").putArray("finalizers");
                        if (keep) {
                            finalizers.add("example.com/keep");
                        }
                    });
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("waiting")
    void betweenSteps(OwnerCase owner, @TempDir Path directory) throws Exception {
        try (OwnerBench bench = new OwnerBench(owner, directory).begin()) {
            String to = bench.lab.elsewhere(OwnerBench.NAME);
            keep(bench, true);
            Plan plan = bench.plan(to);
            String id = bench.lab.engine.submit(plan);
            bench.lab.until(id, operation -> operation.done() >= 1);
            strike(bench, pin(plan), to);
            keep(bench, false);
            isRefused(bench.lab.until(id, operation -> operation.state().ended()), bench, pin(plan));
        }
    }

    @ParameterizedTest
    @MethodSource("owners")
    void beforeUndo(OwnerCase owner, @TempDir Path directory) throws Exception {
        try (OwnerBench bench = new OwnerBench(owner, directory).begin()) {
            String to = bench.lab.elsewhere(OwnerBench.NAME);
            Plan plan = bench.plan(to);
            Operation done = bench.lab.done(plan);
            strike(bench, pin(plan), to);
            bench.lab.engine.undo(done.id());
            bench.lab.await("the end of the undo", () -> bench.lab.engine.operations().stream()
                    .anyMatch(one ->
                            one.plan().kind().equals("undo") && one.state().ended()));
            assertNotEquals(
                    OperationState.UNDONE,
                    bench.lab.engine.operation(done.id()).orElseThrow().state());
            assertTrue(spec(bench, pin(plan)).contains(THEIRS), "it was written over");
        }
    }

    /** All kinds, each once. */
    static List<OwnerCase> all() {
        return OwnerCase.and(OwnerCase.fixed(), owner -> !owner.fixture().endsWith("-kueue"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void beforeItIsDeleted(OwnerCase owner, @TempDir Path directory) throws Exception {
        try (OwnerBench bench = new OwnerBench(owner, directory).begin("NAME", "it")) {
            Result.Compiled compiled = assertInstanceOf(
                    Result.Compiled.class,
                    bench.lab
                            .connection
                            .capability(JobActionCompiler.class)
                            .orElseThrow()
                            .compile(bench.ref, "", new JobAction.Delete(Optional.empty())));
            bench.lab.merge(bench.ref, "{\"metadata\":{\"labels\":{\"theirs\":\"yes\"}}}");
            Operation failed = bench.lab.run(compiled.plan());
            assertEquals(OperationState.FAILED, failed.state(), failed::toString);
            assertTrue(failed.outcome().orElse("").contains("metadata.labels.theirs is"), failed::toString);
            JsonNode now = bench.lab.read(bench.ref);
            assertTrue(now.path("metadata").path("deletionTimestamp").isMissingNode(), "it was deleted");
        }
    }

    /** What is made anew is known by its uid, which a second writer does not change: what they set would go with it. */
    static List<OwnerCase> madeAnew() {
        return OwnerCase.all().stream()
                .filter(owner -> owner.fixture().equals("volcanojob"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("madeAnew")
    void beforeWhatIsMadeAnewIsDeleted(OwnerCase owner, @TempDir Path directory) throws Exception {
        try (OwnerBench bench = new OwnerBench(owner, directory).begin()) {
            Plan plan = bench.plan(bench.lab.elsewhere(OwnerBench.NAME));
            ApiWrite theirs = new ApiWrite(
                    ApiWrite.Verb.MERGE_PATCH,
                    bench.ref,
                    "",
                    "{\"metadata\":{\"labels\":{\"theirs\":\"yes\"}},\"spec\":{\"maxRetry\":7}}",
                    Optional.empty(),
                    Optional.empty(),
                    "strike");
            WriteResult result = bench.lab
                    .connection
                    .capability(ObjectWriter.class)
                    .orElseThrow()
                    .send(theirs, false);
            assertTrue(result instanceof WriteResult.Accepted, result::toString);
            Operation failed = bench.lab.run(plan);
            assertEquals(OperationState.FAILED, failed.state(), failed::toString);
            assertTrue(failed.outcome().orElse("").contains("spec.maxRetry is 7"), failed::toString);
            JsonNode now = bench.lab.read(bench.ref);
            assertEquals(7, now.path("spec").path("maxRetry").asInt(), now::toString);
            assertTrue(now.path("metadata").path("deletionTimestamp").isMissingNode(), "it was deleted");
        }
    }
}
