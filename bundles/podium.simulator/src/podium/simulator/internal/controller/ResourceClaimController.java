// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import podium.simulator.internal.devices.PodClaims;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.loop.Reconciler;
import podium.simulator.internal.object.DeviceClaims;
import podium.simulator.internal.object.OwnerReferences;
import podium.simulator.internal.object.Pods;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StoreEvent;

/**
 * Makes the claims of pods from templates and says in the pod's status which they are; takes the devices back when the pod has
 * ended. Claims of a pod that is gone go with it. Source: kubernetes, pkg/controller/resourceclaim.
 */
public final class ResourceClaimController implements Reconciler {

    private static final String NAMED = "resource.kubernetes.io/pod-claim-name";

    private final EngineContext cluster;
    private final DeviceClaims claims;

    public ResourceClaimController(EngineContext cluster) {
        this.cluster = cluster;
        claims = new DeviceClaims(cluster);
    }

    public void start() {
        cluster.loop().on(ResourceTypes.POD, this::pod);
        cluster.loop().on(ResourceTypes.RESOURCE_CLAIM_TEMPLATE, event -> cluster.index()
                .podsIn(Json.namespace(event.object()))
                .forEach(this::consider));
    }

    private void pod(StoreEvent event) {
        if (event.type() != StoreEvent.Type.DELETED) {
            consider(event.object());
        } else if (!Json.at(event.object(), "spec", "resourceClaims").isEmpty()) {
            claims.release(event.object());
        }
    }

    private void consider(ObjectNode pod) {
        if (!Json.at(pod, "spec", "resourceClaims").isEmpty()) {
            cluster.loop().enqueue(this, ObjectKey.of(pod));
        }
    }

    @Override
    public void reconcile(ObjectKey key) {
        Optional<ObjectNode> pod = cluster.get(ResourceTypes.POD, key);
        if (pod.isEmpty()) {
            return;
        }
        boolean waits = Json.text(pod.get(), "spec", "nodeName").isEmpty();
        if (Pods.finished(pod.get()) || Json.terminating(pod.get()) && waits) {
            claims.release(pod.get());
            PodClaims.of(pod.get()).forEach(claim -> deleteOwn(claim, pod.get()));
        } else {
            Json.at(pod.get(), "spec", "resourceClaims").forEach(named -> make(pod.get(), named));
        }
    }

    private void deleteOwn(ObjectKey claim, ObjectNode pod) {
        cluster.get(ResourceTypes.RESOURCE_CLAIM, claim)
                .filter(found -> owned(found, pod) && !Json.terminating(found))
                .ifPresent(found -> cluster.delete(ResourceTypes.RESOURCE_CLAIM, claim));
    }

    private static boolean owned(ObjectNode claim, ObjectNode pod) {
        return Json.controller(claim)
                .filter(owner -> Json.text(owner, "uid").equals(Json.uid(pod)))
                .isPresent();
    }

    private void make(ObjectNode pod, JsonNode named) {
        String template = Json.text(named, "resourceClaimTemplateName");
        String name = Json.text(named, "name");
        for (JsonNode status : Json.at(pod, "status", "resourceClaimStatuses")) {
            if (Json.text(status, "name").equals(name)) {
                return;
            }
        }
        if (!template.isEmpty()) {
            cluster.get(ResourceTypes.RESOURCE_CLAIM_TEMPLATE, new ObjectKey(Json.namespace(pod), template))
                    .ifPresent(found -> make(pod, name, found));
        }
    }

    private void make(ObjectNode pod, String name, ObjectNode template) {
        String namespace = Json.namespace(pod);
        ObjectNode claim = Json.object("apiVersion", "resource.k8s.io/v1", "kind", "ResourceClaim");
        ObjectNode metadata = Json.with(claim, "metadata");
        if (Json.at(template, "spec", "metadata") instanceof ObjectNode given) {
            metadata.setAll(given.deepCopy());
        }
        String prefix = Json.name(pod) + "-" + name + "-";
        metadata.put("generateName", prefix)
                .put("namespace", namespace)
                .put(
                        "name",
                        cluster.freshName(
                                ResourceTypes.RESOURCE_CLAIM,
                                namespace,
                                prefix,
                                cluster.seed().of(Json.uid(pod) + name)));
        Json.with(metadata, "annotations").put(NAMED, name);
        OwnerReferences.control(claim, pod);
        claim.set("spec", Json.at(template, "spec", "spec").deepCopy());
        String made = Json.name(cluster.store().create(ResourceTypes.RESOURCE_CLAIM, claim));
        cluster.modify(ResourceTypes.POD, ObjectKey.of(pod), object -> Json.array(
                        Json.with(object, "status"), "resourceClaimStatuses")
                .add(Json.object("name", name, "resourceClaimName", made)));
    }
}
