// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.placement.Rank;

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

    /** True when a rank on the node cannot lie there. */
    public boolean conflicts(Node node) {
        return ranks.getOrDefault(node, List.of()).stream().anyMatch(rank -> conflicting.contains(rank.task()));
    }
}
