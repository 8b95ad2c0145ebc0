// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks.console;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The objects of one kind and what happened to them; event n has resourceVersion n. Any thread. */
abstract class Log {
    static final long FIRST = 1000;

    private final String kind;
    private final int size;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private volatile long head = FIRST;

    Log(String kind, int size) {
        this.kind = kind;
        this.size = size;
    }

    final String kind() {
        return kind;
    }

    final int size() {
        return size;
    }

    final long head() {
        return head;
    }

    /** So many events more. */
    final void grow(long events) {
        lock.lock();
        try {
            head += events;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The head, once it is beyond what was sent; what was sent, when the time is over. */
    final long await(long sent, long until) {
        lock.lock();
        try {
            while (head <= sent && System.nanoTime() < until) {
                grown.await(Math.max(1, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            }
            return Math.max(head, sent);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return sent;
        } finally {
            lock.unlock();
        }
    }

    /** Writes an object as it is before all events. */
    abstract void object(int index, OutputStream out) throws IOException;

    /** Writes an event with its line end. */
    abstract void event(long version, OutputStream out) throws IOException;
}
