// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import podium.core.api.AccessReviewer;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.api.ObjectWriter;
import podium.core.api.Permission;
import podium.core.api.WriteResult;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.SessionIdentity;
import podium.core.cluster.SessionIdentityReader;
import podium.core.failure.FailureText;
import podium.core.json.Json;
import podium.operation.access.RequiredPermissions;
import podium.operation.internal.journal.SecretRefusal;
import podium.operation.internal.run.EngineTiming;
import podium.operation.internal.write.MapFit;
import podium.operation.internal.write.PendingCreations;
import podium.operation.internal.write.Refusals;
import podium.operation.internal.write.WriteConflict;
import podium.operation.internal.write.WriteEffect;
import podium.operation.plan.Checked;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/**
 * Tries a plan without changing anything: may the operator do each of its writes, and would the server take them? A write to an
 * object that an earlier step changes, makes the namespace of, or waits for a change of, cannot be tried, nor can an eviction: each try
 * of one counts its budget anew and all succeed
 * (the drain's preview counts them together instead).
 */
public final class Checker {
    private static final int TRIES = 10;

    private final ClusterConnection connection;
    private final InstantSource clock;

    private final String own;
    private final Set<String> warnings = new LinkedHashSet<>();

    /** @param own id of the operation that the plan is the rest of, whose marks are no stranger's; empty: it is a new one */
    public Checker(ClusterConnection connection, InstantSource clock, String own) {
        this.own = own;
        this.connection = connection;
        this.clock = clock;
    }

    /** What was found; what the server warns of, each once. */
    public Checked check(Plan plan) {
        List<String> problems = new ArrayList<>(SecretRefusal.problems(plan));
        if (connection.capability(ObjectWriter.class).isEmpty()) {
            problems.add(Texts.of("Checker.thisConnectionCannotWrite"));
        }
        if (problems.isEmpty()) {
            connection.capability(AccessReviewer.class).ifPresent(reviewer -> review(plan, reviewer, problems));
        }
        if (problems.isEmpty()) {
            OperationMarks.looked(plan).forEach(ref -> read(ref)
                    .flatMap(object -> OperationMarks.foreign(ref, object, own, serverTime()))
                    .ifPresent(problems::add));
        }
        if (problems.isEmpty()) {
            connection.capability(ObjectWriter.class).ifPresent(writer -> dryRun(plan, writer, problems));
        }
        return new Checked(problems, List.copyOf(warnings));
    }

    private Instant serverTime() {
        Instant here = clock.instant();
        return connection
                .capability(ObjectReader.class)
                .map(reader -> reader.serverTime(here))
                .orElse(here);
    }

    private void review(Plan plan, AccessReviewer reviewer, List<String> problems) {
        for (Permission permission : RequiredPermissions.of(plan.steps())) {
            try {
                if (!reviewer.allowed(permission)) {
                    problems.add(mayNot(permission.words()));
                }
            } catch (IOException e) {
                problems.add(Texts.of("Checker.whetherYouMayCould", permission.words(), FailureText.sentence(e)));
                return;
            }
        }
    }

    private String mayNot(String right) {
        return connection
                .capability(SessionIdentityReader.class)
                .flatMap(SessionIdentityReader::known)
                .filter(SessionIdentity::impersonated)
                .map(other -> Texts.of("Checker.mayNot", other.user(), right))
                .orElseGet(() -> Texts.of("Checker.youMayNot", right));
    }

    private void dryRun(Plan plan, ObjectWriter writer, List<String> problems) {
        Set<String> changed = new HashSet<>();
        PendingCreations unborn = new PendingCreations();
        for (Step step : plan.steps()) {
            if (step instanceof Step.Await await) {
                changed.add(await.target().path());
            }
            if (step instanceof Step.Barrier barrier) {
                barrier.writes().forEach(one -> changed.add(one.write().target().path()));
                problems.addAll(together(barrier, writer));
                continue;
            }
            for (Step.Write one : step.writes()) {
                boolean early = unborn.isNeededBy(one.write());
                unborn.add(one.write());
                if (!early
                        && one.write().verb() != ApiWrite.Verb.EVICT
                        && changed.add(one.write().target().path())) {
                    switch (tryOut(one, writer)) {
                        case WriteResult.Refused refused -> problems.add(words(one.write(), refused));
                        case WriteResult.Unanswered unanswered -> {
                            problems.add(Texts.of("Checker.theServerDoesNot", unanswered.message()));
                            return;
                        }
                        case WriteResult.Accepted accepted -> warnings.addAll(accepted.warnings());
                    }
                }
            }
        }
    }

    /** Tries the writes of a barrier beside each other; what was found, in their order. */
    private List<String> together(Step.Barrier barrier, ObjectWriter writer) {
        Semaphore permits = new Semaphore(EngineTiming.usual().concurrency());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<WriteResult>> tried = barrier.writes().stream()
                    .map(one -> threads.submit(() -> {
                        permits.acquire();
                        try {
                            return tryOut(one, writer);
                        } finally {
                            permits.release();
                        }
                    }))
                    .toList();
            List<String> problems = new ArrayList<>();
            for (int i = 0; i < tried.size(); i++) {
                problem(barrier.writes().get(i), tried.get(i).get()).ifPresent(problems::add);
            }
            return problems;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(Texts.of("Checker.theCheckWasInterrupted"));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Optional<String> problem(Step.Write write, WriteResult result) {
        return switch (result) {
            case WriteResult.Refused refused -> Optional.of(words(write.write(), refused));
            case WriteResult.Unanswered unanswered ->
                Optional.of(Texts.of("Checker.theServerDoesNot", unanswered.message()));
            case WriteResult.Accepted accepted -> {
                warnings.addAll(accepted.warnings());
                yield Optional.empty();
            }
        };
    }

    /** Why it was refused: the server speaks of a change also where it is another object that has the name. */
    private String words(ApiWrite write, WriteResult.Refused refused) {
        boolean another = (refused.status() == 409 || refused.status() == 422)
                && read(write.target())
                        .filter(now -> WriteEffect.isOther(write, now))
                        .isPresent();
        return another
                ? Texts.of("Refusals.isAnotherObjectNow", write.target().displayName())
                : Refusals.words(write, refused);
    }

    /** As the engine will send it: a change of something else than what the write touches is no conflict. */
    private WriteResult tryOut(Step.Write step, ObjectWriter writer) {
        ApiWrite write = step.write();
        WriteResult result = writer.send(write, true);
        for (int i = 0;
                i < TRIES
                        && result instanceof WriteResult.Refused refused
                        && (refused.status() == 409 || refused.status() == 422);
                i++) {
            Optional<JsonNode> theirs = read(write.target());
            ApiWrite tried = write;
            Optional<ApiWrite> fitted = theirs.flatMap(now -> MapFit.of(tried, now));
            if (theirs.isEmpty()
                    || fitted.isEmpty() && !WriteConflict.isElsewhere(step, write, theirs.get(), refused)) {
                return result;
            }
            write = fitted.isPresent() ? fitted.get() : WriteConflict.rebase(write, theirs.get());
            result = writer.send(write, true);
        }
        return result;
    }

    private Optional<JsonNode> read(ObjectRef ref) {
        try {
            Optional<ObjectReader> reader = connection.capability(ObjectReader.class);
            return reader.isEmpty() ? Optional.empty() : reader.get().read(ref).map(Json::read);
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
