// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;

/**
 * A PersistentVolumeClaim.
 *
 * @param key where it is
 * @param uid its uid
 * @param storageClass the class it asks for, empty for none
 * @param size in bytes
 * @param modes the access modes it asks for
 * @param block whether it asks for a raw device
 * @param selector the labels it asks of a volume
 * @param volume the volume it is bound to or wants, empty for none
 * @param bound whether it is bound for good
 * @param selectedNode the node for which its volume is being made, empty for none
 */
public record PersistentVolumeClaim(
        ObjectKey key,
        String uid,
        String storageClass,
        long size,
        Set<String> modes,
        boolean block,
        LabelSelector selector,
        String volume,
        boolean bound,
        String selectedNode) {

    /** Written by the scheduler on a claim whose volume is to be made for a node. */
    public static final String SELECTED_NODE = "volume.kubernetes.io/selected-node";
    /** On a claim whose binding is complete. */
    public static final String BIND_COMPLETED = "pv.kubernetes.io/bind-completed";
    /** The provisioner of classes whose volumes nobody makes. */
    static final String NO_PROVISIONER = "kubernetes.io/no-provisioner";

    private static final Comparator<PersistentVolume> SMALLEST =
            Comparator.comparingLong(PersistentVolume::capacity).thenComparing(PersistentVolume::name);

    /** Reads one. */
    public static PersistentVolumeClaim of(JsonNode claim) {
        JsonNode spec = claim.path("spec");
        String volume = Json.text(spec, "volumeName");
        return new PersistentVolumeClaim(
                ObjectKey.of(claim),
                Json.uid(claim),
                Json.annotation(claim, "volume.beta.kubernetes.io/storage-class")
                        .orElse(Json.text(spec, "storageClassName")),
                Quantity.value(Json.at(spec, "resources", "requests", "storage").asText("0")),
                Set.copyOf(Json.list(spec.path("accessModes"))),
                Json.text(spec, "volumeMode").equals("Block"),
                LabelSelector.parse(spec.path("selector")),
                volume,
                !volume.isEmpty() && Json.annotation(claim, BIND_COMPLETED).isPresent(),
                Json.annotation(claim, SELECTED_NODE).orElse(""));
    }

    /** Whether a volume is looked for when the first pod that mounts it is placed. */
    public boolean waitsForConsumer(ObjectStore objects) {
        return objects.get(ResourceTypes.STORAGE_CLASS, "", storageClass)
                .filter(found -> Json.text(found, "volumeBindingMode").equals("WaitForFirstConsumer"))
                .isPresent();
    }

    /** Whether somebody makes volumes of its class. */
    public static boolean provisioned(JsonNode storageClass) {
        String provisioner = Json.text(storageClass, "provisioner");
        return !provisioner.isEmpty() && !provisioner.equals(NO_PROVISIONER);
    }

    /**
     * The best of some volumes: the one made for this claim, else the smallest that will do. Source: component-helpers,
     * {@code FindMatchingVolume}.
     *
     * @param excluded volumes that are spoken for, by name
     * @param node from where it must be reached; empty for anywhere
     */
    public Optional<PersistentVolume> choose(
            List<PersistentVolume> volumes, Collection<String> excluded, Optional<NodeInfo> node) {
        Optional<PersistentVolume> best = Optional.empty();
        for (PersistentVolume candidate : volumes) {
            boolean reached = node.isEmpty() || candidate.reaches(node.get());
            if (excluded.contains(candidate.name()) || candidate.capacity() < size || candidate.block() != block) {
                continue;
            }
            if (candidate.isFor(this)) {
                return reached ? Optional.of(candidate) : Optional.empty();
            }
            if (!candidate.taken()
                    && reached
                    && fits(candidate)
                    && (best.isEmpty() || SMALLEST.compare(candidate, best.get()) < 0)) {
                best = Optional.of(candidate);
            }
        }
        return best;
    }

    private boolean fits(PersistentVolume candidate) {
        return candidate.available()
                && candidate.storageClass().equals(storageClass)
                && candidate.modes().containsAll(modes)
                && selector.matches(candidate.labels());
    }
}
