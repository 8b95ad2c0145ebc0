// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.http;

import java.io.InterruptedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What the client is ready to take: of each stream, and of all together (RFC 9113, 5.2). Any thread. */
final class SendWindow {
    private static final int FIRST = 65_535;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wider = lock.newCondition();
    private final Map<Integer, Long> streams = new HashMap<>();
    private long all = FIRST;
    private long initial = FIRST;

    void open(int stream) {
        lock.lock();
        try {
            streams.put(stream, initial);
        } finally {
            lock.unlock();
        }
    }

    void close(int stream) {
        lock.lock();
        try {
            streams.remove(stream);
        } finally {
            lock.unlock();
        }
    }

    /** The setting for new streams, which moves the windows of those that are open too. */
    void initial(long size) {
        lock.lock();
        try {
            long more = size - initial;
            initial = size;
            streams.replaceAll((stream, window) -> window + more);
            wider.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** @param stream 0: all of them together */
    void widen(int stream, int by) {
        lock.lock();
        try {
            if (stream == 0) {
                all += by;
            } else {
                streams.computeIfPresent(stream, (key, window) -> window + by);
            }
            wider.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until some bytes may be sent; how many, and no more than wanted. */
    int take(int stream, int wanted) throws InterruptedIOException {
        lock.lock();
        try {
            while (true) {
                long window = Math.min(all, streams.getOrDefault(stream, 0L));
                if (window > 0) {
                    int taken = (int) Math.min(wanted, window);
                    all -= taken;
                    streams.merge(stream, (long) -taken, Long::sum);
                    return taken;
                }
                wider.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the stream ends");
        } finally {
            lock.unlock();
        }
    }
}
