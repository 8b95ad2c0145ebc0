// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Short ways to read and build the JSON of Kubernetes objects. A missing field reads as empty, never as an error. */
public final class Json {

    private Json() {}

    /** A new, empty object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** An object with one text field after the other: name, value, name, value. */
    public static ObjectNode object(String... namesAndValues) {
        ObjectNode object = object();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }

    /** A new array. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** An array of texts. */
    public static ArrayNode array(Iterable<String> values) {
        ArrayNode array = array();
        values.forEach(array::add);
        return array;
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

    /** The node at a path of field names; a missing node where there is none. */
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

    /** The whole number at a path, or the given one where there is none. */
    public static int number(JsonNode node, int otherwise, String... path) {
        return at(node, path).asInt(otherwise);
    }

    /** Whether the path holds {@code true}. */
    public static boolean flag(JsonNode node, String... path) {
        return at(node, path).asBoolean(false);
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
    public static ArrayNode array(ObjectNode node, String field) {
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

    /** {@code metadata.name}. */
    public static String name(JsonNode object) {
        return text(object, "metadata", "name");
    }

    /** {@code metadata.namespace}, empty for cluster-scoped objects. */
    public static String namespace(JsonNode object) {
        return text(object, "metadata", "namespace");
    }

    /** {@code metadata.uid}. */
    public static String uid(JsonNode object) {
        return text(object, "metadata", "uid");
    }

    /** One annotation. */
    public static Optional<String> annotation(JsonNode object, String key) {
        JsonNode value = at(object, "metadata", "annotations", key);
        return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
    }

    /** The object's labels. */
    public static Map<String, String> labels(JsonNode object) {
        return texts(at(object, "metadata", "labels"));
    }

    /** The text fields of an object, in their order. */
    public static Map<String, String> texts(JsonNode node) {
        if (node.isEmpty()) {
            return Map.of();
        }
        Map<String, String> values = LinkedHashMap.newLinkedHashMap(node.size());
        node.properties()
                .forEach(field -> values.put(field.getKey(), field.getValue().asText("")));
        return values;
    }

    /** The elements of an array as text. */
    public static List<String> list(JsonNode node) {
        List<String> values = new ArrayList<>(node.size());
        node.forEach(value -> values.add(value.asText("")));
        return values;
    }

    /** Whether the object is being deleted. */
    public static boolean terminating(JsonNode object) {
        return at(object, "metadata", "deletionTimestamp").isTextual();
    }

    /** A time as Kubernetes writes it: UTC, whole seconds. */
    public static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A time with microseconds, as in Lease. */
    public static String microTime(Instant time) {
        String text = time.truncatedTo(ChronoUnit.MICROS).toString();
        int dot = text.indexOf('.');
        String fraction = dot < 0 ? "" : text.substring(dot + 1, text.length() - 1);
        String whole = dot < 0 ? text.substring(0, text.length() - 1) : text.substring(0, dot);
        return whole + "." + (fraction + "000000").substring(0, 6) + "Z";
    }

    /** The time in a field, where there is one. */
    public static Optional<Instant> instant(JsonNode node, String... path) {
        JsonNode value = at(node, path);
        return value.isTextual() ? Optional.of(Instant.parse(value.asText())) : Optional.empty();
    }

    /** The uid of the owner that is the controller. */
    public static Optional<JsonNode> controller(JsonNode object) {
        for (JsonNode owner : at(object, "metadata", "ownerReferences")) {
            if (owner.path("controller").asBoolean(false)) {
                return Optional.of(owner);
            }
        }
        return Optional.empty();
    }
}
