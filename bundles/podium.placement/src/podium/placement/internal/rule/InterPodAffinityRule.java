// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.rule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import podium.core.text.CleanText;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.value.Labels;
import podium.model.value.PodTerm;
import podium.model.value.Spread;
import podium.placement.internal.index.ClusterIndex;
import podium.placement.internal.index.PodSelectors;
import podium.placement.internal.index.PodSelectors.Pod;
import podium.placement.internal.task.GangPiece;
import podium.placement.internal.task.TaskProbe;
import podium.placement.texts.Texts;

/**
 * A task against the pods that are there: anti-affinity in both directions, affinity, hard topology spread. Counted
 * once for a subject, then asked for every node. Rules: scheduler plugins interpodaffinity and podtopologyspread.
 */
public final class InterPodAffinityRule {
    private record Place(String key, String value) {}

    private final TaskProbe probe;
    private final Pod self;
    private final PodSelectors selectors;
    private final List<TopologySpreadRule> spreads;
    private final Map<Place, String> refused = new HashMap<>();
    /** Pods that keep the task away, by topology key and its value. */
    private final Map<String, Map<String, String>> keptAway = new HashMap<>();
    /** Places of the pods that all terms of the affinity mean: the scheduler counts no others. */
    private final Set<Place> wanted = new HashSet<>();

    private boolean unsure;

    private InterPodAffinityRule(TaskProbe probe, ClusterIndex index, List<TopologySpreadRule> spreads) {
        this.probe = probe;
        this.self = new Pod(probe.namespace, probe.labels);
        this.selectors = new PodSelectors(index.facts());
        this.spreads = spreads;
    }

    /** True when a task of this spec depends on other pods, or other pods may depend on it. */
    public static boolean concern(TaskProbe probe, ClusterIndex index) {
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

    public static InterPodAffinityRule of(TaskProbe probe, ClusterIndex index, Cluster cluster) {
        InterPodAffinityRule relations =
                new InterPodAffinityRule(probe, index, TopologySpreadRule.of(probe, index, cluster));
        relations.countRefusing(index);
        relations.countSelected(cluster);
        return relations;
    }

    /** A task of the same subject that is thought to lie on a node. */
    public record Placed(GangPiece piece, Node node) {
        Pod pod(String namespace) {
            return new Pod(namespace, piece.labels());
        }
    }

    /** What is not known of these rules; empty: all that they ask for is known. */
    Optional<String> unknown() {
        return unsure ? Optional.of(Texts.of("InterPodAffinityRule.itsRulesBetweenPods")) : Optional.empty();
    }

    /** Why these keep the task off a node; empty: they do not. */
    public Optional<String> refusal(Node node) {
        return refusal(node, List.of());
    }

    /**
     * The same with other tasks of the subject already laid out.
     *
     * @param own where they lie
     */
    public Optional<String> refusal(Node node, List<Placed> own) {
        Labels at = PodSelectors.labels(node);
        for (PodTerm term : probe.spec.podAntiAffinity()) {
            Optional<Place> place = place(term, node);
            if (place.isPresent()) {
                String pod = refused.get(place.get());
                if (pod != null || liesThere(term, own, place.get())) {
                    return Optional.of(
                            pod == null
                                    ? Texts.of("InterPodAffinityRule.keepsAwayFromATaskOfItsJob", words(place.get()))
                                    : Texts.of("InterPodAffinityRule.keepsAwayFromAPod", pod, words(place.get())));
                }
            }
        }
        for (Map.Entry<String, Map<String, String>> entry : keptAway.entrySet()) {
            Optional<String> value = at.get(entry.getKey());
            Optional<String> pod = value.map(entry.getValue()::get);
            if (value.isPresent() && pod.isPresent()) {
                return Optional.of(Texts.of(
                        "InterPodAffinityRule.podAntiAffinityPod",
                        pod.get(),
                        words(new Place(entry.getKey(), value.get()))));
            }
        }
        return keptAwayByOwn(node, own).or(() -> affinity(node, own)).or(() -> spread(node, own));
    }

    private static String words(Place place) {
        return place.key() + " (" + place.value() + ")";
    }

    private static Optional<Place> place(PodTerm term, Node node) {
        return PodSelectors.labels(node).get(term.topologyKey()).map(value -> new Place(term.topologyKey(), value));
    }

    private boolean liesThere(PodTerm term, List<Placed> own, Place place) {
        for (Placed placed : own) {
            if (PodSelectors.labels(placed.node()).is(place.key(), place.value())
                    && selectors.selects(term, self, placed.pod(probe.namespace))) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> keptAwayByOwn(Node node, List<Placed> own) {
        for (Placed placed : own) {
            for (PodTerm term : placed.piece().spec().podAntiAffinity()) {
                Optional<Place> place = place(term, placed.node());
                if (place.isPresent()
                        && place.equals(place(term, node))
                        && selectors.selects(term, placed.pod(probe.namespace), self)) {
                    return Optional.of(Texts.of(
                            "InterPodAffinityRule.taskOfTheSame", placed.piece().number(), term.topologyKey()));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> affinity(Node node, List<Placed> own) {
        List<PodTerm> terms = probe.spec.podAffinity();
        if (terms.isEmpty()) {
            return Optional.empty();
        }
        Set<Place> all = own.isEmpty() ? wanted : new HashSet<>(wanted);
        for (Placed placed : own) {
            want(placed.pod(probe.namespace), placed.node(), all);
        }
        String missing = "";
        for (PodTerm term : terms) {
            Optional<Place> place = place(term, node);
            if (place.isEmpty()) {
                return Optional.of(Texts.of("InterPodAffinityRule.podAffinityTheNode", term.topologyKey()));
            }
            if (!all.contains(place.get())) {
                missing = Texts.of("InterPodAffinityRule.podAffinityNoPod", words(place.get()));
            }
        }
        boolean first = all.isEmpty() && meant(self);
        return missing.isEmpty() || first ? Optional.empty() : Optional.of(missing);
    }

    private Optional<String> spread(Node node, List<Placed> own) {
        for (TopologySpreadRule rule : spreads) {
            Optional<String> why = rule.refusal(node, own);
            if (why.isPresent()) {
                return why;
            }
        }
        return Optional.empty();
    }

    private void countRefusing(ClusterIndex index) {
        for (int row = 0; row < index.rows(); row++) {
            Node node = index.node(row);
            if (node == null || !index.keepsAway(row)) {
                continue;
            }
            for (Task task : node.getTasks()) {
                if (task.getSpec() == null || !stays(task)) {
                    continue;
                }
                for (PodTerm term : task.getSpec().podAntiAffinity()) {
                    unsure |= selectors.unsure(term);
                    if (selectors.selects(term, Pod.of(task), self)) {
                        place(term, node).ifPresent(at -> keptAway.computeIfAbsent(at.key(), key -> new HashMap<>())
                                .putIfAbsent(at.value(), CleanText.clean(task.getName())));
                    }
                }
            }
        }
    }

    private void countSelected(Cluster cluster) {
        List<PodTerm> anti = probe.spec.podAntiAffinity();
        List<PodTerm> terms = probe.spec.podAffinity();
        if (anti.isEmpty() && terms.isEmpty()) {
            return;
        }
        anti.forEach(term -> unsure |= selectors.unsure(term));
        terms.forEach(term -> unsure |= selectors.unsure(term));
        boolean near = anti.stream().allMatch(PodTerm::ownNamespaceOnly)
                && terms.stream().allMatch(PodTerm::ownNamespaceOnly);
        for (Job job : cluster.getJobs()) {
            if (near && !probe.namespace.equals(job.getNamespace())) {
                continue;
            }
            for (Task task : job.getTasks()) {
                if (stays(task)) {
                    Pod pod = Pod.of(task);
                    want(pod, task.getNode(), wanted);
                    for (PodTerm term : anti) {
                        if (selectors.selects(term, self, pod)) {
                            place(term, task.getNode())
                                    .ifPresent(at -> refused.putIfAbsent(at, CleanText.clean(task.getName())));
                        }
                    }
                }
            }
        }
    }

    private void want(Pod pod, Node node, Set<Place> places) {
        if (meant(pod)) {
            for (PodTerm term : probe.spec.podAffinity()) {
                place(term, node).ifPresent(places::add);
            }
        }
    }

    /** True when every term of the affinity means the pod. */
    private boolean meant(Pod pod) {
        List<PodTerm> terms = probe.spec.podAffinity();
        for (PodTerm term : terms) {
            if (!selectors.selects(term, self, pod)) {
                return false;
            }
        }
        return !terms.isEmpty();
    }

    private boolean stays(Task task) {
        return task.getNode() != null && probe.stays(task);
    }
}
