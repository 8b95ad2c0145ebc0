// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling.filter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.SchedulerCache;
import podium.simulator.internal.scheduling.TopologySpread;

/** Topology spread with {@code DoNotSchedule}. Source: plugin podtopologyspread, filtering.go. */
final class TopologySpreadFilter implements FilterPlugin {

    private static final FilterStatus SKEWED =
            FilterStatus.curable("node(s) didn't match pod topology spread constraints");
    private static final FilterStatus NO_LABEL =
            FilterStatus.lasting("node(s) didn't match pod topology spread constraints (missing required label)");

    @Override
    public PodFilter prepare(PodInfo pod, SchedulerCache cluster) {
        List<TopologySpread> hard =
                pod.rules().spread().stream().filter(TopologySpread::hard).toList();
        if (hard.isEmpty()) {
            return PodFilter.NOTHING;
        }
        List<Count> counts = new ArrayList<>();
        hard.forEach(constraint -> counts.add(new Count(pod, constraint, hard)));
        for (NodeInfo node : cluster.nodes()) {
            counts.forEach(count -> count.add(node));
        }
        return new PodFilter() {
            @Override
            public FilterStatus against(NodeInfo node) {
                for (Count count : counts) {
                    FilterStatus refusal = count.against(node);
                    if (!refusal.none()) {
                        return refusal;
                    }
                }
                return FilterStatus.NONE;
            }

            @Override
            public void changed(PodInfo other, NodeInfo node, int by) {
                counts.forEach(count -> count.change(other, node, by));
            }
        };
    }

    /** How many matching pods each domain of one constraint has. */
    private static final class Count {
        private final PodInfo pod;
        private final TopologySpread constraint;
        private final List<TopologySpread> all;
        private final int self;
        private final Map<String, Integer> byDomain = new HashMap<>();
        private int least = -1;

        Count(PodInfo pod, TopologySpread constraint, List<TopologySpread> all) {
            this.pod = pod;
            this.constraint = constraint;
            this.all = all;
            self = constraint.selector().matches(pod.labels()) ? 1 : 0;
        }

        private boolean counts(NodeInfo node) {
            for (TopologySpread other : all) {
                if (!node.labels().containsKey(other.topologyKey())) {
                    return false;
                }
            }
            return constraint.counts(pod, node);
        }

        void add(NodeInfo node) {
            if (counts(node)) {
                byDomain.merge(domain(node), constraint.matching(pod, node), Integer::sum);
            }
        }

        void change(PodInfo other, NodeInfo node, int by) {
            if (constraint.matches(pod, other) && counts(node)) {
                byDomain.merge(domain(node), by, Integer::sum);
                least = -1;
            }
        }

        private String domain(NodeInfo node) {
            return node.labels().getOrDefault(constraint.topologyKey(), "");
        }

        FilterStatus against(NodeInfo node) {
            if (!node.labels().containsKey(constraint.topologyKey())) {
                return NO_LABEL;
            }
            int here = byDomain.getOrDefault(domain(node), 0);
            return here + self - least() > constraint.maxSkew() ? SKEWED : FilterStatus.NONE;
        }

        private int least() {
            if (least < 0) {
                least = byDomain.size() < constraint.minDomains()
                        ? 0
                        : byDomain.values().stream()
                                .mapToInt(Integer::intValue)
                                .min()
                                .orElse(0);
            }
            return least;
        }
    }
}
