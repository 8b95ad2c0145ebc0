// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Merge Patch, RFC 7386. */
public final class MergePatch {

    private MergePatch() {}

    /** Merges a patch into an object and returns the result; the object stays as it is. */
    public static ObjectNode apply(ObjectNode object, ObjectNode patch) {
        ObjectNode result = object.deepCopy();
        merge(result, patch);
        return result;
    }

    private static void merge(ObjectNode target, ObjectNode patch) {
        patch.properties().forEach(field -> {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (value.isNull()) {
                target.remove(name);
            } else if (value instanceof ObjectNode fields) {
                ObjectNode child = target.get(name) instanceof ObjectNode old ? old : target.putObject(name);
                merge(child, fields);
            } else {
                target.set(name, value.deepCopy());
            }
        });
    }
}
