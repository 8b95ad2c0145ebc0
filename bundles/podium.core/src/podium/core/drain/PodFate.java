// SPDX-License-Identifier: Apache-2.0
package podium.core.drain;

import java.util.List;
import java.util.Optional;
import podium.model.fleet.DisruptionBudget;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;

/**
 * A pod's fate in a drain. It stays what it was when the pod has meanwhile left the fleet and belongs to no job any more.
 *
 * @param job the job it belonged to; empty: none is known
 * @param reason why, in words
 * @param budgets budgets that cover it
 * @param destination a node that could take it; empty: none fits, or it does not come back
 * @param jobDies true when losing it ends or restarts its whole gang
 */
public record PodFate(
        Task task,
        Optional<Job> job,
        Fate fate,
        String reason,
        List<DisruptionBudget> budgets,
        Optional<Node> destination,
        boolean jobDies) {
    public PodFate {
        budgets = List.copyOf(budgets);
    }
}
