// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.engine;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Threads that tell of each task that has ended. */
public final class Counting extends AbstractExecutorService {
    private final ExecutorService threads;
    private final Runnable ended;

    public Counting(ExecutorService threads, Runnable ended) {
        this.threads = threads;
        this.ended = ended;
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(() -> {
            task.run();
            ended.run();
        });
    }

    @Override
    public void shutdown() {
        threads.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return threads.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return threads.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return threads.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return threads.awaitTermination(timeout, unit);
    }
}
