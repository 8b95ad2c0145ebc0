// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.value.Labels;
import podium.model.value.Resources;

/**
 * A JSON value that is asked for its parts by name. What is not there is an empty tree, never null. Numbers and booleans
 * are kept as written. Used for everything but pods, whose number asks for more thrift.
 */
public final class JsonTree {
    private static final JsonTree NONE = new JsonTree(null);
    private static final int DEEPEST = 100;
    /** Big parts nobody reads. */
    private static final Set<String> SKIPPED = Set.of(
            "fieldsV1",
            "images",
            "volumesInUse",
            "volumesAttached",
            "kubectl.kubernetes.io/last-applied-configuration",
            "env",
            "command",
            "args",
            "volumeMounts",
            "livenessProbe",
            "readinessProbe",
            "startupProbe",
            "securityContext");

    private final @Nullable Object value;

    private JsonTree(@Nullable Object value) {
        this.value = value;
    }

    public static JsonTree none() {
        return NONE;
    }

    public static JsonTree of(Map<String, JsonTree> fields) {
        return new JsonTree(fields);
    }

    public static JsonTree list(JsonTree element) {
        return new JsonTree(List.of(element));
    }

    public static JsonTree list(List<JsonTree> elements) {
        return new JsonTree(List.copyOf(elements));
    }

    public static JsonTree ofText(String text) {
        return new JsonTree(text);
    }

    /** Reads the next value. */
    public static JsonTree read(JsonInput in) throws IOException {
        return read(in, 0);
    }

    private static JsonTree read(JsonInput in, int depth) throws IOException {
        if (depth > DEEPEST) {
            in.skip();
            return NONE;
        }
        switch (in.kind()) {
            case OBJECT -> {
                Map<String, JsonTree> fields = new LinkedHashMap<>();
                in.object();
                for (String name = in.name(); name != null; name = in.name()) {
                    if (SKIPPED.contains(name)) {
                        in.skip();
                    } else {
                        fields.put(name, read(in, depth + 1));
                    }
                }
                return new JsonTree(fields);
            }
            case ARRAY -> {
                List<JsonTree> elements = new ArrayList<>();
                in.array();
                while (in.element()) {
                    elements.add(read(in, depth + 1));
                }
                return new JsonTree(elements);
            }
            case NULL -> {
                in.skip();
                return NONE;
            }
            default -> {
                return new JsonTree(in.text());
            }
        }
    }

    /** The same as a tree that can be changed; numbers and flags are texts in it. */
    public JsonNode node() {
        if (value instanceof Map) {
            ObjectNode object = Trees.object();
            fields((name, field) -> object.set(name, field.node()));
            return object;
        }
        if (value instanceof List) {
            ArrayNode array = Trees.array();
            elements().forEach(element -> array.add(element.node()));
            return array;
        }
        return value instanceof String text ? TextNode.valueOf(text) : NullNode.getInstance();
    }

    /** The same as {@link #node} the other way. */
    public static JsonTree of(JsonNode node) {
        if (node.isObject()) {
            Map<String, JsonTree> fields = new LinkedHashMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), of(field.getValue())));
            return of(fields);
        }
        if (node.isArray()) {
            List<JsonTree> elements = new ArrayList<>();
            node.forEach(element -> elements.add(of(element)));
            return list(elements);
        }
        return node.isNull() || node.isMissingNode() ? NONE : ofText(node.asText());
    }

    public boolean isObject() {
        return value instanceof Map;
    }

    public boolean isArray() {
        return value instanceof List;
    }

    public boolean exists() {
        return value != null;
    }

    /** A field of an object. */
    public JsonTree at(String name) {
        return value instanceof Map<?, ?> fields && fields.get(name) instanceof JsonTree field ? field : NONE;
    }

    /** A field of a field ... */
    public JsonTree at(String name, String... more) {
        JsonTree tree = at(name);
        for (String next : more) {
            tree = tree.at(next);
        }
        return tree;
    }

    /** The elements of an array; none when it is no array. */
    @SuppressWarnings("unchecked")
    public List<JsonTree> elements() {
        return value instanceof List<?> list ? (List<JsonTree>) list : List.of();
    }

    /** The fields of an object in their order; none when it is no object. */
    @SuppressWarnings("unchecked")
    public void fields(BiConsumer<String, JsonTree> action) {
        if (value instanceof Map<?, ?> map) {
            ((Map<String, JsonTree>) map).forEach(action);
        }
    }

    /** Text of a string, number or boolean; empty for the rest. */
    public String text() {
        return value instanceof String text ? text : "";
    }

    public String text(String name) {
        return at(name).text();
    }

    public boolean flag(String name) {
        return "true".equals(text(name));
    }

    public int number(String name, int otherwise) {
        return number(name).orElse(otherwise);
    }

    public OptionalInt number(String name) {
        String text = text(name);
        if (text.isEmpty() || "-0123456789".indexOf(text.charAt(0)) < 0) {
            return OptionalInt.empty();
        }
        long value = QuantityReader.clamp(text);
        return OptionalInt.of((int) Math.clamp(value, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    public long whole(String name) {
        return QuantityReader.clamp(text(name).isEmpty() ? "0" : text(name));
    }

    @Nullable
    public Instant time(String name) {
        return ApiTimes.parse(text(name));
    }

    public List<String> texts() {
        return elements().stream().map(JsonTree::text).toList();
    }

    /** Texts of one field of each element, empty ones left out. */
    public List<String> texts(String field) {
        return elements().stream()
                .map(element -> element.text(field))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    public Labels labels() {
        Map<String, String> map = new HashMap<>();
        fields((name, tree) -> map.put(name, tree.text()));
        return Labels.of(map);
    }

    /** An object of quantities; what is no quantity is left out. */
    public Resources resources() {
        Map<String, Long> map = new HashMap<>();
        fields((name, tree) -> QuantityReader.amount(name, tree.text()).ifPresent(amount -> map.put(name, amount)));
        return Resources.of(map);
    }
}
