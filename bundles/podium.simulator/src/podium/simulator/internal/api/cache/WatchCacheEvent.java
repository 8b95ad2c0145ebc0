// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.cache;

import java.util.Optional;
import podium.simulator.store.StoreEvent;

/**
 * One change of the past.
 *
 * @param type what happened
 * @param object the object after it; for a deletion its last state
 * @param before the object before it, empty if there was none
 * @param revision the store's revision after it
 */
public record WatchCacheEvent(
        StoreEvent.Type type, ObjectVersion object, Optional<ObjectVersion> before, long revision) {}
