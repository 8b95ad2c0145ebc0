// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks.console;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Lets a log grow by so many events a second until it is closed. */
final class Pace implements AutoCloseable {
    private static final long STEP = TimeUnit.MILLISECONDS.toNanos(5);

    private volatile boolean over;

    Pace(Log log, int perSecond) {
        Thread.ofPlatform().daemon().name("pace").start(() -> {
            long begin = System.nanoTime();
            long grown = 0;
            while (!over) {
                long due = (System.nanoTime() - begin) / 1000 * perSecond / 1_000_000;
                if (due > grown) {
                    log.grow(due - grown);
                    grown = due;
                }
                LockSupport.parkNanos(STEP);
            }
        });
    }

    @Override
    public void close() {
        over = true;
    }
}
