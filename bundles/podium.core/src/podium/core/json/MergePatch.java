// SPDX-License-Identifier: Apache-2.0
package podium.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396). */
public final class MergePatch {
    private MergePatch() {}

    /** The patched document. The given one is left alone. */
    public static JsonNode apply(JsonNode document, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode result = document.isObject() ? ((ObjectNode) document).deepCopy() : Json.object();
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                result.remove(field.getKey());
            } else {
                result.set(field.getKey(), apply(result.path(field.getKey()), field.getValue()));
            }
        });
        return result;
    }

    /** True when every field of the patch already has its value in the document, whatever a server has added to list elements. */
    public static boolean applied(JsonNode document, JsonNode patch) {
        if (!patch.isObject()) {
            return JsonPatch.contains(document, patch);
        }
        return patch.properties().stream().allMatch(field -> applied(document.path(field.getKey()), field.getValue()));
    }
}
