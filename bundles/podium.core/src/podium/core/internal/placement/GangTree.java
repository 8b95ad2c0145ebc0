// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.placement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;

/**
 * Where the tasks of a gang lie in a domain so that they cross the fewest and lowest domains and leave the largest holes:
 * exact, by dynamic programming over the tree, for tasks that only meet in what nodes have ({@link GangPrice} says what is
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

    GangTree(GangClasses classes, Room room) {
        this.classes = classes;
        this.room = room;
    }

    /** The shares in the order of the tree, so that neighbours in the list are neighbours in the network; empty: no room. */
    List<Share> layout(Domain target) {
        return layout(branch(target.getDomains(), target.getNodes(), -1));
    }

    /** The same in a whole cluster: its uppermost domains, and the nodes that are in none. */
    List<Share> layout(Cluster cluster) {
        List<Node> loose = cluster.getNodes().stream()
                .filter(node -> node.getDomain() == null)
                .toList();
        return layout(branch(cluster.getDomains(), loose, -1));
    }

    private List<Share> layout(GangBranch root) {
        GangPrice price = price(root);
        solve(root, price);
        List<Share> shares = new ArrayList<>();
        int at = Arrays.binarySearch(root.loads, classes.whole());
        if (at >= 0) {
            collect(root, classes.whole(), shares);
        }
        return shares;
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
            int[] loads = room.loads(node);
            if (loads.length > 1 || room.touched(node)) {
                branch.add(new GangBranch(depth + 1, node, loads, room.spare(node), room.touched(node)));
            } else {
                branch.spare += room.spare(node);
            }
        }
        return branch;
    }

    private static GangPrice price(GangBranch root) {
        int depth = root.height();
        int[] domains = new int[depth];
        return new GangPrice(domains, root.count(domains), root.spare);
    }

    private void solve(GangBranch branch, GangPrice price) {
        if (branch.isLeaf()) {
            branch.price(price, classes);
            return;
        }
        Table table = new Table();
        for (GangBranch child : branch.children) {
            solve(child, price);
            branch.choices.add(table.add(child));
        }
        branch.loads = table.loads;
        branch.high = table.high(branch.loads);
        branch.low = table.low(branch.loads);
        if (branch.depth >= 0) {
            branch.price(price, classes);
        }
    }

    private static void collect(GangBranch branch, int load, List<Share> shares) {
        if (branch.isLeaf()) {
            if (load > 0) {
                shares.add(new Share(branch.node(), load));
            }
            return;
        }
        int[] split = new int[branch.children.size()];
        int rest = load;
        for (int child = split.length - 1; child >= 0; child--) {
            split[child] = branch.choices.get(child)[rest];
            rest -= split[child];
        }
        for (int child = 0; child < split.length; child++) {
            collect(branch.children.get(child), split[child], shares);
        }
    }

    /** The cheapest way to each load with the children taken in so far. */
    private final class Table {
        private int[] loads = {0};
        private long[] high = {0};
        private long[] low = {0};

        /** Takes a child in; the load it has in the cheapest way to each load. */
        int[] add(GangBranch child) {
            int size = Math.min(classes.whole(), loads[loads.length - 1] + child.loads[child.loads.length - 1]) + 1;
            long[] nextHigh = new long[size];
            long[] nextLow = new long[size];
            int[] choice = new int[size];
            Arrays.fill(nextHigh, Long.MAX_VALUE);
            for (int own : loads) {
                for (int j = 0; j < child.loads.length; j++) {
                    int sum = own + child.loads[j];
                    if (sum >= size) {
                        break;
                    }
                    long itsHigh = high[own] + child.high[j];
                    long itsLow = low[own] + child.low[j];
                    if (classes.within(sum)
                            && (itsHigh < nextHigh[sum] || itsHigh == nextHigh[sum] && itsLow < nextLow[sum])) {
                        nextHigh[sum] = itsHigh;
                        nextLow[sum] = itsLow;
                        choice[sum] = child.loads[j];
                    }
                }
            }
            high = nextHigh;
            low = nextLow;
            loads = java.util.stream.IntStream.range(0, size)
                    .filter(load -> nextHigh[load] < Long.MAX_VALUE)
                    .toArray();
            return choice;
        }

        long[] high(int[] of) {
            return Arrays.stream(of).mapToLong(load -> high[load]).toArray();
        }

        long[] low(int[] of) {
            return Arrays.stream(of).mapToLong(load -> low[load]).toArray();
        }
    }
}
