// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.gang;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import podium.core.text.CleanText;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.placement.LayoutAppraisal.Conflict;
import podium.placement.Rank;
import podium.placement.Reason;
import podium.placement.Verdict;
import podium.placement.internal.index.ProhibitedNodes;
import podium.placement.internal.rule.InterPodAffinityRule.Placed;
import podium.placement.internal.task.GangPiece;
import podium.placement.internal.verdict.PieceVerdicts;
import podium.placement.texts.Texts;

/** Why a proposed layout does not fit, node by node, in words. In the realm. */
final class LayoutConflicts {
    private final PieceVerdicts judges;
    private final List<Placed> placed;
    private final boolean ranked;
    private final boolean single;
    private final ProhibitedNodes bars;

    /** @param single whether the job has but one, which needs no name */
    LayoutConflicts(PieceVerdicts judges, List<Placed> placed, boolean ranked, boolean single, ProhibitedNodes bars) {
        this.single = single;
        this.bars = bars;
        this.judges = judges;
        this.placed = placed;
        this.ranked = ranked;
    }

    List<Conflict> find() {
        Map<Node, List<GangPiece>> byNode = new LinkedHashMap<>();
        placed.forEach(one ->
                byNode.computeIfAbsent(one.node(), node -> new ArrayList<>()).add(one.piece()));
        List<Conflict> conflicts = new ArrayList<>();
        byNode.forEach((node, pieces) -> on(node, pieces, conflicts));
        return conflicts;
    }

    private void on(Node node, List<GangPiece> pieces, List<Conflict> conflicts) {
        Map<String, List<GangPiece>> wrong = new LinkedHashMap<>();
        List<GangPiece> there = new ArrayList<>();
        List<GangPiece> tooMany = new ArrayList<>();
        for (GangPiece piece : pieces) {
            Optional<String> why = alone(piece, node).or(() -> keptOff(piece, node));
            if (why.isPresent()) {
                wrong.computeIfAbsent(why.get(), reason -> new ArrayList<>()).add(piece);
            } else if (judges.takes(piece, node, there, List.of())) {
                there.add(piece);
            } else {
                tooMany.add(piece);
            }
        }
        wrong.forEach((why, those) -> conflicts.add(conflict(node, those, why)));
        if (!tooMany.isEmpty()) {
            conflicts.add(conflict(node, tooMany, judges.noRoom(tooMany.getFirst(), node, there)));
        }
    }

    /** Why the node does not take the piece, whatever else is proposed. A cordon counts: what is pinned there waits for ever. */
    private Optional<String> alone(GangPiece piece, Node node) {
        Optional<String> refused = bars.node(node);
        if (refused.isPresent()) {
            return refused;
        }
        Optional<Verdict> verdict = judges.verdict(piece, node);
        if (verdict.isEmpty()) {
            return Optional.of(Texts.of("LayoutConflicts.theNodeIsGone"));
        }
        Verdict found = verdict.get();
        if (!found.fit().takes()) {
            return Optional.of(
                    found.reasons().isEmpty()
                            ? Texts.of("LayoutConflicts.doesNotFit")
                            : found.reasons().getFirst());
        }
        return found.why().stream()
                .filter(reason -> reason.kind() == Reason.Kind.CORDON)
                .findFirst()
                .map(Reason::words);
    }

    private Optional<String> keptOff(GangPiece piece, Node node) {
        return judges.related()
                ? judges.keptOff(
                        piece,
                        node,
                        placed.stream().filter(one -> one.piece() != piece).toList())
                : Optional.empty();
    }

    private Conflict conflict(Node node, List<GangPiece> pieces, String why) {
        Set<Task> tasks = new LinkedHashSet<>();
        pieces.forEach(piece -> piece.task().ifPresent(tasks::add));
        String ranks =
                names(ranked, pieces.stream().map(GangPiece::number).sorted().toList());
        String name = CleanText.clean(node.getName());
        String words = single
                ? Texts.of("LayoutConflicts.itOnNode", name, why)
                : Texts.of("LayoutConflicts.onNode", ranks, name, why);
        return new Conflict(node, tasks, ranks, words);
    }

    private static String names(boolean ranked, List<Integer> numbers) {
        String spans = Rank.spans(numbers);
        return ranked
                ? Rank.named(numbers)
                : numbers.size() == 1
                        ? Texts.of("LayoutConflicts.task", spans)
                        : Texts.of("LayoutConflicts.tasks", spans);
    }
}
