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
 * Sends the writes of a barrier with bounded concurrency, once the server has tried all of them. After the first refusal no further one is sent; those on the way are
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

    /** Has the server try every part that is open, then sends them. */
    void run(Step.Barrier barrier, int step, Ledger ledger) throws Signals.Stopped, StepFailed {
        List<Integer> open = IntStream.range(0, barrier.writes().size())
                .filter(part -> !ledger.isDone(step, part, false))
                .boxed()
                .toList();
        host.status("Checking all " + open.size() + " before the first is sent");
        together(open, part -> writes.rehearse(barrier.writes().get(part)));
        host.status(barrier.words());
        together(
                open,
                part -> host.done(step, part, false, writes.run(barrier.writes().get(part))));
    }

    /** Takes parts back beside each other; each says itself what it could not restore. */
    void takeBack(int parts, Back work) throws Signals.Stopped {
        try {
            together(IntStream.range(0, parts).boxed().toList(), work::run);
        } catch (StepFailed e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes one part back. */
    interface Back {
        void run(int part) throws Signals.Stopped;
    }

    /** One part of the work. */
    interface Part {
        void run(int part) throws Signals.Stopped, StepFailed;
    }

    /** Runs parts beside each other, as many as the concurrency allows; after the first failure no further one begins. */
    void together(List<Integer> parts, Part work) throws Signals.Stopped, StepFailed {
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
            case Signals.Stopped stopped -> throw stopped;
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
