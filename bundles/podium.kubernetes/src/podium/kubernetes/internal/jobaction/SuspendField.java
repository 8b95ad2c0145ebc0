// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.jobaction;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.api.KueueNames;
import podium.kubernetes.internal.kind.ScaledKind;
import podium.kubernetes.internal.kind.StopRefusal;
import podium.kubernetes.internal.kind.SuspendedKind;
import podium.kubernetes.internal.place.pin.SuspendCycle;
import podium.kubernetes.internal.place.pin.Suspension;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.operation.job.JobActionCompiler;
import podium.operation.plan.Step;

/** How a job is told not to run, and how it tells that it does not, by its kind. */
final class SuspendField {
    private static final Suspension USUAL = new Suspension(Suspension.SPEC, List.of());

    private SuspendField() {}

    /** Empty: its kind cannot be suspended. */
    static Optional<Suspension> of(JobTarget job) {
        return job.as(SuspendedKind.class).map(kind -> kind.suspension(job.ref(), job.object()));
    }

    /** Whether it is suspended; a pod is, while Kueue's gate holds it (kueue pkg/controller/jobs/pod/pod_controller.go, IsSuspended). */
    static boolean is(JobTarget job) {
        if (job.ref().isPod()) {
            return job.object()
                    .path("spec")
                    .path("schedulingGates")
                    .findValuesAsText("name")
                    .contains(KueueNames.ADMISSION);
        }
        return of(job).orElse(USUAL).isSet(job.object());
    }

    /**
     * Whether Kueue takes another queue or class for it: what it can suspend is suspended, of what it cannot no pod is there (kueue
     * pkg/controller/jobs/deployment/deployment_webhook.go and statefulset_webhook.go look at status.readyReplicas).
     */
    static boolean waits(JobTarget job) {
        return is(job)
                || of(job).isEmpty()
                        && !job.ref().isPod()
                        && job.object().at("/spec/replicas").asInt(1) == 0
                        && job.object().at("/status/replicas").asInt() == 0;
    }

    /** What is to be done first with one of a kind that Kueue cannot suspend; empty: it can. */
    static Optional<String> emptied(JobTarget job) {
        return of(job).isPresent() || job.ref().isPod()
                ? Optional.empty()
                : job.as(ScaledKind.class).isPresent()
                        ? Optional.of(Texts.of("SuspendField.scaleItToChange"))
                        : Optional.of(Texts.of("SuspendField.submitItAgainWithTheOther"));
    }

    static Step.Write write(JobTarget job, boolean suspend) {
        Suspension field = of(job).orElse(USUAL);
        return suspend
                ? new Step.Write(
                        field.set(job.ref(), job.object(), true), Optional.of(field.back(job.ref(), job.object())))
                : new Step.Write(
                        field.back(job.ref(), job.object()), Optional.of(field.set(job.ref(), job.object(), true)));
    }

    /** Refuses to stop what would not go on. */
    static void checkStop(JobTarget job) throws Refusal {
        Optional<String> end = is(job)
                ? Optional.empty()
                : job.as(SuspendedKind.class).flatMap(kind -> kind.whyNotStopped(job.object()));
        if (end.isPresent()) {
            throw StopRefusal.of(job.name(), end.get());
        }
    }

    /** Stops it for a while by its own field, as long as that is as it was read; what an aborted operation leaves runs. */
    static JobActionCompiler.Pause pause(JobTarget job) throws Refusal {
        Suspension field = of(job).orElseThrow(() -> cannot(job));
        checkStop(job);
        SuspendCycle cycle = new SuspendCycle(job.ref(), job.object(), field);
        Step.Write start = cycle.start();
        return new JobActionCompiler.Pause(
                new Step.Write(cycle.now(), Optional.of(start.write())),
                new Step.Write(start.write(), Optional.of(start.write())));
    }

    static Refusal cannot(JobTarget job) {
        return new Refusal(
                Texts.of("SuspendField.aCannotBeSuspended", job.noun()),
                job.as(ScaledKind.class).isPresent()
                        ? Texts.of("SuspendField.scaleItToOrDelete")
                        : Texts.of("SuspendField.deleteItAndSubmit"));
    }

    /**
     * Waits until somebody, its queue or we, has suspended it and none of its pods is left: what its controller does not count any
     * more may hold its GPUs for its grace period.
     */
    static List<Step> stopped(JobTarget job) throws IOException {
        List<Step> steps = new ArrayList<>(of(job).orElse(USUAL).await(job.ref()));
        job.pods().gone(job.reader(), job.ref(), job.object()).ifPresent(steps::add);
        return steps;
    }
}
