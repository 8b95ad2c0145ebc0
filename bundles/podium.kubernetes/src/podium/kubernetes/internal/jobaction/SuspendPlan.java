// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.jobaction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import podium.core.api.KueueNames;
import podium.kubernetes.internal.kind.OwnedPods;
import podium.kubernetes.internal.kind.TriggeredKind;
import podium.kubernetes.internal.plan.Refusal;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/**
 * Suspending a job deletes its pods (Job: KEP-2232) without counting them as failed; resuming makes new ones, so it is a restart and
 * is called that. A job of Kueue is left to Kueue, which owns its suspend field.
 */
final class SuspendPlan {
    private SuspendPlan() {}

    static Plan plan(JobTarget job, boolean suspend) throws IOException, Refusal {
        if (SuspendField.of(job).isEmpty()) {
            throw SuspendField.cannot(job);
        }
        Optional<KueueFields.Workload> inactive = KueueFields.has(job) && !suspend
                ? KueueFields.workload(job).filter(workload -> !workload.its().isActive())
                : Optional.empty();
        if (inactive.isPresent()) {
            return activation(job, inactive.get());
        }
        check(job, suspend);
        if (suspend) {
            SuspendField.checkStop(job);
        }
        Optional<TriggeredKind> maker = job.as(TriggeredKind.class);
        if (maker.isPresent()) {
            return job.plan(
                    suspend ? "suspend" : "resume",
                    (suspend ? "Suspend " : "Resume ") + job.name(),
                    SuspendField.write(job, suspend),
                    List.of(),
                    List.of(maker.get().suspends(job.object(), suspend)),
                    List.of());
        }
        List<Step> stopped = SuspendField.stopped(job);
        OptionalInt active = job.pods().active(job.reader(), job.ref(), job.object());
        String title = (suspend ? "Suspend " : "Resume ") + job.name();
        Plan plan = job.plan(
                suspend ? "suspend" : "resume",
                title,
                SuspendField.write(job, suspend),
                suspend ? stopped : job.pods().made(job.reader(), job.ref(), job.object(), 1),
                List.of(suspend ? stops(active) : "Its pods are created and wait for a place."),
                suspend && !active.equals(OwnedPods.NONE)
                        ? List.of("What the running pods did since their last checkpoint is lost.")
                        : List.of());
        return suspend ? plan : undone(plan, stopped);
    }

    /** Suspends it; what Kueue holds it is told not to admit, since it owns the suspend field. Resuming takes it back. */
    static Plan withdrawal(JobTarget job) throws IOException, Refusal {
        if (SuspendField.of(job).isEmpty()) {
            // of a pod Kueue would delete what it had admitted
            throw SuspendField.cannot(job);
        }
        if (!KueueFields.has(job)) {
            return plan(job, true);
        }
        KueueFields.Workload workload = KueueFields.workload(job)
                .orElseThrow(() -> new Refusal(
                        "Kueue has not created a Workload for " + job.name() + " yet.", "Wait until it has."));
        if (!workload.its().isActive()) {
            throw new Refusal("The Workload of " + job.name() + " is already inactive.", "Nothing to do.");
        }
        SuspendField.checkStop(job);
        Step.Write off = workload.active(false, job.name());
        return new Plan(
                job.cluster(),
                "suspend",
                "Deactivate the Workload of " + job.name(),
                List.of(off, workload.free(job.name())),
                List.of("Kueue does not admit it here until it is resumed."),
                List.of(),
                List.of(),
                List.of(off.inverse().orElseThrow()));
    }

    /** Kueue admits nothing whose Workload is not active (kueue apis/kueue/v1beta1/workload_types.go, WorkloadSpec.Active). */
    private static Plan activation(JobTarget job, KueueFields.Workload workload) throws IOException {
        Step.Write on = workload.active(true, job.name());
        List<Step> undo = new ArrayList<>(List.of(on.inverse().orElseThrow()));
        undo.addAll(SuspendField.stopped(job));
        undo.add(workload.free(job.name()));
        return new Plan(
                job.cluster(),
                "resume",
                "Activate the Workload of " + job.name(),
                List.of(on),
                List.of("Its Workload was inactive, so Kueue did not consider it: it waits in queue "
                        + job.label(KueueNames.QUEUE) + " from now on and starts when the queue admits it."),
                List.of(),
                List.of(),
                undo);
    }

    /** Taking a resume back is a suspend, and waits as one. */
    private static Plan undone(Plan resume, List<Step> stopped) {
        List<Step> undo = new ArrayList<>(resume.undo());
        undo.addAll(stopped);
        return new Plan(
                resume.cluster(),
                resume.kind(),
                resume.title(),
                resume.steps(),
                resume.effects(),
                resume.irreversible(),
                resume.changes(),
                undo);
    }

    private static String stops(OptionalInt active) {
        if (active.isEmpty()) {
            return "Its running pods are deleted. When it is resumed they start from the beginning or from their last"
                    + " checkpoint.";
        }
        return switch (active.getAsInt()) {
            case 0 -> "No pod of it runs; none is deleted.";
            case 1 ->
                "1 running pod is deleted. When the job is resumed it starts from the beginning or from its last"
                        + " checkpoint.";
            default ->
                active.getAsInt()
                        + " running pods are deleted. When the job is resumed they start from the beginning or from"
                        + " their last checkpoint.";
        };
    }

    private static void check(JobTarget job, boolean suspend) throws Refusal {
        if (KueueFields.has(job)) {
            throw new Refusal(
                    "Kueue decides when " + job.name() + " runs (queue " + job.label(KueueNames.QUEUE) + ").",
                    "Requeue it, or move it to another queue.");
        } else if (SuspendField.is(job) == suspend) {
            throw new Refusal(
                    job.name() + (suspend ? " is suspended already." : " is not suspended."), "Nothing to do.");
        }
        Optional<String> owner = job.owner();
        if (owner.isPresent()) {
            throw new Refusal(
                    job.name() + " belongs to " + owner.get() + ", which would put its suspend field back.",
                    (suspend ? "Suspend" : "Resume") + " its owner instead.");
        }
    }
}
