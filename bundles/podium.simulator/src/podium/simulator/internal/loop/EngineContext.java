// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.loop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.quota.LimitRanger;
import podium.simulator.internal.quota.QuotaAdmission;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.store.ApiException;
import podium.simulator.store.DeleteOptions;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

/**
 * What every part of the life works with.
 *
 * @param store the objects
 * @param loop virtual time and the order of things
 * @param seed where chance comes from
 * @param index objects by owner and by node
 * @param events writes the Events an operator reads
 */
public record EngineContext(
        ObjectStore store, EventLoop loop, RandomSource seed, ObjectIndex index, EventRecorder events) {

    public Instant now() {
        return loop.now();
    }

    public String timestamp() {
        return Json.time(loop.now());
    }

    public Optional<ObjectNode> get(ResourceType type, ObjectKey key) {
        return store.get(type, key.namespace(), key.name());
    }

    /** A name that nobody has: the prefix and five characters that follow from the seed. */
    public String freshName(ResourceType type, String namespace, String prefix, RandomSource own) {
        String name = prefix + own.suffix(5);
        for (int attempt = 1; store.get(type, namespace, name).isPresent(); attempt++) {
            name = prefix + own.of(attempt).suffix(5);
        }
        return name;
    }

    /**
     * Makes a pod of a controller, where the limits and quotas of its namespace let it.
     *
     * @throws podium.simulator.store.ApiException when they do not; the owner has an event of it
     */
    public void createPod(ObjectNode owner, String component, ObjectNode pod) {
        try {
            LimitRanger ranges = new LimitRanger(store);
            ranges.apply(pod);
            ranges.check(pod);
            new QuotaAdmission(store).admit(pod, false);
        } catch (ApiException refused) {
            events.warning(owner, component, "FailedCreate", "Error creating: " + refused.message());
            throw refused;
        }
        store.create(ResourceTypes.POD, pod);
    }

    /** Changes an object where it still is; writes nothing where the change changed nothing. */
    public Optional<ObjectNode> modify(ResourceType type, ObjectKey key, Consumer<ObjectNode> change) {
        return store.modify(type, key.namespace(), key.name(), change);
    }

    /** Deletes an object the gentle way; one that is gone already is fine. */
    public void delete(ResourceType type, ObjectKey key) {
        store.delete(type, key.namespace(), key.name(), DeleteOptions.none());
    }
}
