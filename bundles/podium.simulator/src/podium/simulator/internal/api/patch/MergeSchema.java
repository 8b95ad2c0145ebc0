// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.patch;

import java.util.List;

/** How the lists and maps of a kind are merged. Paths are field names without indexes. */
public interface MergeSchema {

    /**
     * How a list is merged.
     *
     * @param keys fields that identify an element, the first of them alone in a strategic merge; empty for a set of
     *     plain values
     */
    record ListShape(List<String> keys) {

        /** The list is one value. */
        static final ListShape ATOMIC = new ListShape(List.of("\u0000"));

        /** Every plain value once. */
        static final ListShape SET = new ListShape(List.of());

        static ListShape byKey(String... keys) {
            return new ListShape(List.of(keys));
        }

        boolean atomic() {
            return this == ATOMIC;
        }

        boolean set() {
            return keys.isEmpty();
        }
    }

    /** The shape of the list at a path. */
    ListShape list(List<String> path);

    /** Whether the object at a path is one value. */
    boolean atomicMap(List<String> path);
}
