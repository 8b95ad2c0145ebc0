// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import java.util.Map;

/**
 * How well a node that fits suits a pod; higher is better. Pods that ask for devices are packed, the strategy
 * {@code MostAllocated} that GPU clusters set for the scheduler's NodeResourcesFit; the others are spread.
 */
public final class Scores {

    private static final double FULL = 100;

    private Scores() {}

    public static double of(PodView pod, NodeState node, PodRelations relations) {
        double score = fit(pod, node) + relations.score(node);
        for (NodeTerm term : pod.rules().preferredNodes()) {
            if (term.matches(node)) {
                score += 2.0 * term.weight();
            }
        }
        for (Taint taint : node.taints()) {
            if (!taint.hard() && !pod.tolerates(taint)) {
                score -= 3 * FULL;
            }
        }
        return score;
    }

    private static double fit(PodView pod, NodeState node) {
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
