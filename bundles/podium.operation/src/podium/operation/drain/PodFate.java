// SPDX-License-Identifier: Apache-2.0
package podium.operation.drain;

import java.util.List;
import java.util.Optional;
import podium.core.retry.PodLossEffect;
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
 * @param aftermath what becomes of its job; {@link PodLossEffect#REPLACED} for a pod that does not go
 * @param budgetsKnown false: budgets of its namespace are not known as they are now, so that one more may cover it
 */
public record PodFate(
        Task task,
        Optional<Job> job,
        Fate fate,
        String reason,
        List<DisruptionBudget> budgets,
        Optional<Node> destination,
        boolean jobDies,
        PodLossEffect aftermath,
        boolean budgetsKnown) {
    public PodFate {
        budgets = List.copyOf(budgets);
    }

    /** Of a pod that is made anew, where all budgets are known. */
    public PodFate(
            Task task,
            Optional<Job> job,
            Fate fate,
            String reason,
            List<DisruptionBudget> budgets,
            Optional<Node> destination,
            boolean jobDies) {
        this(task, job, fate, reason, budgets, destination, jobDies, PodLossEffect.REPLACED, true);
    }
}
