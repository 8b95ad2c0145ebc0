// SPDX-License-Identifier: Apache-2.0
package podium.placement;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import podium.core.fleet.Holdings;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;

/**
 * Where pods go that controllers make in the place of others: each to the best node that the scheduler's rules allow and that has room
 * beside what the earlier ones took. In the realm.
 */
public final class ReplacementNodes {
    /** What lasts until somebody changes the pod or the labels of nodes. */
    private static final Set<Reason.Kind> BINDING = EnumSet.of(Reason.Kind.LABELS, Reason.Kind.HELD);

    private final PlacementService placement;
    private final Set<Node> avoided;
    private final Map<TaskSpec, List<Node>> candidates;
    private final Map<TaskSpec, Optional<KeptOff>> kept = new IdentityHashMap<>();
    /** Of the nodes that something was taken of. */
    private final Map<Node, Resources> left = new HashMap<>();
    /** Those on which others are evicted already. */
    private final Set<Node> evicting = new HashSet<>();

    /**
     * What a pod itself says of the nodes that it may go to.
     *
     * @param rule as "node selector asks for zone=a"
     * @param nodes that such rules keep it off
     * @param of so many nodes that are not avoided
     * @param taken nodes that would take it, but for what earlier ones took
     */
    public record KeptOff(String rule, int nodes, int of, int taken) {}

    /**
     * Nothing is taken yet.
     *
     * @param avoided nodes that take none
     * @param candidates kept from one to the next, where several are tried on the same state of a cluster; see {@link #noneKnown()}
     */
    public ReplacementNodes(PlacementService placement, Set<Node> avoided, Map<TaskSpec, List<Node>> candidates) {
        this.placement = placement;
        this.avoided = avoided;
        this.candidates = candidates;
    }

    /** Of no template it is known which nodes take it. Pods of one template share their spec, so its nodes are asked for once. */
    public static Map<TaskSpec, List<Node>> noneKnown() {
        return new IdentityHashMap<>();
    }

    /** A node for the replacement of a pod, whose room is taken from now on; empty: none has any, or it belongs to no job. */
    public Optional<Node> take(Task task) {
        return take(task, _ -> true);
    }

    /** The same among some nodes. */
    public Optional<Node> take(Task task, Predicate<Node> among) {
        TaskSpec spec = task.getSpec();
        if (spec == null) {
            return Optional.empty();
        }
        Optional<Node> node = open(task).filter(among).findFirst();
        node.ifPresent(it ->
                left.put(it, left.computeIfAbsent(it, ReplacementNodes::free).minus(spec.requests())));
        return node;
    }

    /**
     * The node on which kube-scheduler evicts others for the replacement of a pod that finds no room, with whom; its room is taken from
     * now on. Empty: it may evict nobody, or that helps nowhere.
     */
    public Optional<Map.Entry<Node, Verdict>> evict(Task task) {
        TaskSpec spec = task.getSpec();
        if (spec == null || task.getJob() == null) {
            return Optional.empty();
        }
        Optional<Map.Entry<Node, Verdict>> found = placement.replacements(task).entrySet().stream()
                .filter(entry -> entry.getValue().fit() == Fit.EVICTS
                        && !entry.getValue().isHeld()
                        && !avoided.contains(entry.getKey())
                        && !entry.getKey().isUnschedulable()
                        && entry.getKey() != task.getNode()
                        && !evicting.contains(entry.getKey()))
                .min(Comparator.comparing((Map.Entry<Node, Verdict> entry) ->
                                entry.getValue().cost().orElseThrow())
                        .thenComparing(entry -> entry.getKey().getName()));
        found.map(Map.Entry::getKey).ifPresent(node -> {
            evicting.add(node);
            left.put(node, left.computeIfAbsent(node, ReplacementNodes::free).minus(spec.requests()));
        });
        return found;
    }

    /**
     * Nodes for the replacements of several pods, all of them among some nodes; empty: not all find room, and none is taken.
     *
     * @param taken is told of each before the next is looked for
     */
    public Optional<Map<Task, Node>> takeAll(
            List<Task> tasks, BiPredicate<Task, Node> among, BiConsumer<Task, Node> taken) {
        Map<Node, Resources> before = new HashMap<>(left);
        Map<Task, Node> places = new LinkedHashMap<>();
        for (Task task : tasks) {
            Optional<Node> node = take(task, it -> among.test(task, it));
            if (node.isEmpty()) {
                left.clear();
                left.putAll(before);
                return Optional.empty();
            }
            places.put(task, node.get());
            taken.accept(task, node.get());
        }
        return Optional.of(places);
    }

    /** The nodes that have room for the replacement of a pod now, best first. */
    public Stream<Node> open(Task task) {
        TaskSpec spec = task.getSpec();
        return spec == null || task.getJob() == null
                ? Stream.empty()
                : candidates.computeIfAbsent(spec, _ -> nodes(task)).stream()
                        .filter(it -> it != task.getNode() && !avoided.contains(it) && hasRoom(it, spec.requests()));
    }

    /** What its node selector, affinity or pin keeps the replacement of a pod off, most nodes first; empty: off none. */
    public Optional<KeptOff> keptOff(Task task) {
        TaskSpec spec = task.getSpec();
        return spec == null || task.getJob() == null
                ? Optional.empty()
                : kept.computeIfAbsent(spec, _ -> keptOff(placement.replacements(task)));
    }

    private Optional<KeptOff> keptOff(Map<Node, Verdict> verdicts) {
        Map<Node, Verdict> others = new HashMap<>(verdicts);
        others.keySet().removeAll(avoided);
        Map<String, Integer> rules = new TreeMap<>();
        others.values().forEach(verdict -> verdict.why().stream()
                .filter(reason -> BINDING.contains(reason.kind()))
                .findFirst()
                .ifPresent(reason -> rules.merge(reason.rule(), 1, Integer::sum)));
        int taken = (int) others.values().stream()
                .filter(verdict -> verdict.fit() == Fit.FITS)
                .count();
        int nodes = rules.values().stream().mapToInt(Integer::intValue).sum();
        return rules.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(rule -> new KeptOff(rule.getKey(), nodes, others.size(), taken));
    }

    /** How many pods of a template a node takes beside what was taken of it. */
    public int copies(Node node, TaskSpec spec) {
        Resources there = left.getOrDefault(node, free(node));
        long[] copies = {Integer.MAX_VALUE};
        spec.requests()
                .forEach((name, amount) -> copies[0] =
                        amount <= 0 ? copies[0] : Math.min(copies[0], Math.max(0, there.get(name)) / amount));
        return (int) copies[0];
    }

    private List<Node> nodes(Task task) {
        return placement.replacements(task).entrySet().stream()
                .filter(entry -> entry.getValue().fit() == Fit.FITS)
                .sorted(Comparator.comparingDouble((Map.Entry<Node, Verdict> entry) ->
                                -entry.getValue().score())
                        .thenComparing(entry -> entry.getKey().getName()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The verdict says that there is room for one; beside others it is counted again. */
    private boolean hasRoom(Node node, Resources wanted) {
        Resources there = left.get(node);
        if (there == null) {
            return true;
        }
        boolean[] fits = {true};
        wanted.forEach((name, amount) -> fits[0] &= amount <= 0 || there.get(name) >= amount);
        return fits[0];
    }

    private static Resources free(Node node) {
        Resources free = node.getAllocatable() == null ? Resources.none() : node.getAllocatable();
        for (Task task : node.getTasks()) {
            if (task.getSpec() != null && Holdings.holds(task)) {
                free = free.minus(task.getSpec().requests());
            }
        }
        return free;
    }
}
