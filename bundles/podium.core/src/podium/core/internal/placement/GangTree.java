// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.placement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;

/**
 * Where equal tasks lie in a domain so that they cross the fewest and lowest domains: exact, by dynamic programming
 * over the tree. The cost of a layout is compared level by level: first how many domains directly below the target it
 * touches, then how many below those, at last how many nodes, and of these how many it does not fill.
 */
final class GangTree {
    /** Tasks up to which the answer is exact: a count must fit in the bits of its level. */
    static final int MOST = 1023;

    private static final int BITS = 10;
    private static final int LEVELS = 4;
    private static final long NODE = 1L << BITS;
    private static final long PARTLY = 1;

    /** A domain or node of the tree with the cheapest cost of holding 0, 1, 2 ... tasks. */
    private static final class Branch {
        final @Nullable Node node;
        final List<Branch> children = new ArrayList<>();
        final List<short[]> choices = new ArrayList<>();
        long[] cost = {0};

        Branch(@Nullable Node node) {
            this.node = node;
        }
    }

    /** So many tasks on a node. */
    record Share(Node node, int tasks) {}

    private final int wanted;
    private final ToIntFunction<Node> room;

    /**
     * @param wanted tasks to place, at most {@link #MOST}
     * @param room how many of them a node takes
     */
    GangTree(int wanted, ToIntFunction<Node> room) {
        this.wanted = wanted;
        this.room = room;
    }

    /** The shares in the order of the tree, so that neighbours in the list are neighbours in the network; empty: no room. */
    List<Share> layout(Domain target) {
        Branch root = branch(target, 0);
        List<Share> shares = new ArrayList<>();
        if (root.cost.length > wanted) {
            collect(root, wanted, shares);
        }
        return shares;
    }

    private Branch branch(Domain domain, int depth) {
        Branch branch = new Branch(null);
        for (Domain child : domain.getDomains()) {
            add(branch, priced(branch(child, depth + 1), unit(depth)));
        }
        for (Node node : domain.getNodes()) {
            int capacity = Math.min(wanted, room.applyAsInt(node));
            if (capacity > 0) {
                add(branch, leaf(node, capacity, depth));
            }
        }
        return branch;
    }

    private Branch leaf(Node node, int capacity, int depth) {
        Branch leaf = new Branch(node);
        leaf.cost = new long[capacity + 1];
        int full = room.applyAsInt(node);
        for (int tasks = 1; tasks <= capacity; tasks++) {
            leaf.cost[tasks] = unit(depth) + NODE + (tasks < full ? PARTLY : 0);
        }
        return leaf;
    }

    private static Branch priced(Branch branch, long price) {
        for (int tasks = 1; tasks < branch.cost.length; tasks++) {
            branch.cost[tasks] += price;
        }
        return branch;
    }

    /** Cost unit of a domain so many levels below the target. */
    private static long unit(int depth) {
        return 1L << (BITS * (2 + LEVELS - 1 - Math.min(depth, LEVELS - 1)));
    }

    private void add(Branch parent, Branch child) {
        if (child.cost.length == 1) {
            return;
        }
        long[] before = parent.cost;
        long[] own = child.cost;
        int size = Math.min(wanted, before.length + own.length - 2) + 1;
        long[] sum = new long[size];
        short[] choice = new short[size];
        java.util.Arrays.fill(sum, Long.MAX_VALUE);
        for (int i = 0; i < before.length; i++) {
            int most = Math.min(own.length, size - i);
            for (int j = 0; j < most; j++) {
                long cost = before[i] + own[j];
                if (cost < sum[i + j]) {
                    sum[i + j] = cost;
                    choice[i + j] = (short) j;
                }
            }
        }
        parent.cost = sum;
        parent.children.add(child);
        parent.choices.add(choice);
    }

    private void collect(Branch branch, int tasks, List<Share> shares) {
        if (tasks == 0) {
            return;
        }
        Node node = branch.node;
        if (node != null) {
            shares.add(new Share(node, tasks));
            return;
        }
        int[] split = new int[branch.children.size()];
        int rest = tasks;
        for (int child = split.length - 1; child >= 0; child--) {
            split[child] = branch.choices.get(child)[rest];
            rest -= split[child];
        }
        for (int child = 0; child < split.length; child++) {
            collect(branch.children.get(child), split[child], shares);
        }
    }
}
