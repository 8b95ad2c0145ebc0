// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import podium.simulator.store.ObjectMeta;

/** Keeps the two halves of an object apart: the main resource writes no status, the status subresource nothing else. */
final class StatusSeparation {

    private static final List<String> KEPT_METADATA =
            List.of("ownerReferences", "finalizers", "generateName", "deletionTimestamp");

    private StatusSeparation() {}

    static void keepStatus(ObjectNode before, ObjectNode after) {
        if (before.has("status")) {
            after.set("status", before.get("status"));
        } else {
            after.remove("status");
        }
    }

    static void keepAllButStatus(ObjectNode before, ObjectNode after, boolean custom) {
        List<String> names = after.properties().stream().map(Map.Entry::getKey).toList();
        for (String name : names) {
            if (!name.equals("status") && !name.equals("metadata")) {
                after.remove(name);
            }
        }
        before.properties().forEach(field -> {
            if (!field.getKey().equals("status") && !field.getKey().equals("metadata")) {
                after.set(field.getKey(), field.getValue());
            }
        });
        ObjectNode from = ObjectMeta.of(before);
        ObjectNode to = ObjectMeta.of(after);
        for (String name : KEPT_METADATA) {
            put(from, to, name);
        }
        if (custom) {
            put(from, to, "labels");
            put(from, to, "annotations");
        }
    }

    private static void put(ObjectNode from, ObjectNode to, String name) {
        if (from.has(name)) {
            to.set(name, from.get(name));
        } else {
            to.remove(name);
        }
    }
}
