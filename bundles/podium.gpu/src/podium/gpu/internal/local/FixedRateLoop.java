// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.local;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Does something at a fixed rate on the thread that runs it, and allocates nothing for that: the JDK's scheduled executors
 * make a node for every wait. A beat that comes too late, because the one before did not return, is left out.
 */
final class FixedRateLoop implements Runnable {
    private final Runnable task;
    private final long period;
    private volatile boolean ended;
    private volatile @Nullable Thread thread;

    FixedRateLoop(Runnable task, Duration period) {
        this.task = task;
        this.period = period.toNanos();
    }

    /** Returns after {@link #end()}. */
    @Override
    public void run() {
        thread = Thread.currentThread();
        long next = System.nanoTime();
        while (!ended) {
            task.run();
            next = Math.max(next + period, System.nanoTime());
            waitUntil(next);
        }
    }

    /** Makes {@link #run()} return as soon as what it does now has returned. Any thread. */
    void end() {
        ended = true;
        LockSupport.unpark(thread);
    }

    /** A thread may be woken without a cause, so it looks at the clock again. */
    private void waitUntil(long next) {
        long left = next - System.nanoTime();
        while (left > 0 && !ended) {
            LockSupport.parkNanos(this, left);
            left = next - System.nanoTime();
        }
    }
}
