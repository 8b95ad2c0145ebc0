// SPDX-License-Identifier: Apache-2.0
package podium.peers.timefold;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;

/** One task of the gang, to be put on a machine. */
@PlanningEntity
public class Rank {
    @PlanningId
    private int number;

    @PlanningVariable
    private Machine machine;

    /** For the solver. */
    public Rank() {}

    Rank(int number) {
        this.number = number;
    }

    public Machine getMachine() {
        return machine;
    }

    public void setMachine(Machine machine) {
        this.machine = machine;
    }
}
