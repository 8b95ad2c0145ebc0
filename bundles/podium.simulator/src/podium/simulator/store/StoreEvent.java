// SPDX-License-Identifier: Apache-2.0
package podium.simulator.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * One committed change.
 *
 * @param type what happened
 * @param object the object after the change; for a deletion its last state, carrying the revision of the deletion
 * @param oldObject the object before the change, empty when it was added
 * @param revision the store's revision after the change, equal to the object's resourceVersion
 */
public record StoreEvent(Type type, ObjectNode object, Optional<ObjectNode> oldObject, long revision) {

    /** What happened to the object, named as watches name it. */
    public enum Type {
        ADDED,
        MODIFIED,
        DELETED
    }
}
