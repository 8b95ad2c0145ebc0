// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.prometheus;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import podium.core.metrics.HistoryReader.Past;
import podium.core.metrics.HistoryReader.Span;

/**
 * Questions about the past that are under way, and the last answers. A question that
 * failed, or that nothing was known of, is asked anew. Any thread.
 */
public final class HistoryReads implements AutoCloseable {
    private static final int MOST = 24;

    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("podium-past-", 0).factory());
    private final Map<Span, CompletableFuture<Past>> answers = new LinkedHashMap<>(MOST, 0.75f, true);

    /** The answer to a question: one that is there or under way, or what the work finds. */
    public synchronized CompletableFuture<Past> read(Span span, Callable<Past> work) {
        CompletableFuture<Past> known = answers.get(span);
        boolean good = known != null && !known.isCompletedExceptionally();
        if (known != null && good && !(known.isDone() && known.join().curves().isEmpty())) {
            return known;
        }
        CompletableFuture<Past> answer = new CompletableFuture<>();
        answers.put(span, answer);
        if (answers.size() > MOST) {
            answers.remove(answers.keySet().iterator().next());
        }
        Future<?> running = threads.submit(() -> {
            try {
                answer.complete(work.call());
            } catch (Throwable e) {
                // an Error too: who asked must not wait for ever
                answer.completeExceptionally(e);
            }
        });
        answer.whenComplete((past, problem) -> {
            if (answer.isCancelled()) {
                running.cancel(true);
            }
        });
        return answer;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
