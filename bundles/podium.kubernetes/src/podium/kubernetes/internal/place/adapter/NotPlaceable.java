// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import podium.core.api.ObjectRef;
import podium.operation.plan.Plan;
import podium.kubernetes.internal.place.pin.Asked;
import podium.kubernetes.internal.plan.Objects;
import podium.kubernetes.internal.plan.Refusal;

/** The kinds that Podium does not place, each with the reason and the way that works. Last of the adapters: it takes all. */
public final class NotPlaceable implements Adapter {
    private record Why(String reason, String advice) {}

    private static final Why POD_GROUP = new Why(
            "its pods have no template.",
            "Place its pods one by one while they are held; or create them again with a nodeSelector.");

    private static final Map<String, Why> KINDS = Map.ofEntries(
            Map.entry(
                    "DaemonSet",
                    new Why(
                            "a DaemonSet runs one pod on every node by definition.",
                            "Change its nodeSelector instead.")),
            Map.entry(
                    "ReplicaSet",
                    new Why(
                            "a template change does not replace the pods of a bare ReplicaSet.",
                            "Put it under a Deployment, or delete its pods after editing the template.")),
            Map.entry("CronJob", new Why("a CronJob has no pods of its own.", "Place the Job that it created.")),
            Map.entry(
                    "ScheduledWorkflow",
                    new Why("a recurring run has no pods of its own.", "Place the Workflow that it created.")),
            Map.entry(
                    "JobFlow",
                    new Why(
                            "its jobs are made of JobTemplates, each when it is its turn, and a job that is deleted is"
                                    + " made anew from there.",
                            "Set the nodeSelector in the JobTemplates' tasks.")),
            Map.entry(
                    "AppWrapper",
                    new Why(
                            "what it wraps is fixed once it exists, and it makes it anew from there.",
                            "Create it again with the nodeSelector in the components it wraps.")),
            Map.entry("PodGroup", POD_GROUP),
            Map.entry("Workload", POD_GROUP));

    @Override
    public boolean accepts(Asked asked) {
        return true;
    }

    @Override
    public Plan plan(Asked asked) throws Refusal {
        throw refusal(asked.ref(), "placed");
    }

    /** Why an object of such a kind cannot be placed, or held. */
    public static Refusal refusal(ObjectRef ref, String verb) {
        Why why = KINDS.getOrDefault(
                ref.kind(),
                new Why(
                        "Podium does not know how its pods are made.",
                        "Set the nodeSelector where " + ref.kind() + " keeps its pod template."));
        return new Refusal(ref.kind() + " " + ref.name() + " cannot be " + verb + ": " + why.reason(), why.advice());
    }

    /** Pods that no owner's template can place: DaemonSet pods and mirrors of static pods. */
    public static void check(ObjectRef ref, JsonNode pod) throws Refusal {
        if (pod.path("metadata").path("annotations").has("kubernetes.io/config.mirror")) {
            throw new Refusal(
                    ref.name() + " is the mirror of a static pod: a file on its node runs it.",
                    "Move the file in the node's manifest folder.");
        }
        if ("DaemonSet".equals(Objects.controller(pod).path("kind").asText())) {
            throw new Refusal(
                    ref.name() + " belongs to a DaemonSet, which runs one pod on every node.",
                    "Change the DaemonSet's nodeSelector instead.");
        }
    }
}
