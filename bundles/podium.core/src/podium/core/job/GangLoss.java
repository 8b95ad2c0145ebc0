// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import podium.model.fleet.Job;

/**
 * A job that loses work with evicted pods: a gang that ends or restarts, a job all of whose pods go, or one that loses some of them.
 *
 * @param gpuHours work lost by all its tasks, or by those that go: since {@code checkpoint} where that is known, else since each
 *     started; empty: of one of them it is not known since when it runs, or what it holds
 * @param checkpoint when the job last said it had saved its state (its annotation {@value #CHECKPOINT}); empty: unknown
 */
public record GangLoss(Job job, OptionalDouble gpuHours, Optional<Instant> checkpoint) {
    /** Annotation by which a job tells when it saved its state last: a time as in RFC 3339. */
    public static final String CHECKPOINT = "podium.jobs/checkpoint";
}
