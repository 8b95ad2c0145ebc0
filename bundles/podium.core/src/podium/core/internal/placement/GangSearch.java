// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.internal.placement.Relations.Placed;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;

/**
 * Lays out tasks that keep each other near or apart, by branch and bound over the same cost as {@link GangTree}: the hardest
 * tasks first, on nodes that are touched already before fresh ones, leaving a way as soon as it touches more than the best
 * one found. The best there is while the search stays within its number of steps, which it does for small gangs; beyond, the
 * best found so far: an existing layout may be missed, never a wrong one given.
 */
final class GangSearch {
    private static final int STEPS = 100_000;

    private final GangClasses classes;
    private final Judges judges;
    private final List<Node> nodes;
    private final Touch touch;
    private final Map<Node, List<Piece>> laid = new IdentityHashMap<>();
    private final List<Placed> placed;
    private final List<Piece> order = new ArrayList<>();
    private final List<Integer> classOf = new ArrayList<>();
    private final int fixed;
    private List<Placed> best = List.of();
    private long[] bestCost = {Long.MAX_VALUE};
    private int steps;
    private boolean any;

    /**
     * A search.
     *
     * @param target the domain that is searched; costs are counted below it
     * @param laidAlready tasks of the gang that lie somewhere and stay there
     */
    GangSearch(
            GangClasses classes, Judges judges, List<Node> nodes, Optional<Domain> target, List<Placed> laidAlready) {
        this.classes = classes;
        this.judges = judges;
        this.nodes = nodes;
        this.placed = new ArrayList<>(laidAlready);
        this.fixed = placed.size();
        this.touch = new Touch(target, nodes, node -> judges.spare(node, classes.resource()));
        placed.forEach(one -> {
            laid.computeIfAbsent(one.node(), node -> new ArrayList<>()).add(one.piece());
            touch.fix(one.node());
        });
        List<Integer> hardest = new ArrayList<>();
        for (int i = 0; i < classes.count(); i++) {
            hardest.add(i);
        }
        hardest.sort(Comparator.comparingLong((Integer of) -> -classes.units(classes.one(of))));
        for (int of : hardest) {
            classes.pieces(of).forEach(piece -> {
                order.add(piece);
                classOf.add(of);
            });
        }
    }

    /** True when there is a layout: the first one found is enough. */
    boolean possible() {
        any = true;
        place(0, 0);
        return !best.isEmpty();
    }

    /** Node of each piece by number; empty: none found. */
    Optional<Map<Integer, Node>> search() {
        place(0, 0);
        if (best.isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, Node> layout = new HashMap<>();
        best.forEach(one -> layout.put(one.piece().number(), one.node()));
        return Optional.of(layout);
    }

    private void place(int at, int from) {
        if (at == order.size()) {
            keep();
            return;
        }
        Piece piece = order.get(at);
        boolean twin = at > 0 && classOf.get(at).equals(classOf.get(at - 1));
        // Twins can change places: the later one never lies on an earlier node.
        List<Integer> ways = new ArrayList<>();
        for (int i = twin ? from : 0; i < nodes.size(); i++) {
            ways.add(i);
        }
        if (!twin) {
            ways.sort(Comparator.comparing((Integer i) -> !touch.touched(nodes.get(i))));
        }
        for (int i : ways) {
            if (++steps > STEPS || any && !best.isEmpty()) {
                return;
            }
            Node node = nodes.get(i);
            List<Piece> there = laid.computeIfAbsent(node, n -> new ArrayList<>());
            if (!judges.takes(piece, node, there, placed)) {
                continue;
            }
            there.add(piece);
            placed.add(new Placed(piece, node));
            long units = piece.spec().requests().get(classes.resource());
            touch.add(node, units);
            if (Touch.compare(touch.bound(), bestCost) <= 0) {
                place(at + 1, i);
            }
            touch.remove(node, units);
            placed.removeLast();
            there.removeLast();
        }
    }

    private void keep() {
        long[] cost = touch.cost();
        if (Touch.compare(cost, bestCost) < 0) {
            bestCost = cost;
            best = List.copyOf(placed.subList(fixed, placed.size()));
        }
    }
}
