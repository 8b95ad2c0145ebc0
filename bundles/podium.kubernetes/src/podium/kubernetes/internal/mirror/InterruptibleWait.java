// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.mirror;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Waiting that ends early when the mirror is told to reconnect, and for good when it closes. Any thread. */
final class InterruptibleWait {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private long calls;
    private boolean closed;

    boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** How often it was woken. */
    long calls() {
        lock.lock();
        try {
            return calls;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits that long, or until woken, closed or interrupted; not at all when it was woken since.
     *
     * @param before {@link #calls} when what is waited after began
     */
    void await(Duration time, long before) {
        lock.lock();
        try {
            long left = time.toNanos();
            while (left > 0 && !closed && calls == before) {
                left = woken.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the waits going on. */
    void wake() {
        lock.lock();
        try {
            calls++;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Ends all waits, now and later. */
    void close() {
        lock.lock();
        try {
            closed = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A duration from seconds, as Retry-After gives it; bounded to a minute. */
    static Duration seconds(long seconds) {
        return Duration.of(Math.clamp(seconds, 0, 60), TimeUnit.SECONDS.toChronoUnit());
    }
}
