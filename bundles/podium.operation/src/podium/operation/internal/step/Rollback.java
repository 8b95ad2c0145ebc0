// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import podium.core.api.ApiWrite;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.core.text.Counted;
import podium.operation.internal.gate.ClusterCalls;
import podium.operation.internal.journal.JournalRecord;
import podium.operation.internal.journal.JournaledOperation;
import podium.operation.internal.run.EngineTiming;
import podium.operation.internal.run.OperationSignals;
import podium.operation.internal.run.RunHost;
import podium.operation.internal.run.StepFailed;
import podium.operation.internal.write.NamespaceContent;
import podium.operation.internal.write.PatchedFields;
import podium.operation.internal.write.WriteEffect;
import podium.operation.plan.Deletion;
import podium.operation.plan.Expectation;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/**
 * Takes back what an operation did, last write first. A write that may or may not have been sent is judged by the object as it is
 * now. What somebody else has changed since is left as it is, and told.
 */
public final class Rollback {
    /** Records how far the taking back came. */
    interface Progress {
        /** It begins with a step. */
        void begun(int step);

        /** A part of a step stands as it is. */
        void left(int step, int part);
    }

    /** Takes the parts of a barrier back beside each other: the sooner a half released gang is held again, the less it runs. */
    interface Together {
        void run(int parts, Part work) throws OperationSignals.Stopped;
    }

    /** Takes one part back. */
    interface Part {
        void run(int part) throws OperationSignals.Stopped;
    }

    /** Waits until what an await of the plan waits for holds. */
    interface Waits {
        void run(Step.Await step) throws OperationSignals.Stopped, StepFailed;
    }

    /** How long a pod that is taken back may take to end. */
    private static final Duration ENDING = Duration.ofMinutes(10);

    private final JournaledOperation ledger;
    private final Together together;
    private final Waits waits;
    private final WriteRunner writes;
    private final UidPreconditions pins;
    private final ClusterCalls calls;
    private final RunHost host;
    private final Progress progress;
    private final OperationSignals signals;
    private final EngineTiming timing;
    private final AtomicInteger remade = new AtomicInteger();

    Rollback(
            JournaledOperation ledger,
            WriteRunner writes,
            Waits waits,
            UidPreconditions pins,
            ClusterCalls calls,
            RunHost host,
            Together together,
            Progress progress,
            OperationSignals signals,
            EngineTiming timing) {
        this.signals = signals;
        this.timing = timing;
        this.ledger = ledger;
        this.waits = waits;
        this.writes = writes;
        this.pins = pins;
        this.calls = calls;
        this.host = host;
        this.together = together;
        this.progress = progress;
    }

    /** True when all steps begun so far can be taken back by their writes' undo. */
    static boolean isReversible(JournaledOperation ledger) {
        List<Step> steps = ledger.plan().steps();
        for (int i = 0; i < steps.size(); i++) {
            if (ledger.isBegun(i)
                    && (steps.get(i) instanceof Step.EvictAll
                            || steps.get(i).writes().stream()
                                    .anyMatch(write -> write.undo().isEmpty()))) {
                return false;
            }
        }
        return true;
    }

    /** True for a step that changes something. */
    public static boolean isWrite(Step step) {
        return !(step instanceof Step.Await);
    }

    /** What is so now that all was taken back: of pods that were deleted it is their controller's turn, and nobody has seen it yet. */
    String outcome() throws OperationSignals.Stopped {
        int pods = remade.get();
        List<String> stopped = EndedPods.restoring(ledger, calls);
        if (!stopped.isEmpty()) {
            return Texts.of("Rollback.takenBackWithPodsEnded", String.join(", ", stopped));
        }
        return pods == 0
                ? Texts.of("Rollback.whatWasBeforeIs")
                : pods == 1
                        ? Texts.of("Rollback.takenBackWithOnePodDeleted", Counted.of(pods, "pod"))
                        : Texts.of("Rollback.takenBackWithPodsDeleted", Counted.of(pods, "pod"));
    }

    /** Returns what could not be restored, in words; empty: all of it was. */
    List<String> run() throws OperationSignals.Stopped {
        List<String> problems = Collections.synchronizedList(new ArrayList<>());
        List<Step> steps = ledger.plan().steps();
        int evicted = 0;
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (!ledger.isBegun(i)) {
                continue;
            }
            if (steps.get(i) instanceof Step.EvictAll evict) {
                evicted += Eviction.gone(evict, i, ledger, calls, host);
            }
            int step = i;
            if (isWrite(steps.get(i)) && i + 1 < steps.size() && isWrite(steps.get(i + 1)) && ledger.isBegun(i + 1)) {
                settle(steps, i);
            }
            Optional<OwnerCycle> cycle = OwnerCycle.of(ledger.plan(), steps.get(i));
            if (cycle.isPresent()) {
                restore(cycle.get(), steps.get(i), step, problems);
            } else {
                restore(steps.get(i), step, problems);
            }
            if (isWrite(steps.get(i)) && (i == 0 || !isWrite(steps.get(i - 1)))) {
                lookAgain(steps, i, problems);
            }
        }
        EndedPods.settled(ledger, calls, signals, timing)
                .forEach(count -> problems.add(
                        count.ended() == 1
                                ? Texts.of("Rollback.thatRanEndedIt", count.words())
                                : Texts.of("Rollback.thatRanEndedThey", count.words())));
        if (evicted > 0) {
            problems.addFirst(
                    evicted == 1
                            ? Texts.of("Rollback.hadBeenEvictedIt")
                            : Texts.of("Rollback.hadBeenEvictedThey", Counted.of(evicted, "pod")));
        }
        return problems;
    }

    /**
     * Of writes that follow each other, one that was taken back may stand again: a queue puts the templates of a stopped job back as its
     * Workload has them (kueue pkg/controller/jobframework/reconciler.go, stopJob), and the Workload was restored after the job. Now that
     * all of them are restored, nothing brings it back any more.
     */
    private void lookAgain(List<Step> steps, int first, List<String> problems) throws OperationSignals.Stopped {
        int end = first + 1;
        while (end < steps.size() && isWrite(steps.get(end)) && ledger.isBegun(end)) {
            end++;
        }
        for (int i = first; end > first + 1 && i < end; i++) {
            if (steps.get(i) instanceof Step.Write write
                    && write.undo().filter(undo -> undo.verb().isPatch()).isPresent()) {
                Optional<JsonNode> found = calls.read(write.write().target());
                if (found.isPresent() && WriteEffect.of(write.write(), found) == WriteEffect.APPLIED) {
                    takeBack(write, i, JournalRecord.WHOLE, found, problems);
                }
            }
        }
    }

    /**
     * Writes that follow each other were sent while what was waited for before them held: a job is stopped, pinned and started. The
     * last of them taken back stops it again, and before the next can be, that has to hold again. Where the writes after this one
     * are to something else, nothing was stopped again, and nobody would see it stand.
     */
    private void settle(List<Step> steps, int at) throws OperationSignals.Stopped {
        int first = at;
        while (first > 0 && isWrite(steps.get(first - 1))) {
            first--;
        }
        int from = first;
        while (from > 0 && !isWrite(steps.get(from - 1))) {
            from--;
        }
        Set<ObjectRef> taken = new HashSet<>();
        for (int after = at + 1; after < steps.size() && isWrite(steps.get(after)) && ledger.isBegun(after); after++) {
            steps.get(after).writes().forEach(write -> taken.add(write.write().target()));
        }
        List<Step.Await> awaits = steps.subList(from, first).stream()
                .filter(Step.Await.class::isInstance)
                .map(Step.Await.class::cast)
                .toList();
        if (awaits.stream().anyMatch(await -> taken.contains(await.target()))) {
            for (Step.Await await : awaits) {
                try {
                    waits.run(await);
                } catch (StepFailed e) {
                    host.say(e.words(), true);
                    return;
                }
            }
        }
    }

    private void restore(Step of, int step, List<String> problems) throws OperationSignals.Stopped {
        List<Step.Write> parts = of.writes();
        if (of instanceof Step.Barrier) {
            together.run(parts.size(), part -> restore(parts.get(part), step, part, problems));
        } else if (!parts.isEmpty()) {
            restore(parts.getFirst(), step, JournalRecord.WHOLE, problems);
        }
    }

    /** Stops the owner once and starts it again. Its parts count as taken back when it has its pods again, so a crash repeats no stop. */
    private void restore(OwnerCycle cycle, Step of, int step, List<String> problems) throws OperationSignals.Stopped {
        List<Step.Write> parts = of.writes();
        List<Integer> open = IntStream.range(0, parts.size())
                .filter(part -> !ledger.isDone(step, JournaledOperation.part(of, part), true))
                .boxed()
                .toList();
        if (open.isEmpty()) {
            return;
        }
        Optional<JsonNode> now = calls.read(cycle.stop().target());
        Optional<String> left = cycle.whyLeft(ledger, step, of, now);
        if (left.isPresent()) {
            problems.add(left.get());
            host.say(left.get(), true);
            open.forEach(part -> progress.left(step, JournaledOperation.part(of, part)));
            return;
        }
        boolean stopped = cycle.isStopped(ledger, step, now);
        if (!stopped) {
            for (int part : open) {
                Optional<JsonNode> pod = calls.read(parts.get(part).write().target());
                if (Restoration.of(ledger, parts.get(part), step, JournaledOperation.part(of, part), pod)
                        instanceof Restoration.Send) {
                    Optional<JsonNode> owner = calls.read(cycle.stop().target());
                    if (send(parts.get(part), cycle.stop(), step, JournaledOperation.part(of, part), owner, problems)
                            == Fate.FAILED) {
                        return;
                    }
                    stopped = true;
                    break;
                }
            }
        }
        if (!stopped && !ledger.isBegunBack(step)) {
            restore(of, step, problems);
            return;
        }
        if (!stopped || cycle.start(writes, waits, host, problems)) {
            open.forEach(part -> host.done(step, JournaledOperation.part(of, part), true, ""));
        }
    }

    private void restore(Step.Write write, int step, int part, List<String> problems) throws OperationSignals.Stopped {
        if (ledger.isDone(step, part, true)) {
            return;
        }
        Optional<JsonNode> found = calls.read(write.write().target());
        // Also where there was nothing to take back: judged again after a crash, it could look otherwise.
        switch (takeBack(write, step, part, found, problems)) {
            case BACK -> host.done(step, part, true, "");
            case LEFT -> progress.left(step, part);
            case FAILED -> {
                // it stands and is nobody else's: rolling back can be asked for again, as when a right is there again
            }
        }
    }

    /** What became of a part. */
    private enum Fate {
        BACK,
        LEFT,
        FAILED
    }

    private Fate takeBack(Step.Write write, int step, int part, Optional<JsonNode> found, List<String> problems)
            throws OperationSignals.Stopped {
        return switch (Restoration.of(ledger, write, step, part, found)) {
            case Restoration.AsBefore _ -> Fate.BACK;
            case Restoration.Stands stands -> {
                problems.add(stands.words());
                yield Fate.LEFT;
            }
            case Restoration.Foreign theirs -> {
                if (theirs.overwritten()) {
                    host.conflict(PatchedFields.conflicts(
                            new Step.Write(theirs.undo(), Optional.of(write.write())), found.orElseThrow()));
                }
                problems.add(theirs.words());
                host.say(theirs.words(), true);
                yield theirs.rest().isPresent()
                                && send(write, theirs.rest().get(), step, part, found, problems) == Fate.FAILED
                        ? Fate.FAILED
                        : Fate.LEFT;
            }
            case Restoration.Send send -> send(write, send.undo(), step, part, found, problems);
        };
    }

    private Fate send(
            Step.Write write, ApiWrite back, int step, int part, Optional<JsonNode> found, List<String> problems)
            throws OperationSignals.Stopped {
        host.status(Texts.of("Rollback.restoring", back.words()));
        ApiWrite undo = found.isEmpty() ? back : pins.namedBack(back, step, part, found.get());
        progress.begun(step);
        try {
            if (undo.verb() == ApiWrite.Verb.CREATE && undo.target().isPod()) {
                othersAreOver(step);
            }
            if (!undo.target().isPod()) {
                EndedPods.before(undo, true, ledger, calls).ifPresent(host::append);
            }
            writes.run(asRead(new Step.Write(undo, Optional.of(write.write())), found));
            host.say(undo.words(), false);
            if (undo.verb() == ApiWrite.Verb.DELETE
                    && undo.target().isPod()
                    && found.filter(Rollback::isOwned).isPresent()) {
                remade.incrementAndGet();
            }
            return Fate.BACK;
        } catch (StepFailed e) {
            host.conflict(e.conflicts());
            problems.add(Texts.of("Rollback.failed", undo.words(), e.words()));
            host.say(Texts.of("Rollback.failed", undo.words(), e.words()), true);
            return Fate.FAILED;
        }
    }

    private static boolean isOwned(JsonNode pod) {
        return pod.at("/metadata/ownerReferences").findValues("controller").stream()
                .anyMatch(JsonNode::asBoolean);
    }

    /**
     * A pod is made again when neither it nor what was made in its place holds anything any more: a queue takes the one that is too
     * many for itself, which is the newer one (kueue pkg/controller/jobs/pod/pod_controller.go, removeExcessPods).
     */
    private void othersAreOver(int step) throws OperationSignals.Stopped, StepFailed {
        List<Step> steps = ledger.plan().steps();
        for (Step later : steps.subList(step, steps.size())) {
            for (Step.Write write : later.writes()) {
                ObjectRef pod = write.write().target();
                Optional<JsonNode> found = pod.isPod() ? calls.read(pod).filter(Json::terminating) : Optional.empty();
                if (found.isPresent()) {
                    waits.run(new Step.Await(
                            pod,
                            new Expectation.Over(Json.uid(found.get())),
                            ENDING,
                            Texts.of("Rollback.waitUntilHasEnded", pod.name())));
                }
            }
        }
    }

    /** Held to the object as it was just read; a JSON patch has its own tests, and what is new here belongs to nobody else yet. */
    private Step.Write asRead(Step.Write back, Optional<JsonNode> found) {
        ApiWrite undo = back.write();
        if (found.isEmpty()) {
            return back;
        }
        return switch (undo.verb()) {
            case MERGE_PATCH, STRATEGIC_PATCH ->
                back.with(new ApiWrite(
                        undo.verb(),
                        undo.target(),
                        undo.subresource(),
                        undo.body(),
                        undo.uid(),
                        Optional.of(Json.resourceVersion(found.get())),
                        undo.words()));
            case DELETE -> {
                if (NamespaceContent.isNamespace(undo.target())) {
                    yield Deletion.of(undo, back.undo(), Json.write(found.get()))
                            .holding(new Step.Contents(ledger.made(), Set.of()));
                }
                yield Restoration.isAnew(ledger, undo) ? Deletion.of(undo, back.undo(), Json.write(found.get())) : back;
            }
            case CREATE, EVICT, JSON_PATCH -> back;
        };
    }
}
