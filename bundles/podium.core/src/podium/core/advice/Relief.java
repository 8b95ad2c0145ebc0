// SPDX-License-Identifier: Apache-2.0
package podium.core.advice;

import java.util.List;
import podium.core.placement.Target;
import podium.model.fleet.Node;
import podium.model.fleet.Task;

/**
 * The least set of moves that frees a slot.
 *
 * @param where the node or domain that then has it
 * @param gpus size of the slot
 * @param moves empty: it is free already
 * @param gpuHours lost in all; a gang that restarts is counted once
 */
public record Relief(Target where, int gpus, List<Move> moves, double gpuHours) {
    public Relief {
        moves = List.copyOf(moves);
    }

    /**
     * A task that restarts elsewhere: Kubernetes moves nothing that runs.
     *
     * @param gpuHours lost since the start of the task, or of its whole gang when that cannot go on without it; no
     *     checkpoint is known
     * @param wholeGang the gang restarts with it
     */
    public record Move(Task task, Node from, Node to, double gpuHours, boolean wholeGang) {}
}
