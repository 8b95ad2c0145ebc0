// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling.filter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.internal.scheduling.PersistentVolume;
import podium.simulator.internal.scheduling.PersistentVolumeClaim;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.PodVolumeClaim;
import podium.simulator.internal.scheduling.SchedulerCache;
import podium.simulator.internal.scheduling.TopologyTerm;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;

/**
 * Bound volumes must be reachable from the node; claims that wait for their first consumer must find a volume there or be
 * made one. Source: plugin volumebinding. Not looked at: CSIStorageCapacity.
 */
final class VolumeBindingFilter implements FilterPlugin {

    private static final String UNREACHABLE = "node(s) didn't match PersistentVolume's node affinity";
    private static final String NONE_TO_BIND = "node(s) didn't find available persistent volumes to bind";
    private static final FilterStatus LOST =
            FilterStatus.lasting("node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s)");

    @Override
    public PodFilter prepare(PodInfo pod, SchedulerCache cluster) {
        if (pod.claims().isEmpty()) {
            return PodFilter.NOTHING;
        }
        List<PersistentVolumeClaim> claims = new ArrayList<>();
        for (PodVolumeClaim claim : pod.claims()) {
            Optional<ObjectNode> object =
                    cluster.objects().get(ResourceTypes.PERSISTENT_VOLUME_CLAIM, pod.namespace(), claim.name());
            String name = claim.name();
            if (object.isEmpty()) {
                return PodFilter.nowhere(claim.ephemeral() ? notMade(name) : notFound(name));
            }
            if (Json.text(object.get(), "status", "phase").equals("Lost")) {
                String lost = Json.text(object.get(), "spec", "volumeName");
                return PodFilter.nowhere("persistentvolumeclaim \"" + name
                        + "\" bound to non-existent persistentvolume \"" + lost + "\"");
            }
            if (Json.terminating(object.get())) {
                return PodFilter.nowhere("persistentvolumeclaim \"" + name + "\" is being deleted");
            }
            claims.add(PersistentVolumeClaim.of(object.get()));
        }
        PodVolumes volumes = new PodVolumes(cluster.objects());
        return claims.stream().allMatch(volumes::add)
                ? volumes
                : PodFilter.nowhere("pod has unbound immediate PersistentVolumeClaims");
    }

    static String notFound(String claim) {
        return "persistentvolumeclaim \"" + claim + "\" not found";
    }

    private static String notMade(String claim) {
        return "waiting for ephemeral volume controller to create the persistentvolumeclaim \"" + claim + "\"";
    }

    /** What the claims of a pod need on a node that takes it. */
    static VolumeBindingPlan plan(PodInfo pod, NodeInfo node, SchedulerCache cluster) {
        return !pod.claims().isEmpty() && new VolumeBindingFilter().prepare(pod, cluster) instanceof PodVolumes volumes
                ? volumes.plan(node).orElse(VolumeBindingPlan.NOTHING)
                : VolumeBindingPlan.NOTHING;
    }

    /** The claims of one pod. */
    private static final class PodVolumes implements PodFilter {
        private final ObjectStore objects;
        private final List<PersistentVolume> bound = new ArrayList<>();
        private final List<PersistentVolumeClaim> waiting = new ArrayList<>();
        private final List<PersistentVolume> choice = new ArrayList<>();
        private boolean lost;

        PodVolumes(ObjectStore objects) {
            this.objects = objects;
        }

        /** Takes over a claim; returns whether the scheduler may deal with it. */
        boolean add(PersistentVolumeClaim claim) {
            if (claim.bound()) {
                Optional<ObjectNode> volume = objects.get(ResourceTypes.PERSISTENT_VOLUME, "", claim.volume());
                volume.map(PersistentVolume::of).ifPresent(bound::add);
                lost |= volume.isEmpty();
                return true;
            }
            if (!claim.volume().isEmpty() || !claim.waitsForConsumer(objects)) {
                return false;
            }
            if (choice.isEmpty()) {
                objects.list(ResourceTypes.PERSISTENT_VOLUME, "")
                        .forEach(volume -> choice.add(PersistentVolume.of(volume)));
            }
            waiting.add(claim);
            waiting.sort(Comparator.comparingLong(PersistentVolumeClaim::size));
            return true;
        }

        @Override
        public FilterStatus against(NodeInfo node) {
            if (lost) {
                return LOST;
            }
            List<String> reasons = new ArrayList<>();
            if (!bound.stream().allMatch(volume -> volume.reaches(node))) {
                reasons.add(UNREACHABLE);
            }
            if (!waiting.isEmpty() && plan(node).isEmpty()) {
                reasons.add(NONE_TO_BIND);
            }
            return reasons.isEmpty() ? FilterStatus.NONE : new FilterStatus(reasons, false);
        }

        Optional<VolumeBindingPlan> plan(NodeInfo node) {
            Map<ObjectKey, String> bindings = new LinkedHashMap<>();
            List<ObjectKey> provisions = new ArrayList<>();
            for (PersistentVolumeClaim claim : waiting) {
                Optional<PersistentVolume> volume = claim.selectedNode().isEmpty()
                        ? claim.choose(choice, bindings.values(), Optional.of(node))
                        : Optional.empty();
                if (volume.isPresent()) {
                    bindings.put(claim.key(), volume.get().name());
                } else if (canBeMade(claim, node)) {
                    provisions.add(claim.key());
                } else {
                    return Optional.empty();
                }
            }
            return Optional.of(new VolumeBindingPlan(bindings, provisions));
        }

        private boolean canBeMade(PersistentVolumeClaim claim, NodeInfo node) {
            return (claim.selectedNode().isEmpty() || claim.selectedNode().equals(node.name()))
                    && objects.get(ResourceTypes.STORAGE_CLASS, "", claim.storageClass())
                            .filter(PersistentVolumeClaim::provisioned)
                            .filter(found -> TopologyTerm.allows(found.path("allowedTopologies"), node))
                            .isPresent();
        }
    }
}
