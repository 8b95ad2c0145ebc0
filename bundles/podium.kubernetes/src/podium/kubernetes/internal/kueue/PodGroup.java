// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.kueue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import podium.core.api.KueueNames;
import podium.core.api.ObjectRef;
import podium.core.json.Json;
import podium.kubernetes.internal.json.Trees;
import podium.kubernetes.internal.place.pin.Gates;
import podium.kubernetes.internal.place.pin.ManagedByCheck;
import podium.kubernetes.internal.plan.ObjectReads;
import podium.kubernetes.internal.plan.Refusal;
import podium.kubernetes.texts.Texts;

/**
 * Pods that name one group of Kueue's, which is one Workload of that name (kueue pkg/controller/jobs/pod).
 *
 * @param workload empty: Kueue has made none yet, as long as not all pods are there
 */
public record PodGroup(String name, Optional<JsonNode> workload) {
    /** Annotation by which Kueue tells which pods of a group are alike; its webhook keeps one that is there already. */
    private static final String ROLE = KueueNames.GROUP + "/role-hash";

    private static final List<String> OWN_GATES = List.of(KueueNames.ADMISSION, KueueNames.TOPOLOGY);

    /** True for a pod of a group that Kueue looks after and nothing else owns. */
    public static boolean isMember(JsonNode pod) {
        JsonNode labels = pod.path("metadata").path("labels");
        return labels.has(KueueNames.POD_GROUP)
                && labels.has(KueueNames.QUEUE)
                && ObjectReads.controller(pod).isMissingNode();
    }

    /** Label selector of its pods. */
    public static String selector(String name) {
        return KueueNames.POD_GROUP + "=" + name;
    }

    /** The group of a pod. */
    public static PodGroup of(ObjectReads objects, ObjectRef pod, JsonNode object) throws IOException {
        String name = object.path("metadata")
                .path("labels")
                .path(KueueNames.POD_GROUP)
                .asText();
        for (String version : KueueWorkloadReader.VERSIONS) {
            Optional<JsonNode> found = objects.find(
                    new ObjectRef(KueueNames.GROUP, version, "workloads", "Workload", pod.namespace(), name));
            if (found.isPresent()) {
                return new PodGroup(name, found);
            }
        }
        return new PodGroup(name, Optional.empty());
    }

    /** Whether its pods may run. */
    public boolean isAdmitted() {
        return workload.filter(its -> ObjectReads.holds(its, "Admitted")).isPresent();
    }

    /** Refuses a pod that another one cannot stand in for. */
    public void check(ObjectRef ref, JsonNode pod) throws Refusal {
        if (Json.hasEnded(pod)) {
            throw new Refusal(
                    Texts.of("PodGroup.hasFinished", ref.name()), Texts.of("PodGroup.createItAgainToRun"), true);
        }
        if (!Trees.text(pod, "/metadata/deletionTimestamp").isEmpty()) {
            throw new Refusal(
                    Texts.of("PodGroup.isBeingDeletedKueue", ref.name()),
                    Texts.of("PodGroup.createOneWithAnotherName", name));
        }
        List<String> foreign = Gates.foreign(pod).stream()
                .filter(gate -> !OWN_GATES.contains(gate))
                .toList();
        if (!foreign.isEmpty()) {
            throw new Refusal(
                    Texts.of("PodGroup.isHeldByWhichPodium", ref.name(), String.join(", ", foreign)),
                    Texts.of("PodGroup.placeItWhenThatGate"));
        }
        if (workload.filter(its -> !MultiKueueReader.sent(its).isEmpty()
                        || !its.at("/status/nominatedClusterNames").isEmpty())
                .isPresent()) {
            throw ManagedByCheck.elsewhere(Texts.of("PodGroup.multikueueDecidesInWhichCluster", name));
        }
        if (isAssigned(pod)) {
            throw new Refusal(
                    Texts.of("PodGroup.kueueAssignsEachPod", name), Texts.of("PodGroup.deleteTheGroupAndSubmit"));
        }
    }

    private boolean isAssigned(JsonNode pod) {
        return workload.filter(its -> !its.findPath("topologyAssignment").isMissingNode()
                                || !its.findPath("topologyRequest").isMissingNode())
                        .isPresent()
                || pod.path("metadata").path("annotations").properties().stream()
                        .anyMatch(entry -> entry.getKey().startsWith(KueueNames.GROUP + "/podset-"));
    }

    /** A pod as its author would submit it, but known to Kueue as one of the same role: a pin would make another one of it. */
    public ObjectNode copy(JsonNode pod) {
        ObjectNode copy = pod.deepCopy();
        QueueMarks.strip(copy, workload);
        String role = pod.path("metadata").path("annotations").path(ROLE).asText();
        if (!role.isEmpty()) {
            copy.withObject("/metadata/annotations").put(ROLE, role);
        }
        return copy;
    }
}
