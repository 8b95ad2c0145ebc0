// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import podium.core.text.CleanText;
import podium.core.text.Counted;
import podium.core.texts.Texts;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;

/** Which nodes these are, in a few words for a title: all 8 nodes of rack-3; a1-n1, a1-n2; 5 nodes. In the realm. */
public final class NodesText {
    private static final int NAMED = 3;

    private NodesText() {}

    /** @param nodes of one cluster */
    public static String of(List<Node> nodes) {
        if (nodes.size() > 1) {
            Optional<String> whole = domain(nodes)
                    .map(domain -> Texts.of(
                            "NodesText.allOfADomain",
                            Counted.all(nodes.size(), "node"),
                            CleanText.domain(domain.getLevel(), domain.getName())));
            if (whole.isPresent()) {
                return whole.get();
            }
        }
        return nodes.size() <= NAMED
                ? nodes.stream().map(Node::getName).map(CleanText::clean).collect(Collectors.joining(", "))
                : Counted.of(nodes.size(), "node");
    }

    /** The smallest domain that holds these and no others; empty: there is none. */
    private static Optional<Domain> domain(List<Node> nodes) {
        Cluster cluster = nodes.getFirst().getCluster();
        return cluster == null
                ? Optional.empty()
                : DomainTree.innerFirst(cluster).stream()
                        .filter(domain -> new HashSet<>(DomainTree.nodes(domain)).equals(new HashSet<>(nodes)))
                        .findFirst();
    }
}
