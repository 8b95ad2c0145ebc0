// SPDX-License-Identifier: Apache-2.0
package podium.operation.drain;

import java.time.Duration;
import java.util.Optional;
import podium.model.fleet.Task;

/**
 * How long a drain takes, as far as can be told before: grace periods used up to their end, budgets that let their pods go in
 * rounds, and {@link #READY} for each replacement a budget waits for. Finalizers and failing replacements are not foreseen.
 *
 * @param atMost until the last pod is gone; empty: it never ends
 * @param firstStop the first moment at which a budget refuses; empty: none does
 */
public record DrainForecast(Optional<Duration> atMost, Optional<Stop> firstStop) {
    /** How long a replacement is taken to need until it counts as healthy. */
    public static final Duration READY = Duration.ofSeconds(30);

    /**
     * A moment at which a budget refuses an eviction.
     *
     * @param after since the drain began
     * @param task the first pod that is refused
     * @param budget name of the budget
     * @param forever true when it never gives way
     */
    public record Stop(Duration after, Task task, String budget, boolean forever) {}
}
