// SPDX-License-Identifier: Apache-2.0
package podium.core.dra;

import java.util.List;
import podium.model.value.Labels;
import podium.model.value.NodeTerm;

/**
 * From which nodes devices can be reached. At most one of the first three says so; none: from no node.
 *
 * @param node name of the only node; empty: not by name
 * @param all from every node
 * @param terms from the nodes that one of these matches; empty: not by labels
 * @param each each device says it by itself (perDeviceNodeSelection)
 */
public record NodeReach(String node, boolean all, List<NodeTerm> terms, boolean each) {
    /** Nothing is said. */
    public static final NodeReach NOWHERE = new NodeReach("", false, List.of(), false);

    public NodeReach {
        terms = List.copyOf(terms);
    }

    public static NodeReach of(String node) {
        return new NodeReach(node, false, List.of(), false);
    }

    /** True when it says anything about nodes itself. */
    public boolean given() {
        return !node.isEmpty() || all || !terms.isEmpty();
    }

    public boolean reaches(String name, Labels labels) {
        return node.isEmpty() ? all || terms.stream().anyMatch(term -> term.matches(name, labels)) : node.equals(name);
    }
}
