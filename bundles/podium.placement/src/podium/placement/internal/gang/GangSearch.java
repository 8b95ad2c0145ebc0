// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.gang;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.placement.IncrementalResult;
import podium.placement.internal.rule.InterPodAffinityRule.Placed;
import podium.placement.internal.task.GangClasses;
import podium.placement.internal.task.GangPiece;
import podium.placement.internal.verdict.PieceVerdicts;

/**
 * Lays out tasks that keep each other near or apart, by branch and bound over the same cost as {@link GangTree}: the hardest
 * tasks first, on nodes that are touched already before fresh ones, leaving a way as soon as it touches more than the best
 * one found. The best there is while the search stays within its number of steps, which it does for small gangs; beyond, the
 * best found so far: an existing layout may be missed, never a wrong one given.
 */
final class GangSearch {
    private static final int STEPS = 100_000;
    /** Nodes that are tried in one step of the work, about; fewer the more lies already. */
    private static final int STEP = 1_000;

    private final GangClasses classes;
    private final PieceVerdicts judges;
    private final List<Node> nodes;
    private final IncrementalLayoutCost touch;
    private final Map<Node, List<GangPiece>> laid = new IdentityHashMap<>();
    private final List<Placed> placed;
    private final List<GangPiece> order = new ArrayList<>();
    private final List<Integer> classOf = new ArrayList<>();
    private final int fixed;
    private List<Placed> best = List.of();
    private long[] bestCost = {Long.MAX_VALUE};
    private final List<Turn> way = new ArrayList<>();
    private int steps;
    private boolean any;

    /**
     * A search.
     *
     * @param target the domain that is searched; costs are counted below it
     * @param laidAlready tasks of the gang that lie somewhere and stay there
     */
    GangSearch(
            GangClasses classes,
            PieceVerdicts judges,
            List<Node> nodes,
            Optional<Domain> target,
            List<Placed> laidAlready) {
        this.classes = classes;
        this.judges = judges;
        this.nodes = nodes;
        this.placed = new ArrayList<>(laidAlready);
        this.fixed = placed.size();
        this.touch = new IncrementalLayoutCost(target, nodes, node -> judges.spare(node, classes.resource()));
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

    /** Whether there is a layout: the first one found is enough. Step by step. */
    IncrementalResult<Boolean> possible() {
        any = true;
        IncrementalResult<List<Placed>> work = searching();
        return work.map(found -> !found.isEmpty());
    }

    /** Node of each piece by number; empty: none found. Step by step. */
    IncrementalResult<Optional<Map<Integer, Node>>> search() {
        return searching().map(found -> {
            Map<Integer, Node> layout = new HashMap<>();
            found.forEach(one -> layout.put(one.piece().number(), one.node()));
            return found.isEmpty() ? Optional.empty() : Optional.of(layout);
        });
    }

    private IncrementalResult<List<Placed>> searching() {
        open(0, 0);
        return () -> {
            int left = STEP;
            while (left > 0 && !way.isEmpty()) {
                left -= 1 + placed.size() / 16 + goOn();
            }
            return way.isEmpty() ? Optional.of(best) : Optional.empty();
        };
    }

    /** A piece that is to be placed, and the nodes that are left to try it on. */
    private final class Turn {
        private final int at;
        private final List<Integer> nodesLeft;
        private int next;
        /** Where it lies while those after it are placed. */
        private @Nullable Node lies;

        private Turn(int at, List<Integer> nodesLeft) {
            this.at = at;
            this.nodesLeft = nodesLeft;
        }

        private GangPiece piece() {
            return order.get(at);
        }

        private long units() {
            return piece().spec().requests().get(classes.resource());
        }
    }

    /** Begins with the next piece. */
    private void open(int at, int from) {
        boolean twin = at > 0 && classOf.get(at).equals(classOf.get(at - 1));
        // Twins can change places: the later one never lies on an earlier node.
        List<Integer> ways = new ArrayList<>();
        for (int i = twin ? from : 0; i < nodes.size(); i++) {
            ways.add(i);
        }
        if (!twin) {
            ways.sort(Comparator.comparing((Integer i) -> !touch.touched(nodes.get(i))));
        }
        way.add(new Turn(at, ways));
    }

    /** Tries the piece in hand on one more node; how much work it was besides. */
    private int goOn() {
        Turn turn = way.getLast();
        Node before = turn.lies;
        if (before != null) {
            touch.remove(before, turn.units());
            placed.removeLast();
            there(before).removeLast();
            turn.lies = null;
        }
        if (turn.next >= turn.nodesLeft.size()) {
            way.removeLast();
            return 0;
        }
        if (++steps > STEPS || any && !best.isEmpty()) {
            way.clear();
            return 0;
        }
        int number = turn.nodesLeft.get(turn.next++);
        Node node = nodes.get(number);
        if (!judges.takes(turn.piece(), node, there(node), placed)) {
            return 0;
        }
        there(node).add(turn.piece());
        placed.add(new Placed(turn.piece(), node));
        touch.add(node, turn.units());
        turn.lies = node;
        if (IncrementalLayoutCost.compare(touch.bound(), bestCost) > 0) {
            return 0;
        }
        if (turn.at + 1 == order.size()) {
            keep();
            return 0;
        }
        open(turn.at + 1, number);
        return nodes.size() / 50;
    }

    private List<GangPiece> there(Node node) {
        return laid.computeIfAbsent(node, n -> new ArrayList<>());
    }

    private void keep() {
        long[] cost = touch.cost();
        if (IncrementalLayoutCost.compare(cost, bestCost) < 0) {
            bestCost = cost;
            best = List.copyOf(placed.subList(fixed, placed.size()));
        }
    }
}
