// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import podium.core.text.CleanText;
import podium.core.text.Counted;
import podium.model.fleet.Node;
import podium.placement.Rank;
import podium.placement.texts.Texts;

/** A layout in a line, which stands behind the name of its place: "ranks 0-7 on n1, rank 8 on n2". */
final class LayoutText {
    private static final int MOST_NODES = 4;

    private LayoutText() {}

    static String of(Map<Integer, Node> layout, boolean ranked) {
        Map<Node, List<Integer>> byNode = new LinkedHashMap<>();
        new TreeMap<>(layout).forEach((number, node) -> byNode.computeIfAbsent(node, n -> new ArrayList<>())
                .add(number));
        if (layout.size() == 1) { // which of them needs no word
            return Texts.of(
                    "LayoutText.onNode",
                    CleanText.clean(layout.values().iterator().next().getName()));
        }
        List<String> parts = new ArrayList<>();
        byNode.forEach((node, numbers) -> {
            if (parts.size() < MOST_NODES) {
                parts.add(Texts.of(
                        "LayoutText.ranksOnNode",
                        Counted.noun(numbers.size(), ranked ? "rank" : "task"),
                        Rank.spans(numbers),
                        CleanText.clean(node.getName())));
            }
        });
        int more = byNode.size() - MOST_NODES;
        String listed = String.join(", ", parts);
        return more > 0 ? Texts.of("LayoutText.andMoreNodes", listed, Counted.of(more, "more node")) : listed;
    }
}
