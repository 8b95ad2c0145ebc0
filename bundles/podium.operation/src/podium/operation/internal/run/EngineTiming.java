// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.run;

import java.time.Duration;

/**
 * Time limits and retry intervals of the operation engine.
 *
 * @param budgetRetry between tries of an eviction that a budget refuses and the server names no time: 5 s, as kubectl
 * @param poll between reads of an object that is waited for; the first few come sooner
 * @param backoff first wait when the server is throttling or does not answer; doubles up to {@code backoffMost}
 * @param patience how long an unanswered write is tried before the operation pauses itself
 * @param concurrency requests of one step on the way at the same time
 */
public record EngineTiming(
        Duration budgetRetry,
        Duration poll,
        Duration backoff,
        Duration backoffMost,
        Duration patience,
        int concurrency) {
    /** Looks before the full interval: 1/8, 1/4, 1/2 of it. */
    private static final int RAMP = 3;

    public static EngineTiming usual() {
        return new EngineTiming(
                Duration.ofSeconds(5),
                Duration.ofSeconds(1),
                Duration.ofMillis(500),
                Duration.ofSeconds(20),
                Duration.ofMinutes(2),
                16);
    }

    /** The wait before the given try (from 0), with up to half of it taken off at random so that many do not come at once. */
    public Duration backoff(int attempt, double random) {
        Duration full = backoff.multipliedBy(1L << Math.min(attempt, 10));
        Duration most = full.compareTo(backoffMost) > 0 ? backoffMost : full;
        return Duration.ofNanos((long) (most.toNanos() * (1 - random / 2)));
    }

    /** The wait after a look (from 0) that found nothing: short at first, since most things happen at once, then {@code poll}. */
    public Duration look(int looks) {
        return looks >= RAMP ? poll : poll.dividedBy(1L << (RAMP - looks));
    }
}
