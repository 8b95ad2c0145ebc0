// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import podium.kubernetes.internal.json.JsonTree;
import podium.model.value.QuotaTerms;
import podium.model.value.Resources;

/**
 * What a quota counts of a pod beside its requests. Limits are summed by the rule of the requests (PodLimits of
 * k8s.io/component-helpers/resource); that each container must name cores and memory which a quota counts is
 * enforcePodContainerConstraints of kubernetes pkg/quota/v1/evaluator/core/pods.go.
 */
final class QuotaLimits {
    private static final List<String> NAMED = List.of(Resources.CPU, Resources.MEMORY);

    private QuotaLimits() {}

    static QuotaTerms terms(JsonTree spec) {
        QuotaTerms terms = new QuotaTerms(
                effective(spec),
                spec.text("priorityClassName"),
                spec.number("activeDeadlineSeconds").isPresent(),
                unset(spec));
        return terms.equals(QuotaTerms.NONE) ? QuotaTerms.NONE : terms;
    }

    /** Overhead counts only where there is a limit. */
    private static Resources effective(JsonTree spec) {
        Map<String, Long> limits =
                PodRequests.withoutOverhead(spec, QuotaLimits::of).toMap();
        spec.at("overhead")
                .resources()
                .forEach((name, amount) -> limits.computeIfPresent(name, (key, limit) -> limit + amount));
        return Resources.of(limits);
    }

    private static Resources of(JsonTree container) {
        return container.at("resources", "limits").resources();
    }

    private static List<String> unset(JsonTree spec) {
        List<String> unset = new ArrayList<>();
        for (String kind : List.of("containers", "initContainers")) {
            for (JsonTree container : spec.at(kind).elements()) {
                for (String name : NAMED) {
                    boolean limited = container.at("resources", "limits", name).exists();
                    boolean requested =
                            container.at("resources", "requests", name).exists();
                    note(limited, "limits." + name, unset);
                    note(requested || limited, "requests." + name, unset);
                }
            }
        }
        unset.sort(null);
        return unset;
    }

    private static void note(boolean set, String name, List<String> unset) {
        if (!set && !unset.contains(name)) {
            unset.add(name);
        }
    }
}
