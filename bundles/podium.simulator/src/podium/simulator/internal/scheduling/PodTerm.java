// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import podium.simulator.internal.json.Json;

/**
 * One term of a pod affinity or anti-affinity.
 *
 * @param selector which pods it speaks of
 * @param namespaces in which namespaces, by name
 * @param namespaceSelector and in which by their labels; in all of them where it asks for nothing
 * @param topologyKey the label that says what "together" means
 * @param weight what a preferred term adds, negative for one that wishes to be apart; 0 for a required one
 */
public record PodTerm(
        LabelSelector selector,
        Set<String> namespaces,
        LabelSelector namespaceSelector,
        String topologyKey,
        int weight) {

    static List<PodTerm> required(JsonNode affinity, String kind, String namespace) {
        List<PodTerm> terms = new ArrayList<>();
        Json.at(affinity, kind, "requiredDuringSchedulingIgnoredDuringExecution")
                .forEach(term -> terms.add(parse(term, namespace, 0)));
        return List.copyOf(terms);
    }

    static List<PodTerm> preferred(JsonNode affinity, String namespace) {
        List<PodTerm> terms = new ArrayList<>();
        preferred(terms, affinity.path("podAffinity"), namespace, 1);
        preferred(terms, affinity.path("podAntiAffinity"), namespace, -1);
        return List.copyOf(terms);
    }

    private static void preferred(List<PodTerm> terms, JsonNode affinity, String namespace, int sign) {
        for (JsonNode term : affinity.path("preferredDuringSchedulingIgnoredDuringExecution")) {
            terms.add(parse(term.path("podAffinityTerm"), namespace, sign * Json.number(term, 1, "weight")));
        }
    }

    /** The server has made {@code matchLabelKeys} and {@code mismatchLabelKeys} a part of the selector. */
    private static PodTerm parse(JsonNode term, String namespace, int weight) {
        Set<String> namespaces = new HashSet<>(Json.list(term.path("namespaces")));
        JsonNode byLabels = term.path("namespaceSelector");
        if (namespaces.isEmpty() && !byLabels.isObject()) {
            namespaces.add(namespace);
        }
        return new PodTerm(
                LabelSelector.orNothing(term.path("labelSelector")),
                Set.copyOf(namespaces),
                LabelSelector.orNothing(byLabels),
                Json.text(term, "topologyKey"),
                weight);
    }

    /** Whether it speaks of a pod. */
    public boolean matches(PodInfo pod, SchedulerCache cluster) {
        return selector.matches(pod.labels())
                && (namespaces.contains(pod.namespace())
                        || !namespaceSelector.matchesNothing()
                                && namespaceSelector.matches(cluster.namespaceLabels(pod.namespace())));
    }
}
