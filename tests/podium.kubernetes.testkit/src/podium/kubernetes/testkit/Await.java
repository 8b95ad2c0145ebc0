// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.testkit;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition, never for a time. */
public final class Await {
    private static final long STEP = Duration.ofMillis(5).toNanos();
    /** What takes longer is looked at less often: to look may cost more than what is waited for. */
    private static final long LONGEST_STEP = Duration.ofMillis(25).toNanos();

    private Await() {}

    /** Waits until it holds, a minute at most; fails with what the message says then. */
    public static void until(Supplier<String> message, BooleanSupplier condition) {
        until(Duration.ofMinutes(1), message, condition);
    }

    public static void until(Duration most, Supplier<String> message, BooleanSupplier condition) {
        long end = System.nanoTime() + most.toNanos();
        long step = STEP;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(message.get());
            }
            LockSupport.parkNanos(step);
            step = Math.min(LONGEST_STEP, step + step / 8);
        }
    }

    /** Gives something the chance to happen; that it does not is no failure. */
    public static void pause(Duration most, BooleanSupplier condition) {
        long end = System.nanoTime() + most.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(STEP);
        }
    }
}
