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
import java.util.stream.IntStream;
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

    /** What a record is about: a step, or a part of it, forward or taken back. */
    private record Key(int step, int part, boolean restoring) {}

    private final JournalRecord.Prepared prepared;
    private final Set<Key> done = ConcurrentHashMap.newKeySet();
    private final Set<Key> left = ConcurrentHashMap.newKeySet();
    private final Map<Key, String> uids = new ConcurrentHashMap<>();
    private final Map<Key, String> pins = new ConcurrentHashMap<>();
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
    private Optional<String> over = Optional.empty();
    private Instant last;

    public JournaledOperation(JournalRecord.Prepared prepared) {
        this.prepared = prepared;
        last = prepared.at();
    }

    /** Takes the next record in. */
    public void apply(JournalRecord entry) {
        if (entry instanceof JournalRecord.Moved(var _, Instant at, OperationState then, String why)
                && then == OperationState.UNDONE) {
            // it stays as it ended, which is when
            state = then;
            over = Optional.of(why);
            log(at, why, false);
            return;
        }
        last = entry.at();
        switch (entry) {
            case JournalRecord.Prepared again -> log(again.at(), Texts.of("JournaledOperation.recordedTwice"), true);
            case JournalRecord.Begun step -> begin(step);
            case JournalRecord.Done step -> {
                Key key = new Key(step.step(), step.part(), step.restoring());
                done.add(key);
                if (!step.uid().isEmpty()) {
                    uids.put(key, step.uid());
                }
            }
            case JournalRecord.Left part -> {
                // it has been judged, like one that was taken back
                Key key = new Key(part.step(), part.part(), true);
                done.add(key);
                left.add(key);
            }
            case JournalRecord.Ran pods -> ran.add(pods);
            case JournalRecord.MarksLeft marks -> marksLeft = marks.objects();
            case JournalRecord.LeftWith left -> writers.put(left.path(), Set.copyOf(left.writers()));
            case JournalRecord.Identified identified -> begunAs = Optional.of(identified);
            case JournalRecord.Pinned pinned ->
                pins.put(new Key(pinned.step(), pinned.part(), pinned.restoring()), pinned.uid());
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
        return Optional.ofNullable(pins.get(new Key(step, part, back)));
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
        return done.contains(new Key(step, part, back));
    }

    /** Uid of what a write made or changed; empty when not known. */
    public Optional<String> uid(int step, int part) {
        return Optional.ofNullable(uids.get(new Key(step, part, false)));
    }

    /** Uid of the object that the steps before one wrote at a path and left there; empty: none, or not known. */
    public Optional<String> uidBefore(String path, int step) {
        return written().reversed().stream()
                .filter(one -> one.step() < step && one.write().target().path().equals(path))
                .filter(one -> isDone(one.step(), one.part(), false))
                .findFirst()
                .filter(one -> one.write().verb() != ApiWrite.Verb.DELETE)
                .flatMap(one -> uid(one.step(), one.part()));
    }

    /** Uid of the object that this operation wrote at a path, as last answered. */
    public Optional<String> uidAt(String path) {
        return written().reversed().stream()
                .filter(one -> one.write().target().path().equals(path))
                .flatMap(one -> uid(one.step(), one.part()).stream())
                .findFirst();
    }

    /** The uids of what it made, as far as the server answered them. */
    public Set<String> made() {
        return Step.writes(plan().steps())
                .filter(write -> write.verb() == ApiWrite.Verb.CREATE)
                .flatMap(write -> uidAt(write.target().path()).stream())
                .collect(Collectors.toSet());
    }

    /** The number by which the journal knows a part of a step: its index, where the step has parts. */
    public static int part(Step step, int index) {
        return step instanceof Step.Write || step instanceof Step.Await ? JournalRecord.WHOLE : index;
    }

    /** A write of the plan, with the numbers by which the journal knows it. */
    public record Part(int step, int part, ApiWrite write) {}

    /** All that the plan writes, in its order. */
    public List<Part> written() {
        List<Part> all = new ArrayList<>();
        for (int at = 0; at < plan().steps().size(); at++) {
            Step step = plan().steps().get(at);
            for (int index = 0; index < step.writes().size(); index++) {
                all.add(new Part(at, part(step, index), step.writes().get(index).write()));
            }
        }
        return all;
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
            for (int part = 0; part < step.parts(); part++) {
                int number = part(step, part);
                count += (isDone(i) || isDone(i, number, false)) && !isDone(i, number, true) ? 1 : 0;
            }
        }
        return count;
    }

    private StepProgress progress(int at) {
        Step step = plan().steps().get(at);
        int through = 0;
        int back = 0;
        int stays = 0;
        for (int part = 0; part < step.parts(); part++) {
            int number = part(step, part);
            boolean did = isDone(at) || isDone(at, number, false);
            through += did ? 1 : 0;
            boolean stands = left.contains(new Key(at, number, true));
            back += did && isDone(at, number, true) && !stands ? 1 : 0;
            stays += did && stands ? 1 : 0;
        }
        return new StepProgress(step.parts(), through, back, stays);
    }

    /** The snapshot, with what it does now in words. */
    public Operation snapshot(OperationState shown, String status, Optional<String> past) {
        int total = plan().steps().stream().mapToInt(Step::parts).sum();
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
                IntStream.range(0, plan().steps().size())
                        .mapToObj(this::progress)
                        .toList(),
                marksLeft,
                over);
    }
}
