// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ResourceTypes;

/** A claim with access mode ReadWriteOncePod is mounted by one pod. Source: plugin volumerestrictions. */
final class ReadWriteOncePodRule implements Rule {

    private static final Refusal IN_USE = Refusal.curable(
            "node(s) unavailable due to PersistentVolumeClaim with ReadWriteOncePod access mode already in-use by another"
                    + " pod");

    @Override
    public Check prepare(PodView pod, SchedulerCache cluster) {
        Set<String> exclusive = new HashSet<>();
        int conflicts = 0;
        for (PodClaim claim : pod.claims()) {
            if (claim.ephemeral()) {
                continue;
            }
            Optional<ObjectNode> object =
                    cluster.objects().get(ResourceTypes.PERSISTENT_VOLUME_CLAIM, pod.namespace(), claim.name());
            if (object.isEmpty()) {
                return Check.nowhere(VolumeBindingRule.notFound(claim.name()));
            }
            if (Json.list(Json.at(object.get(), "spec", "accessModes")).contains("ReadWriteOncePod")
                    && exclusive.add(claim.name())
                    && cluster.mounted(new Key(pod.namespace(), claim.name()))) {
                conflicts++;
            }
        }
        return conflicts == 0 ? Check.NOTHING : new Conflicts(pod, exclusive, conflicts);
    }

    private static final class Conflicts implements Check {
        private final PodView pod;
        private final Set<String> exclusive;
        private int count;

        Conflicts(PodView pod, Set<String> exclusive, int count) {
            this.pod = pod;
            this.exclusive = exclusive;
            this.count = count;
        }

        @Override
        public Refusal against(NodeState node) {
            return count > 0 ? IN_USE : Refusal.NONE;
        }

        @Override
        public void changed(PodView other, NodeState node, int by) {
            if (other.namespace().equals(pod.namespace())) {
                for (PodClaim claim : other.claims()) {
                    count += exclusive.contains(claim.name()) ? by : 0;
                }
            }
        }
    }
}
