// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import podium.core.operation.Step;
import podium.core.port.ApiWrite;

/**
 * Takes back what an operation did, last write first. A write that may or may not have been sent is judged by the object as it is
 * now. What somebody else has changed since is left as it is, and told.
 */
final class Restorer {
    /** Records that the taking back of a step begins. */
    interface Marks {
        void begun(int step);
    }

    /** Takes the parts of a barrier back beside each other: the sooner a half released gang is held again, the less it runs. */
    interface Together {
        void run(int parts, Part work) throws Signals.Stopped;
    }

    /** Takes one part back. */
    interface Part {
        void run(int part) throws Signals.Stopped;
    }

    private final Ledger ledger;
    private final Together together;
    private final WriteRunner writes;
    private final Calls calls;
    private final RunHost host;
    private final Marks marks;

    Restorer(Ledger ledger, WriteRunner writes, Calls calls, RunHost host, Together together, Marks marks) {
        this.ledger = ledger;
        this.writes = writes;
        this.calls = calls;
        this.host = host;
        this.together = together;
        this.marks = marks;
    }

    /** True when all steps begun so far can be taken back by their writes' undo. */
    static boolean isReversible(Ledger ledger) {
        List<Step> steps = ledger.plan().steps();
        for (int i = 0; i < steps.size(); i++) {
            if (ledger.isBegun(i)
                    && (steps.get(i) instanceof Step.EvictAll
                            || Ledger.writes(steps.get(i)).stream()
                                    .anyMatch(write -> write.undo().isEmpty()))) {
                return false;
            }
        }
        return true;
    }

    /** True for a step that changes something. */
    static boolean isWrite(Step step) {
        return !(step instanceof Step.Await);
    }

    /** Returns what could not be restored, in words; empty: all of it was. */
    List<String> run() throws Signals.Stopped {
        List<String> problems = Collections.synchronizedList(new ArrayList<>());
        List<Step> steps = ledger.plan().steps();
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (!ledger.isBegun(i)) {
                continue;
            }
            if (steps.get(i) instanceof Step.EvictAll evict) {
                reportEvicted(evict, i, problems);
            }
            int step = i;
            List<Step.Write> parts = Ledger.writes(steps.get(i));
            if (steps.get(i) instanceof Step.Barrier) {
                together.run(parts.size(), part -> restore(parts.get(part), step, part, problems));
            } else if (!parts.isEmpty()) {
                restore(parts.getFirst(), step, JournalRecord.WHOLE, problems);
            }
        }
        return problems;
    }

    private void restore(Step.Write write, int step, int mark, List<String> problems) throws Signals.Stopped {
        if (ledger.isDone(step, mark, true)) {
            return;
        }
        if (wasApplied(write, step, mark)) {
            takeBack(write, step, mark, problems);
        }
        // Also where there was nothing to take back: judged again after a crash, it could look otherwise.
        host.done(step, mark, true, "");
    }

    private void reportEvicted(Step.EvictAll evict, int step, List<String> problems) {
        long gone = 0;
        for (int part = 0; part < evict.victims().size(); part++) {
            gone += ledger.isDone(step, part, false) ? 1 : 0;
        }
        if (gone > 0) {
            problems.add(Words.count(gone, "pod") + " had been evicted; they do not come back here by themselves");
        }
    }

    private boolean wasApplied(Step.Write write, int step, int part) throws Signals.Stopped {
        if (ledger.isDone(step, part, false)) {
            return true;
        }
        Optional<JsonNode> found = calls.read(write.write().target());
        return Effect.of(write.write(), found) == Effect.APPLIED;
    }

    private void takeBack(Step.Write write, int step, int part, List<String> problems) throws Signals.Stopped {
        if (write.undo().isEmpty()) {
            problems.add(write.words() + ": cannot be taken back");
            return;
        }
        ApiWrite undo = withUid(write.undo().get(), ledger.uid(step, part));
        host.status("Restoring: " + undo.words());
        marks.begun(step);
        try {
            writes.run(new Step.Write(undo, Optional.of(write.write())));
            host.say(undo.words(), false);
        } catch (StepFailed e) {
            host.conflict(e.conflicts());
            problems.add(undo.words() + " failed: " + e.words());
            host.say(undo.words() + " failed: " + e.words(), true);
        }
    }

    /** What was created is deleted by the uid it got, never by name alone. */
    static ApiWrite withUid(ApiWrite write, Optional<String> uid) {
        return write.verb() != ApiWrite.Verb.DELETE || write.uid().isPresent() || uid.isEmpty()
                ? write
                : new ApiWrite(
                        write.verb(),
                        write.target(),
                        write.subresource(),
                        write.body(),
                        uid,
                        write.resourceVersion(),
                        write.words());
    }
}
