// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lays an applied configuration over a live object: what it names takes its value, all else stays. */
final class ApplyMerge {

    private final MergeSchema structure;

    ApplyMerge(MergeSchema structure) {
        this.structure = structure;
    }

    ObjectNode merge(ObjectNode live, ObjectNode applied) {
        ObjectNode result = live.deepCopy();
        mergeObject(result, applied, List.of());
        return result;
    }

    private void mergeObject(ObjectNode target, ObjectNode applied, List<String> path) {
        applied.properties().forEach(field -> {
            String name = field.getKey();
            JsonNode value = field.getValue();
            List<String> here = ObjectFields.longer(path, "f:" + name);
            JsonNode old = target.path(name);
            if (value instanceof ObjectNode object && old instanceof ObjectNode into && !structure.atomicMap(here)) {
                mergeObject(into, object, here);
            } else if (value instanceof ArrayNode array
                    && old instanceof ArrayNode into
                    && !structure.list(here).atomic()) {
                mergeList(into, array, here);
            } else if (value.isNull()) {
                target.remove(name);
            } else {
                target.set(name, value.deepCopy());
            }
        });
    }

    private void mergeList(ArrayNode target, ArrayNode applied, List<String> path) {
        MergeSchema.ListShape shape = structure.list(path);
        Map<String, JsonNode> present = new HashMap<>();
        target.forEach(element -> present.put(ObjectFields.step(element, shape), element));
        applied.forEach(element -> {
            JsonNode old = present.get(ObjectFields.step(element, shape));
            if (old == null) {
                target.add(element.deepCopy());
            } else if (old instanceof ObjectNode into && element instanceof ObjectNode object) {
                mergeObject(into, object, path);
            }
        });
    }
}
