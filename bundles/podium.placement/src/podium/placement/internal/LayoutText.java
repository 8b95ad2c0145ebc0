// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import podium.core.text.CleanText;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.placement.Rank;
import podium.placement.Target;

/** A layout in a line: "2 nodes of rack a2: ranks 0-7 on n1, 8-15 on n2". */
final class LayoutText {
    private static final int MOST_NODES = 4;

    private LayoutText() {}

    static String of(Map<Integer, Node> layout, Target target, boolean ranked) {
        Map<Node, List<Integer>> byNode = new LinkedHashMap<>();
        new TreeMap<>(layout).forEach((number, node) -> byNode.computeIfAbsent(node, n -> new ArrayList<>())
                .add(number));
        List<String> parts = new ArrayList<>();
        byNode.forEach((node, numbers) -> {
            if (parts.size() < MOST_NODES) {
                parts.add(Rank.spans(numbers) + " on " + CleanText.clean(node.getName()));
            }
        });
        String rest = byNode.size() > MOST_NODES ? ", and " + (byNode.size() - MOST_NODES) + " more nodes" : "";
        String tasks = layout.size() == 1 ? (ranked ? "rank " : "task ") : (ranked ? "ranks " : "tasks ");
        return where(byNode.size(), target) + ": " + tasks + String.join(", ", parts) + rest;
    }

    private static String where(int nodes, Target target) {
        return switch (target) {
            case Target.OnNode _ -> "on one node";
            case Target.OnDomain on -> (nodes == 1 ? "1 node of " : nodes + " nodes of ") + name(on.domain());
        };
    }

    static String name(Domain domain) {
        return CleanText.domain(domain.getLevel(), domain.getName());
    }
}
