// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import podium.core.operation.Plan;
import podium.core.port.ObjectRef;

/** The kinds that Podium does not place, each with the reason and the way that works. Last of the adapters: it takes all. */
final class NotPlaceable implements Adapter {
    private record Why(String reason, String advice) {}

    private static final Why SUSPENDABLE = new Why(
            "its operator owns the pod templates, and running replicas are not made anew by a template edit alone.",
            "Suspend it (runPolicy.suspend or spec.suspend), set nodeSelector in its replica templates, and resume"
                    + " it.");
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
            Map.entry("PyTorchJob", SUSPENDABLE),
            Map.entry("TFJob", SUSPENDABLE),
            Map.entry("MPIJob", SUSPENDABLE),
            Map.entry("RayJob", SUSPENDABLE),
            Map.entry("RayCluster", SUSPENDABLE),
            Map.entry(
                    "TrainJob",
                    new Why(
                            "its pods follow a training runtime.",
                            "Suspend it and add a spec.runtimePatches entry with the nodeSelector.")));

    @Override
    public boolean accepts(Asked asked) {
        return true;
    }

    @Override
    public Plan plan(Asked asked) throws Refusal {
        ObjectRef ref = asked.ref();
        if (ref.group().equals("batch.volcano.sh")) {
            throw new Refusal(
                    "Volcano Job " + ref.name() + " cannot be placed: Volcano forbids changes of its template.",
                    "Delete it and create it again with the nodeSelector in its tasks' templates.");
        }
        Why why = KINDS.getOrDefault(
                ref.kind(),
                new Why(
                        "Podium does not know how its pods are made.",
                        "Set the nodeSelector where " + ref.kind() + " keeps its pod template."));
        throw new Refusal(ref.kind() + " " + ref.name() + " cannot be placed: " + why.reason(), why.advice());
    }

    /** Pods that no owner's template can place: DaemonSet pods and mirrors of static pods. */
    static void check(ObjectRef ref, JsonNode pod) throws Refusal {
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
