// SPDX-License-Identifier: Apache-2.0
package podium.core.testkit;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.FleetRealm;

/** A realm of one daemon thread of its own, for a process without a display. Closing it lets queued work finish. */
public final class SingleThreadRealm implements FleetRealm, AutoCloseable {
    private final ExecutorService executor;
    private volatile @Nullable Thread thread;

    public SingleThreadRealm(String name) {
        executor = Executors.newSingleThreadExecutor(
                work -> thread = Thread.ofPlatform().name(name).daemon(true).unstarted(work));
    }

    @Override
    public void execute(Runnable work) {
        executor.execute(work);
    }

    @Override
    public boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    /** The realm as an executor, for {@link java.util.concurrent.CompletableFuture} and the like. */
    public Executor asExecutor() {
        return this::execute;
    }

    /** What a question has for an answer in the realm; its failure is that of whoever asks. */
    public <T> T ask(Callable<T> question) {
        return CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return question.call();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        asExecutor())
                .join();
    }

    @Override
    public void close() {
        executor.shutdown();
    }
}
