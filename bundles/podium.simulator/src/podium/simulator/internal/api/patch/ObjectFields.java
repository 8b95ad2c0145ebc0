// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import podium.simulator.internal.json.Json;
import podium.simulator.store.JsonEquality;

/** Finds out which fields an object has, which two versions differ in, and takes fields away. */
final class ObjectFields {

    private static final Set<String> SERVER_METADATA = Set.of(
            "name",
            "namespace",
            "uid",
            "creationTimestamp",
            "resourceVersion",
            "generation",
            "selfLink",
            "managedFields",
            "deletionTimestamp",
            "deletionGracePeriodSeconds");

    private final MergeSchema structure;

    ObjectFields(MergeSchema structure) {
        this.structure = structure;
    }

    /** All fields of an object that somebody can manage. */
    FieldSet of(ObjectNode object) {
        FieldSet set = new FieldSet();
        collect(set, manageable(object), List.of());
        return set;
    }

    /** The fields that are new or have another value. */
    FieldSet changed(ObjectNode before, ObjectNode after) {
        FieldSet set = new FieldSet();
        compare(set, manageable(before), manageable(after), List.of());
        return set;
    }

    /** What can be managed: not the type, and not what the server writes. */
    static ObjectNode manageable(ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        copy.remove(List.of("apiVersion", "kind"));
        if (copy.get("metadata") instanceof ObjectNode metadata) {
            metadata.remove(SERVER_METADATA);
            if (metadata.isEmpty()) {
                copy.remove("metadata");
            }
        }
        return copy;
    }

    private void collect(FieldSet set, JsonNode value, List<String> path) {
        Map<String, JsonNode> parts = parts(value, path);
        if (parts.isEmpty()) {
            if (!path.isEmpty()) {
                set.include();
            }
            return;
        }
        parts.forEach((step, part) -> {
            FieldSet child = set.under(step);
            if (step.startsWith("k:")) {
                child.include();
            }
            collect(child, part, step.startsWith("f:") ? longer(path, step) : path);
        });
    }

    private void compare(FieldSet set, JsonNode before, JsonNode after, List<String> path) {
        if (JsonEquality.value(before, after)) {
            return;
        }
        Map<String, JsonNode> parts = parts(after, path);
        if (parts.isEmpty()) {
            set.include();
            return;
        }
        Map<String, JsonNode> old = parts(before, path);
        parts.forEach((step, part) -> {
            JsonNode earlier = old.getOrDefault(step, MissingNode.getInstance());
            if (!JsonEquality.value(earlier, part)) {
                FieldSet child = set.under(step);
                if (step.startsWith("k:") && earlier.isMissingNode()) {
                    child.include();
                }
                compare(child, earlier, part, step.startsWith("f:") ? longer(path, step) : path);
            }
        });
    }

    /** The parts of a value by their steps; none where the value is one. */
    Map<String, JsonNode> parts(JsonNode value, List<String> path) {
        Map<String, JsonNode> parts = new LinkedHashMap<>();
        if (value instanceof ObjectNode object && (path.isEmpty() || !structure.atomicMap(path))) {
            object.properties().forEach(field -> parts.put("f:" + field.getKey(), field.getValue()));
        } else if (value instanceof ArrayNode array && !path.isEmpty()) {
            MergeSchema.ListShape shape = structure.list(path);
            if (!shape.atomic()) {
                array.forEach(element -> parts.put(step(element, shape), element));
            }
        }
        return parts;
    }

    static String step(JsonNode element, MergeSchema.ListShape shape) {
        if (shape.set()) {
            return "v:" + element;
        }
        ObjectNode id = Json.object();
        for (String key : shape.keys()) {
            JsonNode value = element.path(key);
            if (!value.isMissingNode()) {
                id.set(key, value);
            } else if (key.equals("protocol")) {
                id.put(key, "TCP");
            }
        }
        return "k:" + id;
    }

    /** Takes away what is in one set, but nothing that another set holds. */
    void remove(ObjectNode object, FieldSet gone, FieldSet kept) {
        removeUnder(object, gone, kept, List.of());
    }

    private void removeUnder(JsonNode value, FieldSet gone, FieldSet kept, List<String> path) {
        Map<String, JsonNode> parts = parts(value, path);
        gone.children().forEach((step, child) -> {
            JsonNode part = parts.get(step);
            if (part == null) {
                return;
            }
            if (child.member() && kept.at(step).empty()) {
                drop(value, step, part);
            } else {
                removeUnder(part, child, kept.at(step), step.startsWith("f:") ? longer(path, step) : path);
            }
        });
    }

    private static void drop(JsonNode value, String step, JsonNode part) {
        if (value instanceof ObjectNode object) {
            object.remove(step.substring(2));
        } else if (value instanceof ArrayNode array) {
            for (int i = array.size() - 1; i >= 0; i--) {
                if (array.get(i) == part || array.get(i).equals(part)) {
                    array.remove(i);
                    return;
                }
            }
        }
    }

    static List<String> longer(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step.substring(2));
        return longer;
    }
}
