// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** JSON trees of single objects. Lists and watches of thousands are the mirror's, which builds none. */
public final class Trees {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Trees() {}

    /** Reads a text; what is no JSON is an {@link IOException}: the other side sent it. */
    public static JsonNode read(String text) throws IOException {
        JsonNode node = MAPPER.readTree(text);
        return node == null ? JsonNodeFactory.instance.missingNode() : node;
    }

    /** The text on one line. */
    public static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The tree as maps, lists and plain values. */
    public static Object plain(JsonNode node) {
        return MAPPER.convertValue(node, Object.class);
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** The value at a JSON pointer as text; empty when absent or null. */
    public static String text(JsonNode node, String pointer) {
        JsonNode at = node.at(JsonPointer.compile(pointer));
        return at.isMissingNode() || at.isNull() ? "" : at.asText();
    }
}
