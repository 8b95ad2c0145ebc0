// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.act;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import podium.core.api.KueueNames;
import podium.kubernetes.internal.plan.Refusal;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/**
 * Another queue. Kueue takes another {@code queue-name} only of a suspended job (pkg/controller/jobframework/validation.go),
 * so what it has admitted is taken back first.
 */
final class QueueMove {
    private static final List<String> PATH = List.of("metadata", "labels", KueueNames.QUEUE);

    private QueueMove() {}

    static Plan plan(Target job, String to) throws IOException, Refusal {
        String now = job.label(KueueNames.QUEUE);
        if (now.equals(to)) {
            throw new Refusal(job.name() + " is in " + to + " already.", "Nothing to do.");
        } else if (now.isEmpty() && !Suspended.is(job)) {
            throw new Refusal(
                    job.name() + " is in no queue and runs; Kueue takes a job over only while it is suspended.",
                    "Suspend it, then put it into the queue.");
        }
        List<String> known =
                Kueue.names(job, "localqueues", "LocalQueue", job.ref().namespace());
        if (!known.contains(to)) {
            throw new Refusal(
                    "There is no LocalQueue " + to + " in namespace "
                            + job.ref().namespace() + ".",
                    known.isEmpty()
                            ? "None exists there; is Kueue installed?"
                            : "There are: " + String.join(", ", known));
        }
        Step.Write label = new Step.Write(
                job.merge(Target.tree(PATH, TextNode.valueOf(to)), words(job, to)),
                Optional.of(job.merge(
                        Target.tree(PATH, now.isEmpty() ? NullNode.getInstance() : TextNode.valueOf(now)),
                        now.isEmpty() ? "Take " + job.name() + " out of queue " + to : words(job, now))));
        return Suspended.is(job) ? waiting(job, to, now, label) : admitted(job, to, now, label);
    }

    private static Plan waiting(Target job, String to, String now, Step.Write label) {
        return job.plan(
                "queue",
                words(job, to),
                label,
                List.of(),
                List.of("It waits in " + to + " from now on, behind those that wait there with the same priority."),
                List.of());
    }

    private static Plan admitted(Target job, String to, String now, Step.Write label) throws IOException, Refusal {
        Kueue.Workload workload = Kueue.workload(job)
                .orElseThrow(() -> new Refusal(
                        job.name() + " runs, but Kueue has no Workload of it to take back.",
                        "Suspend it, then move it."));
        List<Step> steps = new ArrayList<>(List.of(workload.active(false, job.name())));
        steps.addAll(Suspended.stopped(job));
        steps.add(label);
        steps.add(workload.active(true, job.name()));
        return new Plan(
                job.cluster(),
                "queue",
                words(job, to),
                steps,
                List.of("Kueue takes its places back and stops its pods; it starts again when " + to + " admits it."),
                List.of("What its pods did since their last checkpoint is lost."),
                List.of(),
                List.of());
    }

    private static String words(Target job, String to) {
        return "Put " + job.name() + " into queue " + to;
    }
}
