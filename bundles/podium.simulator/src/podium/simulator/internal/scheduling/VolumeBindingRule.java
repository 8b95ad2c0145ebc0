// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;

/**
 * Bound volumes must be reachable from the node; claims that wait for their first consumer must find a volume there or be
 * made one. Source: plugin volumebinding. Not looked at: CSIStorageCapacity.
 */
final class VolumeBindingRule implements Rule {

    private static final String UNREACHABLE = "node(s) didn't match PersistentVolume's node affinity";
    private static final String NONE_TO_BIND = "node(s) didn't find available persistent volumes to bind";
    private static final Refusal LOST =
            Refusal.lasting("node(s) unavailable due to one or more pvc(s) bound to non-existent pv(s)");

    @Override
    public Check prepare(PodView pod, SchedulerCache cluster) {
        if (pod.claims().isEmpty()) {
            return Check.NOTHING;
        }
        List<VolumeClaim> claims = new ArrayList<>();
        for (PodClaim claim : pod.claims()) {
            Optional<ObjectNode> object =
                    cluster.objects().get(ResourceTypes.PERSISTENT_VOLUME_CLAIM, pod.namespace(), claim.name());
            String name = claim.name();
            if (object.isEmpty()) {
                return Check.nowhere(claim.ephemeral() ? notMade(name) : notFound(name));
            }
            if (Json.text(object.get(), "status", "phase").equals("Lost")) {
                String lost = Json.text(object.get(), "spec", "volumeName");
                return Check.nowhere("persistentvolumeclaim \"" + name + "\" bound to non-existent persistentvolume \""
                        + lost + "\"");
            }
            if (Json.terminating(object.get())) {
                return Check.nowhere("persistentvolumeclaim \"" + name + "\" is being deleted");
            }
            claims.add(VolumeClaim.of(object.get()));
        }
        PodVolumes volumes = new PodVolumes(cluster.objects());
        return claims.stream().allMatch(volumes::add)
                ? volumes
                : Check.nowhere("pod has unbound immediate PersistentVolumeClaims");
    }

    static String notFound(String claim) {
        return "persistentvolumeclaim \"" + claim + "\" not found";
    }

    private static String notMade(String claim) {
        return "waiting for ephemeral volume controller to create the persistentvolumeclaim \"" + claim + "\"";
    }

    /** What the claims of a pod need on a node that takes it. */
    static VolumePlan plan(PodView pod, NodeState node, SchedulerCache cluster) {
        return !pod.claims().isEmpty() && new VolumeBindingRule().prepare(pod, cluster) instanceof PodVolumes volumes
                ? volumes.plan(node).orElse(VolumePlan.NOTHING)
                : VolumePlan.NOTHING;
    }

    /** The claims of one pod. */
    private static final class PodVolumes implements Check {
        private final ObjectStore objects;
        private final List<Volume> bound = new ArrayList<>();
        private final List<VolumeClaim> waiting = new ArrayList<>();
        private final List<Volume> choice = new ArrayList<>();
        private boolean lost;

        PodVolumes(ObjectStore objects) {
            this.objects = objects;
        }

        /** Takes over a claim; returns whether the scheduler may deal with it. */
        boolean add(VolumeClaim claim) {
            if (claim.bound()) {
                Optional<ObjectNode> volume = objects.get(ResourceTypes.PERSISTENT_VOLUME, "", claim.volume());
                volume.map(Volume::of).ifPresent(bound::add);
                lost |= volume.isEmpty();
                return true;
            }
            if (!claim.volume().isEmpty() || !claim.waitsForConsumer(objects)) {
                return false;
            }
            if (choice.isEmpty()) {
                objects.list(ResourceTypes.PERSISTENT_VOLUME, "").forEach(volume -> choice.add(Volume.of(volume)));
            }
            waiting.add(claim);
            waiting.sort(Comparator.comparingLong(VolumeClaim::size));
            return true;
        }

        @Override
        public Refusal against(NodeState node) {
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
            return reasons.isEmpty() ? Refusal.NONE : new Refusal(reasons, false);
        }

        Optional<VolumePlan> plan(NodeState node) {
            Map<Key, String> bindings = new LinkedHashMap<>();
            List<Key> provisions = new ArrayList<>();
            for (VolumeClaim claim : waiting) {
                Optional<Volume> volume = claim.selectedNode().isEmpty()
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
            return Optional.of(new VolumePlan(bindings, provisions));
        }

        private boolean canBeMade(VolumeClaim claim, NodeState node) {
            return (claim.selectedNode().isEmpty() || claim.selectedNode().equals(node.name()))
                    && objects.get(ResourceTypes.STORAGE_CLASS, "", claim.storageClass())
                            .filter(VolumeClaim::provisioned)
                            .filter(found -> TopologyTerm.allows(found.path("allowedTopologies"), node))
                            .isPresent();
        }
    }
}
