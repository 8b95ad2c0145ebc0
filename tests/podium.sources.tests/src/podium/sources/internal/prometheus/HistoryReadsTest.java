// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.metrics.Curve;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.HistoryReader.Past;
import podium.core.metrics.HistoryReader.Span;
import podium.core.metrics.Metric;

class HistoryReadsTest {
    private static final Past NOTHING = new Past("p", Map.of(), Duration.ofSeconds(1));
    private static final Past TOLD = new Past(
            "p",
            Map.of(
                    new DeviceKey(new ClusterId("c"), "n", 0),
                    new Curve(0, 1, new double[0], new double[0], new double[0], new int[0])),
            Duration.ofSeconds(1));

    private final HistoryReads reads = new HistoryReads();
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void close() {
        reads.close();
    }

    @Test
    void whatWasToldIsKeptForTheNextWhoAsksTheSame() throws Exception {
        CompletableFuture<Past> first = reads.read(span(1), this::tell);
        assertSame(TOLD, first.get(1, TimeUnit.MINUTES));
        assertSame(first, reads.read(span(1), this::tell));
        reads.read(span(2), this::tell).get(1, TimeUnit.MINUTES);
        assertEquals(2, asked.get());
    }

    @Test
    void onlyTheLastAnswersAreKept() throws Exception {
        for (int i = 0; i < 100; i++) {
            reads.read(span(i), this::tell).get(1, TimeUnit.MINUTES);
        }
        reads.read(span(99), this::tell).get(1, TimeUnit.MINUTES);
        assertEquals(100, asked.get());
        reads.read(span(0), this::tell).get(1, TimeUnit.MINUTES);
        assertEquals(101, asked.get());
    }

    @Test
    void aQuestionThatFailedIsAskedAnew() throws Exception {
        CompletableFuture<Past> first = reads.read(span(1), () -> {
            throw new IOException("away");
        });
        ExecutionException e = assertThrows(ExecutionException.class, () -> first.get(1, TimeUnit.MINUTES));
        assertEquals("away", e.getCause().getMessage());
        assertSame(TOLD, reads.read(span(1), this::tell).get(1, TimeUnit.MINUTES));
    }

    @Test
    void nothingIsNoAnswerToKeep() throws Exception {
        assertSame(NOTHING, reads.read(span(1), () -> NOTHING).get(1, TimeUnit.MINUTES));
        assertSame(TOLD, reads.read(span(1), this::tell).get(1, TimeUnit.MINUTES));
    }

    @Test
    void givingUpAnAnswerInterruptsWhoWaitsForTheServer() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        CompletableFuture<Past> answer = reads.read(span(1), () -> {
            started.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return TOLD;
        });
        assertTrue(started.await(1, TimeUnit.MINUTES));
        answer.cancel(true);
        assertTrue(interrupted.await(1, TimeUnit.MINUTES));
        assertSame(TOLD, reads.read(span(1), this::tell).get(1, TimeUnit.MINUTES));
    }

    private Past tell() {
        asked.incrementAndGet();
        return TOLD;
    }

    private static Span span(long from) {
        return new Span(new ClusterId("c"), Metric.POWER, from, Duration.ofSeconds(60), 10);
    }
}
