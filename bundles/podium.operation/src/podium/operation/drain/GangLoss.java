// SPDX-License-Identifier: Apache-2.0
package podium.operation.drain;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import podium.model.fleet.Job;

/**
 * A gang that a drain ends or restarts, or a job of one pod with several GPUs.
 *
 * @param gpuHours work lost by all its tasks: since {@code checkpoint} where that is known, else since each started; empty: of one
 *     of them it is not known since when it runs, or what it holds
 * @param checkpoint when the job last said it had saved its state (its annotation {@value #CHECKPOINT}); empty: unknown
 */
public record GangLoss(Job job, OptionalDouble gpuHours, Optional<Instant> checkpoint) {
    /** Annotation by which a job tells when it saved its state last: a time as in RFC 3339. */
    public static final String CHECKPOINT = "podium.jobs/checkpoint";
}
