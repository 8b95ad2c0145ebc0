// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.life;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import podium.simulator.store.DeleteOptions;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceType;

/**
 * What every part of the life works with.
 *
 * @param store the objects
 * @param loop virtual time and the order of things
 * @param seed where chance comes from
 * @param index objects by owner and by node
 * @param events writes the Events an operator reads
 */
public record Cluster(ObjectStore store, EventLoop loop, Seed seed, Index index, EventRecorder events) {

    Instant now() {
        return loop.now();
    }

    String timestamp() {
        return Json.time(loop.now());
    }

    Optional<ObjectNode> get(ResourceType type, Key key) {
        return store.get(type, key.namespace(), key.name());
    }

    /** Changes an object where it still is; writes nothing where the change changed nothing. */
    Optional<ObjectNode> modify(ResourceType type, Key key, Consumer<ObjectNode> change) {
        return store.modify(type, key.namespace(), key.name(), change);
    }

    /** Deletes an object the gentle way; one that is gone already is fine. */
    void delete(ResourceType type, Key key) {
        store.delete(type, key.namespace(), key.name(), DeleteOptions.none());
    }
}
