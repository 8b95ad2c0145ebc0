// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import podium.core.api.ApiWrite;
import podium.core.json.Json;
import podium.operation.OperationState;
import podium.operation.internal.gate.ClusterCalls;
import podium.operation.internal.gate.IdentityGuard;
import podium.operation.internal.gate.OperationMarks;
import podium.operation.internal.journal.JournalRecord;
import podium.operation.internal.journal.JournaledOperation;
import podium.operation.internal.run.DurationText;
import podium.operation.internal.run.EngineServices;
import podium.operation.internal.run.OperationSignals;
import podium.operation.internal.run.RunHost;
import podium.operation.internal.run.StepFailed;
import podium.operation.internal.write.WriteEffect;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/** The way of one operation through its steps, forward and back. On the thread that works on it. */
public final class StepExecutor {
    private final JournaledOperation ledger;
    private final IdentityGuard gate;
    private final Optional<OperationMarks> claims;
    private final OperationSignals signals;
    private final EngineServices tools;
    private final RunHost host;
    private final Tidying tidying;
    private final Handover handover;

    public StepExecutor(
            JournaledOperation ledger,
            IdentityGuard gate,
            OperationSignals signals,
            EngineServices tools,
            RunHost host) {
        this.ledger = ledger;
        this.gate = gate;
        this.signals = signals;
        this.tools = tools;
        this.host = host;
        tidying = new Tidying(tools.timing(), tools.threads());
        handover = new Handover(ledger, signals, tools, host);
        claims = tools.holder().map(holder -> new OperationMarks(ledger, holder, tools.clock(), host));
    }

    /** Marks what the operation changes; why that cannot be: somebody else's operation is there. Empty: it is marked. */
    public Optional<String> claim() throws OperationSignals.Stopped {
        Optional<String> barred = ledger.isUntouched() ? handover.barred() : Optional.empty();
        if (barred.isPresent()) {
            return barred;
        }
        if (claims.isPresent()) {
            try {
                claims.get().take(calls());
            } catch (StepFailed e) {
                return Optional.of(e.words());
            }
        }
        return Optional.empty();
    }

    /** Does what is left to do, to its end. */
    public void forward() throws OperationSignals.Stopped {
        List<Step> steps = ledger.plan().steps();
        int at = 0;
        try {
            for (; at < steps.size(); at++) {
                if (!ledger.isDone(at)) {
                    signals.checkpoint();
                    StepRunners runners = runners(); // which know what the steps before have ended
                    for (Step.Write write : steps.get(at).writes()) {
                        EndedPods.before(write.write(), false, ledger, calls()).ifPresent(host::append);
                    }
                    host.append(
                            new JournalRecord.Begun(ledger.id(), tools.clock().instant(), at, false));
                    host.status(steps.get(at).words());
                    String uid = runners.run(steps.get(at), at, ledger);
                    host.done(at, JournalRecord.WHOLE, false, uid);
                    host.say(Texts.of("StepExecutor.done", steps.get(at).words()), false);
                }
            }
            handover.go(calls());
            Duration took = Duration.between(ledger.started(), tools.clock().instant());
            move(OperationState.DONE, Texts.of("StepExecutor.doneIn", DurationText.time(took)));
        } catch (OperationSignals.Stopped stopped) {
            if (!stopped.abort()) {
                throw stopped;
            }
            takeBack(OperationState.ABORTED, Texts.of("StepExecutor.abortedByTheOperator"));
        } catch (StepFailed failed) {
            host.conflict(failed.conflicts());
            failed(failed.words(), at);
        }
    }

    /**
     * A half-done change is taken back where all of it can be. Where only the wait for the outcome failed, or something cannot be
     * taken back, what was done stays and the operator decides.
     */
    private void failed(String why, int at) throws OperationSignals.Stopped {
        boolean half = ledger.plan().steps().stream().skip(at).anyMatch(step -> !(step instanceof Step.Await));
        boolean something = ledger.plan().steps().stream().limit(at + 1L).anyMatch(Rollback::isWrite);
        if (half && something && Rollback.isReversible(ledger)) {
            takeBack(OperationState.FAILED, why);
        } else {
            move(OperationState.FAILED, ledger.hasDone() ? rest(why) : why);
        }
    }

    /** What became of what was done: it is gone with its objects, can be rolled back, or cannot. */
    private String rest(String why) {
        boolean evicted = ledger.plan().steps().stream().anyMatch(Step.EvictAll.class::isInstance);
        List<JournaledOperation.Part> done = ledger.written().stream()
                .filter(part -> ledger.isDone(part.step(), part.part(), false))
                .toList();
        if (done.isEmpty() && !evicted) {
            return why;
        }
        if (!evicted && done.stream().allMatch(this::isGone)) {
            return Texts.of("StepExecutor.whatWasDoneIsGone", why);
        }
        return ledger.snapshot(OperationState.FAILED, "", Optional.empty()).canRollBack()
                ? Texts.of("StepExecutor.whatWasDoneSo", why)
                : Texts.of("StepExecutor.whatWasDoneStays", why);
    }

    /** True when it is known that the object that was written is gone, or is another one by now. */
    private boolean isGone(JournaledOperation.Part part) {
        ApiWrite own = UidPreconditions.with(
                part.write(), ledger.uid(part.step(), part.part()).orElse(""));
        return own.verb() != ApiWrite.Verb.DELETE
                && calls().glanced(own.target())
                        .filter(found -> found.filter(now -> !Json.terminating(now) && !WriteEffect.isOther(own, now))
                                .isEmpty())
                        .isPresent();
    }

    /** Takes back what was done, and ends in a state. */
    public void takeBack(OperationState then, String why) throws OperationSignals.Stopped {
        Optional<String> elsewhere = handover.takeBack();
        if (elsewhere.isPresent()) {
            host.say(elsewhere.get(), true);
            host.status(elsewhere.get());
            return;
        }
        host.append(new JournalRecord.Restoring(ledger.id(), tools.clock().instant(), then, why));
        // after the record, from which on nobody aborts or pauses it: a wish that came before would stop what it asked
        // for
        signals.go();
        Rollback back = runners().restorer(ledger, new Rollback.Progress() {
            @Override
            public void begun(int step) {
                host.append(new JournalRecord.Begun(ledger.id(), tools.clock().instant(), step, true));
            }

            @Override
            public void left(int step, int part) {
                host.append(new JournalRecord.Left(ledger.id(), tools.clock().instant(), step, part));
            }
        });
        List<String> problems = back.run();
        move(
                then,
                problems.isEmpty()
                        ? why + " " + back.outcome()
                        : Texts.of("StepExecutor.notRestored", why, String.join("; ", problems)));
    }

    private ClusterCalls calls() {
        return new ClusterCalls(gate, claims, signals, tools.timing(), host);
    }

    private StepRunners runners() {
        return new StepRunners(ledger, calls(), signals, tools, host);
    }

    /** Enters a state; at an end the marks are taken away. */
    public void move(OperationState state, String words) {
        host.status("");
        if (state.ended() && claims.isPresent()) {
            claims.get().release(calls());
        }
        host.append(new JournalRecord.Moved(ledger.id(), tools.clock().instant(), state, words));
        tidy();
    }

    /** Takes away what marks an operation that has ended left, again and again until none is left. Returns at once. */
    public void tidy() {
        claims.filter(_ -> ledger.state().ended() && !ledger.marksLeft().isEmpty())
                .ifPresent(own -> tidying.begin(() -> own.tidy(calls())));
    }

    /** The process ends: no mark is taken away any more. */
    public void stop() {
        tidying.stop();
    }
}
