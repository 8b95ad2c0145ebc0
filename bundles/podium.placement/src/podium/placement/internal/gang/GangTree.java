// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.gang;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import podium.core.fleet.DomainTree;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.placement.IncrementalResult;
import podium.placement.internal.task.GangClasses;

/**
 * Where the tasks of a gang lie in a domain so that they cross the fewest and lowest domains and leave the largest holes:
 * exact, by dynamic programming over the tree, for tasks that only meet in what nodes have ({@link LayoutCost} says what is
 * compared). Cost: nodes x loads of a node x loads of the gang.
 */
final class GangTree {
    /** What a node can take. */
    interface Room {
        /** Loads that the node takes beside what lies there, ascending, 0 first. */
        int[] loads(Node node);

        /** Free units of the gang's accelerator; 0 where the node may not be used. */
        long spare(Node node);

        /** True when tasks of the gang lie there already: then it costs nothing to touch it. */
        boolean touched(Node node);
    }

    /** So many tasks on a node: a load of {@link GangClasses}. */
    record Share(Node node, int load) {}

    private final GangClasses classes;
    private final Room room;
    private final Map<Node, int[]> known = new IdentityHashMap<>();

    GangTree(GangClasses classes, Room room) {
        this.classes = classes;
        this.room = room;
    }

    /** The shares in the order of the tree, so that neighbours in the list are neighbours in the network; empty: no room. */
    IncrementalResult<List<Share>> layout(Domain target) {
        return work(DomainTree.nodes(target), () -> branch(target.getDomains(), target.getNodes(), -1));
    }

    /** The same in a whole cluster: its uppermost domains, and the nodes that are in none. */
    IncrementalResult<List<Share>> layout(Cluster cluster) {
        List<Node> loose = cluster.getNodes().stream()
                .filter(node -> node.getDomain() == null)
                .toList();
        return work(List.copyOf(cluster.getNodes()), () -> branch(cluster.getDomains(), loose, -1));
    }

    private IncrementalResult<List<Share>> work(List<Node> nodes, Supplier<GangBranch> tree) {
        return new GangWork(classes, nodes, this::loads, tree);
    }

    private int[] loads(Node node) {
        return known.computeIfAbsent(node, room::loads);
    }

    private GangBranch branch(List<Domain> domains, List<Node> nodes, int depth) {
        GangBranch branch = new GangBranch(depth);
        for (Domain child : domains) {
            GangBranch below = branch(child.getDomains(), child.getNodes(), depth + 1);
            if (below.children.isEmpty()) {
                branch.spare += below.spare;
            } else {
                branch.add(below);
            }
        }
        for (Node node : nodes) {
            int[] loads = loads(node);
            if (loads.length > 1 || room.touched(node)) {
                branch.add(new GangBranch(depth + 1, node, loads, room.spare(node), room.touched(node)));
            } else {
                branch.spare += room.spare(node);
            }
        }
        return branch;
    }
}
