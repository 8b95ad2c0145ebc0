// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import podium.core.fleet.Holdings;
import podium.model.fleet.Cluster;
import podium.model.fleet.DisruptionBudget;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;

/**
 * The disruption budgets of a cluster, counted down over all pods of a drain together. The server's dry run counts each pod anew
 * and lets all of them through (registry/core/pod/storage/eviction.go), so a preview must count itself.
 */
final class BudgetAllowances {
    /** What the budgets say of one more eviction. */
    enum Answer {
        /** No budget covers it, or none counts it. */
        FREE,
        /** One disruption of its budget is used. */
        COUNTED,
        /** Its budget has none left. */
        USED_UP,
        /** Its budget protects it until enough others are healthy. */
        UNHEALTHY,
        /** More than one budget covers it: the server answers every eviction with 500. */
        SEVERAL
    }

    private final Cluster cluster;
    private final Map<DisruptionBudget, Integer> left = new HashMap<>();

    BudgetAllowances(Cluster cluster) {
        this.cluster = cluster;
        cluster.getBudgets().forEach(budget -> left.put(budget, Math.max(0, budget.getDisruptionsAllowed())));
    }

    List<DisruptionBudget> covering(Task task) {
        return cluster.getBudgets().stream()
                .filter(budget -> covers(budget, task))
                .toList();
    }

    static boolean covers(DisruptionBudget budget, Task task) {
        return budget.getNamespace().equals(task.getNamespace())
                && budget.getSelector() != null
                && budget.getSelector().matches(task.getLabels());
    }

    /** Takes one eviction into account. */
    Answer take(Task task, List<DisruptionBudget> covering) {
        if (covering.isEmpty() || isIgnored(task)) {
            return Answer.FREE;
        }
        if (covering.size() > 1) {
            return Answer.SEVERAL;
        }
        DisruptionBudget budget = covering.getFirst();
        if (!task.isReady() && mayGoUnhealthy(budget)) {
            return Answer.FREE;
        }
        int remaining = left.getOrDefault(budget, 0);
        if (remaining > 0) {
            left.put(budget, remaining - 1);
            return Answer.COUNTED;
        }
        return task.isReady() ? Answer.USED_UP : Answer.UNHEALTHY;
    }

    /** Rules of unhealthyPodEvictionPolicy (stable in 1.31): AlwaysAllow, else as long as the healthy ones suffice. */
    private static boolean mayGoUnhealthy(DisruptionBudget budget) {
        return budget.isAlwaysAllowUnhealthy()
                || budget.getDesiredHealthy() > 0 && budget.getCurrentHealthy() >= budget.getDesiredHealthy();
    }

    /** Pods that budgets do not count: pending, finished, and already going. */
    private static boolean isIgnored(Task task) {
        return task.getDeletion() != null
                || task.getPhase() == TaskPhase.GATED
                || task.getPhase() == TaskPhase.PENDING
                || task.getPhase() == TaskPhase.TERMINATING
                || Holdings.hasEnded(task);
    }
}
