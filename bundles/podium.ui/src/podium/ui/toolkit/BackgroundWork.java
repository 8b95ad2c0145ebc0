// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.failure.Defects;
import podium.core.fleet.FleetRealm;
import podium.ui.texts.Texts;

/** Runs what may block on a virtual thread and brings the answer to the UI thread. Any thread. */
public final class BackgroundWork implements AutoCloseable {
    private final FleetRealm realm;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Answers in this realm. */
    public BackgroundWork(FleetRealm realm) {
        this.realm = realm;
    }

    /** An answer that can be cancelled until it is told, also while it is on its way to the realm. */
    private static final class Answer<T> extends CompletableFuture<T> {
        private volatile boolean dropped;

        @Override
        public boolean cancel(boolean mayInterrupt) {
            dropped = true;
            return super.cancel(mayInterrupt);
        }
    }

    /** Runs the work; exactly one of the two is called afterwards, in the realm. The result cancels: then neither is. */
    public <T> CompletableFuture<T> run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        Answer<T> answer = new Answer<>();
        answer.whenComplete(inRealm(() -> answer.dropped, done, failed));
        threads.execute(() -> {
            try {
                answer.complete(work.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            } catch (Throwable e) {
                // what waits for an answer must not wait for ever
                answer.completeExceptionally(new Defects.Defect(Texts.of("BackgroundWork.thisAsSubject"), e));
                Defects.tell(Texts.of("BackgroundWork.whatWasAskedFor"), e);
            }
        });
        return answer;
    }

    /** Brings the answer of a future to the realm. */
    public <T> void follow(CompletableFuture<T> answer, Consumer<T> done, Consumer<Throwable> failed) {
        answer.whenComplete(inRealm(answer::isCancelled, done, failed));
    }

    private <T> BiConsumer<T, @Nullable Throwable> inRealm(
            BooleanSupplier dropped, Consumer<T> done, Consumer<Throwable> failed) {
        return (value, problem) -> realm.execute(() -> {
            if (dropped.getAsBoolean()) {
                return;
            }
            if (problem == null) {
                done.accept(value);
            } else {
                failed.accept(problem);
            }
        });
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
