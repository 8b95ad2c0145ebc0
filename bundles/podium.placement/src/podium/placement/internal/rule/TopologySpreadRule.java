// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.rule;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.TaskPhase;
import podium.model.value.LabelSelector;
import podium.model.value.Labels;
import podium.model.value.Spread;
import podium.placement.internal.index.ClusterIndex;
import podium.placement.internal.index.PodSelectors;
import podium.placement.internal.index.PodSelectors.Pod;
import podium.placement.internal.rule.InterPodAffinityRule.Placed;
import podium.placement.internal.task.TaskProbe;
import podium.placement.texts.Texts;

/** One hard topology spread constraint of a task, its pods counted by domain (scheduler plugin PodTopologySpread). */
final class TopologySpreadRule {
    private final TaskProbe probe;
    private final Spread spread;
    private final LabelSelector selector;
    private final Map<String, Integer> counts = new HashMap<>();
    private int least;

    private TopologySpreadRule(TaskProbe probe, Spread spread) {
        this.probe = probe;
        this.spread = spread;
        this.selector = spread.keys().in(spread.selector(), probe.labels);
    }

    /** The hard constraints of a task. */
    static List<TopologySpreadRule> of(TaskProbe probe, ClusterIndex index, Cluster cluster) {
        List<TopologySpreadRule> rules = probe.spec.spreads().stream()
                .filter(Spread::hard)
                .map(spread -> new TopologySpreadRule(probe, spread))
                .toList();
        for (TopologySpreadRule rule : rules) {
            rule.count(index, cluster);
        }
        return rules;
    }

    private void count(ClusterIndex index, Cluster cluster) {
        for (int row = 0; row < index.rows(); row++) {
            Node node = index.node(row);
            if (node != null && eligible(node)) {
                value(node).ifPresent(value -> counts.putIfAbsent(value, 0));
            }
        }
        Map<Node, Boolean> judged = new IdentityHashMap<>();
        for (Job job : cluster.getJobs()) {
            if (probe.namespace.equals(job.getNamespace())) {
                job.getTasks().stream()
                        .filter(task -> task.getNode() != null && probe.stays(task))
                        .filter(task -> task.getPhase() != TaskPhase.TERMINATING)
                        .filter(task ->
                                counts(Pod.of(task).labels()) && judged.computeIfAbsent(task.getNode(), this::eligible))
                        .forEach(task -> add(counts, task.getNode()));
            }
        }
        least = least(counts);
    }

    /** The scheduler counts nobody for a selector that asks for nothing (countPodsMatchSelector), though the pod itself matches. */
    private boolean counts(Labels labels) {
        return !selector.isEmpty() && selector.matches(labels);
    }

    /** Nodes that make up the domains: those with the keys of all constraints that this one includes. */
    private boolean eligible(Node node) {
        Labels labels = PodSelectors.labels(node);
        boolean affine = !spread.inclusion().affinity()
                || NodeAffinityRule.selectorReason(probe.spec, labels).isEmpty()
                        && NodeAffinityRule.affinityReason(probe.spec, node.getName(), labels)
                                .isEmpty();
        return affine
                && (!spread.inclusion().taints() || probe.toleratesAll(node.getTaints()))
                && probe.spec.spreads().stream().filter(Spread::hard).allMatch(each -> labels.has(each.topologyKey()));
    }

    private Optional<String> value(Node node) {
        return PodSelectors.labels(node).get(spread.topologyKey());
    }

    private void add(Map<String, Integer> to, Node node) {
        value(node).ifPresent(value -> to.merge(value, 1, Integer::sum));
    }

    /**
     * Why it keeps the task off a node; empty: it does not.
     *
     * @param own tasks of the same subject that are thought to lie somewhere
     */
    Optional<String> refusal(Node node, List<Placed> own) {
        Optional<String> value = value(node);
        if (value.isEmpty()) {
            return Optional.of(Texts.of("TopologySpreadRule.topologySpreadTheNode", spread.topologyKey()));
        }
        Map<String, Integer> all = own.isEmpty() ? counts : with(own);
        boolean few = all.size() < spread.minDomains();
        int emptiest = few ? 0 : own.isEmpty() ? least : least(all);
        int skew = all.getOrDefault(value.get(), 0) + (selector.matches(probe.labels) ? 1 : 0) - emptiest;
        return skew <= spread.maxSkew()
                ? Optional.empty()
                : Optional.of(
                        few
                                ? Texts.of(
                                        "TopologySpreadRule.skewOverTooFewDomains",
                                        spread.topologyKey(),
                                        skew,
                                        spread.maxSkew(),
                                        all.size(),
                                        spread.minDomains())
                                : Texts.of("TopologySpreadRule.skew", spread.topologyKey(), skew, spread.maxSkew()));
    }

    private static int least(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).min().orElse(0);
    }

    private Map<String, Integer> with(List<Placed> own) {
        Map<String, Integer> all = new HashMap<>(counts);
        for (Placed placed : own) {
            if (counts(placed.piece().labels())) {
                add(all, placed.node());
            }
        }
        return all;
    }
}
