// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling.filter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.PersistentVolume;
import podium.simulator.internal.scheduling.PersistentVolumeClaim;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.PodVolumeClaim;
import podium.simulator.internal.scheduling.SchedulerCache;
import podium.simulator.store.ResourceTypes;

/** A bound volume labelled with a zone or a region is used there. Source: plugin volumezone. */
final class VolumeZoneFilter implements FilterPlugin {

    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final String REGION = "topology.kubernetes.io/region";
    private static final Map<String, String> KEYS = Map.of(
            ZONE,
            ZONE,
            REGION,
            REGION,
            "failure-domain.beta.kubernetes.io/zone",
            ZONE,
            "failure-domain.beta.kubernetes.io/region",
            REGION);
    private static final FilterStatus ELSEWHERE = FilterStatus.lasting("node(s) had no available volume zone");

    /** One label of a volume, with the values it stands for. */
    private record Place(String key, Set<String> values) {

        boolean holds(NodeInfo node) {
            String value = node.labels().get(key);
            value = value == null ? node.labels().get(KEYS.getOrDefault(key, key)) : value;
            return value != null && values.contains(value);
        }
    }

    @Override
    public PodFilter prepare(PodInfo pod, SchedulerCache cluster) {
        List<Place> places = new ArrayList<>();
        for (PodVolumeClaim claim : pod.claims()) {
            if (claim.ephemeral()) {
                continue;
            }
            String name = cluster.objects()
                    .get(ResourceTypes.PERSISTENT_VOLUME_CLAIM, pod.namespace(), claim.name())
                    .map(found -> PersistentVolumeClaim.of(found).volume())
                    .orElse("");
            if (name.isEmpty()) {
                continue;
            }
            Optional<ObjectNode> volume = cluster.objects().get(ResourceTypes.PERSISTENT_VOLUME, "", name);
            if (volume.isEmpty()) {
                return PodFilter.nowhere("persistentvolume \"" + name + "\" not found");
            }
            volume.map(PersistentVolume::of).ifPresent(found -> found.labels().forEach((key, value) -> {
                if (KEYS.containsKey(key)) {
                    places.add(new Place(key, Set.of(value.split("__"))));
                }
            }));
        }
        return places.isEmpty() ? PodFilter.NOTHING : node -> elsewhere(places, node) ? ELSEWHERE : FilterStatus.NONE;
    }

    /** A node without any such label is in every zone. */
    private static boolean elsewhere(List<Place> places, NodeInfo node) {
        return KEYS.keySet().stream().anyMatch(node.labels()::containsKey)
                && !places.stream().allMatch(place -> place.holds(node));
    }
}
