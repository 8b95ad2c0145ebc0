// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.gang;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Node;
import podium.placement.internal.task.GangClasses;

/** A domain or a node of the tree that a gang is laid out in, with the cheapest cost of each load it can hold. */
final class GangBranch {
    /** Levels below the target, from 0; the target itself -1. */
    final int depth;

    final List<GangBranch> children = new ArrayList<>();
    /** For each child, by load: the load the child has in the cheapest way with it and those before it. */
    final List<int[]> choices = new ArrayList<>();

    /** Loads it can hold, ascending. */
    int[] loads = {0};

    long[] high = {0};
    long[] low = {0};
    long spare;

    private final @Nullable Node node;
    private boolean touched;

    GangBranch(int depth) {
        this.depth = depth;
        this.node = null;
    }

    GangBranch(int depth, Node node, int[] loads, long spare, boolean touched) {
        this.depth = depth;
        this.node = node;
        this.loads = loads;
        this.high = new long[loads.length];
        this.low = new long[loads.length];
        this.spare = spare;
        this.touched = touched;
    }

    boolean isLeaf() {
        return node != null;
    }

    Node node() {
        Node here = node;
        if (here == null) {
            throw new IllegalStateException("a domain has no node");
        }
        return here;
    }

    void add(GangBranch child) {
        children.add(child);
        spare += child.spare;
        touched |= child.touched;
    }

    /** Levels below this one. */
    int height() {
        return children.stream().mapToInt(child -> child.height() + 1).max().orElse(0);
    }

    /** Counts the branches at each depth; the nodes among them. */
    int count(int[] atDepth) {
        int nodes = isLeaf() ? 1 : 0;
        for (GangBranch child : children) {
            atDepth[child.depth]++;
            nodes += child.count(atDepth);
        }
        return nodes;
    }

    /** Adds what it costs to touch this branch and what it leaves over, for each load. */
    void price(LayoutCost price, GangClasses classes) {
        for (int i = 0; i < loads.length; i++) {
            if (loads[i] > 0 || touched) {
                high[i] += touched ? 0 : price.touched(depth) + (isLeaf() ? LayoutCost.NODE : 0);
                low[i] += (spare - classes.units(loads[i])) * (isLeaf() ? price.leftOnNode : price.leftOver(depth));
            }
        }
    }
}
