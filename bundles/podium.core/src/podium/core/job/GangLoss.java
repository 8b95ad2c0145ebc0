// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Job;
import podium.model.value.Labels;

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

    /** When a job says it saved its state; a time that cannot be read, or is still to come, is none. */
    public static Optional<Instant> checkpoint(Job job, Instant now) {
        @Nullable Labels marks = job.getManagers();
        try {
            return marks == null
                    ? Optional.empty()
                    : marks.get(CHECKPOINT)
                            .map(OffsetDateTime::parse)
                            .map(OffsetDateTime::toInstant)
                            .filter(saved -> !saved.isAfter(now));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
