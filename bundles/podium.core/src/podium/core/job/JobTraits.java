// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Job;
import podium.model.value.ControllerRef;
import podium.model.value.WorkKind;

/** What holds for the kind of a job, or of what controls a pod. Jobs in the realm. */
public final class JobTraits {
    private JobTraits() {}

    /** All that is known of the kind of a job. */
    public static WorkKind of(@Nullable Job job) {
        @Nullable WorkKind work = job == null ? null : job.getWork();
        return work == null ? WorkKind.UNKNOWN : work;
    }

    /** Whether this holds for the kind of a job; false where it is not known. */
    public static boolean has(@Nullable Job job, WorkKind.Trait trait) {
        return of(job).is(trait);
    }

    /** Whether this holds for the kind of a controller; false where it is not known, or there is none. */
    public static boolean has(@Nullable ControllerRef controller, WorkKind.Trait trait) {
        return controller != null && controller.work().is(trait);
    }

    /** Whether a job waits for a place: what its queue keeps suspended waits too, what somebody has suspended does not. */
    public static boolean waits(Job job) {
        return switch (job.getState()) {
            case WAITING, HELD -> true;
            case SUSPENDED -> job.getQueueName() != null && !DefaultReason.isInactive(String.valueOf(job.getReason()));
            default -> false;
        };
    }

    /** Whether a job is a pod that nothing owns. */
    public static boolean isPod(@Nullable Job job) {
        return has(job, WorkKind.Trait.SINGLE_POD);
    }
}
