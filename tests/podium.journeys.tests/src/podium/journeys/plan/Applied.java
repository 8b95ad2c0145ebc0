// SPDX-License-Identifier: Apache-2.0
package podium.journeys.plan;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import podium.core.api.ApiWrite;
import podium.kubernetes.internal.json.Trees;

/** A server that takes writes as an API server does, as far as bodies and preconditions go; written apart from what it judges. */
final class Applied {
    final Map<String, JsonNode> objects = new TreeMap<>();

    Applied(Map<String, JsonNode> objects) {
        objects.forEach((path, object) -> this.objects.put(path, object.deepCopy()));
    }

    /** Takes a write; what does not fit is an IllegalStateException. */
    void take(ApiWrite write) throws IOException {
        String path = write.target().path();
        JsonNode now = objects.get(path);
        if (write.verb() == ApiWrite.Verb.CREATE) {
            check(now == null, write, "it exists");
            ObjectNode made = (ObjectNode) Trees.read(write.body());
            made.withObject("/metadata").put("uid", "new-uid-" + path);
            objects.put(path, made);
            return;
        }
        check(now != null, write, "it does not exist");
        JsonNode object = java.util.Objects.requireNonNull(now);
        String uid = object.at("/metadata/uid").asText();
        check(write.uid().isEmpty() || write.uid().get().equals(uid), write, "another uid");
        switch (write.verb()) {
            case DELETE, EVICT -> objects.remove(path);
            case MERGE_PATCH -> objects.put(path, merged(object, Trees.read(write.body())));
            default -> {
                JsonNode copy = object.deepCopy();
                for (JsonNode operation : Trees.read(write.body())) {
                    operate(copy, operation, write);
                }
                objects.put(path, copy);
            }
        }
    }

    private static void operate(JsonNode root, JsonNode operation, ApiWrite write) {
        JsonPointer at = JsonPointer.compile(operation.path("path").asText());
        JsonNode parent = root.at(at.head());
        String last = at.last().getMatchingProperty();
        JsonNode value = operation.path("value").deepCopy();
        check(parent.isContainerNode(), write, at + " lies in nothing");
        JsonNode now = root.at(at);
        switch (operation.path("op").asText()) {
            case "test" -> check(value.isNull() ? now.isMissingNode() : now.equals(value), write, at + " is " + now);
            case "remove" -> {
                check(!now.isMissingNode(), write, at + " is not there");
                if (parent instanceof ArrayNode list) {
                    list.remove(Integer.parseInt(last));
                } else {
                    ((ObjectNode) parent).remove(last);
                }
            }
            case "replace" -> {
                check(!now.isMissingNode(), write, at + " is not there");
                put(parent, last, value, true);
            }
            default -> put(parent, last, value, false);
        }
    }

    private static void put(JsonNode parent, String last, JsonNode value, boolean replace) {
        if (parent instanceof ArrayNode list) {
            int index = Integer.parseInt(last);
            if (replace) {
                list.set(index, value);
            } else {
                list.insert(index, value);
            }
        } else if (value.isNull()) {
            ((ObjectNode) parent).remove(last);
        } else {
            ((ObjectNode) parent).set(last, value);
        }
    }

    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
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

    private static void check(boolean holds, ApiWrite write, String why) {
        if (!holds) {
            throw new IllegalStateException(write.words() + ": " + why + " in " + write.body());
        }
    }
}
