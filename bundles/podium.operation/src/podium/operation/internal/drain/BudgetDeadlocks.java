// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import podium.core.fleet.Holdings;
import podium.core.job.JobTraits;
import podium.core.text.Counted;
import podium.model.fleet.Cluster;
import podium.model.fleet.DisruptionBudget;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.WorkKind;
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
        int most = most(budget);
        if (budget.getCurrentHealthy() >= most) {
            return Optional.of(
                    most == 1
                            ? Texts.of("BudgetDeadlocks.allowsNoDisruptionOfItsPod", name, budget.getDesiredHealthy())
                            : Texts.of(
                                    "BudgetDeadlocks.allowsNoDisruptionAlthough",
                                    name,
                                    Counted.all(most, "pod"),
                                    budget.getDesiredHealthy()));
        }
        if (most <= budget.getDesiredHealthy()) {
            return Optional.of(Texts.of(
                    "BudgetDeadlocks.neverHasEnough",
                    name,
                    Counted.of(budget.getDesiredHealthy(), "healthy pod"),
                    Counted.of(most, "pod")));
        }
        return recovering(budget)
                ? Optional.empty()
                : Optional.of(Texts.of(
                        "BudgetDeadlocks.hasHealthyPodsAnd",
                        name,
                        Counted.of(budget.getCurrentHealthy(), "healthy pod"),
                        budget.getDesiredHealthy()));
    }

    /**
     * How many of its pods can be healthy at one time. Where a budget says how many pods must be available, its controller expects all
     * that match, also what is going or has ended (pkg/controller/disruption/disruption.go, getExpectedPodCount).
     */
    private int most(DisruptionBudget budget) {
        Map<Boolean, Long> stay = covered(budget)
                .collect(Collectors.partitioningBy(
                        task -> !Holdings.hasEnded(task) && (!isGoing(task) || comesBack(task)),
                        Collectors.counting()));
        return (int) Math.max(stay.get(true), budget.getExpectedPods() - stay.get(false));
    }

    private Stream<Task> covered(DisruptionBudget budget) {
        return cluster.getJobs().stream()
                .flatMap(job -> job.getTasks().stream())
                .filter(task -> BudgetAllowances.covers(budget, task));
    }

    /** True when an unhealthy pod of the budget is on its way on a node that stays. */
    private boolean recovering(DisruptionBudget budget) {
        return covered(budget).anyMatch(this::mayRecover);
    }

    private boolean mayRecover(Task task) {
        return isGoing(task)
                ? comesBack(task)
                : !task.isReady()
                        && !Holdings.hasEnded(task)
                        && task.getNode() != null
                        && !drained.contains(task.getNode());
    }

    private static boolean isGoing(Task task) {
        return task.getDeletion() != null || task.getPhase() == TaskPhase.TERMINATING;
    }

    /** Whether one of its name is made once it is gone; what takes the place of another is there already. */
    private static boolean comesBack(Task task) {
        return JobTraits.has(task.getController(), WorkKind.Trait.RANKED_BY_NAME);
    }
}
