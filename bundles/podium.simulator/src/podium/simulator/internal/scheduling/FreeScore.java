// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import java.util.List;
import java.util.Map;

/**
 * How full a node would be. Pods that ask for devices are packed, the strategy {@code MostAllocated} that GPU clusters set
 * for the plugin noderesources; the others are spread, as by default.
 */
final class FreeScore implements Score {

    @Override
    public double[] of(PodView pod, List<NodeState> nodes, SchedulerCache cluster) {
        return nodes.stream().mapToDouble(node -> of(pod, node)).toArray();
    }

    static double of(PodView pod, NodeState node) {
        double packed = 0;
        int devices = 0;
        for (Map.Entry<String, Long> wanted : pod.requests().entrySet()) {
            if (Requests.extended(wanted.getKey()) && wanted.getValue() > 0) {
                packed += share(node, wanted.getKey(), wanted.getValue());
                devices++;
            }
        }
        if (devices > 0) {
            return FULL * packed / devices;
        }
        double cpu = 1 - share(node, Requests.CPU, pod.requests().getOrDefault(Requests.CPU, 0L));
        double memory = 1 - share(node, "memory", pod.requests().getOrDefault("memory", 0L));
        return FULL * (cpu + memory) / 2;
    }

    private static double share(NodeState node, String resource, long more) {
        long offered = node.allocatable(resource);
        return offered == 0 ? 1 : Math.min(1, (double) (node.requested(resource) + more) / offered);
    }
}
