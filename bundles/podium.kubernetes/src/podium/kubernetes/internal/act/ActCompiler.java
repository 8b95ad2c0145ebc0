// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import podium.core.api.KueueNames;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kind.Replicas;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.plan.Reads;
import podium.kubernetes.internal.plan.Refusal;
import podium.operation.job.JobAction;
import podium.operation.job.JobActionCompiler;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;

/** Reads the job, then leaves the plan to the act. */
final class ActCompiler implements JobActionCompiler {
    private final WorkloadKinds kinds;
    private final ClusterId cluster;
    private final ObjectReader reader;

    ActCompiler(ClusterId cluster, ObjectReader reader, WorkloadKinds kinds) {
        this.kinds = kinds;
        this.cluster = cluster;
        this.reader = reader;
    }

    @Override
    public Result compile(ObjectRef job, String uid, JobAction act) throws IOException {
        try {
            Reads reads = new Reads(reader);
            Target target = read(job, reads);
            if (!uid.isEmpty() && !uid.equals(target.uid())) {
                throw new Refusal(
                        job.kind() + " " + job.namespace() + "/" + job.name() + " was deleted and made anew meanwhile.",
                        "Wait until the view has caught up.");
            }
            return reads.compiled(plan(target, act));
        } catch (Refusal why) {
            return why.result();
        }
    }

    private static Plan plan(Target job, JobAction act) throws IOException, Refusal {
        return switch (act) {
            case JobAction.Scale scale -> Scaling.plan(job, scale.replicas());
            case JobAction.Priority priority -> Priorities.plan(job, priority.className());
            case JobAction.Queue queue -> QueueMove.plan(job, queue.name());
            case JobAction.Suspend() -> Suspending.plan(job, true);
            case JobAction.Resume() -> Suspending.plan(job, false);
            case JobAction.Requeue() -> Requeueing.plan(job);
            case JobAction.Delete delete -> Removal.plan(job, delete.grace());
        };
    }

    @Override
    public Choices choices(ObjectRef job) throws IOException {
        try {
            Target target = read(job, reader);
            List<String> queues = Kueue.names(target, "localqueues", "LocalQueue", job.namespace());
            return new Choices(
                    replicas(target),
                    queues,
                    Priorities.names(target),
                    target.label(KueueNames.QUEUE),
                    Priorities.now(target));
        } catch (Refusal why) {
            throw new IOException(why.getMessage());
        }
    }

    private static int replicas(Target job) {
        try {
            return Scaling.replicas(job).map(Replicas::now).orElse(-1);
        } catch (Refusal why) {
            return -1;
        }
    }

    private Target read(ObjectRef job, ObjectReader reader) throws IOException, Refusal {
        Optional<String> text = reader.read(job);
        if (text.isEmpty()) {
            throw new Refusal(
                    job.kind() + " " + job.namespace() + "/" + job.name() + " does not exist any more.",
                    "Wait until the view has caught up.");
        }
        JsonNode object = Trees.read(text.get());
        return new Target(cluster, job, object, reader, kinds);
    }
}
