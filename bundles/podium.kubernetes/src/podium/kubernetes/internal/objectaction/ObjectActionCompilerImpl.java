// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.objectaction;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import podium.core.api.ObjectReader;
import podium.core.api.ObjectRef;
import podium.core.change.ClusterId;
import podium.kubernetes.internal.client.TransportFieldHints;
import podium.kubernetes.internal.kind.ScaledKind;
import podium.kubernetes.internal.kind.TriggerPlan;
import podium.kubernetes.internal.kind.WorkloadKinds;
import podium.kubernetes.internal.kind.kubernetes.GangKind;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.PlanReads;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.operation.job.JobAction;
import podium.operation.job.JobActionCompiler;
import podium.operation.object.ObjectAction;
import podium.operation.object.ObjectActionCompiler;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;

/** Reads the object, then leaves the plan to the act; what is known better of workloads is left to the acts on jobs. */
final class ObjectActionCompilerImpl implements ObjectActionCompiler {
    private final ClusterId cluster;
    private final ObjectReader reader;
    private final WorkloadKinds kinds;
    private final JobActionCompiler jobs;
    private final TransportFieldHints fields;

    ObjectActionCompilerImpl(
            ClusterId cluster,
            ObjectReader reader,
            WorkloadKinds kinds,
            JobActionCompiler jobs,
            TransportFieldHints fields) {
        this.fields = fields;
        this.cluster = cluster;
        this.reader = reader;
        this.kinds = kinds;
        this.jobs = jobs;
    }

    @Override
    public Result compile(ObjectRef ref, String uid, ObjectAction act) throws IOException {
        if (ref.group().isEmpty() && ref.resource().equals("secrets")) {
            return new Result.Refused(
                    Texts.of("ObjectActionCompilerImpl.podiumChangesNoSecret"),
                    Texts.of("ObjectActionCompilerImpl.useKubectlOrItsSource"));
        }
        if (act instanceof ObjectAction.Delete(var grace) && hasPods(ref)) {
            return jobs.compile(ref, uid, new JobAction.Delete(grace));
        }
        if (act instanceof ObjectAction.Scale(int replicas)
                && kinds.of(ref, ScaledKind.class).isPresent()) {
            return jobs.compile(ref, uid, new JobAction.Scale(replicas));
        }
        if (act instanceof ObjectAction.ScaleBy(int more)
                && kinds.of(ref, ScaledKind.class).isPresent()) {
            return jobs.compile(ref, uid, new JobAction.ScaleBy(more));
        }
        try {
            PlanReads reads = new PlanReads(reader, kinds);
            return reads.compiled(plan(read(ref, uid, reads), act));
        } catch (Refusal why) {
            return why.result();
        }
    }

    /** Whether pods go with one of its kind. */
    private boolean hasPods(ObjectRef ref) {
        return kinds.of(ref)
                .filter(kind -> !(kind instanceof GangKind gang) || gang.isOfKueue())
                .isPresent();
    }

    private Plan plan(ObjectTarget target, ObjectAction act) throws IOException, Refusal {
        return switch (act) {
            case ObjectAction.Edit edit -> edited(target, edit);
            case ObjectAction.Delete _ -> ObjectDeletion.plan(target);
            case ObjectAction.Evict _ -> PodEviction.plan(target);
            case ObjectAction.Restart _ -> Rollout.restart(target, Instant.now());
            case ObjectAction.RollBack back -> Rollout.back(target, back.revision());
            case ObjectAction.Scale scale -> ScaleChange.plan(target, scale.replicas());
            case ObjectAction.ScaleBy by -> ScaleChange.by(target, by.more());
            case ObjectAction.Label label -> LabelChange.plan(target, label.changes());
            case ObjectAction.Taint taint -> TaintChange.plan(target, taint.changes());
            case ObjectAction.Debug debug -> DebugContainer.plan(target, debug);
            case ObjectAction.NodeShell shell -> NodeShellPod.plan(target, shell);
            case ObjectAction.Trigger _ ->
                TriggerPlan.plan(target.cluster(), target.ref(), target.object(), target.kinds());
        };
    }

    private Plan edited(ObjectTarget target, ObjectAction.Edit edit) throws IOException, Refusal {
        Plan plan = ObjectEdit.plan(target, edit);
        ObjectEdit.known(target, edit, fields);
        return plan;
    }

    private ObjectTarget read(ObjectRef named, String uid, ObjectReader from) throws IOException, Refusal {
        ObjectRef ref = ObjectReads.located(named, from);
        ObjectTarget target = new ObjectTarget(cluster, ref, new ObjectReads(from).get(ref), from, kinds);
        if (!uid.isEmpty() && !uid.equals(target.uid())) {
            throw new Refusal(
                    Texts.of("ObjectActionCompilerImpl.wasDeletedAndRecreated", target.name()),
                    Texts.of("ObjectActionCompilerImpl.waitUntilTheView"),
                    true);
        }
        return target;
    }

    @Override
    public List<Revision> revisions(ObjectRef ref) throws IOException {
        try {
            return Rollout.revisions(read(ref, "", reader)).stream()
                    .map(Rollout.Kept::told)
                    .toList();
        } catch (Refusal why) {
            throw new IOException(why.getMessage());
        }
    }

    @Override
    public Optional<Flaw> flaw(String yaml) {
        return EditedYaml.read(yaml).flaw();
    }
}
