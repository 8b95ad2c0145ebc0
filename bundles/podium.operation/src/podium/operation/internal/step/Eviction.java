// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import podium.core.api.ApiWrite;
import podium.core.api.WriteResult;
import podium.core.json.Json;
import podium.model.value.WorkKind;
import podium.operation.internal.gate.ClusterCalls;
import podium.operation.internal.journal.JournaledOperation;
import podium.operation.internal.run.EngineTiming;
import podium.operation.internal.run.OperationSignals;
import podium.operation.internal.run.RetryBackoff;
import podium.operation.internal.run.RunHost;
import podium.operation.internal.run.StepFailed;
import podium.operation.internal.write.Refusals;
import podium.operation.plan.KindCatalog;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/**
 * The eviction of one pod: asked for as often as a budget refuses it, then waited for until its uid is gone. A pod of the same
 * name and another uid is not touched.
 */
public final class Eviction {
    /** Looks after which a pod that was evicted shows that it is ending; the server marks it before it answers. */
    private static final int SEEN = 4;

    private final Step.Victim victim;
    private final String name;
    private final ClusterCalls calls;
    private final OperationSignals signals;
    private final EngineTiming timing;
    private final OperationSignals.Deadline deadline;
    private final Semaphore permits;
    private final BudgetLines lines;
    private final EvictRunner.EvictionProgress progress;
    private final StepWatch watch;
    /** The line of the budget that refused the pod last, while the pod is the first in it. */
    private Optional<Semaphore> first = Optional.empty();

    private int refusals;

    Eviction(
            Step.Victim victim,
            ClusterCalls calls,
            OperationSignals signals,
            EngineTiming timing,
            OperationSignals.Deadline deadline,
            Semaphore permits,
            BudgetLines lines,
            EvictRunner.EvictionProgress progress,
            StepWatch watch) {
        this.victim = victim;
        this.name = victim.pod().namespace() + "/" + victim.pod().name();
        this.calls = calls;
        this.signals = signals;
        this.timing = timing;
        this.deadline = deadline;
        this.permits = permits;
        this.lines = lines;
        this.progress = progress;
        this.watch = watch;
    }

    /** True when the pod is gone; false when it stays ({@code progress} knows why) or the operation was stopped. */
    boolean run() {
        try {
            boolean gone = asked() && awaitGone();
            if (gone) {
                progress.left(name);
            }
            return gone;
        } catch (OperationSignals.Stopped e) {
            return false;
        } catch (StepFailed e) {
            progress.broken(e);
            return false;
        }
    }

    private boolean asked() throws OperationSignals.Stopped, StepFailed {
        try {
            return evict();
        } finally {
            first.ifPresent(Semaphore::release);
            first = Optional.empty();
        }
    }

    /** How many of a step were evicted, those too that were ending when it was stopped: nobody had waited for them to the end. */
    static int gone(Step.EvictAll step, int index, JournaledOperation ledger, ClusterCalls calls, RunHost host)
            throws OperationSignals.Stopped {
        int gone = 0;
        for (int part = 0; part < step.victims().size(); part++) {
            Step.Victim victim = step.victims().get(part);
            boolean done = ledger.isDone(index, part, false);
            if (!done && isGoing(victim, calls.read(victim.pod()))) {
                host.done(index, part, false, "");
                done = true;
            }
            gone += done ? 1 : 0;
        }
        return gone;
    }

    /** True when the server has taken the eviction, or the pod is already going. */
    private boolean evict() throws OperationSignals.Stopped, StepFailed {
        ApiWrite write = write();
        RetryBackoff patience = calls.patience();
        while (true) {
            signals.checkpoint();
            watch.look();
            switch (send(write)) {
                case WriteResult.Accepted accepted -> {
                    progress.warned(accepted.warnings());
                    return true;
                }
                case WriteResult.Unanswered unanswered -> {
                    if (unanswered.maybeApplied() && isGoing()) {
                        return true;
                    }
                    patience.failed(Texts.of("Eviction.noAnswerTo", write.words(), unanswered.message()));
                }
                case WriteResult.Refused refused -> {
                    switch (refused.status()) {
                        case 404 -> {
                            return true;
                        }
                        case 409 -> {
                            if (isGoing()) {
                                return true;
                            }
                            patience.failed(Refusals.words(write, refused));
                        }
                        case 429 -> busy(refused, patience);
                        case 500 -> {
                            progress.waits(name, several(refused), true);
                            signals.await(timing.budgetRetry());
                        }
                        case 401, 502, 503, 504 -> patience.failed(Refusals.words(write, refused));
                        default -> {
                            if (!Refusals.isNamespaceGoing(refused)) {
                                progress.stays(name, Refusals.words(write, refused));
                                return false;
                            }
                            progress.waits(name, Texts.of("Eviction.itsNamespaceIsBeing"), false);
                            signals.await(timing.budgetRetry());
                        }
                    }
                }
            }
            if (deadline.passed()) {
                progress.stays(name, Texts.of("Eviction.timeIsUpWhile"));
                return false;
            }
        }
    }

    private WriteResult send(ApiWrite write) throws OperationSignals.Stopped {
        permits.acquireUninterruptibly();
        try {
            return calls.send(write);
        } finally {
            permits.release();
        }
    }

    /** A budget refuses (wait for it to change), or the server is throttling (come back less often). */
    private void busy(WriteResult.Refused refused, RetryBackoff patience) throws OperationSignals.Stopped {
        if (Refusals.isBudget(refused)) {
            progress.waits(name, Texts.of("Eviction.aDisruptionBudgetForbids", Refusals.budget(refused)), true);
            if (first.isEmpty()) {
                Semaphore line = lines.of(victim.pod().namespace(), victim.pod().name(), refused);
                if (!lines.stand(line, deadline)) {
                    return;
                }
                first = Optional.of(line);
            } else {
                // A budget that stays at 0 answers with 0 seconds; asking without a pause would only load the server.
                signals.await(refused.retryAfter()
                        .filter(time -> time.compareTo(Duration.ZERO) > 0)
                        .filter(time -> time.compareTo(timing.budgetRetry().multipliedBy(4)) < 0)
                        .orElse(lines.pause(++refusals)));
            }
        } else if (refused.retryAfter().filter(time -> !time.isZero()).isPresent()) {
            progress.waits(name, Texts.of("Eviction.theServerIsThrottling"), false);
            signals.await(refused.retryAfter().get());
        } else {
            patience.failed(Texts.of("Eviction.theServerIsThrottling"));
        }
    }

    private static String several(WriteResult.Refused refused) {
        return refused.message().contains("more than one PodDisruptionBudget")
                ? Texts.of("Eviction.moreThanOneDisruption")
                : Texts.of("Eviction.theServerFailed", refused.message());
    }

    private boolean isGoing() throws OperationSignals.Stopped {
        return isGoing(victim, calls.read(victim.pod()));
    }

    /** True when a pod to be evicted, as it is now, is ending or gone. */
    public static boolean isGoing(Step.Victim victim, Optional<JsonNode> found) {
        return found.isEmpty() || !victim.uid().equals(Json.uid(found.get())) || Json.terminating(found.get());
    }

    /** True when it is gone; false when it stays, or is not ending at all though the server said so. */
    private boolean awaitGone() throws OperationSignals.Stopped, StepFailed {
        for (int looks = 0; true; looks++) {
            signals.checkpoint();
            watch.look();
            Optional<JsonNode> found = calls.read(victim.pod());
            if (found.isEmpty() || !victim.uid().equals(Json.uid(found.get()))) {
                return true;
            }
            JsonNode finalizers = found.get().path("metadata").path("finalizers");
            if (!finalizers.isEmpty() && AwaitRunner.isOver(found.get())) {
                return true;
            }
            if (!Json.terminating(found.get())) {
                if (looks >= SEEN) {
                    progress.waits(name, Texts.of("Eviction.theServerAcceptedIts"), true);
                    signals.await(timing.budgetRetry());
                    if (!asked()) {
                        return false;
                    }
                    looks = 0;
                }
                signals.await(timing.look(looks));
                continue;
            }
            String why = finalizers.isEmpty()
                    ? Texts.of("Eviction.itIsEnding")
                    : Texts.of("Eviction.itIsEndingHeld", finalizers.path(0).asText());
            if (deadline.passed()) {
                progress.stays(name, Texts.of("Eviction.timeIsUpBecause", why));
                return false;
            }
            progress.waits(name, why, false);
            signals.await(timing.look(looks));
        }
    }

    /** False for what a drain leaves on its node: a pod of a DaemonSet, a static one, one that has ended. */
    public static boolean isEvictable(JsonNode pod, KindCatalog kinds) {
        for (JsonNode owner : pod.path("metadata").path("ownerReferences")) {
            if (owner.path("controller").asBoolean()
                    && kinds.work(
                                    owner.path("apiVersion").asText(),
                                    owner.path("kind").asText())
                            .is(WorkKind.Trait.EVERY_NODE)) {
                return false;
            }
        }
        return !pod.path("metadata").path("annotations").has("kubernetes.io/config.mirror") && !Json.hasEnded(pod);
    }

    private ApiWrite write() {
        String body = victim.grace()
                .map(grace -> "{\"gracePeriodSeconds\":" + grace.toSeconds() + "}")
                .orElse("");
        return new ApiWrite(
                ApiWrite.Verb.EVICT,
                victim.pod(),
                "eviction",
                body,
                Optional.of(victim.uid()),
                Optional.empty(),
                Texts.of("Eviction.evict", name));
    }
}
