// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Topology spread with {@code DoNotSchedule}. Source: plugin podtopologyspread, filtering.go. */
final class SpreadRule implements Rule {

    private static final Refusal SKEWED = Refusal.curable("node(s) didn't match pod topology spread constraints");
    private static final Refusal NO_LABEL =
            Refusal.lasting("node(s) didn't match pod topology spread constraints (missing required label)");

    @Override
    public Check prepare(PodView pod, SchedulerCache cluster) {
        List<Spread> hard = pod.rules().spread().stream().filter(Spread::hard).toList();
        if (hard.isEmpty()) {
            return Check.NOTHING;
        }
        List<Count> counts = new ArrayList<>();
        hard.forEach(constraint -> counts.add(new Count(pod, constraint, hard)));
        for (NodeState node : cluster.nodes()) {
            counts.forEach(count -> count.add(node));
        }
        return new Check() {
            @Override
            public Refusal against(NodeState node) {
                for (Count count : counts) {
                    Refusal refusal = count.against(node);
                    if (!refusal.none()) {
                        return refusal;
                    }
                }
                return Refusal.NONE;
            }

            @Override
            public void changed(PodView other, NodeState node, int by) {
                counts.forEach(count -> count.change(other, node, by));
            }
        };
    }

    /** How many matching pods each domain of one constraint has. */
    private static final class Count {
        private final PodView pod;
        private final Spread constraint;
        private final List<Spread> all;
        private final int self;
        private final Map<String, Integer> byDomain = new HashMap<>();
        private int least = -1;

        Count(PodView pod, Spread constraint, List<Spread> all) {
            this.pod = pod;
            this.constraint = constraint;
            this.all = all;
            self = constraint.selector().matches(pod.labels()) ? 1 : 0;
        }

        private boolean counts(NodeState node) {
            for (Spread other : all) {
                if (!node.labels().containsKey(other.topologyKey())) {
                    return false;
                }
            }
            return constraint.counts(pod, node);
        }

        void add(NodeState node) {
            if (counts(node)) {
                byDomain.merge(domain(node), constraint.matching(pod, node), Integer::sum);
            }
        }

        void change(PodView other, NodeState node, int by) {
            if (constraint.matches(pod, other) && counts(node)) {
                byDomain.merge(domain(node), by, Integer::sum);
                least = -1;
            }
        }

        private String domain(NodeState node) {
            return node.labels().getOrDefault(constraint.topologyKey(), "");
        }

        Refusal against(NodeState node) {
            if (!node.labels().containsKey(constraint.topologyKey())) {
                return NO_LABEL;
            }
            int here = byDomain.getOrDefault(domain(node), 0);
            return here + self - least() > constraint.maxSkew() ? SKEWED : Refusal.NONE;
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
