// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes away the fields that a schema does not know, and fills in its defaults. Source: apiextensions-apiserver
 * pkg/apiserver/schema/pruning and defaulting.
 */
final class Pruning {

    /** Fields that every object has; their own structure is not looked at. */
    private static final Set<String> OF_EVERY_OBJECT = Set.of("apiVersion", "kind", "metadata");

    private final List<String> unknown = new ArrayList<>();

    private Pruning() {}

    /** Prunes an object and returns the paths that were unknown, in the order of the object. */
    static List<String> prune(JsonNode schema, ObjectNode object) {
        Pruning pruning = new Pruning();
        pruning.object(schema, object, "", true);
        return pruning.unknown;
    }

    private void object(JsonNode schema, ObjectNode object, String path, boolean root) {
        boolean open = schema.path("x-kubernetes-preserve-unknown-fields").asBoolean(false);
        boolean embedded = root || schema.path("x-kubernetes-embedded-resource").asBoolean(false);
        JsonNode others = schema.path("additionalProperties");
        for (String name : List.copyOf(names(object))) {
            JsonNode property = schema.path("properties").path(name);
            String where = path.isEmpty() ? name : path + "." + name;
            if (embedded && OF_EVERY_OBJECT.contains(name)) {
                continue;
            } else if (!property.isMissingNode()) {
                value(property, object.path(name), where);
            } else if (others.isObject()) {
                value(others, object.path(name), where);
            } else if (!others.asBoolean(false) && !open) {
                unknown.add(where);
                object.remove(name);
            }
        }
    }

    private void value(JsonNode schema, JsonNode value, String path) {
        if (value instanceof ObjectNode object) {
            object(schema, object, path, false);
        } else if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                value(schema.path("items"), array.get(i), path + "[" + i + "]");
            }
        }
    }

    /** Fills in what the schema has a default for, in objects that are there. A null gives way to a default where null is no value. */
    static void defaults(JsonNode schema, JsonNode value) {
        if (value instanceof ArrayNode array) {
            array.forEach(item -> defaults(schema.path("items"), item));
        } else if (value instanceof ObjectNode object) {
            schema.path("properties").properties().forEach(property -> {
                JsonNode wanted = property.getValue().path("default");
                JsonNode present = object.path(property.getKey());
                boolean absent = present.isMissingNode()
                        || present.isNull()
                                && !property.getValue().path("nullable").asBoolean(false);
                if (absent && !wanted.isMissingNode()) {
                    object.set(property.getKey(), wanted.deepCopy());
                }
                defaults(property.getValue(), object.path(property.getKey()));
            });
            JsonNode others = schema.path("additionalProperties");
            if (others.isObject()) {
                names(object).stream()
                        .filter(name -> !schema.path("properties").has(name))
                        .forEach(name -> defaults(others, object.path(name)));
            }
        }
    }

    static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
