// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import podium.core.text.CleanText;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.placement.Rank;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.model.CanvasTooltip.Line;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.internal.scene.SceneStates;
import podium.ui.topology.texts.Texts;

/**
 * Ranks of the board as the canvas shows them.
 *
 * @param ranks in order of rank, by the node that they would go to
 * @param conflicting tasks that cannot lie where they are
 */
public record ProposedRanks(Map<Node, List<Rank>> ranks, Set<Task> conflicting) {
    public static final ProposedRanks NONE = new ProposedRanks(Map.of(), Set.of());

    public ProposedRanks {
        ranks = Map.copyOf(ranks);
        conflicting = Set.copyOf(conflicting);
    }

    /** What is planned for a node, or for the device that a rank is drawn on; empty: nothing. In the realm. */
    Optional<Line> line(Hit hit, Scene scene, SceneStates states) {
        if (!(hit.box().subject() instanceof Node node)) {
            return Optional.empty();
        }
        List<Rank> all = ranks.getOrDefault(node, List.of());
        List<Rank> here = hit.cell()
                .map(cell -> RankCells.at(scene, states, cell, all).stream().toList())
                .orElse(all);
        return here.stream().findFirst().map(first -> {
            String job = CleanText.clean(
                    first.task().getJob() == null
                            ? first.task().getName()
                            : first.task().getJob().getName());
            String ranks = Rank.named(here.stream().map(Rank::number).toList());
            return new Line(
                    Texts.of("ProposedRanks.planned"),
                    Texts.of("ProposedRanks.ranksOf", ranks, job),
                    conflicts(node) ? Name.CRITICAL : Name.WAITING);
        });
    }

    /** True when a rank on the node cannot lie there. */
    public boolean conflicts(Node node) {
        return ranks.getOrDefault(node, List.of()).stream().anyMatch(rank -> conflicting.contains(rank.task()));
    }
}
