// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.operation;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.ClusterId;
import podium.core.operation.FieldConflict;
import podium.core.operation.Operation;
import podium.core.operation.OperationState;
import podium.core.operation.Step;
import podium.core.port.ClusterConnection;
import podium.core.port.ObjectReader;
import podium.core.port.ObjectWriter;

/** One operation: its ledger, the thread that works on it while it runs, and the snapshot that others see. Any thread. */
final class OperationRun implements RunHost {
    /** What a run works with; shared by all operations of an engine. */
    record Tools(
            RecordSink journal,
            Function<ClusterId, Optional<ClusterConnection>> connections,
            Function<ClusterId, Optional<String>> locked,
            ExecutorService threads,
            Timing timing,
            InstantSource clock,
            Optional<String> holder,
            Consumer<OperationRun> changed) {}

    /** Where records go. */
    interface RecordSink {
        void append(JournalRecord entry) throws IOException;
    }

    private final Tools tools;
    private final Ledger ledger;
    private final Optional<Claims> claims;
    private final Signals signals = new Signals();
    private final Object guard = new Object();
    /** The work being done; null while there is none. Ends with the record of the outcome, so the next may start at once. */
    private @Nullable Work working;

    private boolean fresh;
    private volatile boolean refused;
    private String status = "";
    private String broken = "";
    private @Nullable OperationRun undoneBy;
    private volatile Operation snapshot;

    /** An operation read from the journal, or a {@code fresh} one that {@link #submit} follows at once. */
    OperationRun(Ledger ledger, Tools tools, boolean fresh) {
        this.ledger = ledger;
        this.tools = tools;
        this.fresh = fresh;
        claims = tools.holder().map(holder -> new Claims(ledger, holder, tools.clock(), this));
        snapshot = ledger.snapshot(shown(), words());
    }

    Operation snapshot() {
        return snapshot;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Another operation takes this one back; this one shows its state. */
    void undoneBy(OperationRun other) {
        synchronized (guard) {
            undoneBy = other;
        }
        refresh();
    }

    /** Starts a new operation whose plan is not in the journal yet. */
    void submit(JournalRecord.Prepared prepared) {
        work(() -> {
            append(prepared);
            if (connection().isEmpty()) {
                move(OperationState.FAILED, "The cluster is not open; nothing was sent.");
                return;
            }
            Optional<String> held = claim();
            if (held.isPresent()) {
                move(OperationState.FAILED, held.get() + " Nothing was changed.");
                return;
            }
            forward();
        });
    }

    /** Refuses it before it is recorded: it stands in the list as failed, as long as this process lives. */
    void refuse(String why) {
        refused = true;
        breaks(why);
        refresh();
    }

    void pause() {
        synchronized (guard) {
            if (working == null || ledger.restoring() || ledger.state() == OperationState.PAUSED) {
                return;
            }
            signals.pause();
            status = "Paused. Requests on their way are still answered; nothing further is sent.";
        }
        moved(OperationState.PAUSED, "Paused by the operator.");
    }

    /** Goes on after a pause, or after the process that ran it ended. */
    void resume() {
        if (isActive()) {
            if (ledger.state() == OperationState.PAUSED) {
                moved(OperationState.RUNNING, "Resumed.");
            }
            signals.go();
        } else if (!ledger.state().ended()) {
            start(() -> {
                if (!isOpen()) {
                    return;
                }
                if (ledger.restoring()) {
                    takeBack(ledger.restoringTo(), "Going on to restore what was before.");
                } else {
                    move(OperationState.RUNNING, "Resumed after Podium had ended in the middle.");
                    forward();
                }
            });
        }
    }

    /** Stops it and restores what was before; also takes back what a failed one left. */
    void abort() {
        if (isActive()) {
            if (!ledger.restoring()) {
                signals.abort();
            }
        } else if (ledger.state() == OperationState.FAILED || !ledger.state().ended()) {
            start(() -> {
                if (isOpen()) {
                    takeBack(OperationState.ABORTED, "Rolled back by the operator.");
                }
            });
        }
    }

    /** The process ends: leave everything as it is; the journal knows how far it came. */
    void stop() {
        signals.stop();
    }

    private boolean isActive() {
        synchronized (guard) {
            return working != null;
        }
    }

    /** An interrupted operation waits until its cluster is open and unlocked again, and nobody else is at work there. */
    private boolean isOpen() throws Signals.Stopped {
        ClusterId cluster = ledger.plan().cluster();
        Optional<String> why = connection().isEmpty()
                ? Optional.of("Open the cluster " + cluster + " first.")
                : tools.locked().apply(cluster);
        if (why.isEmpty()) {
            why = claim();
        }
        why.ifPresent(this::status);
        return why.isEmpty();
    }

    /** Marks what the operation changes; why that cannot be: somebody else's operation is there. Empty: it is marked. */
    private Optional<String> claim() throws Signals.Stopped {
        if (claims.isPresent()) {
            try {
                claims.get().take(calls());
            } catch (StepFailed e) {
                return Optional.of(e.words());
            }
        }
        return Optional.empty();
    }

    private interface Work {
        void run() throws Signals.Stopped;
    }

    private void start(Work work) {
        synchronized (guard) {
            if (working != null || refused) {
                return;
            }
            broken = "";
            signals.go();
        }
        work(work);
    }

    private void work(Work work) {
        synchronized (guard) {
            working = work;
            fresh = false;
        }
        refresh();
        tools.threads().execute(() -> {
            try {
                work.run();
            } catch (Signals.Stopped e) {
                status("");
            } catch (JournalBroken e) {
                breaks("The journal cannot be written: " + e.getMessage()
                        + ". Nothing further was sent; the next start of Podium offers to go on or to roll back.");
            } catch (RuntimeException e) {
                breaks("Stopped by a defect of Podium: " + e);
            } finally {
                leave(work);
                refresh();
            }
        });
    }

    private void leave(Work work) {
        synchronized (guard) {
            working = working == work ? null : working;
        }
    }

    private void breaks(String why) {
        synchronized (guard) {
            broken = why;
        }
    }

    private void forward() throws Signals.Stopped {
        List<Step> steps = ledger.plan().steps();
        int at = 0;
        try {
            for (; at < steps.size(); at++) {
                if (!ledger.isDone(at)) {
                    signals.checkpoint();
                    append(new JournalRecord.Begun(ledger.id(), tools.clock().instant(), at, false));
                    status(steps.get(at).words());
                    String uid = runners().run(steps.get(at), at, ledger);
                    done(at, JournalRecord.WHOLE, false, uid);
                    say("Done: " + steps.get(at).words(), false);
                }
            }
            Duration took = Duration.between(ledger.started(), tools.clock().instant());
            move(OperationState.DONE, ledger.plan().title() + ": done in " + Words.time(took) + ".");
        } catch (Signals.Stopped stopped) {
            if (!stopped.abort()) {
                throw stopped;
            }
            takeBack(OperationState.ABORTED, "Aborted by the operator.");
        } catch (StepFailed failed) {
            conflict(failed.conflicts());
            failed(failed.words(), at);
        }
    }

    /**
     * A half-done change is taken back where all of it can be. Where only the wait for the outcome failed, or something cannot be
     * taken back, what was done stays and the operator decides.
     */
    private void failed(String why, int at) throws Signals.Stopped {
        boolean half = ledger.plan().steps().stream().skip(at).anyMatch(step -> !(step instanceof Step.Await));
        boolean something = ledger.plan().steps().stream().limit(at + 1L).anyMatch(Restorer::isWrite);
        if (half && something && Restorer.isReversible(ledger)) {
            takeBack(OperationState.FAILED, why);
        } else {
            move(OperationState.FAILED, why + (something ? " What was done so far stays until you roll it back." : ""));
        }
    }

    private void takeBack(OperationState then, String why) throws Signals.Stopped {
        signals.go();
        append(new JournalRecord.Restoring(ledger.id(), tools.clock().instant(), then, why));
        List<String> problems = runners()
                .restorer(
                        ledger,
                        step -> append(new JournalRecord.Begun(
                                ledger.id(), tools.clock().instant(), step, true)))
                .run();
        move(
                then,
                problems.isEmpty()
                        ? why + " What was before is restored."
                        : why + " Not restored: " + String.join("; ", problems) + ".");
    }

    private Optional<ClusterConnection> connection() {
        return tools.connections().apply(ledger.plan().cluster());
    }

    private Calls calls() {
        ClusterConnection connection =
                connection().orElseThrow(() -> new IllegalStateException("the cluster was closed"));
        ObjectWriter writer = connection
                .capability(ObjectWriter.class)
                .orElseThrow(() -> new IllegalStateException("this connection does not write"));
        ObjectReader reader = connection
                .capability(ObjectReader.class)
                .orElseThrow(() -> new IllegalStateException("this connection does not read objects"));
        return new Calls(writer, reader, claims, signals, tools.timing(), this);
    }

    private StepRunners runners() {
        return new StepRunners(calls(), signals, tools, this);
    }

    private void move(OperationState state, String words) {
        status("");
        if (state.ended() && claims.isPresent() && connection().isPresent()) {
            claims.get().release(calls());
        }
        append(new JournalRecord.Moved(ledger.id(), tools.clock().instant(), state, words));
    }

    @Override
    public void moved(OperationState state, String words) {
        append(new JournalRecord.Moved(ledger.id(), tools.clock().instant(), state, words));
    }

    @Override
    public void say(String text, boolean problem) {
        append(new JournalRecord.Said(ledger.id(), tools.clock().instant(), text, problem));
    }

    @Override
    public void conflict(List<FieldConflict> fields) {
        if (fields.isEmpty()) {
            return;
        }
        append(new JournalRecord.Conflicted(ledger.id(), tools.clock().instant(), fields));
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
    private void append(JournalRecord entry) {
        synchronized (guard) {
            try {
                tools.journal().append(entry);
            } catch (IOException e) {
                throw new JournalBroken(e);
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
        return shown() == OperationState.INTERRUPTED && status.isEmpty()
                ? "Podium ended in the middle. Resume it, or roll it back."
                : status;
    }

    void refresh() {
        synchronized (guard) {
            snapshot = ledger.snapshot(shown(), words());
        }
        tools.changed().accept(this);
    }
}
