// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.place.pin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import podium.kubernetes.internal.plan.ObjectClone;

/**
 * A pod as its author would create it again: without what the server, the scheduler, admission and the kubelet added. The name
 * stays, so claims and host names that go with it stay valid.
 */
public final class PodClone {
    /** Volume that the service account admission adds, and adds again. */
    private static final String TOKEN_VOLUME = "kube-api-access-";

    /** Written by admission from priorityClassName, by the scheduler, or by a debugging session. */
    private static final List<String> DERIVED_FIELDS =
            List.of("nodeName", "priority", "preemptionPolicy", "ephemeralContainers", "serviceAccount");

    private static final List<String> NETWORK_PREFIXES =
            List.of("cni.", "k8s.v1.cni.cncf.io/network-status", "k8s.ovn.org/");

    private PodClone() {}

    /** The clone, pinned when a pin is given. */
    public static ObjectNode of(JsonNode pod, Optional<Pin> pin) {
        ObjectNode clone = ObjectClone.of(pod);
        clone.put("apiVersion", "v1").put("kind", "Pod");
        ObjectNode metadata = clone.withObject("/metadata");
        metadata.remove("ownerReferences");
        if (metadata.path("annotations") instanceof ObjectNode annotations) {
            annotations.properties().stream()
                    .map(java.util.Map.Entry::getKey)
                    .filter(key -> NETWORK_PREFIXES.stream().anyMatch(key::startsWith))
                    .toList()
                    .forEach(annotations::remove);
        }
        ObjectNode spec = clone.withObject("/spec");
        spec.remove(DERIVED_FIELDS);
        dropToken(spec);
        pin.ifPresent(to -> {
            ObjectNode selector = spec.withObject("/nodeSelector");
            to.entries().forEach(selector::put);
            dropOurGate(spec);
        });
        return clone;
    }

    private static void dropToken(ObjectNode spec) {
        removeNamed(spec.path("volumes"), "name");
        for (String kind : List.of("containers", "initContainers")) {
            spec.path(kind).forEach(container -> removeNamed(container.path("volumeMounts"), "name"));
        }
    }

    private static void removeNamed(JsonNode array, String field) {
        if (array instanceof ArrayNode) {
            Iterator<JsonNode> all = array.iterator();
            while (all.hasNext()) {
                if (all.next().path(field).asText().startsWith(TOKEN_VOLUME)) {
                    all.remove();
                }
            }
        }
    }

    private static void dropOurGate(ObjectNode spec) {
        JsonNode gates = spec.path("schedulingGates");
        Iterator<JsonNode> all = gates.iterator();
        while (all.hasNext()) {
            if (Gates.OURS.equals(all.next().path("name").asText())) {
                all.remove();
            }
        }
        if (gates.isEmpty()) {
            spec.remove("schedulingGates");
        }
    }
}
