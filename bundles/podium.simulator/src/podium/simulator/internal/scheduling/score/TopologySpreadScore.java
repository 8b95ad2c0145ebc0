// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling.score;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.SchedulerCache;
import podium.simulator.internal.scheduling.TopologySpread;

/** Topology spread with {@code ScheduleAnyway}. Source: plugin podtopologyspread, scoring.go. */
final class TopologySpreadScore implements ScorePlugin {

    @Override
    public double[] of(PodInfo pod, List<NodeInfo> nodes, SchedulerCache cluster) {
        List<TopologySpread> soft = pod.rules().spread().stream()
                .filter(constraint -> !constraint.hard())
                .toList();
        double[] counts = new double[nodes.size()];
        for (TopologySpread constraint : soft) {
            Map<String, Integer> byDomain = count(pod, constraint, nodes, cluster);
            double weight = Math.log(byDomain.size() + 2.0);
            for (int i = 0; i < counts.length; i++) {
                String domain = nodes.get(i).labels().getOrDefault(constraint.topologyKey(), "");
                counts[i] += byDomain.getOrDefault(domain, 0) * weight + constraint.maxSkew() - 1;
            }
        }
        return soft.isEmpty() ? counts : spread(counts, nodes, soft);
    }

    private static Map<String, Integer> count(
            PodInfo pod, TopologySpread constraint, List<NodeInfo> nodes, SchedulerCache cluster) {
        Set<String> domains = new HashSet<>();
        nodes.forEach(node -> domains.add(node.labels().getOrDefault(constraint.topologyKey(), "")));
        Map<String, Integer> byDomain = new HashMap<>();
        for (NodeInfo node : cluster.nodes()) {
            String domain = node.labels().getOrDefault(constraint.topologyKey(), "");
            if (domains.contains(domain) && constraint.counts(pod, node)) {
                byDomain.merge(domain, constraint.matching(pod, node), Integer::sum);
            }
        }
        return byDomain;
    }

    /** Nodes that lack a label are worth nothing. */
    private static double[] spread(double[] counts, List<NodeInfo> nodes, List<TopologySpread> soft) {
        double least = Double.MAX_VALUE;
        double most = 0;
        boolean[] labelled = new boolean[counts.length];
        for (int i = 0; i < counts.length; i++) {
            NodeInfo node = nodes.get(i);
            labelled[i] = soft.stream().allMatch(each -> node.labels().containsKey(each.topologyKey()));
            least = labelled[i] ? Math.min(least, counts[i]) : least;
            most = labelled[i] ? Math.max(most, counts[i]) : most;
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] = !labelled[i] ? 0 : most == 0 ? FULL : FULL * (most + least - counts[i]) / most;
        }
        return counts;
    }
}
