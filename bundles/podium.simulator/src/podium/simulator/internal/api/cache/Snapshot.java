// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.cache;

import java.util.List;

/**
 * All objects of a type at one revision, ordered by key.
 *
 * @param items the objects
 * @param revision the revision
 */
public record Snapshot(List<ObjectVersion> items, long revision) {

    /** Index of the first object behind a key. */
    public int indexAfter(String key) {
        int low = 0;
        int high = items.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (items.get(middle).key().compareTo(key) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
