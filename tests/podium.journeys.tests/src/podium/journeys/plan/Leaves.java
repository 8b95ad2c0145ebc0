// SPDX-License-Identifier: Apache-2.0
package podium.journeys.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import podium.kubernetes.internal.json.Trees;

/** A tree as its leaves, each by its path; elements of lists by their names where they have some. */
final class Leaves {
    private static final List<String> NAMES = List.of("name", "groupName", "manager", "key");
    /** What a server writes by itself into each object. */
    private static final Set<String> SERVER = Set.of("/metadata/uid", "/metadata/resourceVersion");

    private Leaves() {}

    static Map<String, String> of(JsonNode tree) {
        Map<String, String> leaves = new TreeMap<>();
        collect("", tree, leaves);
        return leaves;
    }

    private static void collect(String at, JsonNode node, Map<String, String> into) {
        if (SERVER.contains(at) || at.startsWith("/status")) {
            return;
        } else if (node.isObject()) {
            node.properties().forEach(field -> collect(at + "/" + field.getKey(), field.getValue(), into));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(at + "/" + name(node.path(i), i), node.path(i), into);
            }
        } else if (!node.isMissingNode() && !node.isNull()) {
            into.put(at, node.isTextual() ? node.asText() : Trees.write(node));
        }
    }

    private static String name(JsonNode element, int index) {
        return NAMES.stream()
                .filter(element::has)
                .findFirst()
                .map(key -> element.path(key).asText())
                .orElse(String.valueOf(index));
    }
}
