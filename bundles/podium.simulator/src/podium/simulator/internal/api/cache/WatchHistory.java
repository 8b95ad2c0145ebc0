// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.cache;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.eclipse.jdt.annotation.Nullable;

/**
 * The last changes in the order of their revisions. As a kube-apiserver it forgets what is older than five minutes, the time
 * between two compactions of etcd ({@code --etcd-compaction-interval}), but for the last hundred, which its watch cache always holds
 * ({@code defaultLowerBoundCapacity} in {@code storage/cacher/watch_cache.go}). Guarded by its owner.
 */
final class WatchHistory {
    private static final long KEPT = Duration.ofMinutes(5).toNanos();
    private static final int ALWAYS = 100;

    /** A change and when it was. */
    private record Entry(WatchCacheEvent change, long at) {}

    private final int most;
    private final LongSupplier nanos;
    private @Nullable Entry[] ring;
    private long first;
    private long next;
    private long compacted;

    /**
     * @param most changes that are known at once
     * @param nanos a clock that only goes on
     */
    WatchHistory(int most, long compacted, LongSupplier nanos) {
        this.most = most;
        this.nanos = nanos;
        this.ring = new @Nullable Entry[Math.min(most, ALWAYS)];
        this.compacted = compacted;
    }

    void add(WatchCacheEvent change) {
        long now = nanos.getAsLong();
        while (next - first == most || next - first >= ALWAYS && now - at(first).at > KEPT) {
            compacted = at(first).change.revision();
            forgetFirst();
        }
        if (next - first == ring.length) {
            grow();
        }
        ring[slot(next++)] = new Entry(change, now);
    }

    private void grow() {
        @Nullable Entry[] larger = new @Nullable Entry[(int) Math.min(most, 2L * ring.length)];
        for (long position = first; position < next; position++) {
            larger[(int) (position % larger.length)] = at(position);
        }
        ring = larger;
    }

    private void forgetFirst() {
        ring[slot(first++)] = null;
    }

    /** Forgets everything up to and including a revision. */
    void compact(long revision) {
        while (first < next && at(first).change.revision() <= revision) {
            forgetFirst();
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
            if (at(middle).change.revision() <= revision) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Changes from a position on, at most so many. */
    List<WatchCacheEvent> from(long position, int atMost) {
        int size = (int) Math.min(atMost, next - position);
        List<WatchCacheEvent> changes = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            changes.add(at(position + i).change);
        }
        return changes;
    }

    private Entry at(long position) {
        Entry entry = ring[slot(position)];
        if (entry == null) {
            throw new IllegalStateException("the change at " + position + " is forgotten");
        }
        return entry;
    }

    private int slot(long position) {
        return (int) (position % ring.length);
    }
}
