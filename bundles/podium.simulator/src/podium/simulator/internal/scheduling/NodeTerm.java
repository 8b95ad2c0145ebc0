// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        List<NodeTerm> terms = new ArrayList<>();
        Json.at(affinity, "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution", "nodeSelectorTerms")
                .forEach(term -> terms.add(parse(term, 0)));
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

    /** The nodes it names by {@code metadata.name}, if it names any. */
    public Optional<List<String>> names() {
        return fields.stream()
                .filter(field -> field.operator() == Requirement.Operator.IN)
                .map(Requirement::values)
                .findFirst();
    }

    /** A term that asks for nothing matches nothing, as in Kubernetes. */
    public boolean matches(NodeState node) {
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
