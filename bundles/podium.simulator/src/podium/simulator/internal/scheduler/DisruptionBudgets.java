// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.scheduling.LabelSelector;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;

/** Which pods could not leave without breaking a disruption budget. Source: {@code filterPodsWithPDBViolation}. */
final class DisruptionBudgets {

    private final List<ObjectNode> budgets;

    DisruptionBudgets(ObjectStore objects) {
        budgets = objects.list(ResourceTypes.POD_DISRUPTION_BUDGET, "");
    }

    /** Those of the pods, in their order, whose leaving breaks a budget when all before them have left. */
    List<PodInfo> violated(List<PodInfo> pods) {
        int[] allowed = budgets.stream()
                .mapToInt(budget -> Json.number(budget, 0, "status", "disruptionsAllowed"))
                .toArray();
        List<PodInfo> violated = new ArrayList<>();
        for (PodInfo pod : pods) {
            boolean broken = false;
            for (int i = 0; i < allowed.length; i++) {
                if (covers(budgets.get(i), pod)) {
                    broken |= --allowed[i] < 0;
                }
            }
            if (broken) {
                violated.add(pod);
            }
        }
        return violated;
    }

    private static boolean covers(ObjectNode budget, PodInfo pod) {
        LabelSelector selector = LabelSelector.orNothing(Json.at(budget, "spec", "selector"));
        return Json.namespace(budget).equals(pod.namespace())
                && !pod.labels().isEmpty()
                && !selector.matchesAll()
                && selector.matches(pod.labels())
                && !Json.at(budget, "status", "disruptedPods").has(pod.name());
    }
}
