// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import podium.simulator.store.ResourceType;

/**
 * Finds a value that a real server cannot decode into the type of its field, in the words of Go's decoder. Where a text is meant a
 * number is taken too, but for labels and the like: quantities and ports are told as texts.
 */
public final class BuiltInMisfits {
    private static final String LIST = "[]";
    private static final String MAP = "{}";

    /** Texts that are no quantities: a number is none of them. */
    private static final Set<String> TEXTS =
            Set.of("labels", "annotations", "matchLabels", "nodeSelector", "stringData");

    private BuiltInMisfits() {}

    /** Why the first of them cannot be decoded; empty: all can, or it is no kind of the server's own. */
    public static Optional<String> first(ResourceType type, JsonNode object) {
        return BuiltInTypes.KNOWN.of(type).flatMap(name -> in(name, object, ""));
    }

    private static Optional<String> in(String type, JsonNode object, String path) {
        return BuiltInTypes.KNOWN.fields(type).entrySet().stream()
                .filter(field -> object.has(field.getKey()))
                .flatMap(field -> field(type, field, object, path).stream())
                .findFirst();
    }

    private static Optional<String> field(
            String type, Map.Entry<String, BuiltInTypes.Field> field, JsonNode object, String path) {
        String where = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
        String name = type.substring(type.lastIndexOf('.') + 1) + "." + where;
        JsonNode value = object.path(field.getKey());
        if (TEXTS.contains(field.getKey())
                || type.equals("core.v1.EnvVar") && field.getKey().equals("value")) {
            Optional<JsonNode> number = Stream.concat(Stream.of(value), value.valueStream())
                    .filter(JsonNode::isNumber)
                    .findFirst();
            if (number.isPresent()) {
                return Optional.of("json: cannot unmarshal number into Go struct field " + name + " of type string");
            }
        }
        return value(name, field.getValue().type(), value, where);
    }

    private static Optional<String> value(String name, String type, JsonNode value, String path) {
        if (value.isNull()) {
            return Optional.empty();
        }
        if (!fits(type, value)) {
            return Optional.of("json: cannot unmarshal " + go(value) + " into Go struct field " + name + " of type "
                    + goType(type));
        }
        String below = type.endsWith(LIST) || type.endsWith(MAP) ? type.substring(0, type.length() - 2) : type;
        Stream<JsonNode> values = type.endsWith(LIST)
                ? IntStream.range(0, value.size()).mapToObj(value::path)
                : type.endsWith(MAP) ? value.properties().stream().map(Map.Entry::getValue) : Stream.empty();
        return BuiltInTypes.KNOWN.has(type)
                ? in(type, value, path)
                : values.flatMap(one -> value(name, below, one, path).stream()).findFirst();
    }

    private static boolean fits(String type, JsonNode value) {
        if (type.endsWith(LIST)) {
            return value.isArray();
        }
        if (type.endsWith(MAP) || BuiltInTypes.KNOWN.has(type)) {
            return value.isObject();
        }
        return switch (type) {
            case "boolean" -> value.isBoolean();
            case "integer", "number" -> value.isNumber();
            case "string", BuiltInTypes.EITHER, BuiltInTypes.QUANTITY -> value.isTextual() || value.isNumber();
            default -> true;
        };
    }

    private static String go(JsonNode value) {
        JsonNodeType type = Objects.requireNonNull(value.getNodeType());
        return switch (type) {
            case BOOLEAN -> "bool";
            case NUMBER -> "number";
            case ARRAY -> "array";
            case OBJECT -> "object";
            default -> "string";
        };
    }

    private static String goType(String type) {
        String plain =
                type.substring(type.lastIndexOf('.') + 1).replace(LIST, "").replace(MAP, "");
        String folder = type.contains(".") ? type.substring(0, type.indexOf('.')) + "." : "";
        String inner =
                switch (plain) {
                    case "boolean" -> "bool";
                    case "integer", BuiltInTypes.EITHER -> "int32";
                    case "number" -> "float64";
                    case BuiltInTypes.QUANTITY -> "resource.Quantity";
                    default -> folder.isEmpty() ? plain : "v1." + plain;
                };
        return type.endsWith(LIST) ? "[]" + inner : type.endsWith(MAP) ? "map[string]" + inner : inner;
    }
}
