// SPDX-License-Identifier: Apache-2.0
package podium.operation.suspend;

import java.util.Optional;
import podium.core.api.KueueNames;
import podium.core.job.DefaultReason;
import podium.core.job.JobTraits;
import podium.model.fleet.Job;
import podium.model.value.WorkKind;
import podium.operation.texts.Texts;

/**
 * Whether a job can be suspended or resumed, as far as the model tells. A job of Kueue is left to Kueue, which owns its suspend
 * field; but one whose Workload is not active is resumed by activating that. In the realm.
 */
public final class SuspendRules {

    private SuspendRules() {}

    /** Why the job cannot be suspended; empty: it can. */
    public static Optional<String> whyNotSuspend(Job job) {
        Optional<String> why = whyNot(job);
        return why.isPresent() || !job.isSuspended() ? why : Optional.of(Texts.of("SuspendRules.itIsSuspendedAlready"));
    }

    /** Why the job cannot be resumed; empty: it can. */
    public static Optional<String> whyNotResume(Job job) {
        if (job.isSuspended() && job.getReason() != null && DefaultReason.isInactive(job.getReason())) {
            return Optional.empty();
        }
        Optional<String> why = whyNot(job);
        return why.isPresent() || job.isSuspended() ? why : Optional.of(Texts.of("SuspendRules.itIsNotSuspended"));
    }

    private static Optional<String> whyNot(Job job) {
        if (!JobTraits.has(job, WorkKind.Trait.SUSPENDS)) {
            return Optional.of(Texts.of("SuspendRules.aCannotBeSuspended", job.getKind()));
        } else if (job.getFinished() != null) {
            return Optional.of(Texts.of("SuspendRules.itHasFinished"));
        } else if (job.getLabels() != null && job.getLabels().has(KueueNames.QUEUE)) {
            return Optional.of(Texts.of("SuspendRules.kueueDecidesWhenIt", job.getQueueName()));
        }
        return Optional.empty();
    }
}
