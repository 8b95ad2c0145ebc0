// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.util.HashMap;
import java.util.Map;
import podium.core.change.Change.BudgetSeen;
import podium.model.fleet.Cluster;
import podium.model.fleet.DisruptionBudget;
import podium.model.fleet.FleetFactory;

/** The disruption budgets of one cluster. */
final class DisruptionBudgets {
    private final Cluster cluster;
    private final AffectedObjects touched;
    private final Map<String, DisruptionBudget> byName = new HashMap<>();

    DisruptionBudgets(Cluster cluster, AffectedObjects touched) {
        this.cluster = cluster;
        this.touched = touched;
    }

    void seen(BudgetSeen seen) {
        DisruptionBudget budget = byName.computeIfAbsent(seen.namespace() + "/" + seen.name(), id -> {
            DisruptionBudget created = FleetFactory.INSTANCE.createDisruptionBudget();
            created.setNamespace(seen.namespace());
            created.setName(seen.name());
            SortedLists.add(cluster.getBudgets(), created);
            return created;
        });
        boolean changed = FeatureSetter.set(budget.getUid(), seen.uid(), budget::setUid);
        changed |= FeatureSetter.set(budget.getSelector(), seen.selector(), budget::setSelector);
        changed |= FeatureSetter.set(
                budget.getDisruptionsAllowed(), seen.disruptionsAllowed(), budget::setDisruptionsAllowed);
        changed |= FeatureSetter.set(budget.getCurrentHealthy(), seen.currentHealthy(), budget::setCurrentHealthy);
        changed |= FeatureSetter.set(budget.getDesiredHealthy(), seen.desiredHealthy(), budget::setDesiredHealthy);
        changed |= FeatureSetter.set(budget.getExpectedPods(), seen.expectedPods(), budget::setExpectedPods);
        changed |= FeatureSetter.set(budget.getGeneration(), seen.generation(), budget::setGeneration);
        changed |= FeatureSetter.set(
                budget.getObservedGeneration(), seen.observedGeneration(), budget::setObservedGeneration);
        changed |= FeatureSetter.set(
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
