// SPDX-License-Identifier: Apache-2.0
package podium.simulator.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** What storing does to an object, whether it is kept or only tried. */
final class CommitRules {

    private static final String STALE =
            "the object has been modified; please apply your changes to the latest version and try again";
    private static final List<String> IDENTITY =
            List.of("name", "namespace", "uid", "creationTimestamp", "resourceVersion");

    private CommitRules() {}

    /** A new object as it would be stored, still without a resourceVersion. */
    static ObjectNode created(ResourceType type, ObjectNode object, String uid, Instant now) {
        ObjectNode created = withType(type, object.deepCopy());
        ObjectNode metadata = ObjectMeta.of(created);
        if (ObjectMeta.uid(created).isEmpty()) {
            metadata.put("uid", uid);
        }
        metadata.put("creationTimestamp", ObjectMeta.time(now));
        Generations.first(type, created);
        return created;
    }

    /** Turns a wanted state into the one that would be stored; the identity stays. */
    static ObjectNode replaced(ResourceType type, ObjectNode before, ObjectNode after) {
        ObjectNode from = ObjectMeta.of(before);
        ObjectNode to = ObjectMeta.of(withType(type, after));
        for (String field : IDENTITY) {
            if (from.has(field)) {
                to.set(field, from.get(field));
            }
        }
        Generations.next(type, before, after);
        return after;
    }

    /** Refuses a write that was meant for another object or an older version. */
    static void requireSame(ResourceType type, ObjectNode before, ObjectNode given) {
        String name = ObjectMeta.name(given);
        String uid = ObjectMeta.uid(given);
        if (!uid.isEmpty() && !uid.equals(ObjectMeta.uid(before))) {
            throw ApiException.conflict(
                    type,
                    name,
                    "Precondition failed: UID in precondition: " + uid + ", UID in object meta: "
                            + ObjectMeta.uid(before));
        }
        String version = ObjectMeta.resourceVersion(given);
        if (!version.isEmpty() && !version.equals(ObjectMeta.resourceVersion(before))) {
            throw ApiException.conflict(type, name, STALE);
        }
    }

    private static ObjectNode withType(ResourceType type, ObjectNode object) {
        if (!object.has("apiVersion") || !object.has("kind")) {
            object.put("apiVersion", type.apiVersion());
            object.put("kind", type.kind());
        }
        return object;
    }
}
