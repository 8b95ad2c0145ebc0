// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Trees as YAML for people, in block style. */
final class PlainYaml {
    /** Text that YAML 1.1 and 1.2 read as itself without quotes. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_/][A-Za-z0-9_./-]*(:[A-Za-z0-9_./-]+)*");

    private static final Pattern WORD = Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n");

    private PlainYaml() {}

    /** An empty tree is an empty text. */
    static String of(JsonNode node) {
        StringBuilder text = new StringBuilder();
        if (!node.isMissingNode() && !(node.isContainerNode() && node.isEmpty())) {
            block(node, 0, text);
        }
        return text.toString();
    }

    /** The parts of an object at these places; what lies in a list is shown with its list. */
    static String parts(JsonNode object, Collection<JsonPointer> places) {
        ObjectNode shown = Json.object();
        places.forEach(place -> copy(object, shown, place));
        return of(shown);
    }

    private static void copy(JsonNode from, ObjectNode to, JsonPointer place) {
        String name = place.getMatchingProperty();
        JsonNode value = from.path(name);
        if (place.matches() || value.isMissingNode()) {
            return;
        }
        if (value.isObject() && place.tail() != null && !place.tail().matches()) {
            JsonNode there = to.path(name);
            ObjectNode below = there instanceof ObjectNode object ? object : Json.object();
            copy(value, below, place.tail());
            if (!below.isEmpty()) {
                to.set(name, below);
            }
        } else {
            to.set(name, value);
        }
    }

    private static void block(JsonNode node, int depth, StringBuilder into) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                into.append("  ".repeat(depth)).append(text(field.getKey())).append(':');
                value(field.getValue(), depth + 1, into);
            }
        } else if (node.isArray()) {
            for (JsonNode element : node) {
                into.append("  ".repeat(depth)).append('-');
                if (element.isObject() && !element.isEmpty()) {
                    StringBuilder below = new StringBuilder();
                    block(element, depth + 1, below);
                    into.append(' ').append(below.substring(2 * (depth + 1)));
                } else {
                    value(element, depth + 1, into);
                }
            }
        } else {
            into.append("  ".repeat(depth)).append(scalar(node)).append('\n');
        }
    }

    private static void value(JsonNode node, int depth, StringBuilder into) {
        if (node.isContainerNode() && !node.isEmpty()) {
            into.append('\n');
            block(node, depth, into);
        } else {
            into.append(' ')
                    .append(node.isContainerNode() ? node.toString() : scalar(node))
                    .append('\n');
        }
    }

    private static String scalar(JsonNode node) {
        return node.isTextual() ? text(node.asText()) : node.toString();
    }

    private static String text(String text) {
        return PLAIN.matcher(text).matches() && !WORD.matcher(text).matches()
                ? text
                : Json.write(com.fasterxml.jackson.databind.node.TextNode.valueOf(text));
    }

    /** An object without what only the server keeps in it. */
    static String whole(JsonNode object) {
        if (!(object.deepCopy() instanceof ObjectNode copy)) {
            return "";
        }
        copy.remove("status");
        if (copy.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(List.of("managedFields", "uid", "resourceVersion", "creationTimestamp", "generation"));
        }
        return of(copy);
    }
}
