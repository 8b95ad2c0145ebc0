// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling.score;

import java.util.List;
import java.util.Map;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.PodRequests;
import podium.simulator.internal.scheduling.SchedulerCache;

/**
 * How full a node would be. Pods that ask for devices are packed, the strategy {@code MostAllocated} that GPU clusters set
 * for the plugin noderesources; the others are spread, as by default.
 */
final class NodeResourcesScore implements ScorePlugin {

    @Override
    public double[] of(PodInfo pod, List<NodeInfo> nodes, SchedulerCache cluster) {
        return nodes.stream().mapToDouble(node -> of(pod, node)).toArray();
    }

    static double of(PodInfo pod, NodeInfo node) {
        double packed = 0;
        int devices = 0;
        for (Map.Entry<String, Long> wanted : pod.requests().entrySet()) {
            if (PodRequests.extended(wanted.getKey()) && wanted.getValue() > 0) {
                packed += share(node, wanted.getKey(), wanted.getValue());
                devices++;
            }
        }
        if (devices > 0) {
            return FULL * packed / devices;
        }
        double cpu = 1 - share(node, PodRequests.CPU, pod.requests().getOrDefault(PodRequests.CPU, 0L));
        double memory = 1 - share(node, "memory", pod.requests().getOrDefault("memory", 0L));
        return FULL * (cpu + memory) / 2;
    }

    private static double share(NodeInfo node, String resource, long more) {
        long offered = node.allocatable(resource);
        return offered == 0 ? 1 : Math.min(1, (double) (node.requested(resource) + more) / offered);
    }
}
