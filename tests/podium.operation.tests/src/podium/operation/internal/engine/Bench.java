// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.internal.gate.PlanGuard;
import podium.operation.internal.journal.FileJournalChannel;
import podium.operation.internal.journal.Journal;
import podium.operation.internal.journal.JournalLocation;
import podium.operation.internal.run.EngineTiming;
import podium.operation.plan.Expectation;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** An engine on a directory, fast enough for tests, and plans to run on it. */
public final class Bench implements AutoCloseable {
    static final EngineTiming FAST = new EngineTiming(
            Duration.ofMillis(15),
            Duration.ofMillis(3),
            Duration.ofMillis(3),
            Duration.ofMillis(15),
            Duration.ofSeconds(2),
            4);

    private static final EngineTiming PATIENT = new EngineTiming(
            FAST.budgetRetry(),
            FAST.poll(),
            FAST.backoff(),
            FAST.backoffMost(),
            Duration.ofHours(1),
            FAST.concurrency());

    public final OperationEngine engine;

    public Bench(FakeCluster cluster, Path directory) {
        this(cluster, directory, FileJournalChannel::new);
    }

    public Bench(FakeCluster cluster, Path directory, Journal.Opener opener) {
        this(cluster, directory, opener, PlanGuard.none());
    }

    public Bench(FakeCluster cluster, Path directory, Journal.Opener opener, PlanGuard guard) {
        this(cluster, directory, opener, guard, Optional.empty(), InstantSource.system());
    }

    /** One that marks what it works on, as the console does. */
    public static Bench marking(FakeCluster cluster, Path directory, Journal.Opener opener) {
        return new Bench(cluster, directory, opener, PlanGuard.none(), Optional.of("ann@desk"), InstantSource.system());
    }

    public Bench(
            FakeCluster cluster,
            Path directory,
            Journal.Opener opener,
            PlanGuard guard,
            Optional<String> holder,
            InstantSource clock) {
        this(new OperationEngine(cluster, new JournalLocation(directory), FAST, clock, opener, guard, holder));
    }

    private Bench(OperationEngine engine) {
        this.engine = engine;
    }

    /** One that never pauses by itself, however long the machine takes. */
    public static Bench patient(FakeCluster cluster, Path directory) {
        return new Bench(new OperationEngine(
                cluster,
                new JournalLocation(directory),
                PATIENT,
                InstantSource.system(),
                FileJournalChannel::new,
                PlanGuard.none(),
                Optional.empty()));
    }

    /** Waits until an operation is as wanted and returns it; fails after ten seconds with what it was last. */
    public Operation until(String id, Predicate<Operation> wanted) {
        CompletableFuture<Operation> reached = new CompletableFuture<>();
        AutoCloseable listening = engine.listen(operation -> {
            if (operation.id().equals(id) && wanted.test(operation)) {
                reached.complete(operation);
            }
        });
        try (listening) {
            engine.operation(id).filter(wanted).ifPresent(reached::complete);
            return reached.get(60, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("never as wanted: " + engine.operation(id), e);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    public Operation run(Plan plan) {
        return ended(engine.submit(plan));
    }

    public Operation ended(String id) {
        return until(id, operation -> operation.state().ended());
    }

    /** Id of the one that was begun beside another. */
    public String newest(String beside) {
        CompletableFuture<String> begun = new CompletableFuture<>();
        AutoCloseable listening = engine.listen(operation -> {
            if (!operation.id().equals(beside)) {
                begun.complete(operation.id());
            }
        });
        try (listening) {
            engine.operations().stream()
                    .map(Operation::id)
                    .filter(id -> !id.equals(beside))
                    .findFirst()
                    .ifPresent(begun::complete);
            return begun.get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    public Operation only() {
        engine.awaitOpen();
        return engine.operations().getFirst();
    }

    @Override
    public void close() throws IOException {
        engine.close();
    }

    public static Plan plan(String kind, List<Step> steps, List<Step> undo) {
        return new Plan(FakeCluster.ID, kind, "Test " + kind, steps, List.of("effect"), List.of(), List.of(), undo);
    }

    public static Plan plan(Step... steps) {
        return plan("test", List.of(steps), List.of());
    }

    public static Step.Write write(
            ApiWrite.Verb verb, ObjectRef ref, String body, Optional<String> uid, Optional<ApiWrite> undo) {
        return new Step.Write(api(verb, ref, body, uid), undo);
    }

    public static ApiWrite api(ApiWrite.Verb verb, ObjectRef ref, String body, Optional<String> uid) {
        return new ApiWrite(verb, ref, "", body, uid, Optional.empty(), verb + " " + ref.name());
    }

    /** Sets a field of a spec, and back. */
    public static Step.Write set(ObjectRef ref, String field, String value, String before) {
        return write(
                ApiWrite.Verb.MERGE_PATCH,
                ref,
                "{\"spec\":{\"" + field + "\":" + value + "}}",
                Optional.empty(),
                Optional.of(api(
                        ApiWrite.Verb.MERGE_PATCH,
                        ref,
                        "{\"spec\":{\"" + field + "\":" + before + "}}",
                        Optional.empty())));
    }

    /** The same, only on the object as it was read. */
    public static Step.Write guarded(ObjectRef ref, String field, String value, String before, String resourceVersion) {
        Step.Write plain = set(ref, field, value, before);
        return new Step.Write(
                new ApiWrite(
                        ApiWrite.Verb.MERGE_PATCH,
                        ref,
                        "",
                        plain.write().body(),
                        Optional.empty(),
                        Optional.of(resourceVersion),
                        "Set " + field),
                plain.undo());
    }

    public static Step.Await field(ObjectRef ref, String pointer, String value, Duration atMost) {
        return new Step.Await(ref, new Expectation.FieldIs(pointer, value), atMost, "Wait for " + pointer);
    }

    public static Step.EvictAll evict(Duration atMost, Step.Victim... victims) {
        return new Step.EvictAll(List.of(victims), atMost, "Evict");
    }

    public static Step.Victim victim(ObjectRef pod, String uid) {
        return new Step.Victim(pod, uid, Optional.empty());
    }

    public static boolean is(Operation operation, OperationState state) {
        return operation.state() == state;
    }
}
