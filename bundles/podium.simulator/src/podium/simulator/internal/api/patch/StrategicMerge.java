// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jdt.annotation.Nullable;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ApiException;

/** Strategic merge patch: lists are merged by key where the kind says so. Source: apimachinery util/strategicpatch. */
public final class StrategicMerge {

    private static final String DIRECTIVE = "$patch";
    private static final String RETAIN = "$retainKeys";
    private static final String ORDER = "$setElementOrder/";
    private static final String DELETE = "$deleteFromPrimitiveList/";

    private final MergeSchema structure;

    /** Merges objects of a structure. */
    public StrategicMerge(MergeSchema structure) {
        this.structure = structure;
    }

    /** Merges a patch into an object and returns the result; the object stays as it is. */
    public ObjectNode apply(ObjectNode object, ObjectNode patch) {
        ObjectNode result = object.deepCopy();
        merge(result, patch, List.of());
        return result;
    }

    private void merge(ObjectNode target, ObjectNode patch, List<String> path) {
        switch (patch.path(DIRECTIVE).asText("merge")) {
            case "replace" -> {
                target.removeAll();
                patch.properties().stream()
                        .filter(field -> !field.getKey().equals(DIRECTIVE))
                        .forEach(field ->
                                target.set(field.getKey(), field.getValue().deepCopy()));
                return;
            }
            case "delete" -> {
                target.removeAll();
                return;
            }
            case "merge" -> {}
            default -> throw ApiException.badRequest("unknown patch type " + patch.path(DIRECTIVE));
        }
        retain(target, patch.path(RETAIN));
        patch.properties().forEach(field -> field(target, field.getKey(), field.getValue(), path));
        patch.properties().stream()
                .filter(field -> field.getKey().startsWith(ORDER))
                .forEach(field -> order(target, field.getKey().substring(ORDER.length()), field.getValue(), path));
    }

    private void field(ObjectNode target, String name, JsonNode value, List<String> path) {
        if (name.startsWith(DELETE)) {
            if (target.get(name.substring(DELETE.length())) instanceof ArrayNode list) {
                value.forEach(gone -> removeIf(list, gone::equals));
            }
        } else if (name.startsWith("$")) {
            return;
        } else if (value.isNull()) {
            target.remove(name);
        } else if (value instanceof ObjectNode fields) {
            ObjectNode child = target.get(name) instanceof ObjectNode old ? old : target.putObject(name);
            merge(child, fields, sub(path, name));
        } else if (value instanceof ArrayNode elements) {
            list(target, name, elements, sub(path, name));
        } else {
            target.set(name, value);
        }
    }

    private void list(ObjectNode target, String name, ArrayNode elements, List<String> path) {
        MergeSchema.ListShape shape = structure.list(path);
        if (shape.atomic() || !(target.get(name) instanceof ArrayNode)) {
            ArrayNode fresh = target.putArray(name);
            if (shape.atomic()) {
                elements.forEach(element -> fresh.add(element.deepCopy()));
                return;
            }
        }
        ArrayNode list = Json.array(target, name);
        if (shape.set()) {
            Set<JsonNode> known = new HashSet<>();
            list.forEach(known::add);
            elements.forEach(element -> {
                if (known.add(element)) {
                    list.add(element);
                }
            });
        } else {
            byKey(list, elements, shape.keys().getFirst(), path);
        }
    }

    private void byKey(ArrayNode list, ArrayNode elements, String key, List<String> path) {
        boolean replace = false;
        for (JsonNode element : elements) {
            replace |= element.path(DIRECTIVE).asText("").equals("replace");
        }
        if (replace) {
            list.removeAll();
        }
        for (ObjectNode element : Json.objects(elements)) {
            if (element.size() == 1 && element.has(DIRECTIVE)) {
                continue;
            }
            JsonNode id = element.path(key);
            if (id.isMissingNode()) {
                throw ApiException.badRequest("map: " + element + " does not contain declared merge key: " + key);
            }
            if (element.path(DIRECTIVE).asText("").equals("delete")) {
                removeIf(list, present -> present.path(key).equals(id));
                continue;
            }
            ObjectNode present = find(list, key, id);
            if (present == null) {
                merge(list.addObject(), element, path);
            } else {
                merge(present, element, path);
            }
        }
    }

    private void order(ObjectNode target, String name, JsonNode order, List<String> path) {
        if (!(target.get(name) instanceof ArrayNode list) || !(order instanceof ArrayNode wanted)) {
            return;
        }
        MergeSchema.ListShape shape = structure.list(sub(path, name));
        String key = shape.atomic() || shape.set() ? "" : shape.keys().getFirst();
        List<JsonNode> ids = new ArrayList<>();
        wanted.forEach(element -> ids.add(key.isEmpty() ? element : element.path(key)));
        List<Integer> slots = new ArrayList<>();
        List<JsonNode> moved = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            if (ids.contains(id(list.get(i), key))) {
                slots.add(i);
                moved.add(list.get(i));
            }
        }
        moved.sort(Comparator.comparingInt(element -> ids.indexOf(id(element, key))));
        for (int i = 0; i < slots.size(); i++) {
            list.set(slots.get(i), moved.get(i));
        }
    }

    private static JsonNode id(JsonNode element, String key) {
        return key.isEmpty() ? element : element.path(key);
    }

    private static void retain(ObjectNode target, JsonNode keys) {
        if (keys.isArray()) {
            Set<String> kept = new HashSet<>();
            keys.forEach(key -> kept.add(key.asText("")));
            target.retain(kept);
        }
    }

    private static @Nullable ObjectNode find(ArrayNode list, String key, JsonNode id) {
        for (ObjectNode element : Json.objects(list)) {
            if (element.path(key).equals(id)) {
                return element;
            }
        }
        return null;
    }

    private static void removeIf(ArrayNode list, Predicate<JsonNode> gone) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (gone.test(list.get(i))) {
                list.remove(i);
            }
        }
    }

    private static List<String> sub(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }
}
