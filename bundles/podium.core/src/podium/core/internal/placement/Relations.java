// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.PodTerm;
import podium.model.value.Spread;

/**
 * A task against the pods that are there: anti-affinity in both directions, affinity, hard topology spread. Counted
 * once for a subject, then asked for every node. Rules: scheduler plugins interpodaffinity and podtopologyspread;
 * spread honours node affinity and ignores taints, which is the API's default.
 */
final class Relations {
    private record Place(String key, String value) {}

    private final Probe probe;
    private final Set<Place> refused = new HashSet<>();
    private final Map<Place, String> keptAway = new HashMap<>();
    private final List<@Nullable Set<String>> wantedValues = new ArrayList<>();
    private final List<Map<String, Integer>> spreadCounts = new ArrayList<>();

    private Relations(Probe probe) {
        this.probe = probe;
    }

    /** True when a task of this spec depends on other pods, or other pods may depend on it. */
    static boolean concern(Probe probe, ClusterIndex index) {
        if (!probe.spec.podAffinity().isEmpty()
                || !probe.spec.podAntiAffinity().isEmpty()
                || probe.spec.spreads().stream().anyMatch(Spread::hard)) {
            return true;
        }
        for (int row = 0; row < index.rows(); row++) {
            if (index.keepsAway(row)) {
                return true;
            }
        }
        return false;
    }

    static Relations of(Probe probe, ClusterIndex index, Cluster cluster) {
        Relations relations = new Relations(probe);
        Set<Task> moving = Set.copyOf(probe.moving);
        relations.countRefusing(index, moving);
        relations.countSelected(cluster, moving);
        relations.countSpread(index, cluster, moving);
        return relations;
    }

    /** A task of the same subject that is thought to lie on a node. */
    record Placed(Piece piece, Node node) {}

    /** Why these keep the task off a node; empty: they do not. */
    Optional<String> refusal(Node node) {
        return refusal(node, List.of());
    }

    /**
     * The same with other tasks of the subject already laid out.
     *
     * @param own where they lie
     */
    Optional<String> refusal(Node node, List<Placed> own) {
        Labels at = labels(node);
        for (PodTerm term : probe.spec.podAntiAffinity()) {
            Optional<String> value = at.get(term.topologyKey());
            if (value.isPresent()
                    && (refused.contains(new Place(term.topologyKey(), value.get()))
                            || ownValues(term, own).contains(value.get()))) {
                return Optional.of(
                        "pod anti-affinity: a pod it keeps away from runs in the same " + term.topologyKey());
            }
        }
        for (Map.Entry<Place, String> entry : keptAway.entrySet()) {
            if (at.is(entry.getKey().key(), entry.getKey().value())) {
                return Optional.of("pod " + entry.getValue() + " keeps it away from this "
                        + entry.getKey().key());
            }
        }
        return keptAwayByOwn(at, own).or(() -> affinity(at, own)).or(() -> spread(at, own));
    }

    private Optional<String> keptAwayByOwn(Labels at, List<Placed> own) {
        for (Placed placed : own) {
            for (PodTerm term : placed.piece().spec().podAntiAffinity()) {
                Optional<String> value = labels(placed.node()).get(term.topologyKey());
                if (value.isPresent()
                        && at.is(term.topologyKey(), value.get())
                        && selects(term, probe.namespace, probe.namespace, probe.labels)) {
                    return Optional.of("task " + placed.piece().number() + " of the same job keeps it away from this "
                            + term.topologyKey());
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> affinity(Labels at, List<Placed> own) {
        List<PodTerm> terms = probe.spec.podAffinity();
        for (int i = 0; i < terms.size(); i++) {
            String key = terms.get(i).topologyKey();
            Optional<String> value = at.get(key);
            Set<String> others = wantedValues.get(i);
            Set<String> ownValues = ownValues(terms.get(i), own);
            if (value.isEmpty()) {
                return Optional.of("pod affinity: the node has no label " + key);
            }
            boolean first = others == null && ownValues.isEmpty();
            if (!first && !ownValues.contains(value.get()) && (others == null || !others.contains(value.get()))) {
                return Optional.of("pod affinity: no pod it must be near runs in the same " + key);
            }
        }
        return Optional.empty();
    }

    private Set<String> ownValues(PodTerm term, List<Placed> own) {
        Set<String> values = new HashSet<>();
        for (Placed placed : own) {
            if (selects(term, probe.namespace, probe.namespace, placed.piece().labels())) {
                labels(placed.node()).get(term.topologyKey()).ifPresent(values::add);
            }
        }
        return values;
    }

    private Optional<String> spread(Labels at, List<Placed> own) {
        int i = 0;
        for (Spread spread : probe.spec.spreads()) {
            if (!spread.hard()) {
                continue;
            }
            Map<String, Integer> counts = withOwn(spread, spreadCounts.get(i++), own);
            Optional<String> value = at.get(spread.topologyKey());
            if (value.isEmpty()) {
                return Optional.of("topology spread: the node has no label " + spread.topologyKey());
            }
            int least =
                    counts.values().stream().mapToInt(Integer::intValue).min().orElse(0);
            int self = spread.selector().matches(probe.labels) ? 1 : 0;
            int skew = counts.getOrDefault(value.get(), 0) + self - least;
            if (skew > spread.maxSkew()) {
                return Optional.of("topology spread over " + spread.topologyKey() + ": skew would be " + skew
                        + ", at most " + spread.maxSkew() + " allowed");
            }
        }
        return Optional.empty();
    }

    private static Map<String, Integer> withOwn(Spread spread, Map<String, Integer> counts, List<Placed> own) {
        if (own.isEmpty()) {
            return counts;
        }
        Map<String, Integer> all = new HashMap<>(counts);
        for (Placed placed : own) {
            if (spread.selector().matches(placed.piece().labels())) {
                labels(placed.node()).get(spread.topologyKey()).ifPresent(value -> all.merge(value, 1, Integer::sum));
            }
        }
        return all;
    }

    private void countRefusing(ClusterIndex index, Set<Task> moving) {
        for (int row = 0; row < index.rows(); row++) {
            Node node = index.node(row);
            if (node == null || !index.keepsAway(row)) {
                continue;
            }
            for (Task task : node.getTasks()) {
                if (task.getSpec() == null || !ClusterIndex.living(task) || moving.contains(task)) {
                    continue;
                }
                for (PodTerm term : task.getSpec().podAntiAffinity()) {
                    if (selects(term, namespace(task), probe.namespace, probe.labels)) {
                        labels(node)
                                .get(term.topologyKey())
                                .ifPresent(value ->
                                        keptAway.putIfAbsent(new Place(term.topologyKey(), value), task.getName()));
                    }
                }
            }
        }
    }

    private void countSelected(Cluster cluster, Set<Task> moving) {
        for (PodTerm term : probe.spec.podAntiAffinity()) {
            values(cluster, moving, term).forEach(value -> refused.add(new Place(term.topologyKey(), value)));
        }
        for (PodTerm term : probe.spec.podAffinity()) {
            Set<String> values = values(cluster, moving, term);
            boolean firstOfItsKind = values.isEmpty() && selects(term, probe.namespace, probe.namespace, probe.labels);
            wantedValues.add(firstOfItsKind ? null : values);
        }
    }

    private Set<String> values(Cluster cluster, Set<Task> moving, PodTerm term) {
        Set<String> values = new HashSet<>();
        for (Job job : cluster.getJobs()) {
            if (!term.namespaces().isEmpty() || probe.namespace.equals(job.getNamespace())) {
                for (Task task : job.getTasks()) {
                    if (bound(task, moving) && selects(term, probe.namespace, namespace(task), labels(task))) {
                        labels(task.getNode()).get(term.topologyKey()).ifPresent(values::add);
                    }
                }
            }
        }
        return values;
    }

    private void countSpread(ClusterIndex index, Cluster cluster, Set<Task> moving) {
        for (Spread spread : probe.spec.spreads()) {
            if (!spread.hard()) {
                continue;
            }
            Map<String, Integer> counts = new HashMap<>();
            for (int row = 0; row < index.rows(); row++) {
                Node node = index.node(row);
                if (node != null && eligible(node)) {
                    labels(node).get(spread.topologyKey()).ifPresent(value -> counts.putIfAbsent(value, 0));
                }
            }
            for (Job job : cluster.getJobs()) {
                if (probe.namespace.equals(job.getNamespace())) {
                    job.getTasks().stream()
                            .filter(task -> bound(task, moving) && task.getPhase() != TaskPhase.TERMINATING)
                            .filter(task -> eligible(task.getNode())
                                    && spread.selector().matches(labels(task)))
                            .forEach(task -> labels(task.getNode())
                                    .get(spread.topologyKey())
                                    .ifPresent(value -> counts.merge(value, 1, Integer::sum)));
                }
            }
            spreadCounts.add(counts);
        }
    }

    /** Nodes that count for the spread: those with every key, that node selector and affinity allow. */
    private boolean eligible(Node node) {
        return NodeRules.selectorReason(probe.spec, labels(node)).isEmpty()
                && NodeRules.affinityReason(probe.spec, node.getName(), labels(node))
                        .isEmpty()
                && probe.spec.spreads().stream().filter(Spread::hard).allMatch(spread -> labels(node)
                        .has(spread.topologyKey()));
    }

    private static boolean bound(Task task, Set<Task> moving) {
        return task.getNode() != null && ClusterIndex.living(task) && !moving.contains(task);
    }

    private static boolean selects(PodTerm term, String ownNamespace, String otherNamespace, Labels other) {
        boolean near = term.namespaces().isEmpty()
                ? ownNamespace.equals(otherNamespace)
                : term.namespaces().contains(otherNamespace);
        return near && term.selector().matches(other);
    }

    private static String namespace(Task task) {
        return task.getNamespace() == null ? "" : task.getNamespace();
    }

    private static Labels labels(Task task) {
        return task.getLabels() == null ? Labels.none() : task.getLabels();
    }

    private static Labels labels(Node node) {
        return node.getLabels() == null ? Labels.none() : node.getLabels();
    }
}
