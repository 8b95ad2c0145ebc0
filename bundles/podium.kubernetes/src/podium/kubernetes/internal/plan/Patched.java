// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.zjsonpatch.JsonPatch;
import java.io.IOException;
import podium.core.api.ApiWrite;
import podium.kubernetes.internal.json.Trees;

/** What a patch would make of the object that it was made from. */
public final class Patched {
    private Patched() {}

    /** A changed copy. */
    public static ObjectNode of(JsonNode object, ApiWrite patch) throws IOException {
        JsonNode body = Trees.read(patch.body());
        JsonNode changed =
                switch (patch.verb()) {
                    case JSON_PATCH -> JsonPatch.apply(untested(body), object);
                    case MERGE_PATCH -> merged(object, body);
                    default -> throw new IllegalArgumentException(patch.toString());
                };
        if (changed instanceof ObjectNode result) {
            return result;
        }
        throw new IllegalArgumentException(patch.toString());
    }

    /** Its tests hold: it was made from this object. */
    private static JsonNode untested(JsonNode patch) {
        ArrayNode changes = Trees.array();
        patch.forEach(operation -> {
            if (!"test".equals(operation.path("op").asText())) {
                changes.add(operation);
            }
        });
        return changes;
    }

    /** RFC 7396. */
    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch.deepCopy();
        }
        ObjectNode result = target instanceof ObjectNode object ? object.deepCopy() : Trees.object();
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                result.remove(field.getKey());
            } else {
                result.set(field.getKey(), merged(result.path(field.getKey()), field.getValue()));
            }
        });
        return result;
    }
}
