// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import podium.operation.Operation;
import podium.operation.OperationState;
import podium.operation.plan.Plan;
import podium.ui.label.MovedJobs;
import podium.ui.texts.Texts;

/**
 * The two operations of a move of a job to another cluster: the journal ties each to one cluster, and their titles begin alike. Any
 * thread.
 */
final class MoveParts {
    private MoveParts() {}

    /** One of the two says that it is part of the move, and what the other one is: Podium may end between them. */
    static Plan part(String move, Plan plan, String other) {
        return plan.titled(move + MovedJobs.END + plan.title())
                .withEffects(
                        Stream.concat(plan.effects().stream(), Stream.of(other)).toList());
    }

    /** The plan that undoes one of the two, with what that means for the move before all else: of two plans the second comes later. */
    static Plan undoing(Operation operation, Plan plan, List<Operation> newestFirst) {
        return before(operation, newestFirst)
                .map(first -> Texts.of(
                        "MoveParts.thisIsHalf",
                        UndoFlow.name(first),
                        first.plan().cluster()))
                .or(() -> after(operation, newestFirst)
                        .map(second -> Texts.of(
                                "MoveParts.itIsStillSubmitted", second.plan().cluster())))
                .or(() -> Optional.of(Texts.of("MoveParts.theMoveIsUndone", plan.cluster()))
                        .filter(_ -> MovedJobs.isStop(operation)))
                .map(effect -> plan.withEffects(Stream.concat(Stream.of(effect), plan.effects().stream())
                        .toList()))
                .orElse(plan);
    }

    /** The part of the same move that was done before this one and can still be undone. */
    static Optional<Operation> before(Operation operation, List<Operation> newestFirst) {
        return parts(operation, newestFirst, true);
    }

    /** The part of the same move that was done after this one and was not undone. */
    static Optional<Operation> after(Operation operation, List<Operation> newestFirst) {
        return parts(operation, newestFirst, false);
    }

    private static Optional<Operation> parts(Operation operation, List<Operation> newestFirst, boolean before) {
        String title = operation.plan().title();
        int end = title.indexOf(MovedJobs.END);
        if (!title.startsWith(MovedJobs.MOVE) || end < 0) {
            return Optional.empty();
        }
        String move = title.substring(0, end + MovedJobs.END.length());
        boolean passed = false;
        for (Operation other : newestFirst) {
            if (other.id().equals(operation.id())) {
                passed = true;
            } else if (passed == before
                    && other.plan().title().startsWith(move)
                    && other.state() == OperationState.DONE
                    && other.canUndo()) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }
}
