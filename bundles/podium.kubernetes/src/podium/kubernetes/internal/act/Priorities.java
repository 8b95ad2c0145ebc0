// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import podium.core.api.KueueNames;
import podium.core.api.ObjectRef;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.kind.PrioritizedKind;
import podium.kubernetes.internal.plan.Refusal;
import podium.operation.plan.Plan;
import podium.operation.plan.Step;

/**
 * Another priority class. A pod's priority never changes; what can be changed is Kueue's label, and the template of a kind
 * that replaces its pods.
 */
final class Priorities {
    private static final List<String> LABEL = List.of("metadata", "labels", KueueNames.PRIORITY);
    private static final List<String> TEMPLATE = List.of("spec", "template", "spec", "priorityClassName");

    private Priorities() {}

    static Plan plan(Target job, String to) throws IOException, Refusal {
        List<String> path = path(job);
        String now = now(job);
        if (now.equals(to)) {
            throw new Refusal(job.name() + " has this priority already.", "Nothing to do.");
        } else if (!to.isEmpty() && !names(job).contains(to)) {
            throw new Refusal(
                    "There is no " + kind(job) + " " + to + ".", "There are: " + String.join(", ", names(job)));
        }
        Step.Write write = new Step.Write(
                job.merge(Target.tree(path, value(to)), words(job, to)),
                Optional.of(job.merge(Target.tree(path, value(now)), words(job, now))));
        boolean queued = path == LABEL;
        return job.plan(
                "priority",
                words(job, to),
                write,
                List.of(),
                List.of(
                        queued
                                ? "Kueue orders and preempts by it from now on; pods that run keep the priority they"
                                        + " have."
                                : "Its pods are replaced by new ones with the new priority: a rollout."),
                List.of());
    }

    /** The classes that hold for this job, sorted. */
    static List<String> names(Target job) throws IOException {
        return Kueue.has(job)
                ? Kueue.names(job, "workloadpriorityclasses", "WorkloadPriorityClass", "")
                : job
                        .list(new ObjectRef("scheduling.k8s.io", "v1", "priorityclasses", "PriorityClass", "", ""), "")
                        .stream()
                        .map(one -> Trees.text(one, "/metadata/name"))
                        .filter(name -> !name.startsWith("system-"))
                        .sorted()
                        .toList();
    }

    /** The class it has now; empty: none is named. */
    static String now(Target job) {
        return Kueue.has(job)
                ? job.label(KueueNames.PRIORITY)
                : Trees.text(
                        job.object(), job.ref().isPod() ? "/spec/priorityClassName" : "/" + String.join("/", TEMPLATE));
    }

    private static List<String> path(Target job) throws Refusal {
        if (Kueue.has(job)) {
            return LABEL;
        }
        return job.as(PrioritizedKind.class)
                .map(PrioritizedKind::priorityField)
                .orElseThrow(() -> new Refusal(
                        "The priority of a " + job.ref().kind()
                                + " is fixed when it is made, and that of its pods for good.",
                        "Delete it and submit it anew with another class; or let Kueue queue it, whose"
                                + " priority can change."));
    }

    private static String kind(Target job) {
        return Kueue.has(job) ? "WorkloadPriorityClass" : "PriorityClass";
    }

    private static JsonNode value(String name) {
        return name.isEmpty() ? NullNode.getInstance() : TextNode.valueOf(name);
    }

    private static String words(Target job, String to) {
        return to.isEmpty() ? "Give " + job.name() + " the default priority" : "Give " + job.name() + " priority " + to;
    }
}
