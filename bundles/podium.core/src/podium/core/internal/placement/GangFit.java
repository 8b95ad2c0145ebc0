// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.placement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.placement.Fit;
import podium.core.placement.Target;
import podium.core.placement.Verdict;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.model.value.Spread;
import podium.model.value.TaskSpec;

/** Whether and how all tasks of a subject lie on one target. */
final class GangFit {
    private final Verdicts verdicts;
    private final ClusterIndex index;
    private final Cluster cluster;
    private final RowCheck check;

    GangFit(Verdicts verdicts, ClusterIndex index, Cluster cluster) {
        this.verdicts = verdicts;
        this.index = index;
        this.cluster = cluster;
        this.check = verdicts.check();
    }

    /** Node of each task by its number; empty: they do not fit, or none was found. */
    Optional<Map<Integer, Node>> layout(Target target) {
        if (!uniform()) {
            return new GangSearch(verdicts.subject.job(), verdicts.pieces, nodes(target), index, cluster).search();
        }
        int wanted = verdicts.pieces.size();
        return switch (target) {
            case Target.OnNode on ->
                room(on.node(), true) >= wanted
                        ? Optional.of(number(List.of(new GangTree.Share(on.node(), wanted))))
                        : Optional.empty();
            case Target.OnDomain on -> {
                List<GangTree.Share> shares = wanted <= GangTree.MOST
                        ? new GangTree(wanted, this::copies).layout(on.domain())
                        : fill(nodes(target), wanted);
                yield shares.isEmpty() ? Optional.empty() : Optional.of(number(shares));
            }
        };
    }

    /** Tasks of the subject that the target takes, as far as this can be counted without laying them out. */
    int room(Target target) {
        int sum = 0;
        for (Node node : nodes(target)) {
            sum = Math.min(verdicts.pieces.size(), sum + room(node, target instanceof Target.OnNode));
        }
        return sum;
    }

    /** True when all tasks are alike and only their number on a node matters. */
    boolean uniform() {
        TaskSpec spec = verdicts.probe.spec;
        boolean apart = spec.podAffinity().isEmpty()
                && spec.podAntiAffinity().stream().allMatch(term -> NodeRules.HOSTNAME.equals(term.topologyKey()))
                && spec.spreads().stream().noneMatch(Spread::hard);
        return apart
                && verdicts.pieces.stream()
                        .allMatch(piece -> piece.spec() == spec || piece.spec().equals(spec));
    }

    /** Nodes of the target in the order of the tree; in a domain, cordoned ones are left out. */
    List<Node> nodes(Target target) {
        List<Node> nodes = new ArrayList<>();
        switch (target) {
            case Target.OnNode on -> nodes.add(on.node());
            case Target.OnDomain on -> collect(on.domain(), nodes);
        }
        return nodes;
    }

    private void collect(Domain domain, List<Node> nodes) {
        domain.getDomains().forEach(child -> collect(child, nodes));
        domain.getNodes().stream().filter(node -> !cordoned(node)).forEach(nodes::add);
    }

    private boolean cordoned(Node node) {
        return node.isUnschedulable() && !verdicts.probe.toleratesCordon();
    }

    private int room(Node node, boolean cordonedToo) {
        int row = index.row(node);
        if (row < 0 || (!cordonedToo && cordoned(node))) {
            return 0;
        }
        Verdict verdict = verdicts.at(row);
        return verdict.fit() == Fit.DOES_NOT_FIT ? 0 : verdict.tasksThatFit();
    }

    private int copies(Node node) {
        return room(node, false) == 0 ? 0 : check.copies(index.row(node));
    }

    private List<GangTree.Share> fill(List<Node> nodes, int wanted) {
        List<GangTree.Share> shares = new ArrayList<>();
        int rest = wanted;
        for (Node node : nodes) {
            int here = Math.min(rest, room(node, false));
            if (here > 0) {
                shares.add(new GangTree.Share(node, here));
                rest -= here;
            }
        }
        return rest == 0 ? shares : List.of();
    }

    /** Ranks in order along the shares. */
    private Map<Integer, Node> number(List<GangTree.Share> shares) {
        Map<Integer, Node> layout = new HashMap<>();
        int next = 0;
        for (GangTree.Share share : shares) {
            for (int i = 0; i < share.tasks(); i++) {
                layout.put(verdicts.pieces.get(next++).number(), share.node());
            }
        }
        return layout;
    }
}
