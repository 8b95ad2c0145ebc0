// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling.score;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.PodPlacementSpec;
import podium.simulator.internal.scheduling.PodTerm;
import podium.simulator.internal.scheduling.SchedulerCache;

/** Preferred pod affinity and anti-affinity, of the pod and of those that are there. Source: interpodaffinity, scoring.go. */
final class InterPodAffinityScore implements ScorePlugin {

    /** What a pod that requires company wishes of others. */
    private static final int HARD_WEIGHT = 1;

    @Override
    public double[] of(PodInfo pod, List<NodeInfo> nodes, SchedulerCache cluster) {
        Map<String, Map<String, Integer>> wished = new HashMap<>();
        List<PodTerm> own = pod.rules().preferredPods();
        if (!own.isEmpty()) {
            for (NodeInfo node : cluster.nodes()) {
                for (PodInfo other : node.pods()) {
                    own.forEach(term -> note(wished, term, term.weight(), other, node, cluster));
                }
            }
        }
        for (SchedulerCache.Held held : cluster.relating()) {
            PodPlacementSpec rules = held.pod().rules();
            rules.affinity().forEach(term -> note(wished, term, HARD_WEIGHT, pod, held.node(), cluster));
            rules.preferredPods().forEach(term -> note(wished, term, term.weight(), pod, held.node(), cluster));
        }
        return wished.isEmpty() ? new double[nodes.size()] : stretched(sums(wished, nodes));
    }

    private static void note(
            Map<String, Map<String, Integer>> wished,
            PodTerm term,
            int weight,
            PodInfo other,
            NodeInfo node,
            SchedulerCache cluster) {
        String value = node.labels().get(term.topologyKey());
        if (value != null && term.matches(other, cluster)) {
            wished.computeIfAbsent(term.topologyKey(), key -> new HashMap<>()).merge(value, weight, Integer::sum);
        }
    }

    private static double[] sums(Map<String, Map<String, Integer>> wished, List<NodeInfo> nodes) {
        double[] sums = new double[nodes.size()];
        for (int i = 0; i < sums.length; i++) {
            for (Map.Entry<String, Map<String, Integer>> topology : wished.entrySet()) {
                String value = nodes.get(i).labels().get(topology.getKey());
                sums[i] += value == null ? 0 : topology.getValue().getOrDefault(value, 0);
            }
        }
        return sums;
    }

    /** From the least, 0, to the most, {@link #FULL}. */
    private static double[] stretched(double[] sums) {
        double least = Double.MAX_VALUE;
        double most = -Double.MAX_VALUE;
        for (double sum : sums) {
            least = Math.min(least, sum);
            most = Math.max(most, sum);
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] = most > least ? FULL * (sums[i] - least) / (most - least) : 0;
        }
        return sums;
    }
}
