// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import podium.operation.internal.run.EngineTiming;
import podium.operation.internal.run.OperationSignals;

/**
 * Work that is left when an operation has ended and that may succeed later: tried often at first, then every few minutes, until it
 * is done or the process ends. Whoever asks for it meanwhile has it tried at once. Any thread.
 */
final class Tidying {
    /** Tries at the pace of a server that does not answer; a mark has ended by itself after them. */
    private static final int OFTEN = 20;

    private static final Duration SELDOM = Duration.ofMinutes(5);

    private final EngineTiming timing;
    private final Executor threads;
    private final OperationSignals end = new OperationSignals();
    private final AtomicBoolean waiting = new AtomicBoolean();

    Tidying(EngineTiming timing, Executor threads) {
        this.timing = timing;
        this.threads = threads;
    }

    /** Tries it until {@code done} says so, or the process ends. Returns at once. */
    void begin(BooleanSupplier done) {
        try {
            threads.execute(() -> run(done));
        } catch (RejectedExecutionException e) {
            end.stop();
        }
    }

    private void run(BooleanSupplier done) {
        if (done.getAsBoolean() || !waiting.compareAndSet(false, true)) {
            return;
        }
        try {
            int tries = 0;
            do {
                end.await(tries < OFTEN ? timing.backoff(tries, 0) : SELDOM);
                tries++;
            } while (!done.getAsBoolean());
        } catch (OperationSignals.Stopped e) {
            // the next start goes on
        } finally {
            waiting.set(false);
        }
    }

    void stop() {
        end.stop();
    }
}
