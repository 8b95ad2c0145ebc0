// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.loop.Reconciler;
import podium.simulator.internal.scheduler.VolumeBindings;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.internal.scheduling.PersistentVolume;
import podium.simulator.internal.scheduling.PersistentVolumeClaim;
import podium.simulator.store.ResourceTypes;
import podium.simulator.store.StoreEvent;

/**
 * Binds claims to volumes and makes volumes of classes that have a provisioner; those of a claim that waits for its first
 * consumer are made for the node that the scheduler has chosen. Source: kubernetes, pkg/controller/volume/persistentvolume.
 */
public final class VolumeController implements Reconciler {

    private static final List<String> PLACES = List.of("topology.kubernetes.io/region", "topology.kubernetes.io/zone");

    private final EngineContext cluster;

    public VolumeController(EngineContext cluster) {
        this.cluster = cluster;
    }

    public void start() {
        cluster.loop().on(ResourceTypes.PERSISTENT_VOLUME_CLAIM, this::claim);
        cluster.loop().on(ResourceTypes.PERSISTENT_VOLUME, this::volume);
        cluster.loop().on(ResourceTypes.STORAGE_CLASS, event -> all());
    }

    private void claim(StoreEvent event) {
        if (event.type() == StoreEvent.Type.DELETED) {
            reclaim(PersistentVolumeClaim.of(event.object()));
        } else {
            cluster.loop().enqueue(this, ObjectKey.of(event.object()));
        }
    }

    private void volume(StoreEvent event) {
        if (event.type() != StoreEvent.Type.DELETED) {
            PersistentVolume volume = PersistentVolume.of(event.object());
            if (!volume.taken() && Json.text(event.object(), "status", "phase").matches("|Pending")) {
                phase(volume.name(), "Available");
            }
            all();
        }
    }

    private void all() {
        cluster.store().list(ResourceTypes.PERSISTENT_VOLUME_CLAIM, "").forEach(claim -> cluster.loop()
                .enqueue(this, ObjectKey.of(claim)));
    }

    /** A volume that nobody claims any more is deleted, or kept for somebody to look at, as its policy says. */
    private void reclaim(PersistentVolumeClaim claim) {
        cluster.get(ResourceTypes.PERSISTENT_VOLUME, new ObjectKey("", claim.volume()))
                .ifPresent(volume -> {
                    if (Json.text(volume, "spec", "persistentVolumeReclaimPolicy")
                            .equals("Delete")) {
                        cluster.delete(ResourceTypes.PERSISTENT_VOLUME, ObjectKey.of(volume));
                    } else {
                        phase(claim.volume(), "Released");
                    }
                });
    }

    private void phase(String volume, String phase) {
        cluster.modify(ResourceTypes.PERSISTENT_VOLUME, new ObjectKey("", volume), object -> Json.with(object, "status")
                .put("phase", phase));
    }

    @Override
    public void reconcile(ObjectKey key) {
        Optional<ObjectNode> object = cluster.get(ResourceTypes.PERSISTENT_VOLUME_CLAIM, key);
        object.map(PersistentVolumeClaim::of).filter(claim -> !claim.bound()).ifPresent(claim -> {
            List<PersistentVolume> volumes = cluster.store().list(ResourceTypes.PERSISTENT_VOLUME, "").stream()
                    .map(PersistentVolume::of)
                    .filter(volume -> claim.volume().isEmpty() || volume.name().equals(claim.volume()))
                    .toList();
            boolean waits = claim.waitsForConsumer(cluster.store());
            Optional<PersistentVolume> found = waits
                    ? volumes.stream().filter(volume -> volume.isFor(claim)).findFirst()
                    : claim.choose(volumes, Set.of(), Optional.empty());
            if (found.isPresent()) {
                bind(object.get(), found.get().name());
            } else if (claim.volume().isEmpty()
                    && (!waits || !claim.selectedNode().isEmpty())) {
                provision(object.get(), claim);
            }
        });
    }

    private void bind(ObjectNode claim, String volume) {
        Optional<ObjectNode> bound =
                cluster.modify(ResourceTypes.PERSISTENT_VOLUME, new ObjectKey("", volume), object -> {
                    VolumeBindings.refer(object, claim);
                    Json.with(object, "status").put("phase", "Bound");
                });
        bound.ifPresent(found -> cluster.modify(ResourceTypes.PERSISTENT_VOLUME_CLAIM, ObjectKey.of(claim), object -> {
            Json.with(object, "spec").put("volumeName", volume);
            Json.with(object, "metadata", "annotations").put(PersistentVolumeClaim.BIND_COMPLETED, "yes");
            ObjectNode status = Json.with(object, "status").put("phase", "Bound");
            status.set("accessModes", Json.at(found, "spec", "accessModes").deepCopy());
            status.set("capacity", Json.at(found, "spec", "capacity").deepCopy());
        }));
    }

    private void provision(ObjectNode claim, PersistentVolumeClaim asked) {
        Optional<ObjectNode> storageClass =
                cluster.get(ResourceTypes.STORAGE_CLASS, new ObjectKey("", asked.storageClass()));
        if (storageClass.filter(PersistentVolumeClaim::provisioned).isEmpty()) {
            return;
        }
        String name = "pvc-" + asked.uid();
        ObjectNode volume = Json.object("apiVersion", "v1", "kind", "PersistentVolume");
        Json.with(volume, "metadata").put("name", name);
        ObjectNode spec = Json.with(volume, "spec").put("storageClassName", asked.storageClass());
        Json.with(spec, "capacity").set("storage", Json.at(claim, "spec", "resources", "requests", "storage"));
        spec.set("accessModes", Json.at(claim, "spec", "accessModes").deepCopy());
        spec.put(
                "persistentVolumeReclaimPolicy",
                storageClass.get().path("reclaimPolicy").asText("Delete"));
        Json.with(spec, "csi")
                .put("driver", Json.text(storageClass.get(), "provisioner"))
                .put("volumeHandle", name);
        cluster.get(ResourceTypes.NODE, new ObjectKey("", asked.selectedNode())).ifPresent(node -> place(spec, node));
        VolumeBindings.refer(volume, claim);
        Json.with(volume, "status").put("phase", "Bound");
        cluster.store().create(ResourceTypes.PERSISTENT_VOLUME, volume);
        bind(claim, name);
    }

    /** A volume made for a node can be reached from its zone. */
    private static void place(ObjectNode spec, ObjectNode node) {
        ArrayNode expressions = Json.array();
        for (String key : PLACES) {
            String value = Json.text(node, "metadata", "labels", key);
            if (!value.isEmpty()) {
                expressions
                        .addObject()
                        .put("key", key)
                        .put("operator", "In")
                        .putArray("values")
                        .add(value);
            }
        }
        if (!expressions.isEmpty()) {
            Json.array(Json.with(spec, "nodeAffinity", "required"), "nodeSelectorTerms")
                    .addObject()
                    .set("matchExpressions", expressions);
        }
    }
}
