// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.util.HashMap;
import java.util.Map;
import podium.core.change.Change.BudgetSeen;
import podium.model.fleet.Cluster;
import podium.model.fleet.DisruptionBudget;
import podium.model.fleet.FleetFactory;

/** The disruption budgets of one cluster. */
final class Budgets {
    private final Cluster cluster;
    private final Touched touched;
    private final Map<String, DisruptionBudget> byName = new HashMap<>();

    Budgets(Cluster cluster, Touched touched) {
        this.cluster = cluster;
        this.touched = touched;
    }

    void seen(BudgetSeen seen) {
        DisruptionBudget budget = byName.computeIfAbsent(seen.namespace() + "/" + seen.name(), id -> {
            DisruptionBudget created = FleetFactory.INSTANCE.createDisruptionBudget();
            created.setNamespace(seen.namespace());
            created.setName(seen.name());
            InOrder.add(cluster.getBudgets(), created);
            return created;
        });
        boolean changed = Fields.set(budget.getUid(), seen.uid(), budget::setUid);
        changed |= Fields.set(budget.getSelector(), seen.selector(), budget::setSelector);
        changed |= Fields.set(budget.getDisruptionsAllowed(), seen.disruptionsAllowed(), budget::setDisruptionsAllowed);
        changed |= Fields.set(budget.getCurrentHealthy(), seen.currentHealthy(), budget::setCurrentHealthy);
        changed |= Fields.set(budget.getDesiredHealthy(), seen.desiredHealthy(), budget::setDesiredHealthy);
        changed |= Fields.set(budget.getExpectedPods(), seen.expectedPods(), budget::setExpectedPods);
        changed |= Fields.set(budget.getGeneration(), seen.generation(), budget::setGeneration);
        changed |= Fields.set(budget.getObservedGeneration(), seen.observedGeneration(), budget::setObservedGeneration);
        changed |= Fields.set(
                budget.isAlwaysAllowUnhealthy(), seen.alwaysAllowUnhealthy(), budget::setAlwaysAllowUnhealthy);
        if (changed) {
            touched.touch(cluster);
        }
    }

    void gone(String namespace, String name, String uid) {
        DisruptionBudget budget = byName.get(namespace + "/" + name);
        if (budget != null && (uid.isEmpty() || uid.equals(budget.getUid()))) {
            byName.remove(namespace + "/" + name);
            cluster.getBudgets().remove(budget);
            touched.touch(cluster);
        }
    }
}
