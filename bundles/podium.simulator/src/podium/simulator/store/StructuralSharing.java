// SPDX-License-Identifier: Apache-2.0
package podium.simulator.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps equal parts of stored objects once. Pods of one template have equal specs, labels and owners, and a new state of an object
 * mostly differs from the one before in its status; as nobody changes what is stored, they can have these parts in common. Under
 * the store's lock.
 */
final class StructuralSharing {

    /** Parts of new objects that others are likely to have too. */
    private static final Map<String, List<String>> LIKELY = Map.of(
            "metadata",
            List.of("labels", "ownerReferences"),
            "spec",
            List.of(
                    "containers",
                    "initContainers",
                    "tolerations",
                    "affinity",
                    "volumes",
                    "nodeSelector",
                    "securityContext"));

    /** More different parts than this are not remembered at a time. */
    private static final int MOST = 10_000;

    private final Map<JsonNode, JsonNode> known = new HashMap<>();

    /** A new object takes over parts that other objects have. */
    void created(ObjectNode object) {
        if (known.size() > MOST) {
            known.clear();
        }
        LIKELY.forEach((parent, fields) -> {
            if (object.get(parent) instanceof ObjectNode node) {
                for (String field : fields) {
                    if (node.get(field) instanceof ContainerNode<?> part && !part.isEmpty()) {
                        node.set(field, known.computeIfAbsent(part, same -> same));
                    }
                }
            }
        });
    }

    /** A new state takes over the parts of the one before that have not changed; its metadata is still to be changed. */
    void replaced(ObjectNode before, ObjectNode after) {
        JsonNode metadata = after.path("metadata");
        same(before, after);
        after.set("metadata", metadata);
    }

    private static boolean same(JsonNode before, JsonNode after) {
        if (before == after) {
            return true;
        }
        if (before instanceof ObjectNode old && after instanceof ObjectNode now) {
            boolean all = old.size() == now.size();
            for (Map.Entry<String, JsonNode> field : now.properties()) {
                JsonNode known = old.get(field.getKey());
                if (known == null || !same(known, field.getValue())) {
                    all = false;
                } else if (known instanceof ContainerNode<?>) {
                    field.setValue(known);
                }
            }
            return all;
        }
        if (before instanceof ArrayNode old && after instanceof ArrayNode now) {
            boolean all = old.size() == now.size();
            for (int i = 0; i < Math.min(old.size(), now.size()); i++) {
                if (!same(old.get(i), now.get(i))) {
                    all = false;
                } else if (old.get(i) instanceof ContainerNode<?>) {
                    now.set(i, old.get(i));
                }
            }
            return all;
        }
        return before.equals(after);
    }
}
