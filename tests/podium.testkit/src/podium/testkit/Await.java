// SPDX-License-Identifier: Apache-2.0
package podium.testkit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for conditions that other threads or processes bring about. */
public final class Await {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long STEP = Duration.ofMillis(5).toNanos();
    /** What takes longer is looked at less often: to look may cost more than what is waited for. */
    private static final long LONGEST_STEP = Duration.ofMillis(25).toNanos();

    private Await() {}

    /** Waits until the condition holds; fails after a minute. */
    public static void until(String what, BooleanSupplier condition) {
        until(() -> what, condition);
    }

    /** Waits until the condition holds; fails after a minute with what is said then. */
    public static void until(Supplier<String> what, BooleanSupplier condition) {
        until(PATIENCE, what, condition);
    }

    /** Waits until the condition holds, no longer than that; fails with what is said then. */
    public static void until(Duration patience, Supplier<String> what, BooleanSupplier condition) {
        found(patience, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty())
                .orElseThrow(() -> failure(patience, what.get()));
    }

    /** Waits until there is a value; fails after a minute. */
    public static <T> T present(String what, Supplier<Optional<T>> value) {
        return present(PATIENCE, what, value);
    }

    /** Waits until there is a value, no longer than that. */
    public static <T> T present(Duration patience, String what, Supplier<Optional<T>> value) {
        return found(patience, value).orElseThrow(() -> failure(patience, what));
    }

    /** Gives something the chance to happen; that it does not is no failure. */
    public static void pause(Duration most, BooleanSupplier condition) {
        found(most, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    private static <T> Optional<T> found(Duration most, Supplier<Optional<T>> value) {
        long deadline = System.nanoTime() + most.toNanos();
        long step = STEP;
        Optional<T> found = value.get();
        while (found.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(step);
            if (Thread.currentThread().isInterrupted()) {
                throw new AssertionError("interrupted");
            }
            step = Math.min(LONGEST_STEP, step + step / 8);
            found = value.get();
        }
        return found;
    }

    private static AssertionError failure(Duration patience, String what) {
        return new AssertionError("not within " + patience.toSeconds() + " s: " + what);
    }
}
