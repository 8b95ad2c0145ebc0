// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.simulator.internal.devices.PodClaims;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.store.ResourceTypes;

/** What scheduler, controller and kubelets write and read in ResourceClaims. */
public final class DeviceClaims {

    /** Keeps a claim that has devices until it has given them back. */
    private static final String FINALIZER = "resource.kubernetes.io/delete-protection";

    private final EngineContext cluster;

    public DeviceClaims(EngineContext cluster) {
        this.cluster = cluster;
    }

    /** Reserves a pod's claims for it; those that have no devices yet get theirs. */
    public void reserve(PodInfo pod, Map<ObjectKey, ObjectNode> allocations) {
        if (pod.claimsDevices()) {
            cluster.get(ResourceTypes.POD, pod.key())
                    .ifPresent(object -> PodClaims.of(object).forEach(claim -> reserve(pod, claim, allocations)));
        }
    }

    private void reserve(PodInfo pod, ObjectKey claim, Map<ObjectKey, ObjectNode> allocations) {
        cluster.modify(ResourceTypes.RESOURCE_CLAIM, claim, object -> {
            ObjectNode allocation = allocations.get(claim);
            if (allocation != null) {
                Json.with(object, "status").set("allocation", allocation);
                finalizers(object).add(FINALIZER);
            }
            if (!PodClaims.reserved(object, pod.uid())) {
                Json.array(Json.with(object, "status"), "reservedFor")
                        .add(Json.object("resource", "pods", "name", pod.name(), "uid", pod.uid()));
            }
        });
    }

    private static ArrayNode finalizers(ObjectNode object) {
        return Json.array(Json.with(object, "metadata"), "finalizers");
    }

    /** A pod needs its claims no more; a claim that nobody needs gives its devices back. */
    public void release(ObjectNode pod) {
        for (ObjectKey claim : PodClaims.of(pod)) {
            cluster.modify(ResourceTypes.RESOURCE_CLAIM, claim, object -> {
                ObjectNode status = Json.with(object, "status");
                ArrayNode left = Json.array();
                status.path("reservedFor").forEach(consumer -> {
                    if (!Json.text(consumer, "uid").equals(Json.uid(pod))) {
                        left.add(consumer);
                    }
                });
                if (!left.isEmpty()) {
                    status.set("reservedFor", left);
                } else if (status.has("reservedFor")) {
                    status.remove(List.of("reservedFor", "allocation", "devices"));
                    unprotect(object);
                }
            });
        }
    }

    private static void unprotect(ObjectNode object) {
        ArrayNode left = Json.array();
        Json.at(object, "metadata", "finalizers").forEach(finalizer -> {
            if (!finalizer.asText("").equals(FINALIZER)) {
                left.add(finalizer);
            }
        });
        Json.with(object, "metadata").set("finalizers", left);
        if (left.isEmpty()) {
            Json.with(object, "metadata").remove("finalizers");
        }
    }

    /** The accelerators of its node that a pod's claims have, by index; devices are named {@code gpu-INDEX}. */
    public static List<Integer> accelerators(EngineContext cluster, ObjectNode pod) {
        String node = Json.text(pod, "spec", "nodeName");
        List<Integer> accelerators = new ArrayList<>();
        for (ObjectKey key : PodClaims.of(pod)) {
            Optional<ObjectNode> claim = cluster.get(ResourceTypes.RESOURCE_CLAIM, key);
            for (JsonNode result : claim.map(found -> Json.at(found, "status", "allocation", "devices", "results"))
                    .orElse(Json.array())) {
                String device = Json.text(result, "device");
                if (Json.text(result, "pool").equals(node) && device.matches("gpu-\\d{1,4}")) {
                    accelerators.add(Integer.parseInt(device.substring("gpu-".length())));
                }
            }
        }
        return accelerators;
    }
}
