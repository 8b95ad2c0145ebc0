// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.api.KueueNames;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;

/** What a drain must know of a job's kind. */
final class JobKinds {

    /** Kinds whose tasks end by themselves; all others run until somebody stops them. */
    private static final Set<String> ENDING = Set.of(
            "Job",
            "JobSet",
            "TrainJob",
            "PyTorchJob",
            "TFJob",
            "MPIJob",
            "JAXJob",
            "XGBoostJob",
            "PaddleJob",
            "RayJob",
            "Workflow",
            "Experiment",
            "AppWrapper");

    private JobKinds() {}

    /** True for a job of a kind that ends by itself. */
    static boolean ends(Job job) {
        return ENDING.contains(job.getKind());
    }

    /** True for a pod that ends by itself, so that waiting for it makes sense. */
    static boolean ends(Task task) {
        @Nullable Job job = task.getJob();
        return job != null && ENDING.contains(job.getKind()) && task.getPhase() == TaskPhase.RUNNING;
    }

    /** True for a job that Kueue admits: deactivating its Workload stops it and keeps it in the queue. */
    static boolean isQueued(@Nullable Job job) {
        return job != null
                && job.getLabels() != null
                && job.getLabels().has(KueueNames.QUEUE)
                && job.getUid() != null
                && !job.getUid().isEmpty();
    }
}
