// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import podium.core.fleet.Holdings;
import podium.core.text.Counted;
import podium.model.fleet.Cluster;
import podium.model.fleet.DisruptionBudget;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.operation.texts.Texts;

/** Foresees whether a budget that refuses now can ever give way while the drain waits. */
final class BudgetDeadlocks {
    private final Cluster cluster;
    private final Set<Node> drained;
    /** True when a replacement of some victim of the budget finds a node. */
    private final Predicate<DisruptionBudget> replaceable;

    BudgetDeadlocks(Cluster cluster, Set<Node> drained, Predicate<DisruptionBudget> replaceable) {
        this.cluster = cluster;
        this.drained = drained;
        this.replaceable = replaceable;
    }

    /** Why the budget never gives way; empty: it may, once something is healthy again. */
    Optional<String> forEver(DisruptionBudget budget) {
        String name = Texts.of("BudgetDeadlocks.budget", budget.getName());
        if (budget.getDisruptionsAllowed() > 0) {
            return replaceable.test(budget)
                    ? Optional.empty()
                    : Optional.of(Texts.of("BudgetDeadlocks.allowsAndThenNo", name, budget.getDisruptionsAllowed()));
        }
        if (budget.getCurrentHealthy() >= budget.getExpectedPods()) {
            return Optional.of(
                    budget.getExpectedPods() == 1
                            ? Texts.of("BudgetDeadlocks.allowsNoDisruptionOfItsPod", name, budget.getDesiredHealthy())
                            : Texts.of(
                                    "BudgetDeadlocks.allowsNoDisruptionAlthough",
                                    name,
                                    Counted.all(budget.getExpectedPods(), "pod"),
                                    budget.getDesiredHealthy()));
        }
        return recovering(budget)
                ? Optional.empty()
                : Optional.of(Texts.of(
                        "BudgetDeadlocks.hasHealthyPodsAnd",
                        name,
                        Counted.of(budget.getCurrentHealthy(), "healthy pod"),
                        budget.getDesiredHealthy()));
    }

    /** True when an unhealthy pod of the budget is on its way on a node that stays. */
    private boolean recovering(DisruptionBudget budget) {
        return cluster.getJobs().stream()
                .flatMap(job -> job.getTasks().stream())
                .filter(task -> BudgetAllowances.covers(budget, task))
                .anyMatch(this::mayRecover);
    }

    private boolean mayRecover(Task task) {
        return !task.isReady()
                && !Holdings.hasEnded(task)
                && task.getNode() != null
                && !drained.contains(task.getNode());
    }
}
