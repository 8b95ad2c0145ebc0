// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import com.fasterxml.jackson.databind.JsonNode;
import podium.simulator.internal.json.Json;

/** Where volumes of a storage class may be made. Source: {@code MatchTopologySelectorTerms}. */
public final class TopologyTerm {

    private TopologyTerm() {}

    /** Whether one of the terms allows the node; without terms all nodes are. */
    public static boolean allows(JsonNode terms, NodeInfo node) {
        for (JsonNode term : terms) {
            if (matches(term.path("matchLabelExpressions"), node)) {
                return true;
            }
        }
        return terms.isEmpty();
    }

    private static boolean matches(JsonNode expressions, NodeInfo node) {
        for (JsonNode expression : expressions) {
            String value = node.labels().get(Json.text(expression, "key"));
            if (value == null || !Json.list(expression.path("values")).contains(value)) {
                return false;
            }
        }
        return !expressions.isEmpty();
    }
}
