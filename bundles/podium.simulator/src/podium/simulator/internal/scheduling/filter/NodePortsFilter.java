// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling.filter;

import podium.simulator.internal.scheduling.HostPort;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.SchedulerCache;

/** A port of the node is had once. Source: plugin nodeports. */
final class NodePortsFilter implements FilterPlugin {

    private static final FilterStatus TAKEN =
            FilterStatus.curable("node(s) didn't have free ports for the requested pod ports");

    @Override
    public PodFilter prepare(PodInfo pod, SchedulerCache cluster) {
        return pod.ports().isEmpty() ? PodFilter.NOTHING : node -> taken(pod, node) ? TAKEN : FilterStatus.NONE;
    }

    private static boolean taken(PodInfo pod, NodeInfo node) {
        for (HostPort wanted : pod.ports()) {
            for (PodInfo other : node.pods()) {
                if (other.ports().stream().anyMatch(wanted::meets)) {
                    return true;
                }
            }
        }
        return false;
    }
}
