// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling.filter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.PodTerm;
import podium.simulator.internal.scheduling.SchedulerCache;

/** Pod affinity, and anti-affinity both ways. Source: plugin interpodaffinity, filtering.go. */
final class InterPodAffinityFilter implements FilterPlugin {

    private static final FilterStatus ALONE = FilterStatus.lasting("node(s) didn't match pod affinity rules");
    private static final FilterStatus MET = FilterStatus.curable("node(s) didn't match pod anti-affinity rules");
    private static final FilterStatus UNWELCOME =
            FilterStatus.curable("node(s) didn't satisfy existing pods anti-affinity rules");

    @Override
    public PodFilter prepare(PodInfo pod, SchedulerCache cluster) {
        Relations relations = new Relations(pod, cluster);
        cluster.refusing().forEach(held -> relations.refusedBy(held.pod(), held.node(), 1));
        boolean asks =
                !pod.rules().affinity().isEmpty() || !pod.rules().antiAffinity().isEmpty();
        if (asks) {
            for (NodeInfo node : cluster.nodes()) {
                node.pods().forEach(other -> relations.met(other, node, 1));
            }
        }
        return asks || !relations.refused.isEmpty() ? relations : PodFilter.NOTHING;
    }

    /** A domain: one value of one topology label. */
    private record Domain(String topologyKey, String value) {}

    /** How many pods there are in each domain that matter to one pod. */
    private static final class Relations implements PodFilter {
        private final PodInfo pod;
        private final List<PodTerm> affinity;
        private final List<PodTerm> antiAffinity;
        private final SchedulerCache cluster;
        private final Map<Domain, Integer> together = new HashMap<>();
        private final Map<Domain, Integer> apart = new HashMap<>();
        private final Map<Domain, Integer> refused = new HashMap<>();

        Relations(PodInfo pod, SchedulerCache cluster) {
            this.pod = pod;
            this.cluster = cluster;
            affinity = pod.rules().affinity();
            antiAffinity = pod.rules().antiAffinity();
        }

        /** What a pod that is there refuses: its required anti-affinity against this pod. */
        void refusedBy(PodInfo other, NodeInfo where, int by) {
            for (PodTerm term : other.rules().antiAffinity()) {
                if (term.matches(pod, cluster)) {
                    change(refused, term, where, by);
                }
            }
        }

        /** What a pod that is there means to this pod's own terms; for affinity it must match all of them. */
        void met(PodInfo other, NodeInfo where, int by) {
            if (matchesAll(other)) {
                affinity.forEach(term -> change(together, term, where, by));
            }
            for (PodTerm term : antiAffinity) {
                if (term.matches(other, cluster)) {
                    change(apart, term, where, by);
                }
            }
        }

        private boolean matchesAll(PodInfo other) {
            for (PodTerm term : affinity) {
                if (!term.matches(other, cluster)) {
                    return false;
                }
            }
            return !affinity.isEmpty();
        }

        private static void change(Map<Domain, Integer> counts, PodTerm term, NodeInfo where, int by) {
            String value = where.labels().get(term.topologyKey());
            if (value != null) {
                Domain domain = new Domain(term.topologyKey(), value);
                if (counts.merge(domain, by, Integer::sum) == 0) {
                    counts.remove(domain);
                }
            }
        }

        @Override
        public void changed(PodInfo other, NodeInfo node, int by) {
            refusedBy(other, node, by);
            met(other, node, by);
        }

        @Override
        public FilterStatus against(NodeInfo node) {
            if (!accompanied(node)) {
                return ALONE;
            }
            for (PodTerm term : antiAffinity) {
                if (count(apart, term.topologyKey(), node) > 0) {
                    return MET;
                }
            }
            for (Domain domain : refused.keySet()) {
                if (domain.value().equals(node.labels().get(domain.topologyKey()))) {
                    return UNWELCOME;
                }
            }
            return FilterStatus.NONE;
        }

        /** Whether all that the pod wants to be with is there; the first of a kind may begin it. */
        private boolean accompanied(NodeInfo node) {
            boolean all = true;
            for (PodTerm term : affinity) {
                if (!node.labels().containsKey(term.topologyKey())) {
                    return false;
                }
                all &= count(together, term.topologyKey(), node) > 0;
            }
            return all || together.isEmpty() && matchesAll(pod);
        }

        private static int count(Map<Domain, Integer> counts, String topologyKey, NodeInfo node) {
            String value = node.labels().get(topologyKey);
            return value == null ? 0 : counts.getOrDefault(new Domain(topologyKey, value), 0);
        }
    }
}
