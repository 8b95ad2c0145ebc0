// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import podium.simulator.store.ResourceType;

/**
 * Takes away the fields that a kind of the server's own does not know. A real server decodes into its types, so that nothing else is
 * left (apimachinery pkg/runtime/serializer/json). Which those are is told by its OpenAPI.
 */
public final class BuiltInFields {
    private BuiltInFields() {}

    /** Prunes an object and returns the paths that were unknown, in the order of the object; of other kinds nothing is known. */
    public static List<String> prune(ResourceType type, ObjectNode object) {
        List<String> unknown = new ArrayList<>();
        BuiltInTypes.KNOWN.of(type).ifPresent(name -> prune(name, object, "", unknown));
        return unknown;
    }

    private static void prune(String type, ObjectNode object, String path, List<String> unknown) {
        Map<String, BuiltInTypes.Field> fields = BuiltInTypes.KNOWN.fields(type);
        for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
            String where = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
            BuiltInTypes.Field below = fields.get(field.getKey());
            if (below == null) {
                unknown.add(where);
                object.remove(field.getKey());
            } else {
                into(below.type(), field.getValue(), where, unknown);
            }
        }
    }

    private static void into(String type, JsonNode value, String path, List<String> unknown) {
        if (type.endsWith("[]")) {
            for (int i = 0; i < value.size(); i++) {
                into(type.substring(0, type.length() - 2), value.path(i), path + "[" + i + "]", unknown);
            }
        } else if (type.endsWith("{}")) {
            value.properties()
                    .forEach(entry -> into(
                            type.substring(0, type.length() - 2),
                            entry.getValue(),
                            path + "." + entry.getKey(),
                            unknown));
        } else if (BuiltInTypes.KNOWN.has(type) && value instanceof ObjectNode object) {
            prune(type, object, path, unknown);
        }
    }
}
