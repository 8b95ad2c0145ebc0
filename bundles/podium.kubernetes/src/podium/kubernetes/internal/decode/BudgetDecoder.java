// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.util.List;
import podium.core.change.Change;
import podium.core.change.SchedulingObject;
import podium.kubernetes.internal.json.JsonTree;
import podium.model.value.LabelSelector;
import podium.model.value.Labels;
import podium.model.value.Requirement;

/** policy/v1 PodDisruptionBudget and scheduling.k8s.io/v1 PriorityClass. */
final class BudgetDecoder {
    /** A budget without a selector covers no pod (policy/v1), while an empty selector covers all. */
    private static final LabelSelector NOTHING =
            new LabelSelector(Labels.none(), List.of(new Requirement("", "In", List.of())));

    private BudgetDecoder() {}

    static List<Change> of(JsonTree budget) {
        JsonTree metadata = budget.at("metadata");
        JsonTree spec = budget.at("spec");
        JsonTree status = budget.at("status");
        JsonTree selector = spec.at("selector");
        return List.of(new Change.BudgetSeen(
                metadata.text("namespace"),
                metadata.text("name"),
                metadata.text("uid"),
                selector.exists() ? Affinities.selector(selector) : NOTHING,
                status.number("disruptionsAllowed", 0),
                status.number("currentHealthy", 0),
                status.number("desiredHealthy", 0),
                status.number("expectedPods", 0),
                metadata.whole("generation"),
                status.whole("observedGeneration"),
                "AlwaysAllow".equals(spec.text("unhealthyPodEvictionPolicy"))));
    }

    static List<Change> priority(JsonTree priority) {
        JsonTree metadata = priority.at("metadata");
        int value = priority.number("value", 0);
        boolean standard = priority.flag("globalDefault");
        return List.of(
                new Change.PriorityClassSeen(metadata.text("name"), metadata.text("uid"), value, standard),
                new Change.FactSeen(new SchedulingObject.PriorityClass(
                        metadata.text("name"), value, "Never".equals(priority.text("preemptionPolicy")), standard)));
    }
}
