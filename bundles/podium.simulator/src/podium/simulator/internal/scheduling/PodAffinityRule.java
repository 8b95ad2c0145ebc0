// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pod affinity, and anti-affinity both ways. Source: plugin interpodaffinity, filtering.go. */
final class PodAffinityRule implements Rule {

    private static final Refusal ALONE = Refusal.lasting("node(s) didn't match pod affinity rules");
    private static final Refusal MET = Refusal.curable("node(s) didn't match pod anti-affinity rules");
    private static final Refusal UNWELCOME =
            Refusal.curable("node(s) didn't satisfy existing pods anti-affinity rules");

    @Override
    public Check prepare(PodView pod, SchedulerCache cluster) {
        Relations relations = new Relations(pod, cluster);
        cluster.refusing().forEach(held -> relations.refusedBy(held.pod(), held.node(), 1));
        boolean asks =
                !pod.rules().affinity().isEmpty() || !pod.rules().antiAffinity().isEmpty();
        if (asks) {
            for (NodeState node : cluster.nodes()) {
                node.pods().forEach(other -> relations.met(other, node, 1));
            }
        }
        return asks || !relations.refused.isEmpty() ? relations : Check.NOTHING;
    }

    /** A domain: one value of one topology label. */
    private record Domain(String topologyKey, String value) {}

    /** How many pods there are in each domain that matter to one pod. */
    private static final class Relations implements Check {
        private final PodView pod;
        private final List<PodTerm> affinity;
        private final List<PodTerm> antiAffinity;
        private final SchedulerCache cluster;
        private final Map<Domain, Integer> together = new HashMap<>();
        private final Map<Domain, Integer> apart = new HashMap<>();
        private final Map<Domain, Integer> refused = new HashMap<>();

        Relations(PodView pod, SchedulerCache cluster) {
            this.pod = pod;
            this.cluster = cluster;
            affinity = pod.rules().affinity();
            antiAffinity = pod.rules().antiAffinity();
        }

        /** What a pod that is there refuses: its required anti-affinity against this pod. */
        void refusedBy(PodView other, NodeState where, int by) {
            for (PodTerm term : other.rules().antiAffinity()) {
                if (term.matches(pod, cluster)) {
                    change(refused, term, where, by);
                }
            }
        }

        /** What a pod that is there means to this pod's own terms; for affinity it must match all of them. */
        void met(PodView other, NodeState where, int by) {
            if (matchesAll(other)) {
                affinity.forEach(term -> change(together, term, where, by));
            }
            for (PodTerm term : antiAffinity) {
                if (term.matches(other, cluster)) {
                    change(apart, term, where, by);
                }
            }
        }

        private boolean matchesAll(PodView other) {
            for (PodTerm term : affinity) {
                if (!term.matches(other, cluster)) {
                    return false;
                }
            }
            return !affinity.isEmpty();
        }

        private static void change(Map<Domain, Integer> counts, PodTerm term, NodeState where, int by) {
            String value = where.labels().get(term.topologyKey());
            if (value != null) {
                Domain domain = new Domain(term.topologyKey(), value);
                if (counts.merge(domain, by, Integer::sum) == 0) {
                    counts.remove(domain);
                }
            }
        }

        @Override
        public void changed(PodView other, NodeState node, int by) {
            refusedBy(other, node, by);
            met(other, node, by);
        }

        @Override
        public Refusal against(NodeState node) {
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
            return Refusal.NONE;
        }

        /** Whether all that the pod wants to be with is there; the first of a kind may begin it. */
        private boolean accompanied(NodeState node) {
            boolean all = true;
            for (PodTerm term : affinity) {
                if (!node.labels().containsKey(term.topologyKey())) {
                    return false;
                }
                all &= count(together, term.topologyKey(), node) > 0;
            }
            return all || together.isEmpty() && matchesAll(pod);
        }

        private static int count(Map<Domain, Integer> counts, String topologyKey, NodeState node) {
            String value = node.labels().get(topologyKey);
            return value == null ? 0 : counts.getOrDefault(new Domain(topologyKey, value), 0);
        }
    }
}
