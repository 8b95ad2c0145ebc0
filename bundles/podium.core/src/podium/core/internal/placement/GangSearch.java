// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.Holdings;
import podium.core.internal.placement.Relations.Placed;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.value.TaskSpec;

/**
 * Lays out tasks that differ from each other or keep each other at a distance, by search: largest first, nodes in the
 * order of the tree, going back when stuck. Complete while the search stays within its number of steps, which it does
 * for small gangs; beyond, an existing layout may be missed, never a wrong one given.
 */
final class GangSearch {
    private static final int STEPS = 200_000;

    private final List<Piece> pieces;
    private final List<Node> nodes;
    private final ClusterIndex index;
    private final Map<TaskSpec, Judge> judges = new IdentityHashMap<>();
    private final Map<Node, List<Piece>> laid = new IdentityHashMap<>();
    private final List<Placed> placed = new ArrayList<>();
    private int steps;

    /** What of one kind of piece can be said before any other is laid out. */
    private record Judge(
            Probe probe, RowCheck check, @Nullable Relations relations) {}

    GangSearch(Job job, List<Piece> pieces, List<Node> nodes, ClusterIndex index, Cluster cluster) {
        this.pieces = new ArrayList<>(pieces);
        this.nodes = nodes;
        this.index = index;
        this.pieces.sort(Comparator.comparingInt((Piece piece) -> -Holdings.asked(piece.spec())));
        for (Piece piece : pieces) {
            judges.computeIfAbsent(piece.spec(), spec -> {
                Probe probe = new Probe(job, pieces, piece);
                boolean related = Relations.concern(probe, index)
                        || pieces.stream()
                                .anyMatch(
                                        other -> !other.spec().podAntiAffinity().isEmpty());
                return new Judge(
                        probe, new RowCheck(probe, index, null), related ? Relations.of(probe, index, cluster) : null);
            });
        }
    }

    /** Node of each piece by number; empty: none found. */
    Optional<Map<Integer, Node>> search() {
        if (!place(0)) {
            return Optional.empty();
        }
        Map<Integer, Node> layout = new HashMap<>();
        placed.forEach(one -> layout.put(one.piece().number(), one.node()));
        return Optional.of(layout);
    }

    private boolean place(int at) {
        if (at == pieces.size()) {
            return true;
        }
        Piece piece = pieces.get(at);
        for (Node node : nodes) {
            if (++steps > STEPS) {
                return false;
            }
            if (fits(piece, node)) {
                laid.computeIfAbsent(node, n -> new ArrayList<>()).add(piece);
                placed.add(new Placed(piece, node));
                if (place(at + 1)) {
                    return true;
                }
                placed.removeLast();
                laid.getOrDefault(node, List.of()).removeLast();
            }
        }
        return false;
    }

    private boolean fits(Piece piece, Node node) {
        Judge judge = judges.get(piece.spec());
        int row = index.row(node);
        if (judge == null || row < 0) {
            return false;
        }
        List<Piece> there = laid.getOrDefault(node, List.of());
        return judge.check().takes(row, there)
                && (judge.relations() == null
                        || judge.relations().refusal(node, placed).isEmpty());
    }
}
