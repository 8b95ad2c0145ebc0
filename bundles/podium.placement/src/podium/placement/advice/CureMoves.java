// SPDX-License-Identifier: Apache-2.0
package podium.placement.advice;

import java.util.List;
import java.util.OptionalDouble;
import podium.placement.advice.SlotMoves.Move;

/**
 * Moves that end a wait.
 *
 * @param moves at least one
 * @param gpuHours lost in all, a job that restarts counted once; empty: of a task it is unknown when it started
 */
public record CureMoves(List<Move> moves, OptionalDouble gpuHours) {
    public CureMoves {
        moves = List.copyOf(moves);
    }
}
