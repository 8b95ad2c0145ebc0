// SPDX-License-Identifier: Apache-2.0
package podium.core.drain;

import java.time.Instant;
import java.util.Optional;
import podium.model.fleet.Job;

/**
 * A gang that a drain ends or restarts.
 *
 * @param gpuHours work lost by all its tasks: since {@code checkpoint} where that is known, else since each started
 * @param checkpoint when the job last said it had saved its state (its annotation {@value #CHECKPOINT}); empty: unknown
 */
public record GangLoss(Job job, double gpuHours, Optional<Instant> checkpoint) {
    /** Annotation by which a job tells when it saved its state last: a time as in RFC 3339. */
    public static final String CHECKPOINT = "podium.jobs/checkpoint";
}
