// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import podium.operation.internal.engine.Counting;

@Timeout(60)
class ParallelRunnerTest {
    private static final int AT_ONCE = 4;
    private static final List<Integer> TWENTY = IntStream.range(0, 20).boxed().toList();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ParallelRunner beside = new ParallelRunner(threads, AT_ONCE);

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    @Test
    void allPartsRunEachOnce() throws Exception {
        Set<Integer> ran = new ConcurrentSkipListSet<>();
        beside.run(TWENTY, ran::add);
        assertEquals(Set.copyOf(TWENTY), ran);
    }

    @Test
    void noMoreRunAtOnceThanIsAllowed() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        beside.run(TWENTY, part -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.yield();
            now.decrementAndGet();
        });
        assertTrue(most.get() <= AT_ONCE, "at once: " + most);
    }

    /** Those that have begun are held until every other one has come to nothing: only then it is sure that none begins late. */
    @Test
    void afterTheFirstFailureNoFurtherOneBeginsAndThoseUnderWayAreWaitedFor() {
        CountDownLatch full = new CountDownLatch(AT_ONCE);
        CountDownLatch go = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        AtomicInteger left = new AtomicInteger(TWENTY.size());
        ParallelRunner counted = new ParallelRunner(
                new Counting(threads, () -> {
                    if (left.decrementAndGet() == AT_ONCE - 1) {
                        go.countDown();
                    }
                }),
                AT_ONCE);
        StepFailed failed = assertThrows(
                StepFailed.class,
                () -> counted.run(TWENTY, part -> {
                    int mine = begun.incrementAndGet();
                    full.countDown();
                    await(full);
                    if (mine == 1) {
                        throw new StepFailed("refused");
                    }
                    await(go);
                    ended.incrementAndGet();
                }));
        assertEquals("refused", failed.words());
        assertEquals(AT_ONCE, begun.get());
        assertEquals(AT_ONCE - 1, ended.get());
    }

    @Test
    void aDefectIsThrownAsItIs() {
        assertThrows(
                ArithmeticException.class,
                () -> beside.run(TWENTY, part -> {
                    throw new ArithmeticException();
                }));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
