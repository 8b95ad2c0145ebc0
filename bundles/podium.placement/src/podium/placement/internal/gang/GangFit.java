// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.gang;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import podium.core.fleet.AcceleratorKind;
import podium.core.fleet.DomainTree;
import podium.core.text.NaturalOrder;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.model.value.Spread;
import podium.model.value.TaskSpec;
import podium.placement.IncrementalResult;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.placement.internal.index.ClusterIndex;
import podium.placement.internal.index.NodeRooms;
import podium.placement.internal.rule.InterPodAffinityRule.Placed;
import podium.placement.internal.rule.NodeAffinityRule;
import podium.placement.internal.rule.RowCheck;
import podium.placement.internal.task.GangClasses;
import podium.placement.internal.task.GangPiece;
import podium.placement.internal.verdict.PieceVerdicts;
import podium.placement.internal.verdict.SubjectVerdicts;

/** Whether and how all tasks of a subject lie on one target, beside tasks of the same job that are laid out already. */
public final class GangFit {
    private final SubjectVerdicts verdicts;
    private final ClusterIndex index;
    private final Cluster cluster;
    private final List<Placed> laid;
    private final Map<Node, List<GangPiece>> laidOn = new IdentityHashMap<>();
    private final RowCheck check;

    public GangFit(SubjectVerdicts verdicts, ClusterIndex index, Cluster cluster) {
        this(verdicts, index, cluster, List.of());
    }

    /** @param laid tasks of the job that are thought to lie somewhere and stay there */
    public GangFit(SubjectVerdicts verdicts, ClusterIndex index, Cluster cluster, List<Placed> laid) {
        this.verdicts = verdicts;
        this.index = index;
        this.cluster = cluster;
        this.laid = laid;
        this.check = verdicts.check();
        laid.forEach(one ->
                laidOn.computeIfAbsent(one.node(), node -> new ArrayList<>()).add(one.piece()));
    }

    /** Node of each task by its number; empty: they do not fit, or none was found. */
    public Optional<Map<Integer, Node>> layout(Target target) {
        return laying(target).now();
    }

    /** The same step by step: who asks for GPUs lies on nodes that have whole ones, where those take all. */
    public IncrementalResult<Optional<Map<Integer, Node>>> laying(Target target) {
        Set<Node> parted = target instanceof Target.OnDomain ? parted(nodes(target)) : Set.of();
        if (parted.isEmpty()) {
            return laying(target, Set.of());
        }
        List<IncrementalResult<Optional<Map<Integer, Node>>>> tried = new ArrayList<>();
        tried.add(laying(target, parted));
        return () -> {
            Optional<Optional<Map<Integer, Node>>> found = tried.getLast().step();
            if (tried.size() == 1 && found.filter(Optional::isEmpty).isPresent()) {
                tried.add(laying(target, Set.of()));
                return Optional.empty();
            }
            return found;
        };
    }

    /** Those that have nothing but slices or shares of GPUs; none: of what asks for no GPUs. */
    private Set<Node> parted(List<Node> nodes) {
        Set<Node> parted = Collections.newSetFromMap(new IdentityHashMap<>());
        if (AcceleratorKind.isAskedWhole(verdicts.probe.spec.requests())) {
            nodes.stream()
                    .filter(node -> index.row(node) >= 0 && NodeRooms.onlyParts(index, index.row(node), node))
                    .forEach(parted::add);
        }
        return parted;
    }

    private IncrementalResult<Optional<Map<Integer, Node>>> laying(Target target, Set<Node> without) {
        if (verdicts.pieces.size() == 1 && laid.isEmpty() && target instanceof Target.OnDomain) {
            return IncrementalResult.atOnce(() -> best(target, without));
        }
        GangClasses classes = new GangClasses(verdicts.pieces, !apart());
        if (!apart() || !classes.numbered()) {
            return then(() -> search(classes, target, without).search());
        }
        GangRoom room = room(classes, target instanceof Target.OnNode, without);
        IncrementalResult<List<GangTree.Share>> shares =
                switch (target) {
                    case Target.OnNode(Node node) ->
                        IncrementalResult.atOnce(() -> room.takes(node, classes.whole())
                                ? List.of(new GangTree.Share(node, classes.whole()))
                                : List.of());
                    case Target.OnDomain(Domain domain) -> new GangTree(classes, room).layout(domain);
                };
        return shares.map(found -> found.isEmpty() ? Optional.empty() : Optional.of(number(classes, found)));
    }

    /** One task goes to the node that comes first where nodes are ranked for it. */
    private Optional<Map<Integer, Node>> best(Target target, Set<Node> without) {
        return nodes(target).stream()
                .filter(node -> !without.contains(node) && room(node, false) > 0)
                .min(Comparator.comparing((Node node) -> verdicts.at(index.row(node)), Verdict.BEST_FIRST)
                        .thenComparing(Node::getName, new NaturalOrder()))
                .map(node -> Map.of(verdicts.pieces.getFirst().number(), node));
    }

    /** The same on the whole cluster. */
    public Optional<Map<Integer, Node>> anywhere() {
        GangClasses classes = new GangClasses(verdicts.pieces, !apart());
        if (!apart() || !classes.numbered()) {
            List<Node> nodes = cluster.getNodes().stream().filter(this::isOpen).toList();
            return new GangSearch(classes, judges(), nodes, Optional.empty(), laid)
                    .search()
                    .now();
        }
        List<GangTree.Share> shares = new GangTree(classes, room(classes, false, Set.of()))
                .layout(cluster)
                .now();
        return shares.isEmpty() ? Optional.empty() : Optional.of(number(classes, shares));
    }

    /** Whether all tasks lie on the target together. */
    public IncrementalResult<Boolean> fitting(Target target) {
        if (uniform() && laid.isEmpty()) {
            return IncrementalResult.atOnce(() -> room(target) >= verdicts.pieces.size());
        }
        GangClasses classes = new GangClasses(verdicts.pieces, !apart());
        if (!apart() || !classes.numbered()) {
            return then(() -> search(classes, target, Set.of()).possible());
        }
        IncrementalResult<Optional<Map<Integer, Node>>> laying = laying(target);
        return laying.map(Optional::isPresent);
    }

    /** Work of which the beginning is a step of its own. */
    private static <T> IncrementalResult<T> then(Supplier<IncrementalResult<T>> begin) {
        List<IncrementalResult<T>> begun = new ArrayList<>(1);
        return () -> {
            if (begun.isEmpty()) {
                begun.add(begin.get());
                return Optional.empty();
            }
            return begun.getFirst().step();
        };
    }

    private GangSearch search(GangClasses classes, Target target, Set<Node> without) {
        Optional<Domain> below =
                target instanceof Target.OnDomain(Domain domain) ? Optional.of(domain) : Optional.empty();
        List<Node> nodes =
                nodes(target).stream().filter(node -> !without.contains(node)).toList();
        return new GangSearch(classes, judges(), nodes, below, laid);
    }

    private GangRoom room(GangClasses classes, boolean cordonedToo, Set<Node> without) {
        boolean alike = classes.count() == 1;
        return new GangRoom(
                classes,
                judges(),
                laidOn,
                alike ? node -> copies(node, cordonedToo) : node -> GangRoom.UNCOUNTED,
                node -> (cordonedToo || isOpen(node)) && !without.contains(node));
    }

    private PieceVerdicts judges() {
        return laid.isEmpty() ? verdicts.judges(this::judgesOf) : judgesOf();
    }

    private PieceVerdicts judgesOf() {
        List<GangPiece> pieces = new ArrayList<>(verdicts.pieces);
        laid.forEach(one -> pieces.add(one.piece()));
        return new PieceVerdicts(verdicts.subject.job(), pieces, new GangClasses(pieces, !apart()), index, cluster);
    }

    /** Tasks of the subject that the target takes, as far as this can be counted without laying them out. */
    public int room(Target target) {
        int sum = 0;
        for (Node node : nodes(target)) {
            sum = Math.min(verdicts.pieces.size(), sum + room(node, target instanceof Target.OnNode));
        }
        return sum;
    }

    /** True when all tasks are alike and only their number on a node matters. */
    public boolean uniform() {
        TaskSpec spec = verdicts.probe.spec;
        return apart()
                && verdicts.pieces.stream()
                        .allMatch(piece -> piece.spec() == spec || piece.spec().equals(spec));
    }

    /** True when the tasks meet in nothing but what nodes have. */
    private boolean apart() {
        TaskSpec last = null;
        for (GangPiece piece : verdicts.pieces) {
            TaskSpec spec = piece.spec();
            if (spec != last
                    && !(spec.podAffinity().isEmpty()
                            && spec.podAntiAffinity().stream()
                                    .allMatch(term -> NodeAffinityRule.HOSTNAME.equals(term.topologyKey()))
                            && spec.spreads().stream().noneMatch(Spread::hard))) {
                return false;
            }
            last = spec;
        }
        return true;
    }

    /** Nodes of the target in the order of the tree; in a domain, cordoned and protected ones are left out. */
    public List<Node> nodes(Target target) {
        List<Node> nodes = new ArrayList<>();
        switch (target) {
            case Target.OnNode on -> nodes.add(on.node());
            case Target.OnDomain on ->
                DomainTree.nodes(on.domain()).stream().filter(this::isOpen).forEach(nodes::add);
        }
        return nodes;
    }

    /** Cordoned nodes of a domain and how many tasks each takes once it is uncordoned, the roomiest first. */
    public Map<Node, Integer> cordoned(Domain domain) {
        Map<Node, Integer> rooms = new LinkedHashMap<>();
        DomainTree.nodes(domain).stream()
                .filter(node ->
                        cordoned(node) && verdicts.caveats().refusal(node).isEmpty() && room(node, true) > 0)
                .sorted(Comparator.comparing((Node node) -> -room(node, true))
                        .thenComparing(Node::getName, new NaturalOrder()))
                .forEach(node -> rooms.put(node, room(node, true)));
        return rooms;
    }

    /** A node that a gang may be laid on without being asked for by name. */
    private boolean isOpen(Node node) {
        return !cordoned(node) && verdicts.caveats().refusal(node).isEmpty();
    }

    private boolean cordoned(Node node) {
        return verdicts.caveats().outOfService(node) || node.isUnschedulable() && !verdicts.probe.toleratesCordon();
    }

    private int room(Node node, boolean cordonedToo) {
        int row = index.row(node);
        if (row < 0 || (!cordonedToo && cordoned(node))) {
            return 0;
        }
        Verdict verdict = verdicts.at(row);
        return !verdict.fit().takes() ? 0 : verdict.tasksThatFit();
    }

    /** Tasks that a node takes, whether or not the subject has as many. */
    private int copies(Node node, boolean cordonedToo) {
        return room(node, cordonedToo) == 0 ? 0 : check.copies(index.row(node));
    }

    /** Ranks in order along the shares: who follows in rank lies on the same node or on the next one of the tree. */
    private Map<Integer, Node> number(GangClasses classes, List<GangTree.Share> shares) {
        Map<Integer, Node> layout = new HashMap<>();
        int[] next = new int[classes.count()];
        for (GangTree.Share share : shares) {
            for (int of = 0; of < next.length; of++) {
                for (int i = classes.of(share.load(), of); i > 0; i--) {
                    layout.put(classes.pieces(of).get(next[of]++).number(), share.node());
                }
            }
        }
        return layout;
    }
}
