// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import podium.simulator.internal.json.Json;

/**
 * One term of a node affinity: all its expressions over labels and over fields must hold.
 *
 * @param expressions over the node's labels
 * @param fields over {@code metadata.name}, the only field there is
 * @param weight what a preferred term adds; 0 for a required one
 */
public record NodeTerm(List<Requirement> expressions, List<Requirement> fields, int weight) {

    /** The required terms; any one of them suffices. */
    public static List<NodeTerm> required(JsonNode affinity) {
        return any(Json.at(affinity, "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution"));
    }

    /** The terms of a node selector, {@code {nodeSelectorTerms}}; any one of them suffices. */
    public static List<NodeTerm> any(JsonNode selector) {
        List<NodeTerm> terms = new ArrayList<>();
        selector.path("nodeSelectorTerms").forEach(term -> terms.add(parse(term, 0)));
        return List.copyOf(terms);
    }

    /** The preferred terms. */
    public static List<NodeTerm> preferred(JsonNode affinity) {
        List<NodeTerm> terms = new ArrayList<>();
        Json.at(affinity, "nodeAffinity", "preferredDuringSchedulingIgnoredDuringExecution")
                .forEach(term -> terms.add(parse(term.path("preference"), Json.number(term, 1, "weight"))));
        return List.copyOf(terms);
    }

    private static NodeTerm parse(JsonNode term, int weight) {
        return new NodeTerm(
                Requirement.parse(term.path("matchExpressions")), Requirement.parse(term.path("matchFields")), weight);
    }

    /** The nodes it names by {@code metadata.name}, if it names any; those that all of its fields name. */
    public Optional<Set<String>> names() {
        return fields.stream()
                .filter(field -> field.operator() == Requirement.Operator.IN)
                .map(field -> Set.copyOf(field.values()))
                .reduce((one, other) -> one.stream().filter(other::contains).collect(Collectors.toUnmodifiableSet()));
    }

    /** A term that asks for nothing matches nothing, as in Kubernetes. */
    public boolean matches(NodeInfo node) {
        if (expressions.isEmpty() && fields.isEmpty()) {
            return false;
        }
        for (Requirement requirement : expressions) {
            if (!requirement.matches(node.labels())) {
                return false;
            }
        }
        for (Requirement requirement : fields) {
            if (!requirement.matches(Map.of("metadata.name", node.name()))) {
                return false;
            }
        }
        return true;
    }
}
