// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.internal.scheduling.PersistentVolumeClaim;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.PodVolumeClaim;
import podium.simulator.internal.scheduling.SchedulerCache;
import podium.simulator.internal.scheduling.filter.VolumeBindingPlan;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StoreEvent;

/**
 * Pods that have a node and wait for their volumes: the scheduler names volume and claim to each other, or the node to the
 * claim, and binds the pod when all its claims are bound. Source: kubernetes, {@code volumeBinder.BindPodVolumes}.
 */
public final class VolumeBindings {

    /** After this a pod looks for a node anew, as with the plugin's bindTimeoutSeconds. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private record Waiting(PodInfo pod, String node) {}

    private final EngineContext cluster;
    private final SchedulerCache cache;
    private final PodBinder writer;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();

    VolumeBindings(EngineContext cluster, SchedulerCache cache, PodBinder writer) {
        this.cluster = cluster;
        this.cache = cache;
        this.writer = writer;
    }

    void start() {
        cluster.loop().on(ResourceTypes.PERSISTENT_VOLUME_CLAIM, this::claim);
    }

    /**
     * Begins.
     *
     * @param again what is done when the volumes do not come
     */
    void begin(PodInfo pod, String node, VolumeBindingPlan plan, Runnable again) {
        Waiting begun = new Waiting(pod, node);
        waiting.put(pod.uid(), begun);
        plan.bindings().forEach(this::bind);
        plan.provisions()
                .forEach(claim -> cluster.modify(ResourceTypes.PERSISTENT_VOLUME_CLAIM, claim, object -> Json.with(
                                object, "metadata", "annotations")
                        .put(PersistentVolumeClaim.SELECTED_NODE, node)));
        cluster.loop().after(PATIENCE, () -> {
            if (waiting.remove(pod.uid(), begun)) {
                cache.release(pod.uid());
                again.run();
            }
        });
    }

    private void bind(ObjectKey claim, String volume) {
        cluster.get(ResourceTypes.PERSISTENT_VOLUME_CLAIM, claim)
                .ifPresent(found -> cluster.modify(
                        ResourceTypes.PERSISTENT_VOLUME, new ObjectKey("", volume), object -> refer(object, found)));
    }

    /** Names a claim as the one that a volume is for. */
    public static void refer(ObjectNode volume, ObjectNode claim) {
        Json.with(volume, "spec", "claimRef")
                .put("apiVersion", "v1")
                .put("kind", "PersistentVolumeClaim")
                .put("namespace", Json.namespace(claim))
                .put("name", Json.name(claim))
                .put("uid", Json.uid(claim));
        Json.with(volume, "metadata", "annotations").put("pv.kubernetes.io/bound-by-controller", "yes");
    }

    /** Whether a pod has its node and waits only for volumes. */
    boolean holds(String uid) {
        return waiting.containsKey(uid);
    }

    /** The pod is gone, or bound by somebody else. */
    void forget(String uid) {
        waiting.remove(uid);
    }

    private void claim(StoreEvent event) {
        ObjectKey changed = ObjectKey.of(event.object());
        for (Waiting each : List.copyOf(waiting.values())) {
            PodInfo pod = each.pod();
            boolean own = pod.claims().stream()
                    .anyMatch(claim -> new ObjectKey(pod.namespace(), claim.name()).equals(changed));
            if (own && pod.claims().stream().allMatch(claim -> bound(pod, claim))) {
                waiting.remove(pod.uid());
                writer.bound(pod, each.node());
            }
        }
    }

    private boolean bound(PodInfo pod, PodVolumeClaim claim) {
        return cluster.get(ResourceTypes.PERSISTENT_VOLUME_CLAIM, new ObjectKey(pod.namespace(), claim.name()))
                .filter(found -> PersistentVolumeClaim.of(found).bound())
                .isPresent();
    }
}
