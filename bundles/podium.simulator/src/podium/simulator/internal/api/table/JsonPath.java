// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JSON paths that printer columns of custom resources use: fields, quoted fields, indexes, {@code [*]} and a
 * filter on one field. Anything else finds nothing.
 */
public final class JsonPath {

    private static final Pattern STEP = Pattern.compile("\\.([A-Za-z0-9_$\u0001-]+)"
            + "|\\[\\s*['\"]([^'\"]+)['\"]\\s*]"
            + "|\\[(-?\\d+)]"
            + "|(\\[\\*])"
            + "|\\[\\?\\(\\s*@\\.([A-Za-z0-9_.-]+)\\s*==\\s*['\"]([^'\"]*)['\"]\\s*\\)]");

    private JsonPath() {}

    /** The values at a path such as {@code .status.conditions[?(@.type=="Ready")].status}. */
    public static List<JsonNode> find(JsonNode root, String path) {
        List<JsonNode> nodes = List.of(root);
        Matcher step = STEP.matcher(path.replace("\\.", "\u0001"));
        int at = 0;
        String text = path.replace("\\.", "\u0001");
        while (at < text.length() && step.find(at) && step.start() == at) {
            nodes = follow(nodes, step);
            at = step.end();
        }
        return at == text.length() ? nodes : List.of();
    }

    private static List<JsonNode> follow(List<JsonNode> nodes, Matcher step) {
        List<JsonNode> next = new ArrayList<>();
        for (JsonNode node : nodes) {
            String field = step.group(1) != null ? step.group(1) : step.group(2);
            if (field != null) {
                next.add(node.path(field.replace('\u0001', '.')));
            } else if (step.group(3) != null) {
                int index = Integer.parseInt(step.group(3));
                next.add(node.path(index < 0 ? node.size() + index : index));
            } else if (step.group(4) != null) {
                node.forEach(next::add);
            } else {
                filter(node, step.group(5), step.group(6), next);
            }
        }
        next.removeIf(node -> node.isMissingNode() || node.isNull());
        return next;
    }

    private static void filter(JsonNode array, String field, String value, List<JsonNode> into) {
        for (JsonNode element : array) {
            JsonNode found = element;
            for (String name : field.split("\\.")) {
                found = found.path(name);
            }
            if (found.asText("").equals(value)) {
                into.add(element);
            }
        }
    }
}
