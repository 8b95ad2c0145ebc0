// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.gang;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.text.Counted;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.placement.texts.Texts;

/**
 * How near ranks lie, in words: the lowest domain around all of them, how many domains and nodes below it they touch, and their rank
 * crossings: "1 block, 2 racks, 4 nodes; 2 pairs of neighbouring ranks split across nodes, 1 across racks".
 */
final class LocalityText {
    private LocalityText() {}

    /** Words for ranks that lie on nodes; empty text: none does. */
    static String of(SortedMap<Integer, Node> ranks) {
        return ranks.isEmpty() ? "" : touched(ranks.values()) + crossings(ranks);
    }

    private static String touched(Collection<Node> nodes) {
        Map<String, Set<Object>> levels = new LinkedHashMap<>();
        List<Domain> around = common(nodes);
        for (Node node : nodes) {
            for (Domain domain : path(node)) {
                if (!around.contains(domain) || around.getLast() == domain) {
                    levels.computeIfAbsent(
                                    domain.getLevel(), level -> Collections.newSetFromMap(new IdentityHashMap<>()))
                            .add(domain);
                }
            }
        }
        List<String> parts = new ArrayList<>();
        levels.forEach((level, domains) -> parts.add(Counted.of(domains.size(), level)));
        Set<Node> distinct = Collections.newSetFromMap(new IdentityHashMap<>());
        distinct.addAll(nodes);
        parts.add(Counted.of(distinct.size(), "node"));
        return String.join(", ", parts);
    }

    private static String crossings(SortedMap<Integer, Node> ranks) {
        Map<String, Integer> crossings = new LinkedHashMap<>();
        Optional<Map.Entry<Integer, Node>> last = Optional.empty();
        for (Map.Entry<Integer, Node> next : ranks.entrySet()) {
            last.filter(before -> before.getKey() + 1 == next.getKey())
                    .flatMap(before -> between(before.getValue(), next.getValue()))
                    .ifPresent(what -> crossings.merge(what, 1, Integer::sum));
            last = Optional.of(next);
        }
        List<String> parts = new ArrayList<>();
        crossings.forEach((what, count) -> parts.add(
                parts.isEmpty()
                        ? Texts.of("LocalityText.splitAcross", Counted.of(count, "rank pair"), Counted.noun(2, what))
                        : Texts.of("LocalityText.across", count, Counted.noun(2, what))));
        return parts.isEmpty() ? "" : "; " + String.join(", ", parts);
    }

    /** The widest thing that lies between two nodes: the children of their lowest common domain; empty: it is one node. */
    private static Optional<String> between(Node a, Node b) {
        if (a == b) {
            return Optional.empty();
        }
        List<Domain> common = common(List.of(a, b));
        List<Domain> path = path(a);
        return Optional.of(path.size() > common.size() ? path.get(common.size()).getLevel() : "node");
    }

    /** Domains around all of them, from the top. */
    private static List<Domain> common(Collection<Node> nodes) {
        List<Domain> common = new ArrayList<>(path(nodes.iterator().next()));
        nodes.forEach(node -> common.retainAll(path(node)));
        return common;
    }

    private static List<Domain> path(Node node) {
        List<Domain> path = new ArrayList<>();
        for (@Nullable Domain d = node.getDomain(); d != null; d = d.getParent()) {
            path.addFirst(d);
        }
        return path;
    }
}
