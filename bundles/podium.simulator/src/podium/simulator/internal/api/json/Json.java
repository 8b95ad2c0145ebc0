// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import podium.simulator.store.ApiException;

/** Short ways to read, build and write JSON. A missing field reads as missing, never as an error. */
public final class Json {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final YAMLMapper YAML = new YAMLMapper();

    private Json() {}

    /** A new object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A new array. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** An object with one text field after the other: name, value, name, value. */
    public static ObjectNode texts(String... namesAndValues) {
        ObjectNode object = object();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    /** An array of texts. */
    public static ArrayNode list(Iterable<String> values) {
        ArrayNode array = array();
        values.forEach(array::add);
        return array;
    }

    /** The node at a path of field names. */
    public static JsonNode at(JsonNode node, String... path) {
        JsonNode current = node;
        for (String field : path) {
            current = current.path(field);
        }
        return current;
    }

    /** The text at a path, empty where there is none. */
    public static String text(JsonNode node, String... path) {
        return at(node, path).asText("");
    }

    /** The object at a path, made where there is none. */
    public static ObjectNode with(ObjectNode node, String... path) {
        ObjectNode current = node;
        for (String field : path) {
            current = current.get(field) instanceof ObjectNode child ? child : current.putObject(field);
        }
        return current;
    }

    /** The array in a field, made where there is none. */
    public static ArrayNode arrayIn(ObjectNode node, String field) {
        return node.get(field) instanceof ArrayNode array ? array : node.putArray(field);
    }

    /** Sets a field that is missing or null. */
    public static void orElse(ObjectNode node, String field, JsonNode value) {
        if (!node.hasNonNull(field)) {
            node.set(field, value);
        }
    }

    /** Sets a text field that is missing or null. */
    public static void orElse(ObjectNode node, String field, String value) {
        if (!node.hasNonNull(field)) {
            node.put(field, value);
        }
    }

    /** Sets a number that is missing or null. */
    public static void orElse(ObjectNode node, String field, int value) {
        if (!node.hasNonNull(field)) {
            node.put(field, value);
        }
    }

    /** The elements of an array that are objects. */
    public static List<ObjectNode> objects(JsonNode array) {
        List<ObjectNode> objects = new ArrayList<>(array.size());
        array.forEach(element -> {
            if (element instanceof ObjectNode object) {
                objects.add(object);
            }
        });
        return objects;
    }

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
