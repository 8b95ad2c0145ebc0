// SPDX-License-Identifier: Apache-2.0
package podium.core.failure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.testkit.FleetBench;

/** A failure of work that nobody waits for is told, and is not the last of that work. */
class DefectsTest {
    private final List<Throwable> told = new ArrayList<>();

    private void watched(Runnable work) {
        Thread.UncaughtExceptionHandler before = Thread.currentThread().getUncaughtExceptionHandler();
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> told.add(failure));
        try {
            work.run();
        } finally {
            Thread.currentThread().setUncaughtExceptionHandler(before);
        }
    }

    @Test
    void workThatIsDoneAgainAndAgainGoesOnAfterAnError() throws InterruptedException {
        AtomicInteger times = new AtomicInteger();
        CountDownLatch thrice = new CountDownLatch(3);
        try (ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> Thread.ofPlatform()
                .daemon()
                .uncaughtExceptionHandler((t, failure) -> told.add(failure))
                .unstarted(work))) {
            thread.scheduleWithFixedDelay(
                    Defects.guarded("counting", () -> {
                        thrice.countDown();
                        if (times.incrementAndGet() == 1) {
                            throw new StackOverflowError();
                        }
                    }),
                    0,
                    1,
                    TimeUnit.MILLISECONDS);
            assertTrue(thrice.await(60, TimeUnit.SECONDS));
            thread.shutdownNow();
        }
        assertInstanceOf(Defects.Defect.class, told.getFirst());
        assertTrue(told.getFirst()
                .getMessage()
                .startsWith("Podium failed at counting, by a defect of Podium (StackOverflowError"));
    }

    @Test
    void anErrorInWhatFollowsTheFleetIsToldAndTheFleetLivesOn() {
        FleetBench bench = new FleetBench();
        AutoCloseable listening = bench.service.listen(delta -> {
            throw new StackOverflowError();
        });
        watched(() -> bench.show(new Change.Listed("Pod", 0)));
        watched(() -> bench.show(new Change.Listed("Node", 0)));
        assertEquals(2, told.size());
        assertTrue(listening != null);
    }
}
