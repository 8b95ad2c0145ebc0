// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.TreeMap;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.RandomSource;

/**
 * Tells one pod template from another by what it says, whatever the order of its fields: who writes an object back in another order
 * has changed nothing. Source: EqualIgnoreHash in kubernetes, pkg/controller/deployment/util/deployment_util.go.
 */
public final class TemplateHash {

    private static final int LENGTH = 9;

    private TemplateHash() {}

    /** The hash of the pod template of a workload. */
    public static String of(JsonNode workload) {
        StringBuilder text = new StringBuilder();
        write(Json.at(workload, "spec", "template"), text);
        return new RandomSource(0).of(text.toString()).suffix(LENGTH);
    }

    private static void write(JsonNode node, StringBuilder text) {
        if (node.isObject()) {
            TreeMap<String, JsonNode> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
            text.append('{');
            fields.forEach((name, value) -> {
                text.append('"').append(name).append("\":");
                write(value, text);
                text.append(',');
            });
            text.append('}');
        } else if (node.isArray()) {
            text.append('[');
            node.forEach(element -> {
                write(element, text);
                text.append(',');
            });
            text.append(']');
        } else {
            text.append(node);
        }
    }
}
