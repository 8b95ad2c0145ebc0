// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import podium.simulator.internal.api.strategy.FieldErrors;

/**
 * Types, limits and what is required. What an update leaves as it was may stay wrong. Source: the messages of kube-openapi
 * pkg/validation and apiextensions-apiserver pkg/apiserver/validation, and the ratcheting of KEP-4008.
 */
final class SchemaCheck {

    private final FieldErrors problems;

    SchemaCheck(FieldErrors problems) {
        this.problems = problems;
    }

    /**
     * Finds the faults of a value.
     *
     * @param before the value before the update; missing: it is new
     */
    void check(JsonNode schema, JsonNode value, JsonNode before, String path) {
        if (value.equals(before) && !path.isEmpty() || !isOfType(schema, value, path)) {
            return;
        }
        members(schema, value, path);
        switch (value) {
            case ObjectNode object -> object(schema, object, before, path);
            case ArrayNode array -> array(schema, array, path);
            default -> scalar(schema, value, path);
        }
    }

    private boolean isOfType(JsonNode schema, JsonNode value, String path) {
        String type = schema.path("type").asText("");
        if (value.isNull()) {
            if (!schema.path("nullable").asBoolean(false) && !type.isEmpty()) {
                problems.type(path, "null", "must be of type " + type + ": \"null\"");
            }
            return false;
        }
        boolean either = schema.path("x-kubernetes-int-or-string").asBoolean(false);
        String wanted = either ? "integer,string" : type;
        boolean right = either
                ? value.isIntegralNumber() || value.isTextual()
                : switch (type) {
                    case "object" -> value.isObject();
                    case "array" -> value.isArray();
                    case "string" -> value.isTextual();
                    case "boolean" -> value.isBoolean();
                    case "integer" -> value.isIntegralNumber();
                    case "number" -> value.isNumber();
                    default -> true;
                };
        if (!right) {
            String is = name(value);
            problems.type(path, is, "must be of type " + wanted + ": \"" + is + "\"");
        }
        return right;
    }

    private static String name(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case ARRAY -> "array";
            case OBJECT -> "object";
            default -> "null";
        };
    }

    private void members(JsonNode schema, JsonNode value, String path) {
        JsonNode possible = schema.path("enum");
        if (possible.isArray()) {
            List<String> texts = new ArrayList<>();
            for (JsonNode one : possible) {
                if (one.equals(value)) {
                    return;
                }
                texts.add(one.asText(""));
            }
            problems.unsupported(path, value.asText(""), texts);
        }
    }

    private void object(JsonNode schema, ObjectNode object, JsonNode before, String path) {
        for (JsonNode required : schema.path("required")) {
            if (!object.has(required.asText(""))) {
                problems.required(joined(path, required.asText("")), "");
            }
        }
        JsonNode others = schema.path("additionalProperties");
        for (String name : Pruning.names(object)) {
            JsonNode property = schema.path("properties").path(name);
            JsonNode known = property.isMissingNode() ? others : property;
            if (known.isObject() && !(path.isEmpty() && name.equals("metadata"))) {
                check(known, object.path(name), before.path(name), joined(path, name));
            }
        }
        count(schema, "Properties", object.size(), path);
    }

    private void array(JsonNode schema, ArrayNode array, String path) {
        count(schema, "Items", array.size(), path);
        for (int i = 0; i < array.size(); i++) {
            check(
                    schema.path("items"),
                    array.path(i),
                    com.fasterxml.jackson.databind.node.MissingNode.getInstance(),
                    path + "[" + i + "]");
        }
    }

    private void count(JsonNode schema, String what, int size, String path) {
        if (schema.has("max" + what) && size > schema.path("max" + what).asInt()) {
            problems.tooMany(path, size, schema.path("max" + what).asInt());
        }
        if (schema.has("min" + what) && size < schema.path("min" + what).asInt()) {
            problems.invalidText(
                    path,
                    Integer.toString(size),
                    path + " in body should have at least "
                            + schema.path("min" + what).asInt() + " " + what.toLowerCase(Locale.ROOT));
        }
    }

    private void scalar(JsonNode schema, JsonNode value, String path) {
        if (value.isNumber()) {
            if (schema.has("minimum")
                    && value.decimalValue().compareTo(schema.path("minimum").decimalValue()) < 0) {
                problems.invalid(
                        path, value, path + " in body should be greater than or equal to " + schema.path("minimum"));
            }
            if (schema.has("maximum")
                    && value.decimalValue().compareTo(schema.path("maximum").decimalValue()) > 0) {
                problems.invalid(
                        path, value, path + " in body should be less than or equal to " + schema.path("maximum"));
            }
        } else if (value.isTextual()) {
            text(schema, value, path);
        }
    }

    private void text(JsonNode schema, JsonNode value, String path) {
        String text = value.textValue();
        if (schema.has("maxLength")
                && text.codePointCount(0, text.length())
                        > schema.path("maxLength").asInt()) {
            problems.tooLong(path, schema.path("maxLength").asInt());
        }
        if (schema.has("minLength")
                && text.getBytes(StandardCharsets.UTF_8).length
                        < schema.path("minLength").asInt()) {
            problems.invalid(
                    path,
                    value,
                    path + " in body should be at least "
                            + schema.path("minLength").asInt() + " chars long");
        }
        String pattern = schema.path("pattern").asText("");
        if (!pattern.isEmpty() && !Pattern.compile(pattern).matcher(text).find()) {
            problems.invalid(path, value, path + " in body should match '" + pattern + "'");
        }
    }

    private static String joined(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
