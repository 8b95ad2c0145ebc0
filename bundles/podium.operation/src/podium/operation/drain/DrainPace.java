// SPDX-License-Identifier: Apache-2.0
package podium.operation.drain;

import java.time.Duration;
import java.util.Optional;

/**
 * How fast a drain of several nodes goes.
 *
 * @param nodesAtOnce most nodes that are emptied at the same time, from 1; the next ones wait until these are empty
 * @param afterJobs how long to wait for jobs that end by themselves before their pods are evicted; empty: not at all
 */
public record DrainPace(int nodesAtOnce, Optional<Duration> afterJobs) {
    /** All nodes at the same time and at once, as they come. */
    public static final DrainPace AT_ONCE = new DrainPace(Integer.MAX_VALUE, Optional.empty());

    public DrainPace {
        if (nodesAtOnce < 1) {
            throw new IllegalArgumentException("at least one node at a time, not " + nodesAtOnce);
        }
    }
}
