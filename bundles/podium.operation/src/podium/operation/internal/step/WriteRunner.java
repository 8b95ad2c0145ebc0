// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import podium.core.api.ApiWrite;
import podium.core.api.WriteResult;
import podium.core.json.Json;
import podium.operation.FieldConflict;
import podium.operation.internal.gate.ClusterCalls;
import podium.operation.internal.run.EngineTiming;
import podium.operation.internal.run.OperationSignals;
import podium.operation.internal.run.RetryBackoff;
import podium.operation.internal.run.RunHost;
import podium.operation.internal.run.StepFailed;
import podium.operation.internal.write.MapFit;
import podium.operation.internal.write.NamespaceContent;
import podium.operation.internal.write.Refusals;
import podium.operation.internal.write.WriteConflict;
import podium.operation.internal.write.WriteEffect;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/**
 * Sends one write until its effect is certain: applied exactly once, or refused. What a lost answer leaves open is found out by
 * reading the object again.
 */
final class WriteRunner {
    /** Tries after a server error before it counts as a refusal. */
    private static final int TRIES = 5;
    /** A write follows a version that controllers move on all the time, over links that are slower than they are. */
    private static final int FOLLOWED = 25;

    private final ClusterCalls calls;
    private final OperationSignals signals;
    private final EngineTiming timing;
    private final RunHost host;
    private final Set<String> ended;
    /** What the server has warned of by now: it says the same of each object. */
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    /** @param ended uids of the pods that steps before have ended */
    WriteRunner(ClusterCalls calls, OperationSignals signals, EngineTiming timing, RunHost host, Set<String> ended) {
        this.ended = ended;
        this.calls = calls;
        this.signals = signals;
        this.timing = timing;
        this.host = host;
    }

    /**
     * Has the server try a write that was checked when the plan was shown, since the cluster lives on. What time may cure is left to
     * the write itself; what was applied already (its record was lost) is no refusal.
     */
    void rehearse(Step.Write step) throws OperationSignals.Stopped, StepFailed {
        signals.checkpoint();
        if (calls.rehearse(step.write()) instanceof WriteResult.Refused refused) {
            boolean passing = refused.status() == 401
                    || refused.status() == 409
                    || refused.status() == 429
                    || refused.status() >= 500;
            if (passing) {
                return;
            }
            Optional<JsonNode> theirs = calls.read(step.write().target());
            boolean fits = theirs.flatMap(now -> MapFit.of(step.write(), now)).isPresent();
            if (!fits && WriteEffect.of(step.write(), theirs) != WriteEffect.APPLIED) {
                throw refused(step.write(), refused);
            }
        }
    }

    /** Returns the uid of the object that was written; empty when not known. */
    String run(Step.Write step) throws OperationSignals.Stopped, StepFailed {
        String uid = sent(step);
        if (step.contents().isPresent()) {
            Optional<String> late = others(step, step.contents().get()).named();
            late.ifPresent(names -> host.say(
                    Texts.of(
                            "WriteRunner.whileWasBeingDeleted",
                            step.write().target().displayName(),
                            names),
                    true));
        }
        return uid;
    }

    private NamespaceContent others(Step.Write step, Step.Contents agreed) throws OperationSignals.Stopped {
        return calls.content(step.write().target(), agreed.uids()).beside(agreed);
    }

    /** Who has moved into a namespace since its deletion was agreed to keeps it: nothing brings back what goes with it. */
    private void stillEmpty(Step.Write step) throws OperationSignals.Stopped, StepFailed {
        if (step.contents().isPresent()) {
            Optional<String> held = others(step, step.contents().get()).words();
            if (held.isPresent()) {
                throw new StepFailed(Texts.of(
                        "WriteRunner.wasNotSentIs",
                        step.write().words(),
                        held.get(),
                        step.write().target().displayName()));
            }
        }
    }

    /**
     * What ends by a write is what the operator was told: nothing brings back what a pod has done that began to run since, and what was
     * to end may have ended already. A write for another version of the object is refused anyway, with what was changed.
     */
    private void stillAsPlanned(Step.Write step, ApiWrite write) throws OperationSignals.Stopped, StepFailed {
        if (step.ends().isEmpty()) {
            return;
        }
        Optional<String> now = calls.read(write.target()).map(Json::resourceVersion);
        Optional<String> wanted = calls.current(write).resourceVersion();
        boolean refusedAnyway = now.isPresent() && wanted.isPresent() && !now.equals(wanted);
        List<String> problems =
                refusedAnyway ? List.of() : EndedPods.problems(step, ended, calls.kinds(), EndedPods.of(calls));
        if (!problems.isEmpty()) {
            throw new StepFailed(
                    Texts.of("WriteRunner.wasNotSentSince", step.write().words(), String.join(" ", problems)));
        }
    }

    private String sent(Step.Write step) throws OperationSignals.Stopped, StepFailed {
        ApiWrite write = step.write();
        if (EndedPods.isOver(step, calls.kinds(), EndedPods.of(calls))) {
            host.say(Texts.of("WriteRunner.isNotNeededAnyMore", write.words()), false);
            return "";
        }
        RetryBackoff patience = calls.patience();
        int conflicts = 0;
        while (true) {
            signals.checkpoint();
            stillEmpty(step);
            stillAsPlanned(step, write);
            switch (calls.send(write)) {
                case WriteResult.Accepted accepted -> {
                    if (isAnswer(write, accepted.body())) {
                        warned(accepted.warnings());
                        return uidOf(accepted.body());
                    }
                    Optional<String> uid = findOut(write, Texts.of("WriteRunner.theAnswerWasNot"));
                    if (uid.isPresent()) {
                        return uid.get();
                    }
                    patience.failed(Texts.of(
                            "WriteRunner.theAnswerToWas",
                            write.words(),
                            write.target().displayName(),
                            accepted.status()));
                }
                case WriteResult.Unanswered unanswered -> {
                    Optional<String> uid = unanswered.maybeApplied()
                            ? findOut(write, Texts.of("WriteRunner.theAnswerWasLost"))
                            : Optional.empty();
                    if (uid.isPresent()) {
                        return uid.get();
                    }
                    patience.failed(Texts.of(
                            "WriteRunner.noAnswerTo",
                            write.words(),
                            write.target().displayName(),
                            unanswered.message()));
                }
                case WriteResult.Refused refused -> {
                    switch (refused.status()) {
                        case 401 -> patience.failed(Refusals.words(write, refused));
                        case 404 -> {
                            if (isRemoval(write)) {
                                return "";
                            }
                            throw refused(write, refused);
                        }
                        case 409, 422 -> {
                            Optional<JsonNode> theirs = calls.read(write.target());
                            if (WriteEffect.of(write, theirs) == WriteEffect.APPLIED) {
                                host.say(alreadySo(write, theirs), false);
                                return theirs.map(Json::uid).orElse("");
                            }
                            if (!waitsForOld(write, refused, theirs) && ++conflicts > FOLLOWED) {
                                throw conflict(step, theirs, refused);
                            }
                            write = again(step, write, theirs, refused, patience);
                        }
                        case 429 -> throttled(refused, patience);
                        case 500, 502, 503, 504 -> {
                            Optional<String> uid = findOut(write, Texts.of("WriteRunner.theServerFailedAfter"));
                            if (uid.isPresent()) {
                                return uid.get();
                            }
                            if (refused.status() == 500 && patience.attempts() >= TRIES) {
                                throw refused(write, refused);
                            }
                            patience.failed(Refusals.words(write, refused));
                        }
                        default -> throw refused(write, refused);
                    }
                }
            }
        }
    }

    /** Says what the server warns of when it takes something. Any thread. */
    void warned(List<String> warnings) {
        warnings.stream()
                .filter(warned::add)
                .forEach(words -> host.say(Texts.of("WriteRunner.theServerWarns", words), false));
    }

    /** Who saw to it that a refused write was not needed, where the server tells. */
    private static String alreadySo(ApiWrite write, Optional<JsonNode> theirs) {
        return theirs.flatMap(now -> WriteConflict.lastWriter(write, now))
                .map(writer -> Texts.of("WriteRunner.thisIsAlreadySoBy", write.words(), writer.words()))
                .orElseGet(() -> Texts.of("WriteRunner.thisIsAlreadySo", write.words()));
    }

    /** The end of a write that is refused for good: who forbids it, what was wanted, what stands. */
    private StepFailed refused(ApiWrite write, WriteResult.Refused refused) {
        return new StepFailed(Refusals.words(write, refused, calls.glance(write.target())));
    }

    /** The write to send after a conflict, when nothing it touches was changed by somebody else. */
    private ApiWrite again(
            Step.Write step,
            ApiWrite write,
            Optional<JsonNode> theirs,
            WriteResult.Refused refused,
            RetryBackoff patience)
            throws OperationSignals.Stopped, StepFailed {
        if (waitsForOld(write, refused, theirs)) {
            host.status(
                    Texts.of("WriteRunner.waitingUntilTheOld", write.target().displayName()));
            patience.await(timing.poll());
            return write;
        }
        Optional<ApiWrite> fitted = theirs.flatMap(now -> MapFit.of(write, now));
        if (fitted.isPresent()) {
            patience.await(timing.backoff(0, 0));
            return fitted.get();
        } else if (write.verb() != ApiWrite.Verb.CREATE
                && theirs.isPresent()
                && WriteConflict.isElsewhere(step, write, theirs.get(), refused)) {
            patience.await(timing.backoff(0, 0));
            return WriteConflict.rebase(write, theirs.get());
        }
        throw conflict(step, theirs, refused);
    }

    /** One of that name is still ending; that takes as long as its grace period, and is no conflict. */
    private static boolean waitsForOld(ApiWrite write, WriteResult.Refused refused, Optional<JsonNode> theirs) {
        return write.verb() == ApiWrite.Verb.CREATE
                && refused.status() == 409
                && (theirs.isEmpty() || Json.terminating(theirs.get()));
    }

    private static StepFailed conflict(Step.Write step, Optional<JsonNode> theirs, WriteResult.Refused refused) {
        List<FieldConflict> fields = theirs.filter(now -> !WriteEffect.isOther(step.write(), now))
                .map(now -> WriteConflict.fields(step, now))
                .orElse(List.of());
        return new StepFailed(WriteConflict.words(step, theirs, refused), fields);
    }

    private void throttled(WriteResult.Refused refused, RetryBackoff patience) throws OperationSignals.Stopped {
        if (Refusals.isBudget(refused)) {
            host.status(Texts.of("WriteRunner.waiting", Refusals.budget(refused)));
            patience.await(refused.retryAfter()
                    .filter(time -> time.compareTo(Duration.ZERO) > 0)
                    .orElse(timing.budgetRetry()));
        } else if (refused.retryAfter().isPresent()) {
            host.status(Texts.of("WriteRunner.theServerIsThrottling"));
            patience.await(refused.retryAfter().get());
        } else {
            patience.failed(Texts.of("WriteRunner.becauseTheServerIsThrottling"));
        }
    }

    /** The uid when the object says that the write was applied; empty when it was not. */
    private Optional<String> findOut(ApiWrite write, String how) throws OperationSignals.Stopped, StepFailed {
        Optional<JsonNode> found = calls.read(write.target());
        return switch (WriteEffect.of(write, found)) {
            case APPLIED -> {
                host.say(Texts.of("WriteRunner.itWasApplied", write.words(), how), false);
                yield Optional.of(found.map(Json::uid).orElse(""));
            }
            case NOT_APPLIED -> Optional.empty();
            case OTHER_OBJECT ->
                throw new StepFailed(Texts.of(
                        "WriteRunner.noAnswerCameAnd",
                        write.words(),
                        found.isEmpty()
                                ? Texts.of(
                                        "WriteRunner.doesNotExistAny",
                                        write.target().displayName())
                                : Texts.of(
                                        "WriteRunner.isAnotherObjectNow",
                                        write.target().displayName())));
        };
    }

    private static boolean isRemoval(ApiWrite write) {
        return write.verb() == ApiWrite.Verb.DELETE || write.verb() == ApiWrite.Verb.EVICT;
    }

    /** What answers in the server's place, such as a proxy's page, has done nothing. */
    private static boolean isAnswer(ApiWrite write, String body) {
        try {
            JsonNode answer = Json.read(body);
            boolean removed = isRemoval(write) && answer.isObject();
            return removed || !Json.uid(answer).isEmpty() && !WriteEffect.isOther(write, answer);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String uidOf(String body) {
        try {
            return Json.uid(Json.read(body));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
