// SPDX-License-Identifier: Apache-2.0
package podium.peers.timefold;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import java.util.List;

/** Where the ranks of a gang lie. */
@PlanningSolution
public class Layout {
    /** Depths of the network, the machine being the lowest. */
    static final int DEPTHS = 4;

    @ProblemFactCollectionProperty
    @ValueRangeProvider
    private List<Machine> machines;

    @PlanningEntityCollectionProperty
    private List<Rank> ranks;

    @PlanningScore(bendableHardLevelsSize = 1, bendableSoftLevelsSize = 2 * DEPTHS)
    private BendableLongScore score;

    /** GPUs each rank asks for. */
    private int asks;

    /** For the solver. */
    public Layout() {}

    Layout(List<Machine> machines, List<Rank> ranks, int asks) {
        this.machines = machines;
        this.ranks = ranks;
        this.asks = asks;
    }

    List<Machine> machines() {
        return machines;
    }

    List<Rank> ranks() {
        return ranks;
    }

    int asks() {
        return asks;
    }

    BendableLongScore score() {
        return score;
    }
}
