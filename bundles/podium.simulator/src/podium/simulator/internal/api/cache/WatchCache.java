// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.cache;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import podium.simulator.store.ApiException;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceType;
import podium.simulator.store.StoreEvent;

/**
 * Follows the store for one type. Readers share what it holds; a watch is only a position in the history, so a
 * thousand of them cost no copies. Any thread.
 */
public final class WatchCache implements AutoCloseable {

    /** Most changes handed out at once. */
    public static final int BATCH = 1024;

    private static final int KEPT_SNAPSHOTS = 4;
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final ObjectStore store;
    private final AutoCloseable subscription;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final TreeMap<String, ObjectVersion> current = new TreeMap<>();
    private final Map<Long, Snapshot> snapshots = new LinkedHashMap<>();
    private final List<StoreEvent> early = new ArrayList<>();
    private final WatchHistory history;
    private boolean ready;
    private boolean closed;
    private long newest;

    /**
     * Begins to follow.
     *
     * @param historySize number of changes that stay known
     */
    public WatchCache(ObjectStore store, ResourceType type, int historySize) {
        this.store = store;
        this.subscription = store.watch(type, this::committed);
        long start = store.revision();
        List<ObjectNode> objects = store.list(type, "");
        this.history = new WatchHistory(historySize, start, System::nanoTime);
        lock.lock();
        try {
            for (ObjectNode object : objects) {
                ObjectVersion version = new ObjectVersion(object);
                current.put(version.key(), version);
            }
            newest = start;
            early.stream().filter(event -> event.revision() > start).forEach(this::apply);
            early.clear();
            ready = true;
        } finally {
            lock.unlock();
        }
    }

    private void committed(StoreEvent event) {
        lock.lock();
        try {
            if (ready) {
                apply(event);
            } else {
                early.add(event);
            }
        } finally {
            lock.unlock();
        }
    }

    private void apply(StoreEvent event) {
        ObjectVersion version = new ObjectVersion(event.object());
        ObjectVersion before = event.type() == StoreEvent.Type.DELETED
                ? current.remove(version.key())
                : current.put(version.key(), version);
        history.add(new WatchCacheEvent(event.type(), version, Optional.ofNullable(before), event.revision()));
        newest = event.revision();
        grown.signalAll();
    }

    /** The present objects and the revision they are of, which covers everything committed before the call. */
    public Snapshot latest() {
        long committed = store.revision();
        lock.lock();
        try {
            return new Snapshot(new ArrayList<>(current.values()), Math.max(committed, newest));
        } finally {
            lock.unlock();
        }
    }

    /** One present object. */
    public Optional<ObjectVersion> get(String namespace, String name) {
        lock.lock();
        try {
            return Optional.ofNullable(current.get(ObjectVersion.key(namespace, name)));
        } finally {
            lock.unlock();
        }
    }

    /** The objects as they were at a revision; empty if that is forgotten. */
    public Optional<Snapshot> at(long revision) {
        lock.lock();
        try {
            if (revision < history.compacted()) {
                return Optional.empty();
            }
            Snapshot kept = snapshots.get(revision);
            if (kept == null) {
                kept = undo(revision);
                snapshots.put(revision, kept);
                if (snapshots.size() > KEPT_SNAPSHOTS) {
                    snapshots.remove(snapshots.keySet().iterator().next());
                }
            }
            return Optional.of(kept);
        } finally {
            lock.unlock();
        }
    }

    private Snapshot undo(long revision) {
        long from = history.positionAfter(revision);
        if (from == history.end()) {
            return new Snapshot(new ArrayList<>(current.values()), revision);
        }
        TreeMap<String, ObjectVersion> past = new TreeMap<>(current);
        for (WatchCacheEvent change :
                history.from(from, Math.toIntExact(history.end() - from)).reversed()) {
            change.before()
                    .ifPresentOrElse(
                            before -> past.put(before.key(), before),
                            () -> past.remove(change.object().key()));
        }
        return new Snapshot(new ArrayList<>(past.values()), revision);
    }

    /**
     * Position in the history behind a revision.
     *
     * @throws ApiException 410 if what followed is forgotten
     */
    public long positionAfter(long revision) {
        lock.lock();
        try {
            if (revision < history.compacted()) {
                throw tooOld(revision);
            }
            return history.positionAfter(revision);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The next changes from a position on, waiting for the first of them.
     *
     * @return some changes, or none when the time is over
     * @throws ApiException 410 if the reader was too slow, or the type is gone
     */
    public List<WatchCacheEvent> await(long position, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = nanos;
            while (position == history.end() && left > 0 && !closed) {
                left = grown.awaitNanos(left);
            }
            if (!history.reaches(position) || closed) {
                throw tooOld(history.compacted());
            }
            return history.from(position, BATCH);
        } finally {
            lock.unlock();
        }
    }

    /** Waits until a revision is reached; whether it was in time. */
    public boolean awaitRevision(long revision, long nanos) throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        while (store.revision() < revision) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            lock.lockInterruptibly();
            try {
                grown.awaitNanos(LOOK_AGAIN_NANOS);
            } finally {
                lock.unlock();
            }
        }
        return true;
    }

    /** Forgets the past up to now, as etcd's compaction does. */
    public void compact() {
        long now = store.revision();
        lock.lock();
        try {
            history.compact(now);
            snapshots.clear();
        } finally {
            lock.unlock();
        }
    }

    /** Whether the type is no longer served. */
    public boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        try {
            subscription.close();
        } catch (Exception e) {
            throw new IllegalStateException("cannot stop following the store", e);
        }
        lock.lock();
        try {
            closed = true;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private ApiException tooOld(long revision) {
        return ApiException.of(
                410, "Expired", "too old resource version: " + revision + " (" + history.compacted() + ")");
    }
}
