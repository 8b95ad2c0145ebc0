// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.run;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs parts of a work beside each other, as many as its concurrency allows; after the first failure no further one begins, and
 * those that have begun are waited for. Any thread.
 *
 * @param concurrency at least 1
 */
public record ParallelRunner(ExecutorService threads, int concurrency) {
    /** One part of the work. */
    public interface Part {
        void run(int part) throws OperationSignals.Stopped, StepFailed;
    }

    /** Runs parts and returns when all have ended; what the first that failed threw is thrown. */
    public void run(List<Integer> parts, Part work) throws OperationSignals.Stopped, StepFailed {
        Semaphore permits = new Semaphore(concurrency);
        AtomicReference<Optional<Exception>> first = new AtomicReference<>(Optional.empty());
        List<? extends Future<?>> begun = parts.stream()
                .map(part -> threads.submit(() -> one(part, work, permits, first)))
                .toList();
        for (Future<?> future : begun) {
            join(future);
        }
        if (first.get().isEmpty()) {
            return;
        }
        switch (first.get().get()) {
            case OperationSignals.Stopped stopped -> throw stopped;
            case StepFailed failed -> throw failed;
            case Exception e -> throw new IllegalStateException(e);
        }
    }

    private static void one(int part, Part work, Semaphore permits, AtomicReference<Optional<Exception>> first) {
        permits.acquireUninterruptibly();
        try {
            if (first.get().isEmpty()) {
                work.run(part);
            }
        } catch (OperationSignals.Stopped | StepFailed e) {
            first.compareAndSet(Optional.empty(), Optional.of(e));
        } finally {
            permits.release();
        }
    }

    /** Waits for a task; what it threw beside its own outcome (a broken journal, a defect) is thrown here. */
    public static void join(Future<?> future) throws OperationSignals.Stopped {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationSignals.Stopped(false);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }
}
