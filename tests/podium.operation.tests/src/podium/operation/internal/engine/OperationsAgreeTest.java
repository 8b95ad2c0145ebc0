// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.core.testkit.TestKinds;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.internal.journal.FileJournalChannel;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.testkit.Await;

/**
 * The list of operations after any history: what was followed change by change, what is asked for, and what is read anew from the
 * journal are the same. An operation that was refused before it was recorded is in no journal.
 */
class OperationsAgreeTest {
    private static final long HISTORIES = Long.getLong("podium.views.histories", 200) / 5;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final FakeCluster cluster = new FakeCluster();
    private final List<ObjectRef> jobs =
            List.of(TestKinds.job("team", "a"), TestKinds.job("team", "b"), TestKinds.job("team", "c"));

    static LongStream seeds() {
        return LongStream.rangeClosed(1, HISTORIES);
    }

    /** What the list shows of one, besides the times. */
    private static String shown(Operation operation) {
        return operation.id() + " " + operation.plan().title() + " " + operation.state() + " " + operation.done() + "/"
                + operation.total() + " " + operation.outcome() + " " + operation.conflicts() + " "
                + operation.log().stream()
                        .map(line -> line.text() + line.problem())
                        .toList() + " "
                + operation.canUndo() + operation.canRollBack() + operation.past();
    }

    private static List<String> shown(List<Operation> operations) {
        return operations.stream().map(OperationsAgreeTest::shown).toList();
    }

    private Plan plan(Random random) {
        List<Step> steps = new ArrayList<>();
        List<Step> undo = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            ObjectRef job = jobs.get(random.nextInt(jobs.size()));
            String field = "f" + random.nextInt(3);
            String now = Json.text(cluster.get(job).orElseThrow(), "/spec/" + field);
            Step.Write write = Bench.set(job, field, Integer.toString(random.nextInt(9)), now.isEmpty() ? "null" : now);
            steps.add(write);
            undo.addFirst(write.inverse().orElseThrow());
        }
        if (random.nextInt(5) == 0) {
            steps.add(Bench.field(jobs.getFirst(), "/spec/never", "true", LONG));
        }
        return Bench.plan("scale " + random.nextInt(1000), steps, random.nextInt(4) == 0 ? List.of() : undo);
    }

    private Map<String, Operation> follow(OperationEngine engine) {
        Map<String, Operation> followed = new ConcurrentHashMap<>();
        engine.listen(operation -> followed.put(operation.id(), operation));
        engine.awaitOpen();
        engine.operations().forEach(operation -> followed.putIfAbsent(operation.id(), operation));
        return followed;
    }

    private void step(Bench bench, Random random) {
        List<Operation> all = bench.engine.operations();
        switch (all.isEmpty() ? 0 : random.nextInt(8)) {
            case 0, 1, 2 -> {
                String id = bench.engine.submit(plan(random));
                bench.until(id, OperationsAgreeTest::isStill);
            }
            case 3 ->
                // an undo is an operation of its own in any case, though it be one that was refused
                settled(bench, all.get(random.nextInt(all.size())).id(), id -> {
                    bench.engine.undo(id);
                    Await.until(
                            "the undo of " + id + " is there",
                            () -> bench.engine.operations().size() > all.size());
                });
            case 4 -> settled(bench, all.get(random.nextInt(all.size())).id(), bench.engine::abort);
            case 5 ->
                cluster.change(jobs.get(random.nextInt(jobs.size())), job -> job.withObject("/spec")
                        .put("f" + random.nextInt(3), 10 + random.nextInt(9)));
            case 6 ->
                cluster.late = random.nextBoolean()
                        ? _ -> Optional.empty()
                        : write -> write.verb() == ApiWrite.Verb.MERGE_PATCH
                                        && write.body().contains("f1")
                                ? Optional.of(FakeCluster.refused(403, "Forbidden", "no"))
                                : Optional.empty();
            default -> settled(bench, all.get(random.nextInt(all.size())).id(), bench.engine::pause);
        }
    }

    private static void settled(Bench bench, String id, Consumer<String> act) {
        act.accept(id);
        bench.engine.operations().forEach(operation -> bench.until(operation.id(), OperationsAgreeTest::isStill));
    }

    /** It has ended, is paused, or waits for what does not come. */
    private static boolean isStill(Operation operation) {
        return operation.state().ended()
                || operation.state() == OperationState.PAUSED
                || operation.state() == OperationState.INTERRUPTED
                || operation.state() == OperationState.RUNNING
                        && operation.done() == operation.total() - 1
                        && operation.plan().steps().getLast() instanceof Step.Await;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatWasFollowedWhatIsAskedForAndWhatIsReadAnewAreTheSame(long seed, @TempDir Path directory)
            throws IOException {
        Random random = new Random(seed);
        jobs.forEach(job -> cluster.put(job, "{\"metadata\":{\"uid\":\"" + job.name() + "\"},\"spec\":{}}"));
        Bench bench = Bench.marking(cluster, directory, FileJournalChannel::new);
        Map<String, Operation> followed = follow(bench.engine);
        for (int i = 4 + random.nextInt(12); i > 0; i--) {
            if (random.nextInt(6) == 0) {
                bench.close();
                bench = Bench.marking(cluster, directory, FileJournalChannel::new);
                followed = follow(bench.engine);
            } else {
                step(bench, random);
            }
        }
        for (Operation operation : bench.engine.operations()) {
            if (!operation.state().ended()) {
                bench.engine.abort(operation.id());
                bench.ended(operation.id());
            }
        }
        List<String> asked = new ArrayList<>(shown(bench.engine.operations()));
        Map<String, Operation> kept = followed;
        assertEquals(
                asked,
                bench.engine.operations().stream()
                        .map(operation -> shown(kept.get(operation.id())))
                        .toList(),
                "followed, after seed " + seed);
        assertEquals(bench.engine.operations().size(), followed.size(), "no more and no fewer, after seed " + seed);
        bench.close();
        bench = Bench.marking(cluster, directory, FileJournalChannel::new);
        bench.engine.awaitOpen();
        asked.removeIf(shown -> shown.contains("Nothing was recorded"));
        assertEquals(asked, shown(bench.engine.operations()), "read anew, after seed " + seed);
        bench.close();
    }
}
