// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.gang;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import podium.core.fleet.Holdings;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.placement.GangLayoutService;
import podium.placement.LayoutAppraisal;
import podium.placement.Rank;
import podium.placement.Subject;
import podium.placement.internal.index.ClusterIndex;
import podium.placement.internal.index.ProhibitedNodes;
import podium.placement.internal.rule.InterPodAffinityRule.Placed;
import podium.placement.internal.task.GangClasses;
import podium.placement.internal.task.GangPiece;
import podium.placement.internal.verdict.PieceVerdicts;

/** The ranks of a gang at the gate, and what a proposal for them is worth. In the realm. */
public final class GangProposals {
    private GangProposals() {}

    public static List<Rank> ranks(Job job) {
        List<GangPiece> pieces = pieces(job, held(job));
        boolean ranked = ranked(pieces);
        return pieces.stream()
                .map(piece ->
                        new Rank(piece.number(), ranked, piece.task().orElseThrow(), Holdings.asked(piece.spec())))
                .toList();
    }

    public static LayoutAppraisal appraise(
            Job job, Map<Task, Node> proposal, ClusterIndex index, ProhibitedNodes bars) {
        List<GangPiece> pieces = pieces(job, proposal.keySet());
        if (pieces.isEmpty()) {
            return new LayoutAppraisal("", List.of());
        }
        List<Placed> placed = new ArrayList<>();
        SortedMap<Integer, Node> ranks = new TreeMap<>();
        for (GangPiece piece : pieces) {
            Node node = proposal.get(piece.task().orElseThrow());
            if (node != null) {
                placed.add(new Placed(piece, node));
                ranks.put(piece.number(), node);
            }
        }
        PieceVerdicts judges = new PieceVerdicts(job, pieces, new GangClasses(pieces, true), index, bars.cluster());
        return new LayoutAppraisal(
                LocalityText.of(ranks),
                new LayoutConflicts(
                                judges, placed, ranked(pieces), pieces.size() == 1 && job.getWantedTasks() <= 1, bars)
                        .find());
    }

    private static List<Task> held(Job job) {
        return job.getTasks().stream()
                .filter(task -> task.getPhase() == TaskPhase.GATED
                        && task.getSpec() != null
                        && task.getSpec().gates().contains(GangLayoutService.GATE))
                .toList();
    }

    /** Those of the held tasks of a job, each with the number that it has among all of them. */
    public static List<GangPiece> pieces(Job job, Collection<Task> tasks) {
        Set<Task> wanted = Collections.newSetFromMap(new IdentityHashMap<>());
        wanted.addAll(tasks);
        List<Task> held = held(job);
        return held.isEmpty()
                ? List.of()
                : GangPiece.of(new Subject(job, held)).stream()
                        .filter(piece -> wanted.contains(piece.task().orElseThrow()))
                        .toList();
    }

    private static boolean ranked(List<GangPiece> pieces) {
        return pieces.stream().allMatch(piece -> piece.task().map(Task::getRank).isPresent());
    }
}
