// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.gang;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import podium.model.fleet.Node;
import podium.placement.internal.rule.InterPodAffinityRule.Placed;
import podium.placement.internal.task.GangClasses;
import podium.placement.internal.task.GangPiece;
import podium.placement.internal.verdict.PieceVerdicts;

/** The loads of a gang that nodes take, beside tasks of it that lie there already. In the realm. */
final class GangRoom implements GangTree.Room {
    /** The number of copies tells nothing: tasks differ. */
    static final int UNCOUNTED = -1;

    private final GangClasses classes;
    private final PieceVerdicts judges;
    private final Map<Node, List<GangPiece>> laid;
    private final ToIntFunction<Node> copies;
    private final Predicate<Node> usable;

    /**
     * Room on nodes.
     *
     * @param laid tasks of the gang by the node that they lie on
     * @param copies how many tasks an empty node takes where all are alike, else {@link #UNCOUNTED}
     * @param usable nodes that may be used at all
     */
    GangRoom(
            GangClasses classes,
            PieceVerdicts judges,
            Map<Node, List<GangPiece>> laid,
            ToIntFunction<Node> copies,
            Predicate<Node> usable) {
        this.classes = classes;
        this.judges = judges;
        this.laid = laid;
        this.copies = copies;
        this.usable = usable;
    }

    @Override
    public int[] loads(Node node) {
        if (!usable.test(node)) {
            return new int[] {0};
        }
        int count = copies.applyAsInt(node);
        if (count != UNCOUNTED && !laid.containsKey(node)) {
            int[] loads = new int[Math.min(count, classes.whole()) + 1];
            for (int i = 1; i < loads.length; i++) {
                loads[i] = i;
            }
            return loads;
        }
        TreeSet<Integer> found = new TreeSet<>();
        found.add(0);
        for (int load = 0; ; ) {
            grow(node, load, found);
            Integer next = found.higher(load);
            if (next == null) {
                return found.stream().mapToInt(Integer::intValue).toArray();
            }
            load = next;
        }
    }

    /** Adds the loads that are one task larger; a load is larger as a number, so each is grown after it was found. */
    private void grow(Node node, int load, TreeSet<Integer> found) {
        List<GangPiece> there = pieces(node, load);
        List<Placed> placed =
                there.stream().map(piece -> new Placed(piece, node)).toList();
        for (int of = 0; of < classes.count(); of++) {
            int larger = load + classes.one(of);
            if (classes.within(larger)
                    && !found.contains(larger)
                    && judges.takes(classes.pieces(of).getFirst(), node, there, placed)) {
                found.add(larger);
            }
        }
    }

    private List<GangPiece> pieces(Node node, int load) {
        List<GangPiece> pieces = new ArrayList<>(laid.getOrDefault(node, List.of()));
        for (int of = 0; of < classes.count(); of++) {
            for (int i = classes.of(load, of); i > 0; i--) {
                pieces.add(classes.pieces(of).getFirst());
            }
        }
        return pieces;
    }

    /** True when a node takes a load. */
    boolean takes(Node node, int load) {
        for (int one : loads(node)) {
            if (one == load) {
                return true;
            }
        }
        return false;
    }

    @Override
    public long spare(Node node) {
        if (!usable.test(node)) {
            return 0;
        }
        long taken = 0;
        for (GangPiece piece : laid.getOrDefault(node, List.of())) {
            taken += piece.spec().requests().get(classes.resource());
        }
        return Math.max(0, judges.spare(node, classes.resource()) - taken);
    }

    @Override
    public boolean touched(Node node) {
        return laid.containsKey(node);
    }
}
