// SPDX-License-Identifier: Apache-2.0
package podium.placement;

import java.util.Map;
import podium.model.fleet.Node;

/**
 * Where each task would lie.
 *
 * @param nodes number of the task in the subject (rank where it has one) to node
 * @param words the layout in a line: "ranks 0-7 on n1, ranks 8-15 on n2"
 */
public record Assignment(Map<Integer, Node> nodes, String words) {
    public Assignment {
        nodes = Map.copyOf(nodes);
    }
}
