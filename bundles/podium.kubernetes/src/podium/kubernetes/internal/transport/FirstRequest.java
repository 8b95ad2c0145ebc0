// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.transport;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import podium.kubernetes.texts.Texts;

/**
 * Lets the first request of a client through alone: java.net.http dials a connection for each of the requests that begin before
 * one is there, although the server would take them all on one (measured with a kube-apiserver 1.36: 18 watches at once on 18
 * connections, behind one answered request on its one). Any thread.
 */
final class FirstRequest {
    /** Nobody waits longer: the first request may be one that takes its time. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean taken;
    private boolean answered;

    /** Waits while another request is the first. True when this one is: {@link #ended} has to follow. */
    boolean isThis() throws IOException {
        lock.lock();
        try {
            long left = PATIENCE.toNanos();
            while (taken && !answered && left > 0) {
                left = changed.awaitNanos(left);
            }
            boolean first = !taken && !answered;
            taken |= first;
            return first;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(Texts.of("FirstRequest.interrupted"), e);
        } finally {
            lock.unlock();
        }
    }

    /** @param well false: another one has to be the first */
    void ended(boolean well) {
        lock.lock();
        try {
            answered = well;
            taken = false;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
