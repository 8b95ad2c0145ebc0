// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import podium.simulator.internal.json.Json;

/** Reads and writes the conditions of a status: one per type, the time of the last transition kept. */
public final class Conditions {

    private Conditions() {}

    public static Optional<JsonNode> find(JsonNode object, String type) {
        for (JsonNode condition : Json.at(object, "status", "conditions")) {
            if (Json.text(condition, "type").equals(type)) {
                return Optional.of(condition);
            }
        }
        return Optional.empty();
    }

    public static boolean isTrue(JsonNode object, String type) {
        return find(object, type)
                .map(condition -> Json.text(condition, "status").equals("True"))
                .orElse(false);
    }

    /**
     * Sets a condition; the transition time moves only when the status does.
     *
     * @param reason empty to leave it out
     * @param message empty to leave it out
     * @return the condition, for fields of its own kind
     */
    public static ObjectNode set(
            ObjectNode object, String type, String status, String reason, String message, String timestamp) {
        ArrayNode conditions = Json.array(Json.with(object, "status"), "conditions");
        ObjectNode condition = null;
        for (JsonNode candidate : conditions) {
            if (Json.text(candidate, "type").equals(type)) {
                condition = (ObjectNode) candidate;
            }
        }
        if (condition == null) {
            condition = conditions.addObject().put("type", type);
        }
        if (!Json.text(condition, "status").equals(status)) {
            condition.put("status", status).put("lastTransitionTime", timestamp);
        }
        putOrRemove(condition, "reason", reason);
        putOrRemove(condition, "message", message);
        return condition;
    }

    private static void putOrRemove(ObjectNode condition, String field, String value) {
        if (value.isEmpty()) {
            condition.remove(field);
        } else {
            condition.put(field, value);
        }
    }
}
