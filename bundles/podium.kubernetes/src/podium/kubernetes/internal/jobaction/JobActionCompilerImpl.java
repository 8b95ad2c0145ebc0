// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.jobaction;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import podium.core.api.KueueNames;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.api.ReadRefused;
import podium.core.change.ClusterId;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kind.Replicas;
import podium.kubernetes.internal.kind.TriggerPlan;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.kueue.MultiKueueReader;
import podium.kubernetes.internal.place.pin.FinishedCheck;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.PlanReads;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.operation.job.JobAction;
import podium.operation.job.JobActionCompiler;
import podium.operation.plan.FinishedJob;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;

/** Reads the job, then leaves the plan to the act. */
final class JobActionCompilerImpl implements JobActionCompiler {
    private final WorkloadKinds kinds;
    private final ClusterId cluster;
    private final ObjectReader reader;

    JobActionCompilerImpl(ClusterId cluster, ObjectReader reader, WorkloadKinds kinds) {
        this.kinds = kinds;
        this.cluster = cluster;
        this.reader = reader;
    }

    @Override
    public Result compile(ObjectRef job, String uid, JobAction act) throws IOException {
        try {
            PlanReads reads = new PlanReads(reader, kinds);
            return reads.compiled(plan(read(job, uid, reads), act));
        } catch (Refusal why) {
            return why.result();
        }
    }

    private static Plan plan(JobTarget job, JobAction act) throws IOException, Refusal {
        if (!(act instanceof JobAction.Delete)) {
            refuseSent(job);
            if (FinishedJob.is(job.object())) {
                throw FinishedCheck.refusal(job.ref());
            }
        }
        return switch (act) {
            case JobAction.Scale scale -> ReplicaChange.plan(job, scale.replicas());
            case JobAction.ScaleBy by -> ReplicaChange.plan(job, ReplicaChange.by(job, by.more()));
            case JobAction.Priority priority -> PriorityChange.plan(job, priority.className());
            case JobAction.Queue queue -> QueueChange.plan(job, queue.name());
            case JobAction.Suspend() -> SuspendPlan.plan(job, true);
            case JobAction.Withdraw() -> SuspendPlan.withdrawal(job);
            case JobAction.Resume() -> SuspendPlan.plan(job, false);
            case JobAction.Trigger() -> TriggerPlan.plan(job.cluster(), job.ref(), job.object(), job.kinds());
            case JobAction.Requeue() -> JobRequeue.plan(job);
            case JobAction.Delete delete -> JobDeletion.plan(job, delete.grace());
        };
    }

    /** What MultiKueue has sent ends where it runs when it, or its Workload, is changed on either side. */
    private static void refuseSent(JobTarget job) throws IOException, Refusal {
        MultiKueueReader.refuseReceived(job.name(), job.object());
        Optional<KueueFields.Workload> workload = KueueFields.has(job) ? KueueFields.workload(job) : Optional.empty();
        if (workload.isPresent()) {
            MultiKueueReader.refuseSent(job.name(), workload.get().its().object());
        }
    }

    @Override
    public Pause pause(ObjectRef job, String uid) throws IOException {
        try {
            return SuspendField.pause(read(job, uid, reader));
        } catch (Refusal why) {
            throw new IOException(why.getMessage(), why);
        }
    }

    @Override
    public Choices choices(ObjectRef job) throws IOException {
        try {
            JobTarget target = read(job, reader);
            return new Choices(
                    replicas(target),
                    offered(() -> KueueFields.names(target, "localqueues", "LocalQueue", job.namespace())),
                    offered(() -> PriorityChange.names(target)),
                    target.label(KueueNames.QUEUE),
                    PriorityChange.now(target));
        } catch (Refusal why) {
            throw new IOException(why.getMessage());
        }
    }

    private interface Names {
        List<String> read() throws IOException;
    }

    /** Who may not read what there is to choose from can still do the rest, such as scale. */
    private static List<String> offered(Names names) throws IOException {
        try {
            return names.read();
        } catch (ReadRefused refused) {
            if (refused.forbidden()) {
                return List.of();
            }
            throw refused;
        }
    }

    @Override
    public int added(ObjectRef job, JobAction act) throws IOException {
        try {
            JobTarget target = read(job, reader);
            return switch (act) {
                case JobAction.Scale scale -> ReplicaChange.added(target, scale.replicas());
                case JobAction.ScaleBy by -> ReplicaChange.added(target, ReplicaChange.by(target, by.more()));
                default -> 0;
            };
        } catch (Refusal why) {
            throw new IOException(why.getMessage(), why);
        }
    }

    private static OptionalInt replicas(JobTarget job) {
        try {
            return ReplicaChange.replicas(job).stream().mapToInt(Replicas::now).findFirst();
        } catch (Refusal why) {
            return OptionalInt.empty();
        }
    }

    private JobTarget read(ObjectRef job, String uid, ObjectReader reader) throws IOException, Refusal {
        JobTarget target = read(job, reader);
        if (!uid.isEmpty() && !uid.equals(target.uid())) {
            throw new Refusal(
                    Texts.of("JobActionCompilerImpl.wasDeletedAndRecreated", job.kind(), job.namespace(), job.name()),
                    Texts.of("JobActionCompilerImpl.waitUntilTheView"),
                    true);
        }
        return target;
    }

    private JobTarget read(ObjectRef named, ObjectReader reader) throws IOException, Refusal {
        ObjectRef job = ObjectReads.located(named, reader);
        Optional<String> text = reader.read(job);
        if (text.isEmpty()) {
            throw new Refusal(
                    Texts.of("JobActionCompilerImpl.doesNotExistAnyMore", job.kind(), job.namespace(), job.name()),
                    Texts.of("JobActionCompilerImpl.waitUntilTheView"),
                    true);
        }
        JsonNode object = Trees.read(text.get());
        return new JobTarget(cluster, job, object, reader, kinds);
    }
}
