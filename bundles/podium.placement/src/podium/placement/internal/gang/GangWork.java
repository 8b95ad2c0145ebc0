// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.gang;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Node;
import podium.placement.IncrementalResult;
import podium.placement.internal.gang.GangTree.Share;
import podium.placement.internal.task.GangClasses;

/** Lays a gang out in a tree step by step: looks at some nodes, makes the tree of them, then takes in some branches. */
final class GangWork implements IncrementalResult<List<Share>> {
    private static final int NODES = 32;
    /** Entries of tables that are looked at in one step, about. */
    private static final int ENTRIES = 100_000;

    private final GangClasses classes;
    private final Iterator<Node> nodes;
    private final Consumer<Node> look;
    private final Supplier<GangBranch> tree;
    private @Nullable LayoutCost price;
    private @Nullable GangBranch root;
    private Iterator<GangBranch> open = List.<GangBranch>of().iterator();
    private @Nullable GangBranch branch;
    private Table table = new Table();

    /**
     * Work on one tree.
     *
     * @param look what is to be known of each node before the tree is made
     */
    GangWork(GangClasses classes, List<Node> nodes, Consumer<Node> look, Supplier<GangBranch> tree) {
        this.classes = classes;
        this.nodes = nodes.iterator();
        this.look = look;
        this.tree = tree;
    }

    @Override
    public Optional<List<Share>> step() {
        for (int i = 0; i < NODES && nodes.hasNext(); i++) {
            look.accept(nodes.next());
        }
        if (nodes.hasNext()) {
            return Optional.empty();
        }
        GangBranch top = root;
        if (top == null) {
            top = tree.get();
            root = top;
            price = price(top);
            List<GangBranch> inner = new ArrayList<>();
            innerFirst(top, inner);
            open = inner.iterator();
            return Optional.empty();
        }
        return takeIn() ? Optional.empty() : Optional.of(shares(top));
    }

    private List<Share> shares(GangBranch top) {
        List<Share> shares = new ArrayList<>();
        if (Arrays.binarySearch(top.loads, classes.whole()) >= 0) {
            collect(top, classes.whole(), shares);
        }
        return shares;
    }

    private static LayoutCost price(GangBranch root) {
        int depth = root.height();
        int[] domains = new int[depth];
        return new LayoutCost(domains, root.count(domains), root.spare);
    }

    /** A branch after those within it, without nodes. */
    private static void innerFirst(GangBranch branch, List<GangBranch> all) {
        for (GangBranch child : branch.children) {
            if (!child.isLeaf()) {
                innerFirst(child, all);
            }
        }
        all.add(branch);
    }

    /** Takes children into their branches; false: all are. */
    private boolean takeIn() {
        for (long entries = 0; entries < ENTRIES; ) {
            GangBranch at = branch;
            if (at == null) {
                if (!open.hasNext()) {
                    return false;
                }
                branch = open.next();
                table = new Table();
            } else if (at.choices.size() < at.children.size()) {
                GangBranch child = at.children.get(at.choices.size());
                if (child.isLeaf()) {
                    priced(child);
                }
                entries += 100 + (long) table.loads.length * child.loads.length;
                int[] choice = table.add(child);
                entries += choice.length;
                at.choices.add(choice);
            } else {
                at.loads = table.loads;
                at.high = table.high(at.loads);
                at.low = table.low(at.loads);
                if (at.depth >= 0) {
                    priced(at);
                }
                branch = null;
            }
        }
        return true;
    }

    private void priced(GangBranch one) {
        LayoutCost known = price;
        if (known != null) {
            one.price(known, classes);
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
            loads = IntStream.range(0, size)
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
