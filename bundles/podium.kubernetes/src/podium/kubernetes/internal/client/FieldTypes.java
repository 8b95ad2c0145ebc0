// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Values of an object against the types that its schema names: what a server does not decode otherwise. Pure functions. */
public final class FieldTypes {
    private static final String TYPE = "type";
    private static final Set<String> PLAIN = Set.of("integer", "number", "string");

    /** What a value should be. */
    public enum Wanted {
        WHOLE_NUMBER,
        NUMBER,
        TRUE_OR_FALSE,
        TEXT,
        NUMBER_OR_TEXT,
        LIST,
        MAPPING
    }

    /**
     * A value that is of another type.
     *
     * @param path the names from the object down and the places in lists, such as {@code [0]}
     */
    public record Misfit(List<String> path, Wanted wanted, JsonNode value) {}

    private FieldTypes() {}

    /** The first value that is of another type; empty: none is, as far as the schema says. */
    static Optional<Misfit> of(JsonNode value, JsonNode schema, JsonNode schemas, List<String> path) {
        JsonNode known = TransportFieldHints.resolved(schema, schemas);
        Optional<Misfit> here =
                wanted(known, isNumberOrText(schema, known), value).map(wanted -> new Misfit(path, wanted, value));
        if (here.isPresent()) {
            return here;
        }
        for (int i = 0; i < value.size() && value.isArray(); i++) {
            Optional<Misfit> found = of(value.path(i), known.path("items"), schemas, below(path, "[" + i + "]"));
            if (found.isPresent()) {
                return found;
            }
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            JsonNode names = known.path("properties");
            JsonNode it =
                    names.has(field.getKey()) ? names.path(field.getKey()) : known.path(TransportFieldHints.VALUES);
            Optional<Misfit> found = of(field.getValue(), it, schemas, below(path, field.getKey()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** What it should be; empty: it is, nothing stands there, or any may. */
    private static Optional<Wanted> wanted(JsonNode schema, boolean numberOrText, JsonNode value) {
        if (value.isNull()) {
            return Optional.empty();
        }
        if (numberOrText) {
            return unless(value.isNumber() || value.isTextual(), Wanted.NUMBER_OR_TEXT);
        }
        return switch (schema.path(TYPE).asText("")) {
            case "integer" -> unless(value.isNumber() && value.asDouble() % 1 == 0, Wanted.WHOLE_NUMBER);
            case "number" -> unless(value.isNumber(), Wanted.NUMBER);
            case "boolean" -> unless(value.isBoolean(), Wanted.TRUE_OR_FALSE);
            case "string" -> unless(value.isTextual(), Wanted.TEXT);
            case "array" -> unless(value.isArray(), Wanted.LIST);
            case "object" -> unless(value.isObject(), Wanted.MAPPING);
            default -> Optional.empty();
        };
    }

    private static Optional<Wanted> unless(boolean fits, Wanted wanted) {
        return fits ? Optional.empty() : Optional.of(wanted);
    }

    /** Ports, percentages and quantities: of these, servers name the type in different ways. */
    private static boolean isNumberOrText(JsonNode schema, JsonNode known) {
        Set<String> types = StreamSupport.stream(known.path("oneOf").spliterator(), false)
                .map(one -> one.path(TYPE).asText(""))
                .collect(Collectors.toSet());
        return known.path("x-kubernetes-int-or-string").asBoolean()
                || known.path("format").asText("").equals("int-or-string")
                || TransportFieldHints.reference(schema).endsWith(".Quantity")
                || !types.isEmpty() && PLAIN.containsAll(types);
    }

    private static List<String> below(List<String> path, String name) {
        return Stream.concat(path.stream(), Stream.of(name)).toList();
    }
}
