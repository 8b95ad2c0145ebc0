// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.plan;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import podium.operation.texts.Texts;

/** Asks clusters beside the realm, which never waits for one: each question on a thread of its own. Any thread. */
public final class ClusterQuestions implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** What is asked. */
    public interface Question<T> {
        /** @throws IOException when the cluster does not answer */
        T ask() throws IOException;
    }

    /** The answer; where there was none, it fails with a {@link CompletionException} whose message says so. */
    public <T> CompletableFuture<T> ask(Question<T> question) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return question.ask();
                    } catch (IOException e) {
                        throw new CompletionException(Texts.of("ClusterQuestions.theClusterDidNot", e.getMessage()), e);
                    }
                },
                threads);
    }

    /** Ends what is being asked. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
