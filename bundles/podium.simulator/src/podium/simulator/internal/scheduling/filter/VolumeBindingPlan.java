// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling.filter;

import java.util.List;
import java.util.Map;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.SchedulerCache;

/**
 * What has to happen to a pod's claims before it can be bound to a node.
 *
 * @param bindings claims and the volumes they get
 * @param provisions claims whose volumes are to be made for the node
 */
public record VolumeBindingPlan(Map<ObjectKey, String> bindings, List<ObjectKey> provisions) {

    /** Nothing has to happen. */
    public static final VolumeBindingPlan NOTHING = new VolumeBindingPlan(Map.of(), List.of());

    /** What the claims of a pod need on a node that takes it. */
    public static VolumeBindingPlan of(PodInfo pod, NodeInfo node, SchedulerCache cluster) {
        return VolumeBindingFilter.plan(pod, node, cluster);
    }

    /** Whether nothing has to happen. */
    public boolean isEmpty() {
        return bindings.isEmpty() && provisions.isEmpty();
    }
}
