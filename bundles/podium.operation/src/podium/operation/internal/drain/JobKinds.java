// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import org.eclipse.jdt.annotation.Nullable;
import podium.core.api.KueueNames;
import podium.core.change.SchedulingObject;
import podium.core.fleet.SchedulingObjects;
import podium.core.job.JobTraits;
import podium.core.retry.UncountedLossRule;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.WorkKind;

/** What a drain must know of a job's kind. */
final class JobKinds {
    private JobKinds() {}

    /** True for a job of a kind that ends by itself. */
    static boolean ends(Job job) {
        return JobTraits.has(job, WorkKind.Trait.ENDS);
    }

    /** True for a pod that ends by itself, so that waiting for it makes sense. */
    static boolean ends(Task task) {
        return JobTraits.has(task.getJob(), WorkKind.Trait.ENDS) && task.getPhase() == TaskPhase.RUNNING;
    }

    /**
     * True for a job that Kueue admits as a whole: deactivating its Workload stops it and keeps it in the queue. Of Deployments and
     * bare pods each pod is one of its own, and of a StatefulSet all pods are: those are evicted like any other, since Kueue would delete
     * them, the Workload with them, or the pods of other nodes too. What another cluster sent is stopped by that cluster alone, which
     * takes a deactivated copy for lost. What would be complete with none of its pods running is not stopped either.
     */
    static boolean isQueued(@Nullable Job job) {
        return job != null
                && !isSentHere(job)
                && !endsWhenStopped(job)
                && !JobTraits.has(job, WorkKind.Trait.EVICTED_SINGLY)
                && job.getLabels() != null
                && job.getLabels().has(KueueNames.QUEUE)
                && job.getUid() != null
                && !job.getUid().isEmpty();
    }

    /** True for a Job that is complete as soon as none of its pods runs, so that stopping it is its end. */
    static boolean endsWhenStopped(Job job) {
        return job.getCluster() != null
                && job.getUid() != null
                && SchedulingObjects.of(job.getCluster())
                        .get(
                                SchedulingObject.Retries.class,
                                job.getNamespace() == null ? "" : job.getNamespace(),
                                job.getUid())
                        .filter(its -> its.rule().equals(UncountedLossRule.UNREPLACED))
                        .isPresent();
    }

    /** True for the copy of a job of another cluster, whose MultiKueue made it here and awaits its end. */
    static boolean isSentHere(Job job) {
        return job.getLabels() != null && job.getLabels().has(KueueNames.ORIGIN);
    }

    /**
     * True for a pod whose replacement Kueue puts on the same node: one that it assigned by topology together with others. Only a pod
     * that has a Workload of its own gets another node with the Workload of its replacement (Kueue 0.13: the ungater fills the domains
     * of the assignment that stands, {@code pkg/controller/tas/topology_ungater.go}).
     */
    static boolean keepsItsNode(Task task) {
        return task.getController() != null
                && task.getLabels() != null
                && task.getLabels().has(KueueNames.ASSIGNED)
                && (task.getLabels().has(KueueNames.POD_GROUP)
                        || !JobTraits.has(task.getJob(), WorkKind.Trait.ADMITTED_BY_POD));
    }
}
