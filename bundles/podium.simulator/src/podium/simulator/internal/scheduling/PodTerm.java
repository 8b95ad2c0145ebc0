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
 * @param namespaces in which namespaces; empty for all
 * @param topologyKey the label that says what "together" means
 * @param weight what a preferred term adds; 0 for a required one
 */
public record PodTerm(Selector selector, Set<String> namespaces, String topologyKey, int weight) {

    public static List<PodTerm> required(JsonNode affinity, String kind, String namespace) {
        List<PodTerm> terms = new ArrayList<>();
        Json.at(affinity, kind, "requiredDuringSchedulingIgnoredDuringExecution")
                .forEach(term -> terms.add(parse(term, namespace, 0)));
        return List.copyOf(terms);
    }

    public static List<PodTerm> preferred(JsonNode affinity, String kind, String namespace) {
        List<PodTerm> terms = new ArrayList<>();
        Json.at(affinity, kind, "preferredDuringSchedulingIgnoredDuringExecution")
                .forEach(term ->
                        terms.add(parse(term.path("podAffinityTerm"), namespace, Json.number(term, 1, "weight"))));
        return List.copyOf(terms);
    }

    /** A namespace selector is read as "all namespaces": labels of namespaces are not looked at. */
    private static PodTerm parse(JsonNode term, String namespace, int weight) {
        Set<String> namespaces = new HashSet<>(Json.list(term.path("namespaces")));
        if (term.has("namespaceSelector")) {
            namespaces.clear();
        } else if (namespaces.isEmpty()) {
            namespaces.add(namespace);
        }
        Selector selector = term.has("labelSelector")
                ? Selector.parse(term.path("labelSelector"))
                : new Selector(List.of(new Requirement("", Requirement.Operator.EXISTS, List.of())));
        return new PodTerm(selector, Set.copyOf(namespaces), Json.text(term, "topologyKey"), weight);
    }

    public boolean matches(PodView pod) {
        return (namespaces.isEmpty() || namespaces.contains(pod.namespace())) && selector.matches(pod.labels());
    }
}
