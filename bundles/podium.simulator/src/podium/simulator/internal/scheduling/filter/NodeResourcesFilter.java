// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.PodRequests;
import podium.simulator.internal.scheduling.SchedulerCache;

/** What a pod requests must be free. Source: plugin noderesources, {@code fitsRequest}. */
final class NodeResourcesFilter implements FilterPlugin {

    @Override
    public PodFilter prepare(PodInfo pod, SchedulerCache cluster) {
        return node -> lacking(pod, node);
    }

    /** What the node is short of. */
    static FilterStatus lacking(PodInfo pod, NodeInfo node) {
        List<String> reasons = List.of();
        boolean curable = true;
        for (Map.Entry<String, Long> wanted : pod.requests().entrySet()) {
            String resource = wanted.getKey();
            long amount = wanted.getValue();
            if (amount > 0 && amount > node.free(resource)) {
                reasons = reasons.isEmpty() ? new ArrayList<>() : reasons;
                boolean pods = resource.equals(PodRequests.PODS);
                curable &= pods || amount <= node.allocatable(resource);
                reasons.add(pods ? "Too many pods" : "Insufficient " + resource);
            }
        }
        return reasons.isEmpty() ? FilterStatus.NONE : new FilterStatus(reasons, curable);
    }
}
