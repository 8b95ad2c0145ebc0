// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.fleet.AcceleratorState;
import podium.placement.Rank;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.internal.scene.SceneStates;

/**
 * Where the ranks on a node are drawn: as many cells as each asks for, free ones first. How many it takes is certain, which
 * ones is not: that is for the node's kubelet to choose.
 */
public final class RankCells {
    private RankCells() {}

    /** The cells of each rank, in order; a rank for which none is left has none. */
    public static Map<Rank, List<Cell>> of(Scene scene, SceneStates states, Box node, List<Rank> ranks) {
        List<Cell> cells = new ArrayList<>(scene.cells(node));
        cells.sort(Comparator.comparingInt(cell -> order(states.of(cell))));
        Map<Rank, List<Cell>> seats = new LinkedHashMap<>();
        int next = 0;
        for (Rank rank : ranks) {
            int end = Math.min(cells.size(), next + rank.accelerators());
            seats.put(rank, List.copyOf(cells.subList(next, end)));
            next = end;
        }
        return seats;
    }

    /** The rank that is drawn on a cell; empty: none is. */
    public static Optional<Rank> at(Scene scene, SceneStates states, Cell cell, List<Rank> ranks) {
        return of(scene, states, cell.node(), ranks).entrySet().stream()
                .filter(seat -> seat.getValue().contains(cell))
                .findFirst()
                .map(Map.Entry::getKey);
    }

    private static int order(AcceleratorState state) {
        return switch (state) {
            case FREE -> 0;
            case UNKNOWN_WHICH, WITHHELD_WHICH -> 1;
            case HELD, TAINTED, FAILED, UNKNOWN -> 2;
        };
    }
}
