// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** JSON of an object as YAML to read: block style, without managedFields. Pure; any thread. */
final class YamlText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLAIN = "[A-Za-z0-9_./][A-Za-z0-9_./@ -]*(?::[A-Za-z0-9_./@-]+)*";

    private YamlText() {}

    /**
     * Writes the object.
     *
     * @throws IllegalArgumentException when it is no JSON, or a Secret, which is never shown
     */
    static String of(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            if ("Secret".equals(root.path("kind").asText())) {
                throw new IllegalArgumentException("a Secret is not shown");
            }
            StringBuilder yaml = new StringBuilder();
            write(root, 0, yaml);
            return yaml.toString().stripLeading();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the server's answer is no JSON", e);
        }
    }

    private static void write(JsonNode node, int depth, StringBuilder yaml) {
        if (node.isObject() && !node.isEmpty()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                if (!field.getKey().equals("managedFields")) {
                    line(depth, yaml).append(scalar(field.getKey())).append(':');
                    write(field.getValue(), depth + 1, yaml);
                }
            }
        } else if (node.isArray() && !node.isEmpty()) {
            for (JsonNode item : node) {
                item(item, depth - 1, yaml);
            }
        } else {
            yaml.append(' ').append(node.isTextual() ? text(node.asText(), depth) : node.toString());
        }
    }

    /** An item of a list: its first field stands behind the dash. */
    private static void item(JsonNode item, int depth, StringBuilder yaml) {
        StringBuilder inner = new StringBuilder();
        write(item, depth + 1, inner);
        line(Math.max(depth, 0), yaml)
                .append('-')
                .append(inner.toString().isEmpty() ? " null" : behindDash(inner, depth));
    }

    private static String behindDash(StringBuilder inner, int depth) {
        String text = inner.toString();
        String lead = "\n" + "  ".repeat(Math.max(depth, 0) + 1);
        return text.startsWith(lead) ? " " + text.substring(lead.length()) : text;
    }

    private static StringBuilder line(int depth, StringBuilder yaml) {
        return yaml.append('\n').append("  ".repeat(depth));
    }

    private static String text(String value, int depth) {
        if (value.contains("\n")) {
            String indent = "\n" + "  ".repeat(depth);
            return "|" + indent + String.join(indent, value.lines().toList());
        }
        return scalar(value);
    }

    /** Plain where that reads back as the same text, else quoted. */
    private static String scalar(String value) {
        boolean word = value.matches(PLAIN) && !value.endsWith(" ");
        boolean otherType = value.matches("(?i)true|false|yes|no|on|off|null|~|[0-9.+-].*") && !value.contains("/");
        return word && !otherType ? value : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
