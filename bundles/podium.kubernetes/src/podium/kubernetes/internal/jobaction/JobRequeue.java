// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.jobaction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.api.KueueNames;
import podium.kubernetes.internal.kind.OwnedPods;
import podium.kubernetes.internal.kind.ScaledKind;
import podium.kubernetes.internal.kind.TriggeredKind;
import podium.kubernetes.internal.kueue.QueueDoor;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.Refusal;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** Giving up the places a job holds and waiting again: through its queue where it has one, else by suspending it for a moment. */
final class JobRequeue {
    private static final List<String> LOST = List.of("What its pods did since their last checkpoint is lost.");

    private JobRequeue() {}

    static Plan plan(JobTarget job) throws IOException, Refusal {
        if (SuspendField.of(job).isEmpty() || job.as(TriggeredKind.class).isPresent()) {
            boolean recreated = job.as(ScaledKind.class).isPresent();
            throw new Refusal(
                    recreated
                            ? "A " + job.noun() + " does not wait in a queue as a whole."
                            : "A " + job.noun() + " cannot be stopped and started again.",
                    recreated
                            ? "Delete single pods, which are recreated, or drain the node."
                            : "Delete it and submit it again.");
        } else if (SuspendField.is(job)) {
            throw new Refusal(job.name() + " is waiting already.", "Resume it, or look at its queue.");
        }
        Optional<KueueFields.Workload> workload = KueueFields.has(job) ? KueueFields.workload(job) : Optional.empty();
        if (KueueFields.has(job) && workload.isEmpty()) {
            throw new Refusal(
                    job.name() + " is in a queue of Kueue but has no Workload.", "Check Kueue: it may not be running.");
        }
        SuspendField.checkStop(job);
        QueueDoor.refuse(new ObjectReads(job.reader()), job.ref(), job.object());
        return workload.isPresent() ? queued(job, workload.get()) : alone(job);
    }

    private static Plan queued(JobTarget job, KueueFields.Workload workload) throws IOException {
        Step.Write out = workload.active(false, job.name());
        List<Step> steps = new ArrayList<>(KueueFields.open(job, job.label(KueueNames.QUEUE)));
        steps.add(out);
        steps.addAll(SuspendField.stopped(job));
        steps.add(workload.free(job.name()));
        steps.add(workload.active(true, job.name()));
        return plan(
                job,
                steps,
                "Kueue takes its quota back, stops its pods, and admits it again when its turn comes: after waiting"
                        + " jobs of the same priority.");
    }

    private static Plan alone(JobTarget job) throws IOException {
        List<Step> steps = new ArrayList<>(List.of(SuspendField.write(job, true)));
        steps.addAll(SuspendField.stopped(job));
        steps.add(SuspendField.write(job, false));
        steps.addAll(job.pods().anew(job.reader(), job.ref(), job.object()));
        return plan(
                job, steps, "Its pods are stopped with their grace period; new ones are created and wait for a place.");
    }

    private static Plan plan(JobTarget job, List<Step> steps, String effect) throws IOException {
        boolean idle = job.pods().active(job.reader(), job.ref(), job.object()).equals(OwnedPods.NONE);
        return new Plan(
                job.cluster(),
                "requeue",
                "Requeue " + job.name(),
                steps,
                List.of(effect),
                idle ? List.of() : LOST,
                List.of(),
                List.of());
    }
}
