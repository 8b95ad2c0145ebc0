// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import java.util.Optional;
import podium.core.change.SchedulingObject.PodRefusal;
import podium.core.fleet.Holdings;
import podium.core.fleet.SchedulingObjects;
import podium.model.fleet.Job;

/** Pods that a job should have and has not. In the realm. */
public final class MissingPods {
    private MissingPods() {}

    /** True for a job that is not suspended, has not ended and has fewer pods than it wants. */
    public static boolean of(Job job) {
        return !job.isSuspended()
                && !Holdings.hasEnded(job)
                && !JobTraits.isPod(job)
                && job.getTasks().size() < Math.max(1, job.getWantedTasks());
    }

    /** What the events tell of why; empty: none is missing, or nobody has asked yet. */
    public static Optional<PodRefusal> refusal(Job job) {
        String namespace = job.getNamespace() == null ? "" : job.getNamespace();
        return of(job)
                ? SchedulingObjects.of(job.getCluster()).get(PodRefusal.class, namespace, String.valueOf(job.getUid()))
                : Optional.empty();
    }
}
