// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import podium.simulator.store.ApiException;

/** JSON as it goes over the wire: bytes in, bytes out. */
public final class JsonText {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    private JsonText() {}

    /** As bytes, compact. */
    public static byte[] bytes(JsonNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always writable", e);
        }
    }

    /** Text as UTF-8. */
    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a body in JSON or YAML.
     *
     * @throws ApiException 400 if it is neither
     */
    public static JsonNode parse(byte[] body, boolean yaml) {
        try {
            JsonNode node = yaml ? YAML.readTree(body) : JSON.readTree(body);
            if (node == null || node.isMissingNode()) {
                throw ApiException.badRequest("the request body is empty");
            }
            return node;
        } catch (IOException e) {
            throw ApiException.badRequest("couldn't parse the request body: " + firstLine(e));
        }
    }

    /**
     * Reads a body that must be an object.
     *
     * @throws ApiException 400 if it is none
     */
    public static ObjectNode parseObject(byte[] body, boolean yaml) {
        if (parse(body, yaml) instanceof ObjectNode object) {
            return object;
        }
        throw ApiException.badRequest("the request body must be an object");
    }

    private static String firstLine(IOException e) {
        String message = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
        return message == null ? "unreadable" : message.lines().findFirst().orElse("unreadable");
    }
}
