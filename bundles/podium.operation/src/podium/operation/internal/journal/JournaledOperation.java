// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.cluster.SessionIdentity;
import podium.operation.FieldConflict;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.StepProgress;
import podium.operation.approval.Approval;
import podium.operation.plan.FieldWriter;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/**
 * All that is known of one operation: the fold of its journal records. A running operation keeps the same ledger as one read
 * back from the disk, so what a restart finds is what was there. Changed by its operation only, under its guard; done parts and uids are
 * read beside that.
 */
public final class JournaledOperation {
    /** Log lines kept for the screen; the journal keeps them all. */
    private static final int LINES = 500;

    /** A step, or a part of it, forward or taken back. */
    private record Mark(int step, int part, boolean restoring) {}

    private final JournalRecord.Prepared prepared;
    private final Set<Mark> done = ConcurrentHashMap.newKeySet();
    private final Set<Mark> left = ConcurrentHashMap.newKeySet();
    private final Map<Mark, String> uids = new ConcurrentHashMap<>();
    private final Map<Mark, String> pins = new ConcurrentHashMap<>();
    private volatile Optional<JournalRecord.Identified> begunAs = Optional.empty();
    private final TreeSet<Integer> begun = new TreeSet<>();
    private final Set<Integer> begunBack = ConcurrentHashMap.newKeySet();
    private final List<Operation.LogLine> log = new ArrayList<>();
    private final List<JournalRecord.Ran> ran = new CopyOnWriteArrayList<>();
    private List<FieldConflict> conflicts = List.of();
    private final Map<String, Set<FieldWriter>> writers = new ConcurrentHashMap<>();
    private volatile List<ObjectRef> marksLeft = List.of();
    private OperationState state = OperationState.PREPARED;
    private boolean restoring;
    private boolean takenBack;
    private OperationState restoringTo = OperationState.ABORTED;
    private String words = "";
    private Instant last;

    public JournaledOperation(JournalRecord.Prepared prepared) {
        this.prepared = prepared;
        last = prepared.at();
    }

    /** Takes the next record in. */
    public void apply(JournalRecord entry) {
        last = entry.at();
        switch (entry) {
            case JournalRecord.Prepared again -> log(again.at(), Texts.of("JournaledOperation.recordedTwice"), true);
            case JournalRecord.Begun step -> begin(step);
            case JournalRecord.Done step -> {
                Mark mark = new Mark(step.step(), step.part(), step.restoring());
                done.add(mark);
                if (!step.uid().isEmpty()) {
                    uids.put(mark, step.uid());
                }
            }
            case JournalRecord.Left part -> {
                // it has been judged, like one that was taken back
                Mark mark = new Mark(part.step(), part.part(), true);
                done.add(mark);
                left.add(mark);
            }
            case JournalRecord.Ran pods -> ran.add(pods);
            case JournalRecord.MarksLeft marks -> marksLeft = marks.objects();
            case JournalRecord.LeftWith left -> writers.put(left.path(), Set.copyOf(left.writers()));
            case JournalRecord.Identified identified -> begunAs = Optional.of(identified);
            case JournalRecord.Pinned pinned ->
                pins.put(new Mark(pinned.step(), pinned.part(), pinned.restoring()), pinned.uid());
            case JournalRecord.Restoring back -> {
                state = OperationState.UNDOING;
                restoring = true;
                takenBack = true;
                restoringTo = back.then();
                log(back.at(), back.words(), false);
            }
            case JournalRecord.Moved moved -> {
                state = moved.state();
                words = moved.words();
                restoring &= !state.ended();
                log(moved.at(), words, state == OperationState.FAILED);
            }
            case JournalRecord.Conflicted conflicted -> conflicts = conflicted.fields();
            case JournalRecord.LogLine said -> log(said.at(), said.text(), said.problem());
        }
    }

    private void begin(JournalRecord.Begun step) {
        if (step.restoring()) {
            begunBack.add(step.step());
        } else {
            begun.add(step.step());
        }
        if (state == OperationState.PREPARED) {
            state = OperationState.RUNNING;
        }
    }

    private void log(Instant at, String text, boolean problem) {
        if (text.isEmpty()) {
            return;
        }
        if (log.size() >= LINES) {
            log.remove(0);
        }
        log.add(new Operation.LogLine(at, text, problem));
    }

    public String id() {
        return prepared.operation();
    }

    public Plan plan() {
        return prepared.plan();
    }

    public Optional<String> undoes() {
        return prepared.undoes();
    }

    /** Where and as whom it was begun; empty: not known, as in journals of an older Podium. */
    public Optional<SessionIdentity> session() {
        return begunAs.map(JournalRecord.Identified::session);
    }

    /** True when no step of it was begun, in its process or one that ended: at most its marks were sent. */
    public boolean isUntouched() {
        return begun.isEmpty() && !takenBack && done.isEmpty();
    }

    /** What a second person said to it, if that was asked for. */
    public Optional<Approval> approval() {
        return prepared.approval();
    }

    /** True when it ran on a simulated cluster. */
    public boolean isSimulated() {
        return begunAs.filter(JournalRecord.Identified::simulated).isPresent();
    }

    /** Uid of the object that a part of a step deletes, as found out before it was sent; empty: not found out yet. */
    public Optional<String> pin(int step, int part, boolean back) {
        return Optional.ofNullable(pins.get(new Mark(step, part, back)));
    }

    public Instant started() {
        return prepared.at();
    }

    /** What still carries its mark although it has ended; it is tried again to take that away. */
    public List<ObjectRef> marksLeft() {
        return marksLeft;
    }

    /** Who had written something of the object at a path when this ended with it, or else began; empty: not known. */
    public Optional<Set<FieldWriter>> writers(String path) {
        return Optional.ofNullable(writers.get(path));
    }

    /** Which pods ran when it sent what may have ended them, in the order of that. */
    public List<JournalRecord.Ran> ran() {
        return ran;
    }

    /** When its last record was written. */
    public Instant last() {
        return last;
    }

    public OperationState state() {
        return state;
    }

    /** True when the operation is being taken back and that has not ended. */
    public boolean restoring() {
        return restoring;
    }

    /** What is to be done with it when its Podium ended before it did, in words. */
    public String interrupted() {
        return restoring
                ? Texts.of("JournaledOperation.podiumEndedWhileIt")
                : Texts.of("JournaledOperation.podiumEndedInThe");
    }

    /** The state it ends in when it has been taken back. */
    public OperationState restoringTo() {
        return restoringTo;
    }

    public boolean isBegun(int step) {
        return begun.contains(step);
    }

    /** True when something may have been sent to take a step back. */
    public boolean isBegunBack(int step) {
        return begunBack.contains(step);
    }

    public boolean isDone(int step) {
        return isDone(step, JournalRecord.WHOLE, false);
    }

    public boolean isDone(int step, int part, boolean back) {
        return done.contains(new Mark(step, part, back));
    }

    /** Uid of what a write made or changed; empty when not known. */
    public Optional<String> uid(int step, int part) {
        return Optional.ofNullable(uids.get(new Mark(step, part, false)));
    }

    /** Uid of the object that the steps before one wrote at a path and left there; empty: none, or not known. */
    public Optional<String> uidBefore(String path, int step) {
        for (int i = step - 1; i >= 0; i--) {
            List<Step.Write> writes = writes(plan().steps().get(i));
            for (int part = 0; part < writes.size(); part++) {
                int mark = plan().steps().get(i) instanceof Step.Write ? JournalRecord.WHOLE : part;
                ApiWrite write = writes.get(part).write();
                if (write.target().path().equals(path) && isDone(i, mark, false)) {
                    return write.verb() == ApiWrite.Verb.DELETE ? Optional.empty() : uid(i, mark);
                }
            }
        }
        return Optional.empty();
    }

    /** Uid of the object that this operation wrote at a path, as last answered. */
    public Optional<String> uidAt(String path) {
        for (int i = plan().steps().size() - 1; i >= 0; i--) {
            List<Step.Write> writes = writes(plan().steps().get(i));
            for (int part = 0; part < writes.size(); part++) {
                int mark = plan().steps().get(i) instanceof Step.Write ? JournalRecord.WHOLE : part;
                if (writes.get(part).write().target().path().equals(path)
                        && uid(i, mark).isPresent()) {
                    return uid(i, mark);
                }
            }
        }
        return Optional.empty();
    }

    /** The uids of what it made, as far as the server answered them. */
    public Set<String> made() {
        return plan().steps().stream()
                .flatMap(step -> writes(step).stream())
                .map(Step.Write::write)
                .filter(write -> write.verb() == ApiWrite.Verb.CREATE)
                .flatMap(write -> uidAt(write.target().path()).stream())
                .collect(Collectors.toSet());
    }

    /** The writes of a step that can be taken back one by one. */
    public static List<Step.Write> writes(Step step) {
        return switch (step) {
            case Step.Write write -> List.of(write);
            case Step.Barrier barrier -> barrier.writes();
            case Step.Await _, Step.EvictAll _ -> List.of();
        };
    }

    /** True when a step or part was done and not taken back. */
    public boolean hasDone() {
        return doneCount() > 0;
    }

    /** Steps and parts done and not taken back. */
    private int doneCount() {
        int count = 0;
        for (int i = 0; i < plan().steps().size(); i++) {
            Step step = plan().steps().get(i);
            if (step instanceof Step.Await) {
                count += isDone(i) && !takenBack ? 1 : 0;
                continue;
            }
            for (int part = 0; part < parts(step); part++) {
                int mark = step instanceof Step.Write ? JournalRecord.WHOLE : part;
                count += (isDone(i) || isDone(i, mark, false)) && !isDone(i, mark, true) ? 1 : 0;
            }
        }
        return count;
    }

    private StepProgress progress(int at) {
        Step step = plan().steps().get(at);
        int through = 0;
        int back = 0;
        int stays = 0;
        for (int part = 0; part < parts(step); part++) {
            int mark = step instanceof Step.Write || step instanceof Step.Await ? JournalRecord.WHOLE : part;
            boolean did = isDone(at) || isDone(at, mark, false);
            through += did ? 1 : 0;
            boolean stands = left.contains(new Mark(at, mark, true));
            back += did && isDone(at, mark, true) && !stands ? 1 : 0;
            stays += did && stands ? 1 : 0;
        }
        return new StepProgress(parts(step), through, back, stays);
    }

    private static int parts(Step step) {
        return switch (step) {
            case Step.Barrier barrier -> barrier.writes().size();
            case Step.EvictAll evict -> evict.victims().size();
            case Step.Write _, Step.Await _ -> 1;
        };
    }

    /** The snapshot, with what it does now in words. */
    public Operation snapshot(OperationState shown, String status, Optional<String> past) {
        int total = plan().steps().stream().mapToInt(JournaledOperation::parts).sum();
        boolean ended = shown.ended();
        return new Operation(
                id(),
                plan(),
                shown,
                started(),
                ended ? Optional.of(last) : Optional.empty(),
                doneCount(),
                total,
                status,
                ended ? Optional.of(words.isEmpty() ? status : words) : Optional.empty(),
                List.copyOf(log),
                conflicts,
                session(),
                past,
                java.util.stream.IntStream.range(0, plan().steps().size())
                        .mapToObj(this::progress)
                        .toList(),
                marksLeft);
    }
}
