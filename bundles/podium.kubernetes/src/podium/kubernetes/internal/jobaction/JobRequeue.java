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
import podium.kubernetes.texts.Texts;
import podium.operation.plan.LostWork;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/** Giving up the places a job holds and waiting again: through its queue where it has one, else by suspending it for a moment. */
final class JobRequeue {
    private static final List<String> LOST = List.of(LostWork.OF_PODS);

    private JobRequeue() {}

    static Plan plan(JobTarget job) throws IOException, Refusal {
        if (SuspendField.of(job).isEmpty() || job.as(TriggeredKind.class).isPresent()) {
            boolean recreated = job.as(ScaledKind.class).isPresent();
            throw new Refusal(
                    recreated
                            ? Texts.of("JobRequeue.aDoesNotWait", job.noun())
                            : Texts.of("JobRequeue.aCannotBeStopped", job.noun()),
                    recreated
                            ? Texts.of("JobRequeue.deleteSinglePodsWhichAreRecreated")
                            : Texts.of("JobRequeue.deleteItAndSubmit"));
        } else if (SuspendField.is(job)) {
            boolean itsQueues = KueueFields.has(job)
                    && KueueFields.workload(job)
                            .filter(workload -> !workload.its().isActive())
                            .isEmpty();
            throw new Refusal(
                    Texts.of("JobRequeue.isWaitingAlready", job.name()),
                    itsQueues
                            ? QueueDoor.whyShut(
                                            new ObjectReads(job.reader()),
                                            job.ref().namespace(),
                                            job.label(KueueNames.QUEUE))
                                    .map(why -> Texts.of("JobRequeue.kueueDoesNotStartIt", why))
                                    .orElseGet(() -> Texts.of("JobRequeue.kueueDecidesWhen"))
                            : Texts.of("JobRequeue.resumeIt"));
        }
        Optional<KueueFields.Workload> workload = KueueFields.has(job) ? KueueFields.workload(job) : Optional.empty();
        if (KueueFields.has(job) && workload.isEmpty()) {
            throw new Refusal(
                    Texts.of("JobRequeue.isInAQueue", job.name()), Texts.of("JobRequeue.checkKueueItMayNotBeRunning"));
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
        return plan(job, steps, Texts.of("JobRequeue.kueueTakesItsQuota"));
    }

    private static Plan alone(JobTarget job) throws IOException {
        List<Step> steps = new ArrayList<>(List.of(SuspendField.write(job, true)));
        steps.addAll(SuspendField.stopped(job));
        steps.add(SuspendField.write(job, false));
        steps.addAll(job.pods().anew(job.reader(), job.ref(), job.object()));
        return plan(job, steps, Texts.of("JobRequeue.itsPodsAreStopped"));
    }

    private static Plan plan(JobTarget job, List<Step> steps, String effect) throws IOException {
        boolean idle = job.pods().active(job.reader(), job.ref(), job.object()).equals(OwnedPods.NONE);
        return new Plan(
                job.cluster(),
                "requeue",
                Texts.of("JobRequeue.requeue", job.name()),
                steps,
                List.of(effect, Texts.of("JobRequeue.itselfIsAsItIsNow", job.name())),
                idle ? List.of() : LOST,
                List.of(),
                List.of());
    }
}
