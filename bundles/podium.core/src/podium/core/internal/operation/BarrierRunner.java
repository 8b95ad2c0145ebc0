// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.operation;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import podium.core.operation.Step;

/**
 * Sends the writes of a barrier with bounded concurrency. After the first refusal no further one is sent; those on the way are
 * waited for, so that what happened is known when the barrier is taken back.
 */
final class BarrierRunner {
    private final WriteRunner writes;
    private final RunHost host;
    private final ExecutorService threads;
    private final int concurrency;

    BarrierRunner(WriteRunner writes, RunHost host, ExecutorService threads, int concurrency) {
        this.writes = writes;
        this.host = host;
        this.threads = threads;
        this.concurrency = concurrency;
    }

    /** Runs the parts that the ledger does not show as done. */
    void run(Step.Barrier barrier, int step, Ledger ledger) throws Signals.Stopped, StepFailed {
        Semaphore permits = new Semaphore(concurrency);
        AtomicReference<Optional<Exception>> first = new AtomicReference<>(Optional.empty());
        List<Integer> open = IntStream.range(0, barrier.writes().size())
                .filter(part -> !ledger.isDone(step, part, false))
                .boxed()
                .toList();
        List<? extends Future<?>> sent = open.stream()
                .map(part -> threads.submit(() -> send(barrier.writes().get(part), step, part, permits, first)))
                .toList();
        for (Future<?> future : sent) {
            join(future);
        }
        if (first.get().isEmpty()) {
            return;
        }
        switch (first.get().get()) {
            case Signals.Stopped stopped -> throw stopped;
            case StepFailed failed -> throw failed;
            case Exception e -> throw new IllegalStateException(e);
        }
    }

    private void send(
            Step.Write write, int step, int part, Semaphore permits, AtomicReference<Optional<Exception>> first) {
        permits.acquireUninterruptibly();
        try {
            if (first.get().isEmpty()) {
                host.done(step, part, false, writes.run(write));
            }
        } catch (Signals.Stopped | StepFailed e) {
            first.compareAndSet(Optional.empty(), Optional.of(e));
        } finally {
            permits.release();
        }
    }

    /** Waits for a task; what it threw beside its own outcome (a broken journal, a defect) is thrown here. */
    static void join(Future<?> future) throws Signals.Stopped {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Signals.Stopped(false);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
