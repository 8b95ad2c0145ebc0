// SPDX-License-Identifier: Apache-2.0
package podium.placement.advice;

import java.util.List;
import java.util.OptionalDouble;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.placement.Target;

/**
 * The least set of moves that frees a slot.
 *
 * @param where the node or domain that then has it
 * @param gpus size of the slot
 * @param moves empty: it is free already
 * @param gpuHours lost in all, a job that restarts counted once; empty: of a task it is unknown when it started
 */
public record SlotMoves(Target where, int gpus, List<Move> moves, OptionalDouble gpuHours) {
    public SlotMoves {
        moves = List.copyOf(moves);
    }

    /**
     * A task that restarts elsewhere: Kubernetes moves nothing that runs.
     *
     * @param gpuHours lost since the start of the task, or of all tasks of its job when those restart with it; no checkpoint is known;
     *     empty: it is unknown when it started
     * @param wholeJob all tasks of its job restart with it, and are moves, too
     */
    public record Move(Task task, Node from, Node to, OptionalDouble gpuHours, boolean wholeJob) {}
}
