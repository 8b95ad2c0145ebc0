// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.verdict;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.placement.Rank;
import podium.placement.Verdict;
import podium.placement.internal.index.ClusterIndex;
import podium.placement.internal.index.ResourceText;
import podium.placement.internal.rule.InterPodAffinityRule;
import podium.placement.internal.rule.InterPodAffinityRule.Placed;
import podium.placement.internal.rule.RowCheck;
import podium.placement.internal.task.GangClasses;
import podium.placement.internal.task.GangPiece;
import podium.placement.internal.task.TaskProbe;
import podium.placement.texts.Texts;

/** What can be said of each piece of a gang on each node, alone and beside others of the gang. In the realm. */
public final class PieceVerdicts {
    private final ClusterIndex index;
    private final Map<GangPiece, Judge> judges = new IdentityHashMap<>();
    private final boolean related;

    /** What of one kind of piece can be said before any other is laid out. */
    private record Judge(
            TaskProbe probe, RowCheck check, @Nullable InterPodAffinityRule relations) {}

    /** @param classes the pieces by what they ask for and how they are labelled */
    public PieceVerdicts(Job job, List<GangPiece> pieces, GangClasses classes, ClusterIndex index, Cluster cluster) {
        this.index = index;
        boolean found = false;
        for (int of = 0; of < classes.count(); of++) {
            GangPiece first = classes.pieces(of).getFirst();
            TaskProbe probe = new TaskProbe(job, pieces, first);
            boolean concerned = InterPodAffinityRule.concern(probe, index)
                    || pieces.stream()
                            .anyMatch(other -> !other.spec().podAntiAffinity().isEmpty());
            InterPodAffinityRule relations = concerned ? InterPodAffinityRule.of(probe, index, cluster) : null;
            Judge judge = new Judge(probe, new RowCheck(probe, index, relations), relations);
            classes.pieces(of).forEach(piece -> judges.put(piece, judge));
            found |= concerned;
        }
        related = found;
    }

    /** True when pods near a node can matter to a piece. */
    public boolean related() {
        return related;
    }

    /** The verdict of a node for one piece alone; empty: the node is of another cluster. */
    public Optional<Verdict> verdict(GangPiece piece, Node node) {
        int row = index.row(node);
        return row < 0 ? Optional.empty() : Optional.of(judge(piece).check.verdict(row));
    }

    /**
     * Whether a node takes a piece beside these.
     *
     * @param there pieces that are thought to lie on the node
     * @param placed all pieces that are thought to lie anywhere, for rules between pods
     */
    public boolean takes(GangPiece piece, Node node, List<GangPiece> there, List<Placed> placed) {
        Judge judge = judge(piece);
        int row = index.row(node);
        return row >= 0
                && judge.check.takes(row, there)
                && (judge.relations == null
                        || judge.relations.refusal(node, placed).isEmpty());
    }

    /** Why pods of the gang that are thought to lie elsewhere keep a piece off a node; empty: they do not. */
    public Optional<String> keptOff(GangPiece piece, Node node, List<Placed> placed) {
        InterPodAffinityRule relations = judge(piece).relations;
        return relations == null ? Optional.empty() : relations.refusal(node, placed);
    }

    /** Why a node that takes a piece alone does not take it beside others of the gang, with the numbers. */
    public String noRoom(GangPiece piece, Node node, List<GangPiece> there) {
        String resource = new GangClasses(List.of(piece), false).resource();
        long asked = piece.spec().requests().get(resource);
        long left = spare(node, resource)
                - there.stream()
                        .mapToLong(other -> other.spec().requests().get(resource))
                        .sum();
        String room = resource.isEmpty() || left >= asked
                ? Texts.of("PieceVerdicts.noRoom")
                : Texts.of(
                        "PieceVerdicts.needsLeft",
                        ResourceText.words(resource, asked),
                        ResourceText.number(resource, Math.max(0, left)));
        if (there.isEmpty()) {
            return room;
        }
        String ranks = Rank.named(there.stream().map(GangPiece::number).sorted().toList());
        return Texts.of("PieceVerdicts.beside", room, ranks);
    }

    /** Units of a resource that are free on a node once the gang's own pods there are gone. */
    public long spare(Node node, String resource) {
        int row = index.row(node);
        if (row < 0 || resource.isEmpty()) {
            return 0;
        }
        int column = index.column(resource);
        TaskProbe.Credit credit = judges.values().iterator().next().probe.credit(node);
        long back = credit == null ? 0 : credit.requests().get(resource);
        return Math.max(0, index.allocatable(column, row) - index.used(column, row) + back);
    }

    private Judge judge(GangPiece piece) {
        Judge judge = judges.get(piece);
        if (judge == null) {
            throw new IllegalArgumentException("not a piece of this gang: " + piece.number());
        }
        return judge;
    }
}
