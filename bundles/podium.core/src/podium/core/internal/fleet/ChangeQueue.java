// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.Change;

/**
 * Changes on their way into the realm, in order. Holds at most so many: a source that is faster than the realm waits,
 * so that a cold start of a large cluster does not pile up in memory.
 */
final class ChangeQueue {
    /** Changes of one cluster handed in together, of which opening of it, and how far they are applied. */
    static final class Batch {
        final ClusterEpoch generation;
        private final List<Change> changes;
        private int next;

        Batch(ClusterEpoch generation, List<Change> changes) {
            this.generation = generation;
            this.changes = changes;
        }

        boolean hasNext() {
            return next < changes.size();
        }

        Change next() {
            return changes.get(next++);
        }
    }

    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final ArrayDeque<Batch> batches = new ArrayDeque<>();
    private int pending;
    private boolean scheduled;
    private boolean closed;

    ChangeQueue(int most) {
        this.most = most;
    }

    /**
     * Adds changes; waits while the queue is full, if told so. One batch larger than the whole queue is taken when the
     * queue is empty. Of an opening that has ended nothing is taken.
     *
     * @return true when the caller must schedule a run of the realm
     */
    boolean add(ClusterEpoch generation, List<Change> changes, boolean mayWait) {
        List<Change> copy = List.copyOf(changes);
        lock.lock();
        try {
            while (mayWait && !closed && !generation.ended() && pending > 0 && pending + copy.size() > most) {
                room.awaitUninterruptibly();
            }
            if (closed || generation.ended() || copy.isEmpty()) {
                return false;
            }
            batches.add(new Batch(generation, copy));
            pending += copy.size();
            boolean first = !scheduled;
            scheduled = true;
            return first;
        } finally {
            lock.unlock();
        }
    }

    /** The oldest batch that is not done; null: none. It stays in the queue until {@link #done}. */
    @Nullable
    Batch peek() {
        lock.lock();
        try {
            return batches.peek();
        } finally {
            lock.unlock();
        }
    }

    /** Reports that so many changes of the oldest batch are applied. */
    void done(Batch batch, int count) {
        lock.lock();
        try {
            pending -= count;
            if (!batch.hasNext()) {
                batches.remove(batch);
            }
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends a run of the realm. True: there is more, schedule another. */
    boolean more() {
        lock.lock();
        try {
            scheduled = !closed && !batches.isEmpty();
            return scheduled;
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing any more and lets those who wait go. */
    void close() {
        lock.lock();
        try {
            closed = true;
            batches.clear();
            pending = 0;
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
