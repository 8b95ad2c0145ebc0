// SPDX-License-Identifier: Apache-2.0
package podium.placement;

import java.util.List;
import java.util.Set;
import podium.model.fleet.Node;
import podium.model.fleet.Task;

/**
 * What a proposal is worth.
 *
 * @param score how near the ranks lie, in words: "1 rack, 2 nodes; 1 pair of neighbouring ranks split across nodes"; empty text: nothing
 *     lies anywhere
 * @param conflicts what does not hold, by node
 */
public record LayoutAppraisal(String score, List<Conflict> conflicts) {
    public LayoutAppraisal {
        conflicts = List.copyOf(conflicts);
    }

    /**
     * Tasks that cannot lie where they are proposed.
     *
     * @param ranks which they are: "ranks 0-7"
     * @param words which ranks, where, the rule and the numbers
     */
    public record Conflict(Node node, Set<Task> tasks, String ranks, String words) {
        public Conflict {
            tasks = Set.copyOf(tasks);
        }
    }
}
