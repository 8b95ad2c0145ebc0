// SPDX-License-Identifier: Apache-2.0
package podium.core.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import podium.core.texts.Texts;

/** JSON text to trees and back. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    /** For what Podium wrote itself: finding double members costs a set for every object. */
    private static final JsonMapper QUICK = JsonMapper.builder().build();

    private Json() {}

    /** Reads a text; a broken one is an {@link IllegalArgumentException} that says where it breaks. */
    public static JsonNode read(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node == null ? JsonNodeFactory.instance.missingNode() : node;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(Texts.of("Json.notJson", e.getOriginalMessage()), e);
        }
    }

    /** Reads bytes token by token; plans within them as trees. */
    public static JsonParser parser(byte[] bytes, int from, int length) throws IOException {
        return QUICK.createParser(bytes, from, length);
    }

    /** The text on one line. */
    public static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The value at a JSON pointer (RFC 6901) as text; empty when absent or null. */
    public static String text(JsonNode node, String pointer) {
        JsonNode at = node.at(JsonPointer.compile(pointer));
        return at.isMissingNode() || at.isNull() ? "" : at.isValueNode() ? at.asText() : at.toString();
    }

    public static String uid(JsonNode object) {
        return text(object, "/metadata/uid");
    }

    public static String resourceVersion(JsonNode object) {
        return text(object, "/metadata/resourceVersion");
    }

    /** True when the server has begun to delete the object. */
    public static boolean terminating(JsonNode object) {
        return !text(object, "/metadata/deletionTimestamp").isEmpty();
    }

    /** True for a pod that runs and is not being deleted. */
    public static boolean running(JsonNode pod) {
        return text(pod, "/status/phase").equals("Running") && !terminating(pod);
    }

    /** True for a pod that has succeeded or failed. */
    public static boolean hasEnded(JsonNode pod) {
        String phase = text(pod, "/status/phase");
        return phase.equals("Succeeded") || phase.equals("Failed");
    }

    /** A key as one segment of a JSON pointer (RFC 6901). */
    public static String segment(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    /** A JSON pointer (RFC 6901) as people write it: {@code spec.template.spec.containers[0].image}. */
    public static String place(String pointer) {
        return pointer.replaceFirst("^/", "")
                .replaceAll("/(\\d+)(?=/|$)", "[$1]")
                .replace("/", ".")
                .replace("~1", "/")
                .replace("~0", "~");
    }
}
