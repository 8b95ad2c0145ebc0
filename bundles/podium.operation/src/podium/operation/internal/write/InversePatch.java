// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.write;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.core.api.ApiWrite;
import podium.core.json.Json;
import podium.core.json.JsonPatch;
import podium.core.json.MergePatch;

/** Patches turned round against the object they are made for, and the places they touch. */
public final class InversePatch {
    private InversePatch() {}

    /** The object after a patch; empty: a test in it fails, or a place does not exist. */
    public static Optional<JsonNode> apply(ApiWrite patch, JsonNode object) {
        JsonNode body = Json.read(patch.body());
        return patch.verb() == ApiWrite.Verb.JSON_PATCH
                ? JsonPatch.apply(object, body)
                : Optional.of(MergePatch.apply(object, body));
    }

    /** The body of the patch that puts back what a patch changes in this object. */
    public static String of(ApiWrite patch, JsonNode object) {
        JsonNode body = Json.read(patch.body());
        return Json.write(
                patch.verb() == ApiWrite.Verb.JSON_PATCH ? ofOperations(body, object) : ofMerge(body, object));
    }

    private static JsonNode ofMerge(JsonNode patch, JsonNode object) {
        ObjectNode back = Json.object();
        patch.properties().forEach(field -> {
            JsonNode before = object.path(field.getKey());
            boolean into = field.getValue().isObject() && before.isObject();
            back.set(
                    field.getKey(),
                    into
                            ? ofMerge(field.getValue(), before)
                            : before.isMissingNode() ? JsonNodeFactory.instance.nullNode() : before);
        });
        return back;
    }

    private static JsonNode ofOperations(JsonNode patch, JsonNode object) {
        List<ObjectNode> back = new ArrayList<>();
        JsonNode now = object;
        for (JsonNode operation : patch) {
            JsonPointer path = JsonPointer.compile(operation.path("path").asText());
            JsonNode before = now.at(path);
            String op = operation.path("op").asText();
            boolean inList = now.at(path.head()).isArray();
            if ("remove".equals(op)) {
                back.addFirst(operation("add", path).set("value", before));
            } else if ("replace".equals(op) || "add".equals(op) && !inList && !before.isMissingNode()) {
                back.addFirst(operation("replace", path).set("value", before));
            } else if ("add".equals(op)) {
                boolean last = path.toString().endsWith("/-");
                back.addFirst(operation(
                        "remove",
                        last ? path.head().appendIndex(now.at(path.head()).size()) : path));
            }
            now = JsonPatch.apply(now, Json.object().arrayNode().add(operation)).orElse(now);
        }
        ArrayNode all = Json.object().arrayNode();
        back.forEach(all::add);
        return all;
    }

    private static ObjectNode operation(String op, JsonPointer path) {
        return Json.object().put("op", op).put("path", path.toString());
    }

    /** The places that a patch changes. */
    public static Set<JsonPointer> places(ApiWrite patch) {
        Set<JsonPointer> places = new LinkedHashSet<>();
        JsonNode body = Json.read(patch.body());
        if (patch.verb() == ApiWrite.Verb.JSON_PATCH) {
            body.forEach(operation -> {
                if (!"test".equals(operation.path("op").asText())) {
                    places.add(JsonPointer.compile(operation.path("path").asText()));
                }
            });
        } else {
            leaves(JsonPointer.empty(), body, places);
        }
        return places;
    }

    private static void leaves(JsonPointer at, JsonNode node, Set<JsonPointer> into) {
        if (node.isObject() && !node.isEmpty()) {
            node.properties().forEach(field -> leaves(at.appendProperty(field.getKey()), field.getValue(), into));
        } else {
            into.add(at);
        }
    }

    /** The merge patch without these places; an empty object when nothing is left of it. */
    public static JsonNode without(JsonNode patch, JsonPointer at, Set<String> places) {
        if (!patch.isObject() || patch.isEmpty()) {
            return patch;
        }
        ObjectNode rest = Json.object();
        patch.properties().forEach(field -> {
            JsonPointer place = at.appendProperty(field.getKey());
            if (places.stream().noneMatch(other -> WrittenFields.isWithin(place.toString(), other))) {
                JsonNode below = without(field.getValue(), place, places);
                if (!below.isObject() || !below.isEmpty() || field.getValue().isEmpty()) {
                    rest.set(field.getKey(), below);
                }
            }
        });
        return rest;
    }

    /** A JSON patch whose tests and places fit this object, so that it overwrites what is there. */
    public static JsonNode forced(JsonNode patch, JsonNode object) {
        ArrayNode forced = Json.object().arrayNode();
        for (JsonNode operation : patch) {
            JsonPointer path = JsonPointer.compile(operation.path("path").asText());
            JsonNode now = object.at(path);
            ObjectNode copy = operation.deepCopy();
            if (object.at(path.head()).isArray()) {
                // an index names another element once the list changed: only the tested one is taken out
                forced.add(copy);
                continue;
            }
            switch (operation.path("op").asText()) {
                case "test" -> copy.set("value", now);
                case "replace" -> copy.put("op", now.isMissingNode() ? "add" : "replace");
                default -> {}
            }
            if (!now.isMissingNode() || "add".equals(copy.path("op").asText())) {
                forced.add(copy);
            }
        }
        return forced;
    }
}
