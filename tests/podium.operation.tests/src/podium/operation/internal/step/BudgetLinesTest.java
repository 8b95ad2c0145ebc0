// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import podium.core.api.WriteResult;
import podium.operation.internal.engine.FakeCluster;
import podium.operation.internal.run.EngineTiming;
import podium.operation.internal.run.OperationSignals;

class BudgetLinesTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final WriteResult.Refused WEB = refusal("needs 3 healthy pods and has 3 currently", "web");

    private final OperationSignals signals = new OperationSignals();
    private final BudgetLines lines = new BudgetLines(signals, timing(Duration.ofSeconds(8)));

    private static EngineTiming timing(Duration budgetRetry) {
        Duration short1 = Duration.ofMillis(2);
        return new EngineTiming(budgetRetry, short1, short1, short1, LONG, 4);
    }

    private static WriteResult.Refused refusal(String rest, String budget) {
        return assertInstanceOf(
                WriteResult.Refused.class, FakeCluster.budget("The disruption budget " + budget + " " + rest));
    }

    private CompletableFuture<Boolean> stand(Semaphore line, Duration atMost) {
        Executor threads = work -> Thread.ofVirtual().start(work);
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return lines.stand(line, signals.deadline(atMost));
                    } catch (OperationSignals.Stopped e) {
                        throw new CompletionException(e);
                    }
                },
                threads);
    }

    @Test
    void podsOfOneBudgetShareALineWhateverItsNumbersSay() {
        Semaphore line = lines.of("team", "web-0", WEB);
        assertSame(line, lines.of("team", "web-1", refusal("needs 3 healthy pods and has 2 currently", "web")));
        assertNotSame(line, lines.of("other", "web-0", WEB), "budgets belong to a namespace");
        assertNotSame(line, lines.of("team", "api-0", refusal("needs 1 healthy pods", "api")));
    }

    @Test
    void aRefusalThatNamesNoBudgetMakesNobodyWaitForOthers() {
        WriteResult.Refused unnamed = (WriteResult.Refused) FakeCluster.budget("not now");
        assertNotSame(lines.of("team", "a", unnamed), lines.of("team", "b", unnamed));
    }

    @Test
    void theNextComesWhenTheFirstIsThrough() {
        Semaphore line = lines.of("team", "web-0", WEB);
        assertTrue(stand(line, LONG).join());
        CompletableFuture<Boolean> second = stand(line, LONG);
        assertFalse(second.isDone());
        line.release();
        assertTrue(second.join());
    }

    @Test
    void whoHasStoodTooLongAsksOnItsOwn() {
        BudgetLines quick = new BudgetLines(signals, timing(Duration.ofMillis(5)));
        Semaphore line = quick.of("team", "web-0", WEB);
        assertTrue(line.tryAcquire());
        assertFalse(assertStands(quick, line));
    }

    private boolean assertStands(BudgetLines of, Semaphore line) {
        try {
            return of.stand(line, signals.deadline(LONG));
        } catch (OperationSignals.Stopped e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theTimeLimitOfTheDrainEndsTheWait() {
        Semaphore line = lines.of("team", "web-0", WEB);
        assertTrue(line.tryAcquire());
        assertFalse(stand(line, Duration.ofMillis(5)).join());
    }

    @Test
    void anAbortEndsTheWait() {
        Semaphore line = lines.of("team", "web-0", WEB);
        assertTrue(line.tryAcquire());
        CompletableFuture<Boolean> waiting = stand(line, LONG);
        signals.abort();
        assertInstanceOf(
                OperationSignals.Stopped.class,
                assertThrows(CompletionException.class, waiting::join).getCause());
    }

    @Test
    void theFirstAsksOftenAtTheStartAndThenAsKubectlDoes() {
        List<Long> seconds = IntStream.of(1, 2, 3, 4, 9)
                .mapToObj(refusals -> lines.pause(refusals).toSeconds())
                .toList();
        assertEquals(List.of(1L, 2L, 4L, 8L, 8L), seconds);
    }
}
