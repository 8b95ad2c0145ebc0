// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import podium.core.api.ApiWrite;
import podium.operation.internal.journal.JournaledOperation;
import podium.operation.internal.run.OperationSignals;
import podium.operation.internal.run.RunHost;
import podium.operation.internal.run.StepFailed;
import podium.operation.internal.write.WriteConflict;
import podium.operation.internal.write.WriteEffect;
import podium.operation.plan.FieldWriter;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;
import podium.operation.texts.Texts;

/**
 * What was done to pods and is taken back by stopping their owner, as the undo of the plan does it: the owner was not stopped before, so
 * it is started again, and makes its pods anew.
 *
 * @param stop stops the owner, once for all parts of the step
 * @param start what follows in the undo of the plan, until the owner has its pods again
 */
public record OwnerCycle(ApiWrite stop, List<Step> start) {
    /** The way back of a step; empty: its writes are taken back one by one. */
    public static Optional<OwnerCycle> of(Plan plan, Step step) {
        Optional<ApiWrite> stop = step.writes().stream()
                .flatMap(write -> write.undo().stream()
                        .filter(undo -> !undo.target().equals(write.write().target())))
                .findFirst();
        if (stop.isEmpty()) {
            return Optional.empty();
        }
        List<Step> start = plan.undo().stream()
                .dropWhile(one -> !isOf(one, stop.get()))
                .skip(1)
                .takeWhile(one -> one instanceof Step.Await || isOf(one, stop.get()))
                .toList();
        return start.isEmpty() ? Optional.empty() : Optional.of(new OwnerCycle(stop.get(), start));
    }

    private static boolean isOf(Step step, ApiWrite stop) {
        return step instanceof Step.Write write && write.write().target().equals(stop.target());
    }

    /** True when the owner was stopped to take the step back, and was not started again. */
    public boolean isStopped(JournaledOperation ledger, int step, Optional<JsonNode> owner) {
        return ledger.isBegunBack(step) && WriteEffect.of(stop, owner) == WriteEffect.APPLIED;
    }

    /**
     * Why nothing of a step can be taken back, in a sentence without a full stop: the owner is gone, or somebody else has stopped it
     * since. Empty: it can be, or nothing of it was done.
     */
    public Optional<String> whyLeft(JournaledOperation ledger, int step, Step of, Optional<JsonNode> owner) {
        boolean any = ledger.isDone(step)
                || IntStream.range(0, of.writes().size()).anyMatch(part -> ledger.isDone(step, part, false));
        if (!any || isStopped(ledger, step, owner)) {
            return Optional.empty();
        }
        String name = stop.target().displayName();
        if (owner.isEmpty()) {
            return Optional.of(Texts.of("Restoration.doesNotExistAny", stop.words(), name));
        }
        return WriteEffect.of(stop, owner) == WriteEffect.APPLIED
                ? Optional.of(Texts.of(
                        "OwnerCycle.wasStoppedSince",
                        name,
                        WriteConflict.lastWriter(stop, owner.get())
                                .map(FieldWriter::words)
                                .orElse(Texts.of("Drift.byWhomIsNotSaid"))))
                : Optional.empty();
    }

    /** Starts the owner again and waits for its pods; false: it could not be, which the problems tell. */
    boolean start(WriteRunner writes, Rollback.Waits waits, RunHost host, List<String> problems)
            throws OperationSignals.Stopped {
        for (Step step : start) {
            try {
                if (step instanceof Step.Await await) {
                    waits.run(await);
                } else if (step instanceof Step.Write write) {
                    host.status(Texts.of("Rollback.restoring", write.words()));
                    writes.run(write);
                    host.say(write.words(), false);
                }
            } catch (StepFailed e) {
                problems.add(Texts.of("Rollback.failed", step.words(), e.words()));
                host.say(problems.getLast(), true);
                return false;
            }
        }
        return true;
    }
}
