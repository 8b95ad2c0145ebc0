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
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/**
 * Another queue. Kueue takes another {@code queue-name} only of a suspended job (pkg/controller/jobframework/validation.go),
 * so what it has admitted is taken back first.
 */
final class QueueChange {
    private static final List<String> PATH = List.of("metadata", "labels", KueueNames.QUEUE);

    private static final String KEPT = "Once Kueue has admitted it, it cannot be taken out of its queue from here.";

    private QueueChange() {}

    static Plan plan(JobTarget job, String to) throws IOException, Refusal {
        String now = job.label(KueueNames.QUEUE);
        if (now.equals(to)) {
            throw new Refusal(job.name() + " is in " + to + " already.", "Nothing to do.");
        }
        if (job.as(ScaledKind.class).filter(ScaledKind::keepsQueue).isPresent()) {
            throw new Refusal(
                    "Kueue does not let a " + job.ref().kind() + " change its queue or get a first one.", again(to));
        }
        if (job.ref().isPod() && now.isEmpty()) {
            throw new Refusal(
                    "A pod gets its queue when it is created: Kueue does not take over one that exists already.",
                    again(to));
        }
        Optional<String> emptied = SuspendField.emptied(job);
        if (emptied.isPresent() && !SuspendField.waits(job)) {
            throw new Refusal(
                    "Kueue cannot suspend a " + job.noun() + ": " + job.name()
                            + " keeps its queue as long as it has pods.",
                    emptied.get());
        }
        if (now.isEmpty() && !SuspendField.waits(job)) {
            throw new Refusal(
                    job.name() + " is in no queue and runs; Kueue takes a job over only while it is suspended.",
                    "Suspend it, then put it into the queue.");
        }
        List<String> known =
                KueueFields.names(job, "localqueues", "LocalQueue", job.ref().namespace());
        if (!known.contains(to)) {
            throw new Refusal(
                    "There is no LocalQueue " + to + " in namespace "
                            + job.ref().namespace() + ".",
                    known.isEmpty()
                            ? "None exists there; is Kueue installed?"
                            : "There are: " + String.join(", ", known));
        }
        if (job.ref().isPod() && !SuspendField.is(job)) {
            throw new Refusal(
                    "A pod cannot be suspended: Kueue would delete " + job.name() + " to take it out of its queue.",
                    again(to));
        }
        Step.Write label = new Step.Write(
                job.merge(JobTarget.tree(PATH, TextNode.valueOf(to)), words(job, to)),
                Optional.of(job.merge(
                        JobTarget.tree(PATH, now.isEmpty() ? NullNode.getInstance() : TextNode.valueOf(now)),
                        now.isEmpty() ? "Take " + job.name() + " out of queue " + to : words(job, now))));
        if (job.ref().isPod()) {
            return pod(job, to, now, label);
        }
        if (emptied.isPresent()) {
            return new Plan(
                    job.cluster(),
                    "queue",
                    words(job, to),
                    List.of(label),
                    List.of("It has no pods; new ones wait in " + to + "."),
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
                    job.name() + " runs, but Kueue has no Workload for it to take back.", "Suspend it, then move it.");
        }
        return workload.isPresent() ? moved(job, to, now, label, workload.get()) : first(job, to, label);
    }

    private static String again(String to) {
        return "Submit it again in queue " + to + ", then delete this one.";
    }

    /**
     * A pod that waits at Kueue's gate, by its label alone: to deactivate its Workload would delete it, had it been admitted meanwhile.
     * Of one that was Kueue's webhook refuses the label (jobframework/validation.go, validateUpdateForQueueName), there and back; into
     * the Workload Kueue takes it over itself, since a pod that was evicted is there no more.
     */
    private static Plan pod(JobTarget job, String to, String now, Step.Write label) throws IOException, Refusal {
        KueueFields.Workload workload = KueueFields.workload(job)
                .orElseThrow(() -> new Refusal(
                        "Kueue has not created a Workload for " + job.name() + " yet.", "Wait until it has."));
        return new Plan(
                job.cluster(),
                "queue",
                words(job, to),
                List.of(label, there(job, workload, to)),
                List.of(
                        "It waits in " + to + " from now on, behind waiting jobs of the same priority.",
                        "Once it is admitted this cannot be undone: Kueue would delete it."),
                List.of(),
                List.of(),
                List.of(label.inverse().orElseThrow(), there(job, workload, now)));
    }

    private static Step.Await there(JobTarget job, KueueFields.Workload workload, String queue) {
        return workload.has("queueName", queue, "Wait until the Workload of " + job.name() + " is in queue " + queue);
    }

    /** Into its first queue. Its Workload is made only then, so the way back is not known now. */
    private static Plan first(JobTarget job, String to, Step.Write label) throws IOException {
        return new Plan(
                job.cluster(),
                "queue",
                words(job, to),
                List.of(label, KueueFields.made(job, to)),
                List.of("It waits in " + to + " from now on, behind waiting jobs of the same priority."),
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
                "Put the Workload of " + job.name() + " into queue " + to,
                "Put the Workload of " + job.name() + " into queue " + now);
        List<Step> steps = new ArrayList<>();
        List<Step> undo = new ArrayList<>();
        for (List<Step> way : List.of(steps, undo)) {
            if (active) {
                way.addAll(waits && way == steps ? List.of() : KueueFields.open(job, way == steps ? to : now));
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
                                ? "It waits in " + to + " from now on, behind waiting jobs of the same priority."
                                : "Kueue takes its quota back and stops its pods; it starts again when " + to
                                        + " admits it."),
                waits ? List.of() : List.of("What its pods did since their last checkpoint is lost."),
                List.of(),
                undo);
    }

    private static String words(JobTarget job, String to) {
        return "Put " + job.name() + " into queue " + to;
    }
}
