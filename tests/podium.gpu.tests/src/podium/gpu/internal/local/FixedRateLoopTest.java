// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FixedRateLoopTest {
    @Test
    void itBeatsAtItsRateUntilItIsEnded() throws InterruptedException {
        AtomicInteger beats = new AtomicInteger();
        CountDownLatch twenty = new CountDownLatch(20);
        FixedRateLoop beat = new FixedRateLoop(
                () -> {
                    beats.incrementAndGet();
                    twenty.countDown();
                },
                Duration.ofMillis(5));
        long begin = System.nanoTime();
        Thread thread = Thread.ofPlatform().start(beat);
        assertTrue(twenty.await(60, TimeUnit.SECONDS));
        assertTrue(System.nanoTime() - begin >= Duration.ofMillis(19 * 5).toNanos(), "not faster than its rate");
        beat.end();
        assertTrue(thread.join(Duration.ofSeconds(30)));
        int after = beats.get();
        assertEquals(after, beats.get());
    }

    @Test
    void endingDoesNotWaitForTheNextBeat() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        FixedRateLoop beat = new FixedRateLoop(first::countDown, Duration.ofHours(1));
        Thread thread = Thread.ofPlatform().start(beat);
        assertTrue(first.await(60, TimeUnit.SECONDS));
        beat.end();
        assertTrue(thread.join(Duration.ofSeconds(30)));
    }

    @Test
    void beatsMissedWhileOneDidNotReturnAreLeftOut() throws InterruptedException {
        AtomicInteger beats = new AtomicInteger();
        CountDownLatch stalled = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch later = new CountDownLatch(3);
        AtomicLong resumed = new AtomicLong();
        FixedRateLoop beat = new FixedRateLoop(
                () -> {
                    if (beats.incrementAndGet() == 1) {
                        stalled.countDown();
                        await(goOn);
                        resumed.set(System.nanoTime());
                    }
                    later.countDown();
                },
                Duration.ofMillis(100));
        Thread thread = Thread.ofPlatform().start(beat);
        assertTrue(stalled.await(60, TimeUnit.SECONDS));
        assertEquals(false, goOn.await(350, TimeUnit.MILLISECONDS), "three beats are missed");
        goOn.countDown();
        assertTrue(later.await(60, TimeUnit.SECONDS));
        long time = System.nanoTime() - resumed.get();
        assertTrue(time >= Duration.ofMillis(95).toNanos(), "they do not come in a burst: " + time);
        beat.end();
        assertTrue(thread.join(Duration.ofSeconds(30)));
    }

    @Test
    void waitingAllocatesNothing() throws InterruptedException {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] bytes = new long[400];
        AtomicInteger at = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(bytes.length);
        FixedRateLoop beat = new FixedRateLoop(
                () -> {
                    int now = at.getAndIncrement();
                    if (now < bytes.length) {
                        bytes[now] = threads.getCurrentThreadAllocatedBytes();
                    }
                    all.countDown();
                },
                Duration.ofMillis(1));
        Thread thread = Thread.ofPlatform().start(beat);
        assertTrue(all.await(60, TimeUnit.SECONDS));
        beat.end();
        assertTrue(thread.join(Duration.ofSeconds(30)));
        assertEquals(bytes[200], bytes[399], "bytes in 199 beats");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
