// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import podium.simulator.store.ApiException;
import podium.simulator.store.JsonEquality;

/** JSON Patch, RFC 6902. */
public final class JsonPatch {

    private JsonPatch() {}

    /**
     * Applies operations to an object and returns the result; the object stays as it is.
     *
     * @throws ApiException 400 for a patch that is none, 422 for one that does not fit
     */
    public static ObjectNode apply(ObjectNode object, JsonNode patch) {
        if (!patch.isArray()) {
            throw ApiException.badRequest("json: cannot unmarshal object into Go value of type jsonpatch.Patch");
        }
        ObjectNode result = object.deepCopy();
        for (JsonNode operation : patch) {
            one(result, operation);
        }
        return result;
    }

    private static void one(ObjectNode root, JsonNode operation) {
        String path = operation.path("path").asText("");
        switch (operation.path("op").asText("")) {
            case "add" -> add(root, path, operation.path("value").deepCopy());
            case "remove" -> remove(root, path);
            case "replace" -> {
                remove(root, path);
                add(root, path, operation.path("value").deepCopy());
            }
            case "move" -> add(root, path, remove(root, operation.path("from").asText("")));
            case "copy" ->
                add(root, path, require(root, operation.path("from").asText("")).deepCopy());
            case "test" -> {
                if (!holds(root, path, operation.path("value"))) {
                    throw refused();
                }
            }
            default -> throw refused();
        }
    }

    /** As the library of the API server has it: what is not there is null, if what it would lie in is there. */
    private static boolean holds(ObjectNode root, String path, JsonNode value) {
        List<String> steps = path.isEmpty() ? List.of() : steps(path);
        boolean absent = !steps.isEmpty()
                && parent(root, steps, path) instanceof ObjectNode object
                && !object.has(steps.getLast());
        return absent && value.isNull() || JsonEquality.value(require(root, path), value);
    }

    private static void add(ObjectNode root, String path, JsonNode value) {
        List<String> steps = steps(path);
        String last = steps.getLast();
        JsonNode parent = parent(root, steps, path);
        if (parent instanceof ObjectNode object) {
            object.set(last, value);
        } else if (parent instanceof ArrayNode array) {
            array.insert(last.equals("-") ? array.size() : index(last, array.size() + 1, path), value);
        } else {
            throw refused();
        }
    }

    private static JsonNode remove(ObjectNode root, String path) {
        List<String> steps = steps(path);
        JsonNode parent = parent(root, steps, path);
        JsonNode removed = null;
        if (parent instanceof ObjectNode object) {
            removed = object.remove(steps.getLast());
        } else if (parent instanceof ArrayNode array) {
            removed = array.remove(index(steps.getLast(), array.size(), path));
        }
        if (removed == null) {
            throw refused();
        }
        return removed;
    }

    private static JsonNode require(ObjectNode root, String path) {
        JsonNode found = path.isEmpty() ? root : root.at(path);
        if (found.isMissingNode()) {
            throw refused();
        }
        return found;
    }

    private static JsonNode parent(ObjectNode root, List<String> steps, String path) {
        JsonNode current = root;
        for (String step : steps.subList(0, steps.size() - 1)) {
            current = current instanceof ArrayNode array
                    ? array.path(index(step, array.size(), path))
                    : current.path(step);
        }
        return current;
    }

    private static List<String> steps(String path) {
        if (!path.startsWith("/")) {
            throw refused();
        }
        List<String> steps = new ArrayList<>();
        for (String step : path.substring(1).split("/", -1)) {
            steps.add(step.replace("~1", "/").replace("~0", "~"));
        }
        return steps;
    }

    private static int index(String text, int size, String path) {
        try {
            int index = Integer.parseInt(text);
            if (index >= 0 && index < size) {
                return index;
            }
        } catch (NumberFormatException e) {
            // Not an index: the same refusal as one out of range.
        }
        throw refused();
    }

    /** A real server does not tell which operation it was, or why. */
    private static ApiException refused() {
        return ApiException.of(422, "Invalid", "the server rejected our request due to an error in our request");
    }
}
