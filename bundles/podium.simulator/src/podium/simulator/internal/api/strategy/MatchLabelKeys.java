// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.strategy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import podium.simulator.internal.json.Json;

/**
 * Makes {@code matchLabelKeys} and {@code mismatchLabelKeys} a part of the label selectors beside them when a pod is created.
 * Source: kubernetes, pkg/registry/core/pod/strategy.go.
 */
final class MatchLabelKeys {

    private MatchLabelKeys() {}

    static void merge(ObjectNode pod, ObjectNode spec) {
        JsonNode labels = Json.at(pod, "metadata", "labels");
        for (String kind : List.of("podAffinity", "podAntiAffinity")) {
            JsonNode affinity = Json.at(spec, "affinity", kind);
            affinity.path("requiredDuringSchedulingIgnoredDuringExecution").forEach(term -> merge(term, labels));
            affinity.path("preferredDuringSchedulingIgnoredDuringExecution")
                    .forEach(term -> merge(term.path("podAffinityTerm"), labels));
        }
        spec.path("topologySpreadConstraints").forEach(constraint -> merge(constraint, labels));
    }

    private static void merge(JsonNode term, JsonNode labels) {
        if (term.path("labelSelector") instanceof ObjectNode selector) {
            merge(selector, term.path("matchLabelKeys"), "In", labels);
            merge(selector, term.path("mismatchLabelKeys"), "NotIn", labels);
        }
    }

    /** A key that the pod does not have says nothing. */
    private static void merge(ObjectNode selector, JsonNode keys, String operator, JsonNode labels) {
        for (String key : Json.list(keys)) {
            if (labels.has(key)) {
                ObjectNode requirement = Json.object("key", key, "operator", operator);
                requirement.putArray("values").add(labels.path(key));
                Json.array(selector, "matchExpressions").add(requirement);
            }
        }
    }
}
