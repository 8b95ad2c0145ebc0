// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.sampling;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import podium.core.failure.Defects;
import podium.sources.texts.Texts;

/**
 * Reads the sources of one cluster round by round. A round starts when the last has ended and the interval has passed, so a slow
 * cluster is read more seldom, never twice at once. Used by one thread, which no round holds up.
 */
final class ClusterRounds {
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final int AT_ONCE = 16;
    private static final Duration SEARCH = Duration.ofMinutes(1);
    /** Rounds between two questions to a source that tells of many nodes: a Prometheus scrapes every 15 to 60 s itself. */
    private static final int CENTRAL_EVERY = 3;

    private final ClusterMetricSources sources;
    private final ExecutorService reads;
    private final Semaphore slots = new Semaphore(AT_ONCE);
    private Future<?> underWay = CompletableFuture.completedFuture("");
    private int round;
    /** Whether the last search found more: the pods of a cluster that is read for the first time come little by little. */
    private boolean grows = true;

    private long searched;
    private volatile long ended = System.nanoTime() - INTERVAL.toNanos();

    ClusterRounds(ClusterMetricSources sources, ExecutorService reads) {
        this.sources = sources;
        this.reads = reads;
    }

    ClusterMetricSources sources() {
        return sources;
    }

    boolean isUnderWay() {
        return !underWay.isDone();
    }

    /** The interval has passed, or it has just been opened and has shown no source yet. */
    boolean isDue() {
        return sources.isNew() || System.nanoTime() - ended >= INTERVAL.toNanos();
    }

    /** Begins the next round. */
    void begin() {
        int number = round++;
        underWay = reads.submit(Defects.guarded(Texts.of("ExporterSampling.readingTheSourcesOf"), () -> read(number)));
    }

    /** Returns when the round that is under way has ended. */
    void await() {
        await(underWay);
    }

    /** Reads every source once, those of many nodes now and then. */
    private void read(int number) {
        try {
            if (grows || sources.isEmpty() || System.nanoTime() - searched >= SEARCH.toNanos()) {
                search();
            }
            List<Future<?>> running = new ArrayList<>();
            for (Runnable read : sources.due(number % CENTRAL_EVERY == 0)) {
                running.add(
                        reads.submit(Defects.guarded(Texts.of("ClusterRounds.readingASourceOf"), () -> inTurn(read))));
            }
            running.forEach(ClusterRounds::await);
            sources.readLocal();
        } finally {
            ended = System.nanoTime();
        }
    }

    private void search() {
        try {
            searched = System.nanoTime();
            grows = sources.search();
        } catch (IOException | RuntimeException e) {
            // The mirror of the same cluster shows what is wrong with it; the next round tries again.
        }
    }

    private void inTurn(Runnable read) {
        slots.acquireUninterruptibly();
        try {
            read.run();
        } finally {
            slots.release();
        }
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a scrape must keep its failure to itself", e.getCause());
        }
    }
}
