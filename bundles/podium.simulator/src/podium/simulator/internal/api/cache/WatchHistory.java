// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.cache;

import java.util.ArrayList;
import java.util.List;

/** The last changes in the order of their revisions, as many as fit. Guarded by its owner. */
final class WatchHistory {

    private final WatchCacheEvent[] ring;
    private long first;
    private long next;
    private long compacted;

    WatchHistory(int size, long compacted) {
        this.ring = new WatchCacheEvent[size];
        this.compacted = compacted;
    }

    void add(WatchCacheEvent change) {
        if (next - first == ring.length) {
            compacted = at(first).revision();
            first++;
        }
        ring[slot(next++)] = change;
    }

    /** Forgets everything up to and including a revision. */
    void compact(long revision) {
        while (first < next && at(first).revision() <= revision) {
            first++;
        }
        compacted = Math.max(compacted, revision);
    }

    /** Changes up to here are forgotten: only what came after this revision can be told. */
    long compacted() {
        return compacted;
    }

    /** Position behind the newest change. */
    long end() {
        return next;
    }

    /** Whether the change at a position is still known, or not yet made. */
    boolean reaches(long position) {
        return position >= first;
    }

    /** Position of the first change after a revision. */
    long positionAfter(long revision) {
        long low = first;
        long high = next;
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (at(middle).revision() <= revision) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Changes from a position on, at most so many. */
    List<WatchCacheEvent> from(long position, int most) {
        int size = (int) Math.min(most, next - position);
        List<WatchCacheEvent> changes = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            changes.add(at(position + i));
        }
        return changes;
    }

    private WatchCacheEvent at(long position) {
        return ring[slot(position)];
    }

    private int slot(long position) {
        return (int) (position % ring.length);
    }
}
