// SPDX-License-Identifier: Apache-2.0
package podium.core.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** JSON Patch (RFC 6902) with the operations Podium sends: test, add, replace, remove. */
public final class JsonPatch {
    private JsonPatch() {}

    /** The patched document; empty when a test fails or a place does not exist. The given document is left alone. */
    public static Optional<JsonNode> apply(JsonNode document, JsonNode patch) {
        JsonNode result = document.deepCopy();
        for (JsonNode operation : patch) {
            JsonPointer path = JsonPointer.compile(operation.path("path").asText());
            JsonNode value = operation.path("value");
            boolean done =
                    switch (operation.path("op").asText()) {
                        case "test" -> same(result.at(path), value);
                        case "add" -> add(result.at(path.head()), path, value);
                        case "replace" ->
                            !result.at(path).isMissingNode() && replace(result.at(path.head()), path, value);
                        case "remove" -> remove(result.at(path.head()), path);
                        default -> false;
                    };
            if (!done) {
                return Optional.empty();
            }
        }
        return Optional.of(result);
    }

    /**
     * True when a document already is as the patch would leave it: every value is there, whatever a server has added to it, every
     * removed thing is not. What is
     * removed from a list is known by the test that precedes its removal.
     */
    public static boolean applied(JsonNode document, JsonNode patch) {
        JsonNode tested = patch.path(-1);
        for (JsonNode operation : patch) {
            if (!holds(document, operation, tested)) {
                return false;
            }
            tested = "test".equals(operation.path("op").asText()) ? operation : tested;
        }
        return true;
    }

    /** The same of one operation, with the test that precedes it. */
    public static boolean holds(JsonNode document, JsonNode operation, JsonNode tested) {
        JsonPointer path = JsonPointer.compile(operation.path("path").asText());
        JsonNode at = document.at(path);
        Optional<GateSet> gates = GateSet.of(tested, operation);
        if (gates.isPresent() && !operation.path("op").asText().equals("test")) {
            return gates.get().holds(document);
        }
        return switch (operation.path("op").asText()) {
            case "add", "replace" -> contains(at, operation.path("value"));
            case "remove" -> at.isMissingNode() || removedFromList(document, path, tested);
            default -> true;
        };
    }

    private static boolean removedFromList(JsonNode document, JsonPointer path, JsonNode tested) {
        String testedPath = tested.path("path").asText();
        return path.last().mayMatchElement()
                && (testedPath.equals(path.toString()) || testedPath.startsWith(path + "/"))
                && !same(document.at(JsonPointer.compile(testedPath)), tested.path("value"));
    }

    public static boolean contains(JsonNode found, JsonNode wanted) {
        if (wanted.isObject()) {
            return found.isObject()
                    && wanted.properties().stream()
                            .allMatch(field -> contains(found.path(field.getKey()), field.getValue()));
        }
        if (wanted.isArray() && found.size() == wanted.size()) {
            for (int i = 0; i < wanted.size(); i++) {
                if (!contains(found.path(i), wanted.path(i))) {
                    return false;
                }
            }
            return found.isArray();
        }
        return same(found, wanted);
    }

    private static boolean same(JsonNode found, JsonNode wanted) {
        return wanted.isNull() ? found.isNull() || found.isMissingNode() : found.equals(wanted);
    }

    private static boolean add(JsonNode parent, JsonPointer path, JsonNode value) {
        if (parent instanceof ArrayNode array) {
            String last = path.last().getMatchingProperty();
            int index = "-".equals(last) ? array.size() : path.last().getMatchingIndex();
            if (index < 0 || index > array.size()) {
                return false;
            }
            array.insert(index, value.deepCopy());
            return true;
        }
        return set(parent, path, value);
    }

    private static boolean replace(JsonNode parent, JsonPointer path, JsonNode value) {
        if (parent instanceof ArrayNode array) {
            array.set(path.last().getMatchingIndex(), value.deepCopy());
            return true;
        }
        return set(parent, path, value);
    }

    private static boolean set(JsonNode parent, JsonPointer path, JsonNode value) {
        if (parent instanceof ObjectNode object) {
            object.set(path.last().getMatchingProperty(), value.deepCopy());
            return true;
        }
        return false;
    }

    private static boolean remove(JsonNode parent, JsonPointer path) {
        return switch (parent) {
            case ArrayNode array -> array.remove(path.last().getMatchingIndex()) != null;
            case ObjectNode object -> object.remove(path.last().getMatchingProperty()) != null;
            default -> false;
        };
    }
}
