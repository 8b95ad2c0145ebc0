// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.jobaction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import podium.core.api.KueueNames;
import podium.core.text.Counted;
import podium.kubernetes.internal.kind.OwnedPods;
import podium.kubernetes.internal.kind.TriggeredKind;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.LostWork;
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
                    title(job, suspend),
                    SuspendField.write(job, suspend),
                    List.of(),
                    List.of(maker.get().suspends(job.object(), suspend)),
                    List.of());
        }
        List<Step> stopped = SuspendField.stopped(job);
        OptionalInt active = job.pods().active(job.reader(), job.ref(), job.object());
        Plan plan = job.plan(
                suspend ? "suspend" : "resume",
                title(job, suspend),
                SuspendField.write(job, suspend),
                suspend ? stopped : job.pods().made(job.reader(), job.ref(), job.object(), 1),
                List.of(suspend ? stops(active) : Texts.of("SuspendPlan.itsPodsAreCreated")),
                suspend && !active.equals(OwnedPods.NONE) ? List.of(LostWork.OF_PODS) : List.of());
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
                        Texts.of("SuspendPlan.kueueHasNotCreated", job.name()),
                        Texts.of("SuspendPlan.waitUntilItHas")));
        if (!workload.its().isActive()) {
            throw new Refusal(
                    Texts.of("SuspendPlan.theWorkloadOfIsAlready", job.name()), Texts.of("SuspendPlan.nothingToDo"));
        }
        SuspendField.checkStop(job);
        Step.Write off = workload.active(false, job.name());
        return new Plan(
                job.cluster(),
                "suspend",
                Texts.of("SuspendPlan.deactivateTheWorkloadOf", job.name()),
                List.of(off, workload.free(job.name())),
                List.of(Texts.of("SuspendPlan.kueueDoesNotAdmit", job.cluster())),
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
                Texts.of("SuspendPlan.activateTheWorkloadOf", job.name()),
                List.of(on),
                Stream.concat(
                                Stream.of(Texts.of("SuspendPlan.itsWorkloadWasInactive", job.label(KueueNames.QUEUE))),
                                workload.its().isGivenUp()
                                        ? Stream.of(Texts.of("SuspendPlan.kueueGaveItUpItself"))
                                        : Stream.empty())
                        .toList(),
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

    private static String title(JobTarget job, boolean suspend) {
        return suspend ? Texts.of("SuspendPlan.suspend", job.name()) : Texts.of("SuspendPlan.resume", job.name());
    }

    private static String stops(OptionalInt active) {
        if (active.isEmpty()) {
            return Texts.of("SuspendPlan.itsRunningPodsAreDeleted");
        }
        return switch (active.getAsInt()) {
            case 0 -> Texts.of("SuspendPlan.noPodOfItRuns");
            case 1 -> Texts.of("SuspendPlan.runningPodIsDeleted", Counted.of(1, "running pod"));
            default -> Texts.of("SuspendPlan.runningPodsAreDeleted", Counted.of(active.getAsInt(), "running pod"));
        };
    }

    private static void check(JobTarget job, boolean suspend) throws Refusal {
        if (KueueFields.has(job)) {
            throw new Refusal(
                    Texts.of("SuspendPlan.kueueDecidesWhenRuns", job.name(), job.label(KueueNames.QUEUE)),
                    Texts.of("SuspendPlan.requeueItOrMove"));
        } else if (SuspendField.is(job) == suspend) {
            throw new Refusal(
                    suspend
                            ? Texts.of("SuspendPlan.isSuspendedAlready", job.name())
                            : Texts.of("SuspendPlan.isNotSuspended", job.name()),
                    Texts.of("SuspendPlan.nothingToDo"));
        }
        Optional<String> owner = job.owner();
        if (owner.isPresent()) {
            throw new Refusal(
                    Texts.of("SuspendPlan.belongsToWhichWouldPut", job.name(), owner.get()),
                    suspend ? Texts.of("SuspendPlan.suspendItsOwner") : Texts.of("SuspendPlan.resumeItsOwner"));
        }
    }
}
