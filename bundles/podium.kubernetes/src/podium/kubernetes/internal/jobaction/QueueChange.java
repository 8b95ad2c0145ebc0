// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.jobaction;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.api.KueueNames;
import podium.kubernetes.internal.kind.ScaledKind;
import podium.kubernetes.internal.kueue.QueueDoor;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;
import podium.operation.plan.LostWork;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/**
 * Another queue. Kueue takes another {@code queue-name} only of a suspended job (pkg/controller/jobframework/validation.go),
 * so what it has admitted is taken back first.
 */
final class QueueChange {
    private static final List<String> PATH = List.of("metadata", "labels", KueueNames.QUEUE);

    private static final String KEPT = Texts.of("QueueChange.onceKueueHasAdmitted");

    private QueueChange() {}

    static Plan plan(JobTarget job, String to) throws IOException, Refusal {
        String now = job.label(KueueNames.QUEUE);
        if (now.equals(to)) {
            throw new Refusal(Texts.of("QueueChange.isInAlready", job.name(), to), Texts.of("QueueChange.nothingToDo"));
        }
        if (job.as(ScaledKind.class).filter(ScaledKind::keepsQueue).isPresent()) {
            throw new Refusal(Texts.of("QueueChange.kueueDoesNotLet", job.ref().kind()), again(to));
        }
        if (job.ref().isPod() && now.isEmpty()) {
            throw new Refusal(Texts.of("QueueChange.aPodGetsItsQueue"), again(to));
        }
        Optional<String> emptied = SuspendField.emptied(job);
        if (emptied.isPresent() && !SuspendField.waits(job)) {
            throw new Refusal(Texts.of("QueueChange.kueueCannotSuspendAKeeps", job.noun(), job.name()), emptied.get());
        }
        if (now.isEmpty() && !SuspendField.waits(job)) {
            throw new Refusal(
                    Texts.of("QueueChange.isInNoQueue", job.name()), Texts.of("QueueChange.suspendItThenPut"));
        }
        List<String> known =
                KueueFields.names(job, "localqueues", "LocalQueue", job.ref().namespace());
        if (!known.contains(to)) {
            throw new Refusal(
                    Texts.of("QueueChange.thereIsNoLocalqueue", to, job.ref().namespace()),
                    known.isEmpty()
                            ? Texts.of("QueueChange.noneExistsThereIsKueue")
                            : Texts.of("QueueChange.thereAre", String.join(", ", known)));
        }
        if (job.ref().isPod() && !SuspendField.is(job)) {
            throw new Refusal(Texts.of("QueueChange.aPodCannotBeSuspended", job.name()), again(to));
        }
        Step.Write label = new Step.Write(
                job.merge(JobTarget.tree(PATH, TextNode.valueOf(to)), words(job, to)),
                Optional.of(job.merge(
                        JobTarget.tree(PATH, now.isEmpty() ? NullNode.getInstance() : TextNode.valueOf(now)),
                        now.isEmpty() ? Texts.of("QueueChange.takeOutOfQueue", job.name(), to) : words(job, now))));
        if (job.ref().isPod()) {
            return pod(job, to, now, label);
        }
        if (emptied.isPresent()) {
            return new Plan(
                    job.cluster(),
                    "queue",
                    words(job, to),
                    List.of(label),
                    List.of(Texts.of("QueueChange.itHasNoPods", to)),
                    now.isEmpty() ? List.of(KEPT) : List.of(),
                    List.of(),
                    now.isEmpty() ? List.of() : List.of(label.inverse().orElseThrow()));
        }
        Optional<KueueFields.Workload> workload = now.isEmpty() ? Optional.empty() : KueueFields.workload(job);
        if (!SuspendField.is(job)
                || workload.filter(its -> ObjectReads.holds(its.its().object(), "QuotaReserved"))
                        .isPresent()) {
            SuspendField.checkStop(job);
            QueueDoor.refuse(new ObjectReads(job.reader()), job.ref(), to);
        }
        if (workload.isEmpty() && !SuspendField.is(job)) {
            throw new Refusal(
                    Texts.of("QueueChange.runsButKueueHasNoWorkload", job.name()),
                    Texts.of("QueueChange.suspendItThenMove"));
        }
        return workload.isPresent() ? moved(job, to, now, label, workload.get()) : first(job, to, label);
    }

    private static String again(String to) {
        return Texts.of("QueueChange.submitItAgainInQueue", to);
    }

    /**
     * A pod that waits at Kueue's gate, by its label alone: to deactivate its Workload would delete it, had it been admitted meanwhile.
     * Of one that was Kueue's webhook refuses the label (jobframework/validation.go, validateUpdateForQueueName), there and back; into
     * the Workload Kueue takes it over itself, since a pod that was evicted is there no more.
     */
    private static Plan pod(JobTarget job, String to, String now, Step.Write label) throws IOException, Refusal {
        KueueFields.Workload workload = KueueFields.workload(job)
                .orElseThrow(() -> new Refusal(
                        Texts.of("QueueChange.kueueHasNotCreated", job.name()),
                        Texts.of("QueueChange.waitUntilItHas")));
        return new Plan(
                job.cluster(),
                "queue",
                words(job, to),
                List.of(label, there(job, workload, to)),
                List.of(Texts.of("QueueChange.itWaitsInFromNow", to), Texts.of("QueueChange.onceItIsAdmitted")),
                List.of(),
                List.of(),
                List.of(label.inverse().orElseThrow(), there(job, workload, now)));
    }

    private static Step.Await there(JobTarget job, KueueFields.Workload workload, String queue) {
        return workload.has("queueName", queue, Texts.of("QueueChange.waitUntilTheWorkload", job.name(), queue));
    }

    /** Into its first queue. Its Workload is made only then, so the way back is not known now. */
    private static Plan first(JobTarget job, String to, Step.Write label) throws IOException {
        return new Plan(
                job.cluster(),
                "queue",
                words(job, to),
                List.of(label, KueueFields.made(job, to)),
                List.of(Texts.of("QueueChange.itWaitsInFromNow", to)),
                List.of(KEPT),
                List.of(),
                List.of());
    }

    /**
     * From one queue into another. Kueue takes the label over only from a job that was never evicted (jobframework/reconciler.go: an
     * eviction is handled first), so its Workload is moved too; and nothing is reserved for it meanwhile, nor when it is taken back.
     */
    private static Plan moved(JobTarget job, String to, String now, Step.Write label, KueueFields.Workload workload)
            throws IOException {
        boolean active = workload.its().isActive();
        boolean waits = SuspendField.is(job);
        Step.Write its = workload.spec(
                Map.of("queueName", TextNode.valueOf(to)),
                Texts.of("QueueChange.putTheWorkloadOfIntoQueue", job.name(), to),
                Texts.of("QueueChange.putTheWorkloadOfIntoQueue", job.name(), now));
        List<Step> steps = new ArrayList<>();
        List<Step> undo = new ArrayList<>();
        for (List<Step> way : List.of(steps, undo)) {
            if (active) {
                way.addAll(waits ? List.of() : KueueFields.open(job, way == steps ? to : now));
                way.add(workload.active(false, job.name()));
                way.addAll(SuspendField.stopped(job));
                way.add(workload.free(job.name()));
            }
            boolean there = way == steps;
            way.add(there ? label : label.inverse().orElseThrow());
            way.add(there ? its : its.inverse().orElseThrow());
            if (active) {
                way.add(workload.active(true, job.name()));
            }
            way.add(there(job, workload, there ? to : now));
        }
        return new Plan(
                job.cluster(),
                "queue",
                words(job, to),
                steps,
                List.of(
                        waits
                                ? Texts.of("QueueChange.itWaitsInFromNow", to)
                                : Texts.of("QueueChange.kueueTakesItsQuota", to)),
                waits ? List.of() : List.of(LostWork.OF_PODS),
                List.of(),
                undo);
    }

    private static String words(JobTarget job, String to) {
        return Texts.of("QueueChange.putIntoQueue", job.name(), to);
    }
}
