// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import podium.core.json.Json;
import podium.kubernetes.internal.plan.TestedPatch;

/**
 * A place at which two trees differ; a missing node where one has nothing.
 *
 * @param pointer RFC 6901
 */
record JsonChange(String pointer, JsonNode before, JsonNode after) {
    /** Where a tree became another, as deep as places have names: a list is one place unless its elements are the same ones. */
    static List<JsonChange> between(JsonNode before, JsonNode after) {
        List<JsonChange> changes = new ArrayList<>();
        between("", before, after, changes);
        return changes;
    }

    private static void between(String pointer, JsonNode before, JsonNode after, List<JsonChange> changes) {
        if (before.equals(after) || isNothing(before) && isNothing(after)) {
            return;
        }
        if (before.isObject() && after.isObject() && !(after.isEmpty() && !pointer.isEmpty())) {
            TreeSet<String> names = new TreeSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                between(pointer + "/" + Json.segment(name), before.path(name), after.path(name), changes);
            }
        } else if (before.isArray() && after.isArray() && isSame(before, after)) {
            for (int i = 0; i < before.size(); i++) {
                between(pointer + "/" + i, before.path(i), after.path(i), changes);
            }
        } else {
            changes.add(new JsonChange(pointer, before, isNothing(after) ? MissingNode.getInstance() : after));
        }
    }

    /** A server keeps no nulls and no empty maps. */
    private static boolean isNothing(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.isObject() && node.isEmpty();
    }

    /** Whether two lists have the same named elements in the same order. */
    private static boolean isSame(JsonNode before, JsonNode after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            JsonNode one = before.path(i);
            JsonNode other = after.path(i);
            boolean named = TestedPatch.NAMES.stream()
                    .filter(one::has)
                    .findFirst()
                    .filter(name -> one.path(name).equals(other.path(name)))
                    .isPresent();
            if (!named) {
                return false;
            }
        }
        return true;
    }

    boolean isRemoval() {
        return after.isMissingNode();
    }

    /**
     * Makes changes in an object, each tested for what stands there.
     *
     * @param under where in the object the two trees lie that were compared; empty: they are all of it
     */
    static TestedPatch patch(JsonNode object, String under, List<JsonChange> changes) {
        TestedPatch patch = new TestedPatch(object);
        for (JsonChange change : changes) {
            if (change.isRemoval()) {
                patch.removeEntry(under + change.pointer());
            } else {
                patch.set(under + change.pointer(), change.after());
            }
        }
        return patch;
    }

    /** {@code spec.template.spec.containers[0].image}. */
    String words() {
        return Json.place(pointer);
    }
}
