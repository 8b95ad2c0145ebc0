// SPDX-License-Identifier: Apache-2.0
package podium.operation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import podium.core.api.ObjectRef;
import podium.core.cluster.SessionIdentity;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/**
 * Snapshot of an operation; a new one is published at each change.
 *
 * @param done steps or evictions done and not taken back
 * @param total of {@code done}
 * @param status what it does or waits for now, in words
 * @param outcome how it ended; empty while it runs
 * @param conflicts what a second writer changed under its last refused write: base, ours, theirs; empty: nothing
 * @param session where and as whom it was begun; empty: not known
 * @param steps how far each step of the plan came; empty: not known
 * @param past why it is history, about which nothing can be done any more; empty: it is not
 * @param marked what still carries its mark although it has ended: the server did not let it be taken away
 * @param over why it counts as undone although no undo did it: nothing of it is left; empty: it does not
 */
public record Operation(
        String id,
        Plan plan,
        OperationState state,
        Instant started,
        Optional<Instant> ended,
        int done,
        int total,
        String status,
        Optional<String> outcome,
        List<LogLine> log,
        List<FieldConflict> conflicts,
        Optional<SessionIdentity> session,
        Optional<String> past,
        List<StepProgress> steps,
        List<ObjectRef> marked,
        Optional<String> over) {

    /**
     * A line of the log.
     *
     * @param at when it was written
     * @param problem whether it is about something that went wrong
     */
    public record LogLine(Instant at, String text, boolean problem) {}

    /** True when it failed or was aborted and left changes that {@link OperationService#abort} takes back. */
    public boolean canRollBack() {
        if (past.isPresent() || state != OperationState.FAILED && state != OperationState.ABORTED) {
            return false;
        }
        return steps.isEmpty()
                ? state == OperationState.FAILED
                        && done > 0
                        && plan.steps().stream().anyMatch(Operation::isRestorable)
                : IntStream.range(0, steps.size())
                        .anyMatch(i -> isRestorable(plan.steps().get(i))
                                && steps.get(i).isOpen());
    }

    private static boolean isRestorable(Step step) {
        return switch (step) {
            case Step.Write write -> write.undo().isPresent();
            case Step.Barrier barrier ->
                barrier.writes().stream().anyMatch(write -> write.undo().isPresent());
            case Step.Await _, Step.EvictAll _ -> false;
        };
    }

    /** True when it is done and its plan says how to take it back. */
    public boolean canUndo() {
        return state == OperationState.DONE && past.isEmpty() && plan.canUndo();
    }
}
