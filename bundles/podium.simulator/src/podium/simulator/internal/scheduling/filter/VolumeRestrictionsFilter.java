// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling.filter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.PodVolumeClaim;
import podium.simulator.internal.scheduling.SchedulerCache;
import podium.simulator.store.ResourceTypes;

/** A claim with access mode ReadWriteOncePod is mounted by one pod. Source: plugin volumerestrictions. */
final class VolumeRestrictionsFilter implements FilterPlugin {

    private static final FilterStatus IN_USE = FilterStatus.curable(
            "node(s) unavailable due to PersistentVolumeClaim with ReadWriteOncePod access mode already in-use by"
                    + " another pod");

    @Override
    public PodFilter prepare(PodInfo pod, SchedulerCache cluster) {
        Set<String> exclusive = new HashSet<>();
        int conflicts = 0;
        for (PodVolumeClaim claim : pod.claims()) {
            if (claim.ephemeral()) {
                continue;
            }
            Optional<ObjectNode> object =
                    cluster.objects().get(ResourceTypes.PERSISTENT_VOLUME_CLAIM, pod.namespace(), claim.name());
            if (object.isEmpty()) {
                return PodFilter.nowhere(VolumeBindingFilter.notFound(claim.name()));
            }
            if (Json.list(Json.at(object.get(), "spec", "accessModes")).contains("ReadWriteOncePod")
                    && exclusive.add(claim.name())
                    && cluster.mounted(new ObjectKey(pod.namespace(), claim.name()))) {
                conflicts++;
            }
        }
        return conflicts == 0 ? PodFilter.NOTHING : new Conflicts(pod, exclusive, conflicts);
    }

    private static final class Conflicts implements PodFilter {
        private final PodInfo pod;
        private final Set<String> exclusive;
        private int count;

        Conflicts(PodInfo pod, Set<String> exclusive, int count) {
            this.pod = pod;
            this.exclusive = exclusive;
            this.count = count;
        }

        @Override
        public FilterStatus against(NodeInfo node) {
            return count > 0 ? IN_USE : FilterStatus.NONE;
        }

        @Override
        public void changed(PodInfo other, NodeInfo node, int by) {
            if (other.namespace().equals(pod.namespace())) {
                for (PodVolumeClaim claim : other.claims()) {
                    count += exclusive.contains(claim.name()) ? by : 0;
                }
            }
        }
    }
}
