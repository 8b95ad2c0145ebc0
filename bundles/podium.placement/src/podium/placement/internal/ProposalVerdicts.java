// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.placement.Fit;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.placement.internal.gang.GangFit;
import podium.placement.internal.gang.GangProposals;
import podium.placement.internal.index.ClusterIndex;
import podium.placement.internal.rule.InterPodAffinityRule.Placed;
import podium.placement.internal.task.GangClasses;
import podium.placement.internal.task.GangPiece;
import podium.placement.internal.verdict.PieceVerdicts;
import podium.placement.internal.verdict.SubjectVerdicts;
import podium.placement.texts.Texts;

/**
 * Some ranks of a gang held against the nodes beside the other ranks of a proposal. Kept while the ranks are dragged: only
 * nodes that changed are judged anew. In the realm.
 */
final class ProposalVerdicts {
    private final Subject moved;
    private final SubjectVerdicts verdicts;
    private final ClusterIndex index;
    private final Cluster cluster;
    private final List<Placed> laid = new ArrayList<>();
    private final Map<Node, List<GangPiece>> laidOn = new LinkedHashMap<>();
    private final List<GangPiece> all;
    private final GangClasses classes;
    private final Map<Task, Node> proposal;
    private final Map<Integer, Verdict> beside = new HashMap<>();
    private @Nullable PieceVerdicts judges;
    private long judgesAt;
    private long besideAt = -1;

    /**
     * A board.
     *
     * @param verdicts of the tasks that are moved, as if nothing were proposed
     * @param proposal where the other tasks lie; those that are moved are left out of it
     */
    ProposalVerdicts(
            Subject moved, SubjectVerdicts verdicts, Map<Task, Node> proposal, ClusterIndex index, Cluster cluster) {
        this.moved = moved;
        this.verdicts = verdicts;
        this.index = index;
        this.cluster = cluster;
        List<Task> others = new ArrayList<>(proposal.keySet());
        Set<Task> picked = Collections.newSetFromMap(new IdentityHashMap<>());
        picked.addAll(moved.tasks());
        others.removeIf(picked::contains);
        if (!others.isEmpty()) {
            for (GangPiece piece : GangProposals.pieces(moved.job(), others)) {
                Node node = proposal.get(piece.task().orElseThrow());
                if (node != null) {
                    laid.add(new Placed(piece, node));
                    laidOn.computeIfAbsent(node, n -> new ArrayList<>()).add(piece);
                }
            }
        }
        this.proposal = Map.copyOf(proposal);
        this.all = new ArrayList<>(verdicts.pieces);
        laid.forEach(one -> all.add(one.piece()));
        this.classes = new GangClasses(all, true);
    }

    /** True when this is the board for these. */
    boolean isFor(SubjectVerdicts of, Map<Task, Node> proposed) {
        return verdicts == of && proposal.equals(proposed);
    }

    private PieceVerdicts judges() {
        PieceVerdicts known = judges;
        if (known == null || judgesAt != index.version()) {
            known = new PieceVerdicts(moved.job(), all, classes, index, cluster);
            judges = known;
            judgesAt = index.version();
        }
        return known;
    }

    /** Every node's verdict for one of the tasks. */
    Map<Node, Verdict> verdicts() {
        if (besideAt != index.version()) {
            refresh();
            besideAt = index.version();
        }
        return verdicts.map(beside);
    }

    private void refresh() {
        if (judges().related() && !laid.isEmpty()) {
            for (int row = 0; row < index.rows(); row++) {
                Node node = index.node(row);
                if (node != null) {
                    beside.put(row, beside(node, row));
                }
            }
            return;
        }
        if (laidOn.keySet().stream().anyMatch(node -> index.row(node) < 0)) {
            beside.clear(); // the row of a node that is gone may be another's
            besideAt = -1;
        }
        for (Node node : laidOn.keySet()) {
            int row = index.row(node);
            if (row >= 0 && index.changedAt(row) > besideAt) {
                beside.put(row, beside(node, row));
            }
        }
    }

    /** The verdict of a node with what is proposed to lie there and elsewhere. */
    private Verdict beside(Node node, int row) {
        Verdict alone = verdicts.at(row);
        if (!alone.fit().takes()) {
            return alone;
        }
        int fit = first(node).size();
        if (fit > 0) {
            return new Verdict(alone.fit(), fit, alone.score(), alone.why(), alone.evicts());
        }
        GangPiece piece = verdicts.pieces.getFirst();
        String why = judges().keptOff(piece, node, laid)
                .orElseGet(() -> judges().noRoom(piece, node, laidOn.getOrDefault(node, List.of())));
        return new Verdict(Fit.DOES_NOT_FIT, List.of(why), 0, 0);
    }

    /** The tasks, in order of rank, that a node takes one after the other beside what is proposed. */
    private List<GangPiece> first(Node node) {
        List<GangPiece> there = new ArrayList<>(laidOn.getOrDefault(node, List.of()));
        List<Placed> placed = new ArrayList<>(laid);
        List<GangPiece> taken = new ArrayList<>();
        for (GangPiece piece : verdicts.pieces) {
            if (!judges().takes(piece, node, there, placed)) {
                break;
            }
            there.add(piece);
            placed.add(new Placed(piece, node));
            taken.add(piece);
        }
        return taken;
    }

    Verdict verdict(Target target) {
        if (laid.isEmpty()) {
            return new TargetVerdict(verdicts, index, new GangFit(verdicts, index, cluster)).of(target);
        }
        int wanted = verdicts.pieces.size();
        if (target instanceof Target.OnNode(Node node)) {
            int row = index.row(node);
            Verdict one = row < 0 ? new Verdict(Fit.DOES_NOT_FIT, List.of(), 0, 0) : beside(node, row);
            return !one.fit().takes() || one.tasksThatFit() == wanted
                    ? one
                    : new Verdict(
                            Fit.DOES_NOT_FIT,
                            List.of(Texts.of("ProposalVerdicts.roomForOfBeside", one.tasksThatFit(), wanted)),
                            one.tasksThatFit(),
                            0);
        }
        GangFit gang = new GangFit(verdicts, index, cluster, laid);
        return gang.fitting(target).now()
                ? new TargetVerdict(verdicts, index, new GangFit(verdicts, index, cluster)).of(target)
                : new Verdict(Fit.DOES_NOT_FIT, List.of(Texts.of("ProposalVerdicts.itsTasksDoNot")), 0, 0);
    }

    /** The best layout of as many tasks as the target takes, the first in rank first. */
    Map<Task, Node> layout(Optional<Target> target) {
        if (target.isPresent() && target.get() instanceof Target.OnNode(Node node)) {
            int row = index.row(node);
            List<GangPiece> taken = row < 0 || !verdicts.at(row).fit().takes() ? List.of() : first(node);
            return tasks(taken, piece -> node);
        }
        int least = 0;
        int most = verdicts.pieces.size();
        Map<Task, Node> best = lay(most, target);
        if (!best.isEmpty()) {
            return best;
        }
        while (most - least > 1) { // least tasks fit, most do not
            int middle = (least + most) / 2;
            Map<Task, Node> found = lay(middle, target);
            if (found.isEmpty()) {
                most = middle;
            } else {
                best = found;
                least = middle;
            }
        }
        return best;
    }

    private Map<Task, Node> lay(int count, Optional<Target> target) {
        List<GangPiece> pieces = verdicts.pieces.subList(0, count);
        SubjectVerdicts some = count == verdicts.pieces.size() ? verdicts : verdicts.of(pieces);
        GangFit gang = new GangFit(some, index, cluster, laid);
        Optional<Map<Integer, Node>> layout = target.isPresent() ? gang.layout(target.get()) : gang.anywhere();
        return layout.isEmpty() ? Map.of() : tasks(pieces, piece -> layout.get().get(piece.number()));
    }

    private static Map<Task, Node> tasks(List<GangPiece> pieces, Function<GangPiece, Node> where) {
        Map<Task, Node> tasks = new LinkedHashMap<>();
        pieces.forEach(piece -> tasks.put(piece.task().orElseThrow(), where.apply(piece)));
        return tasks;
    }
}
