// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.text.NaturalOrder;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.operation.drain.DrainPace;
import podium.operation.drain.DrainWave;

/**
 * Cuts the nodes of a drain into waves: one domain after the other, and never more nodes at a time than the pace allows. A wave
 * does not reach over two domains, so that what is still in service stays near together for those who are evicted.
 */
final class Waves {
    private Waves() {}

    static List<DrainWave> of(List<Node> nodes, DrainPace pace) {
        if (pace.nodesAtOnce() >= nodes.size()) {
            return List.of(new DrainWave(1, 1, common(nodes), nodes));
        }
        Map<String, List<Node>> domains = new LinkedHashMap<>();
        nodes.stream()
                .sorted(Comparator.comparing(Waves::path, new NaturalOrder())
                        .thenComparing(Node::getName, new NaturalOrder()))
                .forEach(node -> domains.computeIfAbsent(path(node), _ -> new ArrayList<>())
                        .add(node));
        List<List<Node>> parts = new ArrayList<>();
        for (List<Node> domain : domains.values()) {
            for (int from = 0; from < domain.size(); from += pace.nodesAtOnce()) {
                parts.add(domain.subList(from, Math.min(domain.size(), from + pace.nodesAtOnce())));
            }
        }
        List<DrainWave> waves = new ArrayList<>();
        parts.forEach(part -> waves.add(new DrainWave(waves.size() + 1, parts.size(), common(part), part)));
        return waves;
    }

    /** Name of the domain that holds all of them; empty: there is none. */
    private static String common(List<Node> nodes) {
        List<Domain> domains = nodes.stream().map(Node::getDomain).distinct().toList();
        return domains.size() == 1 && domains.getFirst() != null
                ? domains.getFirst().getName()
                : "";
    }

    /** The names of its domains, outermost first. */
    private static String path(Node node) {
        StringBuilder path = new StringBuilder();
        for (@Nullable Domain domain = node.getDomain(); domain != null; domain = domain.getParent()) {
            path.insert(0, domain.getName() + "/");
        }
        return path.toString();
    }
}
