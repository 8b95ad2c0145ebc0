// SPDX-License-Identifier: Apache-2.0
package podium.operation.job;

import java.time.Duration;
import java.util.Optional;

/** What an operator asks of a whole job besides placing it. */
public sealed interface JobAction {

    /**
     * Another number of replicas: pods, or groups of pods where the kind counts groups.
     *
     * @param replicas how many it is to have, at least 0
     */
    record Scale(int replicas) implements JobAction {
        public Scale {
            if (replicas < 0) {
                throw new IllegalArgumentException("replicas: " + replicas);
            }
        }
    }

    /**
     * So many replicas more than it has when the plan is made.
     *
     * @param more below 0: fewer
     */
    record ScaleBy(int more) implements JobAction {}

    /**
     * Another priority class by its name; empty: the cluster's default.
     *
     * @param className of a PriorityClass, or a WorkloadPriorityClass of Kueue
     */
    record Priority(String className) implements JobAction {}

    /** Another queue by its name in the job's namespace. */
    record Queue(String name) implements JobAction {}

    /** Stop its pods and make none until it is resumed. */
    record Suspend() implements JobAction {}

    /** Keep it from starting here because it is moved to another cluster: what a queue holds is not admitted. */
    record Withdraw() implements JobAction {}

    /** Make its pods again. */
    record Resume() implements JobAction {}

    /** Start one of the jobs now that it starts by itself. */
    record Trigger() implements JobAction {}

    /** Give up the places it holds and wait again. */
    record Requeue() implements JobAction {}

    /**
     * Delete it and its pods.
     *
     * @param grace how long its pods may take to end; empty: as long as each says itself
     */
    record Delete(Optional<Duration> grace) implements JobAction {}
}
