// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.gang;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;

/** What a layout touches while it is built up task by task: the cost of {@link LayoutCost} as numbers, the most telling first. */
final class IncrementalLayoutCost {
    private final Map<Node, Place> nodes = new IdentityHashMap<>();
    private final Map<Domain, Place> domains = new IdentityHashMap<>();
    private final List<Place> all = new ArrayList<>();
    private final Optional<Domain> target;
    private final int levels;
    private final long[] counts;

    /** A node, or a domain below the target. */
    private static final class Place {
        private final @Nullable Place up;
        private final int level;
        private final boolean node;
        private boolean fixed;
        private int tasks;
        private long spare;

        private Place(@Nullable Place up, boolean node) {
            this.up = up;
            this.level = up == null ? 0 : up.level + 1;
            this.node = node;
        }
    }

    /**
     * Nothing touched yet.
     *
     * @param target levels are counted below it; empty: from the top of the tree
     * @param spare free units of the gang's accelerator on a node
     */
    IncrementalLayoutCost(Optional<Domain> target, List<Node> nodes, ToLongFunction<Node> spare) {
        this.target = target;
        nodes.forEach(node -> change(place(node), 0, spare.applyAsLong(node)));
        this.levels = all.stream().mapToInt(place -> place.level + 1).max().orElse(0);
        this.counts = new long[levels + 1];
    }

    private Place place(Node node) {
        Place known = nodes.get(node);
        if (known == null) {
            known = add(new Place(above(node.getDomain()), true));
            nodes.put(node, known);
        }
        return known;
    }

    private @Nullable Place above(@Nullable Domain domain) {
        return domain == null || target.isPresent() && target.get() == domain ? null : place(domain);
    }

    private Place place(Domain domain) {
        Place known = domains.get(domain);
        if (known == null) {
            known = add(new Place(above(domain.getParent()), false));
            domains.put(domain, known);
        }
        return known;
    }

    private Place add(Place place) {
        all.add(place);
        return place;
    }

    private void change(Place from, int tasks, long units) {
        for (Place place = from; place != null; place = place.up) {
            int before = place.tasks;
            place.tasks += tasks;
            place.spare += units;
            if (tasks != 0 && !place.fixed && (before == 0 || place.tasks == 0)) {
                counts[place.level] += tasks;
                counts[levels] += place.node ? tasks : 0;
            }
        }
    }

    /** Touching this node costs nothing: tasks of the gang lie there and stay. Called before any task is added. */
    void fix(Node node) {
        for (Place place = nodes.get(node); place != null; place = place.up) {
            place.fixed = true;
        }
    }

    boolean touched(Node node) {
        Place place = place(node);
        return place.fixed || place.tasks > 0;
    }

    /** One more task on a node, which takes so many units of the accelerator. */
    void add(Node node, long units) {
        change(place(node), 1, -units);
    }

    /** Takes back what {@link #add(Node, long)} did. */
    void remove(Node node, long units) {
        change(place(node), -1, units);
    }

    /** What any layout that goes on from here costs at least; as long as the first part of {@link #cost()}. */
    long[] bound() {
        return counts.clone();
    }

    /** The whole cost: domains touched from the target down, nodes, what is left over on nodes, then in domains upwards. */
    long[] cost() {
        long[] cost = Arrays.copyOf(counts, 2 * levels + 1);
        for (Place place : all) {
            if (place.fixed || place.tasks > 0) {
                cost[place.node ? levels + 1 : 2 * levels - place.level] += place.spare;
            }
        }
        return cost;
    }

    /** Compares number by number as far as both go. */
    static int compare(long[] a, long[] b) {
        int length = Math.min(a.length, b.length);
        return Arrays.compare(a, 0, length, b, 0, length);
    }
}
