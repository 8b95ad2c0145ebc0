// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import podium.simulator.internal.scheduling.Filters.Reason;

/**
 * One pod against the pods that are there: affinity, anti-affinity both ways, and topology spread, counted once per
 * scheduling attempt. Source: kubernetes, plugins interpodaffinity and podtopologyspread.
 */
public final class PodRelations {

    private static final List<Reason> AFFINITY = List.of(new Reason("node(s) didn't match pod affinity rules", false));
    private static final List<Reason> ANTI_AFFINITY =
            List.of(new Reason("node(s) didn't match pod anti-affinity rules", true));
    private static final List<Reason> EXISTING =
            List.of(new Reason("node(s) didn't satisfy existing pods anti-affinity rules", true));
    private static final List<Reason> SPREAD =
            List.of(new Reason("node(s) didn't match pod topology spread constraints", true));
    private static final List<Reason> SPREAD_LABEL =
            List.of(new Reason("node(s) didn't match pod topology spread constraints (missing required label)", false));

    /** A domain: one value of one topology label. */
    private record Domain(String topologyKey, String value) {}

    private final PodView pod;
    private final Map<PodTerm, Set<String>> together = new HashMap<>();
    private final Map<PodTerm, Set<String>> apart = new HashMap<>();
    private final Map<PodTerm, Map<String, Integer>> wished = new HashMap<>();
    private final Map<Spread, Map<String, Integer>> spread = new HashMap<>();
    private final Set<Domain> refusedByOthers = new HashSet<>();

    public PodRelations(PodView pod, Collection<NodeState> nodes) {
        this.pod = pod;
        PlacementRules rules = pod.rules();
        rules.affinity().forEach(term -> together.put(term, domainsWith(term, nodes)));
        rules.antiAffinity().forEach(term -> apart.put(term, domainsWith(term, nodes)));
        rules.preferredPods().forEach(term -> wished.put(term, countWith(term, nodes)));
        rules.spread().forEach(constraint -> spread.put(constraint, count(constraint, nodes)));
    }

    /** Adds what a pod that is already there refuses: its required anti-affinity against this pod. */
    public void respect(PodView other, NodeState where) {
        for (PodTerm term : other.rules().antiAffinity()) {
            String value = where.labels().get(term.topologyKey());
            if (value != null && term.matches(pod)) {
                refusedByOthers.add(new Domain(term.topologyKey(), value));
            }
        }
    }

    public List<Reason> against(NodeState node) {
        for (Map.Entry<Spread, Map<String, Integer>> entry : spread.entrySet()) {
            if (entry.getKey().hard()) {
                List<Reason> reasons = against(entry.getKey(), entry.getValue(), node);
                if (!reasons.isEmpty()) {
                    return reasons;
                }
            }
        }
        for (Map.Entry<PodTerm, Set<String>> entry : together.entrySet()) {
            String value = node.labels().get(entry.getKey().topologyKey());
            boolean firstOfItsKind =
                    entry.getValue().isEmpty() && entry.getKey().matches(pod);
            if (value == null || !entry.getValue().contains(value) && !firstOfItsKind) {
                return AFFINITY;
            }
        }
        for (Map.Entry<PodTerm, Set<String>> entry : apart.entrySet()) {
            String value = node.labels().get(entry.getKey().topologyKey());
            if (value != null && entry.getValue().contains(value)) {
                return ANTI_AFFINITY;
            }
        }
        for (Domain domain : refusedByOthers) {
            if (domain.value().equals(node.labels().get(domain.topologyKey()))) {
                return EXISTING;
            }
        }
        return List.of();
    }

    private List<Reason> against(Spread constraint, Map<String, Integer> counts, NodeState node) {
        String value = node.labels().get(constraint.topologyKey());
        if (value == null) {
            return SPREAD_LABEL;
        }
        int least = counts.values().stream().mapToInt(Integer::intValue).min().orElse(0);
        int self = constraint.selector().matches(pod.labels()) ? 1 : 0;
        return counts.getOrDefault(value, 0) + self - least > constraint.maxSkew() ? SPREAD : List.of();
    }

    /** How much the pod wishes to be on this node because of other pods; higher is better. */
    public double score(NodeState node) {
        double score = 0;
        for (Map.Entry<PodTerm, Map<String, Integer>> entry : wished.entrySet()) {
            String value = node.labels().getOrDefault(entry.getKey().topologyKey(), "");
            score += entry.getKey().weight() * Math.min(8, entry.getValue().getOrDefault(value, 0));
        }
        for (Map.Entry<Spread, Map<String, Integer>> entry : spread.entrySet()) {
            String value = node.labels().getOrDefault(entry.getKey().topologyKey(), "");
            score -= 20.0 * entry.getValue().getOrDefault(value, 0);
        }
        return score;
    }

    private Set<String> domainsWith(PodTerm term, Collection<NodeState> nodes) {
        return countWith(term, nodes).keySet();
    }

    private static Map<String, Integer> countWith(PodTerm term, Collection<NodeState> nodes) {
        Map<String, Integer> counts = new HashMap<>();
        for (NodeState node : nodes) {
            String value = node.labels().get(term.topologyKey());
            if (value != null) {
                for (PodView other : node.pods()) {
                    if (term.matches(other)) {
                        counts.merge(value, 1, Integer::sum);
                    }
                }
            }
        }
        return counts;
    }

    /** Only nodes that the pod's own selector allows make domains (nodeAffinityPolicy Honor, the default). */
    private Map<String, Integer> count(Spread constraint, Collection<NodeState> nodes) {
        Map<String, Integer> counts = new HashMap<>();
        for (NodeState node : nodes) {
            String value = node.labels().get(constraint.topologyKey());
            if (value != null && pod.rules().selects(node)) {
                counts.merge(value, 0, Integer::sum);
                for (PodView other : node.pods()) {
                    if (other.namespace().equals(pod.namespace())
                            && constraint.selector().matches(other.labels())) {
                        counts.merge(value, 1, Integer::sum);
                    }
                }
            }
        }
        return counts;
    }
}
