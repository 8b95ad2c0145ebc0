// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.cluster.SessionIdentity;
import podium.core.failure.Defects;
import podium.core.failure.FailureText;
import podium.operation.FieldConflict;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.internal.gate.IdentityGuard;
import podium.operation.internal.journal.JournalException;
import podium.operation.internal.journal.JournalRecord;
import podium.operation.internal.journal.JournaledOperation;
import podium.operation.internal.run.EngineServices;
import podium.operation.internal.run.OperationSignals;
import podium.operation.internal.run.RunHost;
import podium.operation.internal.step.StepExecutor;
import podium.operation.texts.Texts;

/** One operation: its ledger, the thread that works on it while it runs, and the snapshot that others see. Any thread. */
final class OperationRun implements RunHost {
    private final EngineServices tools;
    private final Consumer<OperationRun> changed;
    private final JournaledOperation ledger;
    private final StepExecutor course;
    private final OperationSignals signals = new OperationSignals();
    private final IdentityGuard gate;
    private final Object guard = new Object();
    /** The work being done; null while there is none. Ends with the record of the outcome, so the next may start at once. */
    private @Nullable Work working;

    private boolean rollingBack;
    private boolean fresh;
    private volatile boolean refused;
    private String status = "";
    private String broken = "";
    private Optional<String> past = Optional.empty();
    private @Nullable OperationRun undoneBy;
    private volatile Operation snapshot;

    /** An operation read from the journal, or a {@code fresh} one that {@link #submit} follows at once. */
    OperationRun(JournaledOperation ledger, EngineServices tools, Consumer<OperationRun> changed, boolean fresh) {
        this.ledger = ledger;
        this.tools = tools;
        this.changed = changed;
        this.fresh = fresh;
        gate = new IdentityGuard(ledger, tools, signals, this);
        course = new StepExecutor(ledger, gate, signals, tools, this);
        snapshot = ledger.snapshot(shown(), words(), past);
    }

    Operation snapshot() {
        return snapshot;
    }

    JournaledOperation ledger() {
        return ledger;
    }

    /** Another operation takes this one back, and this one shows its state. False when one does already. */
    boolean undoneBy(OperationRun other) {
        synchronized (guard) {
            OperationRun before = undoneBy;
            if (before != null
                    && before != other
                    && before.snapshot().state() != OperationState.FAILED
                    && before.snapshot().state() != OperationState.ABORTED) {
                return false;
            }
            undoneBy = other;
        }
        refresh();
        return true;
    }

    /** Starts a new operation whose plan is not in the journal yet. */
    void submit(JournalRecord.Prepared prepared) {
        start(false, () -> {
            append(prepared);
            try {
                Optional<String> why = gate.begin();
                if (why.isEmpty()) {
                    why = course.claim();
                }
                if (why.isPresent()) {
                    course.move(OperationState.FAILED, Texts.of("OperationRun.nothingWasChanged", why.get()));
                    return;
                }
            } catch (OperationSignals.Stopped stopped) {
                if (!stopped.abort()) {
                    throw stopped;
                }
                course.move(OperationState.ABORTED, Texts.of("OperationRun.abortedByTheOperator"));
                return;
            }
            course.forward();
        });
    }

    /** Refuses it before it is recorded: it stands in the list as failed, as long as this process lives. */
    void refuse(String why) {
        refused = true;
        breaks(why);
        refresh();
    }

    /** Makes it history: its cluster ended with the Podium that simulated it. */
    void ends() {
        ends(Texts.of("OperationRun.itRanOnA"));
    }

    /** Makes it history, for a reason: it is shown, and nothing of it is ever run. */
    void ends(String why) {
        refused = true;
        past = Optional.of(why);
        if (!ledger.state().ended()) {
            breaks(past.get());
        }
        refresh();
    }

    /** Goes on to take away the marks that it left, unless it is history. */
    void tidy() {
        if (past.isEmpty()) {
            course.tidy();
        }
    }

    void pause() {
        synchronized (guard) {
            if (working == null || ledger.restoring() || ledger.state() == OperationState.PAUSED) {
                return;
            }
            signals.pause();
            status = Texts.of("OperationRun.pausedRequestsInFlight");
            moved(OperationState.PAUSED, Texts.of("OperationRun.pausedByTheOperator"));
        }
    }

    @Override
    public void pauses(String words) {
        synchronized (guard) {
            signals.pause();
            status = words;
            if (ledger.state() != OperationState.PAUSED) {
                moved(OperationState.PAUSED, words);
            }
        }
        refresh();
    }

    /** Goes on after a pause, or after the process that ran it ended. */
    void resume() {
        if (isActive()) {
            if (isPaused() && mayGoOn()) {
                synchronized (guard) {
                    if (ledger.state() == OperationState.PAUSED) {
                        moved(
                                ledger.restoring() ? OperationState.UNDOING : OperationState.RUNNING,
                                Texts.of("OperationRun.resumed"));
                        signals.resume();
                    }
                }
            }
        } else if (!ledger.state().ended()) {
            start(false, this::goOn);
        }
    }

    private void goOn() throws OperationSignals.Stopped {
        try {
            if (!isOpen()) {
                return;
            }
        } catch (OperationSignals.Stopped stopped) {
            if (!stopped.abort()) {
                throw stopped;
            }
            rollBack();
            return;
        }
        if (ledger.restoring()) {
            course.takeBack(ledger.restoringTo(), Texts.of("OperationRun.continuingToRestoreWhat"));
        } else {
            course.move(OperationState.RUNNING, Texts.of("OperationRun.resumedAfterPodiumHad"));
            course.forward();
        }
    }

    /** Stops it and restores what was before, which is not aborted itself; also takes back what a failed one left. */
    void abort() {
        boolean settled = isActive() && isPaused() && !isRestoring() && !mayGoOn();
        synchronized (guard) {
            if (working != null && !settled && !isRestoring()) {
                signals.abort();
            }
            settled |= working != null;
        }
        if (!settled
                && (ledger.state() == OperationState.FAILED
                        || snapshot().canRollBack()
                        || !ledger.state().ended())) {
            start(true, this::rollBack);
        }
    }

    private void rollBack() throws OperationSignals.Stopped {
        signals.go();
        if (ledger.isUntouched() && ledger.session().isEmpty()) {
            moved(OperationState.ABORTED, Texts.of("OperationRun.givenUpByThe"));
        } else if (isOpen()) {
            course.takeBack(OperationState.ABORTED, Texts.of("OperationRun.rolledBackByThe"));
        }
    }

    /** Why nothing of it may be sent now: another cluster answers, as another person, or it is locked. Blocks. */
    Optional<String> barred() {
        return gate.why();
    }

    /** The way to its cluster, where that is free; blocks. */
    Optional<IdentityGuard.Link> link() {
        return gate.linkNow();
    }

    private boolean mayGoOn() {
        Optional<String> why = gate.why();
        why.ifPresent(this::tell);
        return why.isEmpty();
    }

    private void tell(String why) {
        say(Texts.of("OperationRun.nothingWasSent", why), true);
        status(Texts.of("OperationRun.nothingWasSent", why));
    }

    /** The process ends: leave everything as it is; the journal knows how far it came. */
    void stop() {
        signals.stop();
        course.stop();
    }

    private boolean isActive() {
        synchronized (guard) {
            return working != null;
        }
    }

    private boolean isPaused() {
        return ledger.state() == OperationState.PAUSED;
    }

    private boolean isRestoring() {
        synchronized (guard) {
            return rollingBack || ledger.restoring();
        }
    }

    /** An interrupted operation waits until its cluster and person are there again, unlocked, and nobody else is at work there. */
    private boolean isOpen() throws OperationSignals.Stopped {
        Optional<String> why = ledger.isUntouched() ? gate.begin() : gate.why();
        if (why.isEmpty()) {
            why = course.claim();
        }
        why.ifPresent(this::tell);
        return why.isEmpty();
    }

    private interface Work {
        void run() throws OperationSignals.Stopped;
    }

    /** Begins the work unless another is being done: whoever comes second finds it begun. */
    private void start(boolean back, Work work) {
        synchronized (guard) {
            if (working != null || refused) {
                return;
            }
            broken = "";
            signals.go();
            working = work;
            rollingBack = back;
            fresh = false;
        }
        refresh();
        tools.threads().execute(() -> {
            try {
                work.run();
            } catch (OperationSignals.Stopped e) {
                status("");
            } catch (JournalException e) {
                breaks(Texts.of("OperationRun.theJournalCannotBe", FailureText.of(e)));
            } catch (RuntimeException | Error e) {
                // an Error too: a thread that ends without a word leaves an operation that seems to run
                breaks(Texts.of("OperationRun.itStoppedNothingFurther", FailureText.sentence(e)));
                Defects.tell(Texts.of("OperationRun.anOperation"), e);
            } finally {
                synchronized (guard) {
                    working = working == work ? null : working;
                }
                refresh();
                if (signals.isAborted() && ledger.state() == OperationState.FAILED) {
                    abort(); // it failed before it heard of the abort
                }
            }
        });
    }

    private void breaks(String why) {
        synchronized (guard) {
            broken = why;
        }
    }

    @Override
    public void identified(SessionIdentity session, boolean simulated) {
        append(new JournalRecord.Identified(ledger.id(), tools.clock().instant(), session, simulated));
    }

    @Override
    public void moved(OperationState state, String words) {
        append(new JournalRecord.Moved(ledger.id(), tools.clock().instant(), state, words));
    }

    @Override
    public void say(String text, boolean problem) {
        append(new JournalRecord.LogLine(ledger.id(), tools.clock().instant(), text, problem));
    }

    @Override
    public void conflict(List<FieldConflict> fields) {
        if (!fields.isEmpty()) {
            append(new JournalRecord.Conflicted(ledger.id(), tools.clock().instant(), fields));
        }
    }

    @Override
    public void done(int step, int part, boolean restoring, String uid) {
        append(new JournalRecord.Done(ledger.id(), tools.clock().instant(), step, part, restoring, uid));
    }

    @Override
    public void status(String words) {
        synchronized (guard) {
            status = words;
        }
        refresh();
    }

    /** First the journal, then the ledger: what is shown is on the disk. */
    @Override
    public void append(JournalRecord entry) {
        synchronized (guard) {
            try {
                tools.journal().append(entry);
            } catch (IOException e) {
                throw new JournalException(e);
            }
            if (!(entry instanceof JournalRecord.Prepared)) {
                ledger.apply(entry);
            }
            working = ledger.state().ended() ? null : working;
        }
        refresh();
    }

    private OperationState shown() {
        if (!broken.isEmpty()) {
            return OperationState.FAILED;
        }
        OperationState state = ledger.state();
        OperationRun other = undoneBy;
        if (state == OperationState.DONE && other != null) {
            OperationState its = other.snapshot().state();
            return its == OperationState.DONE
                    ? OperationState.UNDONE
                    : its.ended() ? OperationState.DONE : OperationState.UNDOING;
        }
        return working != null || fresh || state.ended() ? state : OperationState.INTERRUPTED;
    }

    private String words() {
        if (!broken.isEmpty()) {
            return broken;
        }
        return shown() == OperationState.INTERRUPTED && status.isEmpty() ? ledger.interrupted() : status;
    }

    void refresh() {
        synchronized (guard) {
            snapshot = ledger.snapshot(shown(), words(), past);
        }
        changed.accept(this);
    }
}
