// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.forward;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import podium.core.json.Json;

/**
 * The pod that a forward leads to, and by what its replacement is known.
 *
 * @param port of the pod
 * @param owner uid of what makes pods like it; empty: nothing does
 * @param kin labels that pods of the same owner share, and where there are ranks those of the same rank
 */
record ForwardEnd(String pod, int port, String owner, Map<String, String> kin) {
    private static final Set<String> SHARED = Set.of(
            "pod-template-hash",
            "controller-revision-hash",
            "batch.kubernetes.io/controller-uid",
            "batch.kubernetes.io/job-completion-index",
            "jobset.sigs.k8s.io/jobset-name",
            "leaderworkerset.sigs.k8s.io/name",
            "leaderworkerset.sigs.k8s.io/worker-index");

    static ForwardEnd of(JsonNode pod, int port) {
        Map<String, String> kin = new LinkedHashMap<>();
        pod.at("/metadata/labels").properties().stream()
                .filter(label -> SHARED.contains(label.getKey()))
                .forEach(label -> kin.put(label.getKey(), label.getValue().asText()));
        return new ForwardEnd(Json.text(pod, "/metadata/name"), port, owner(pod), kin);
    }

    /** The uid of a pod's controller; empty: it has none. */
    static String owner(JsonNode pod) {
        for (JsonNode reference : pod.at("/metadata/ownerReferences")) {
            if (reference.path("controller").asBoolean()) {
                return Json.text(reference, "/uid");
            }
        }
        return "";
    }

    /** What selects its kin at the server; empty: nothing shorter than the whole namespace does. */
    String selector() {
        return kin.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(","));
    }

    /** Whether a pod is made by the same owner. */
    boolean isKin(JsonNode pod) {
        return !owner.isEmpty() && owner.equals(owner(pod));
    }
}
