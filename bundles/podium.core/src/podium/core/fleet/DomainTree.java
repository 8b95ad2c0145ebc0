// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.ecore.EObject;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;

/** The domains of a cluster with all that lie within others, and the nodes below one. In the realm. */
public final class DomainTree {
    private DomainTree() {}

    /** A domain before those within it, in the order of the tree. */
    public static List<Domain> outerFirst(Cluster cluster) {
        List<Domain> all = new ArrayList<>();
        cluster.getDomains().forEach(domain -> outerFirst(domain, all));
        return all;
    }

    private static void outerFirst(Domain domain, List<Domain> all) {
        all.add(domain);
        domain.getDomains().forEach(child -> outerFirst(child, all));
    }

    /** A domain after those within it, so that among equals the smaller comes first. */
    public static List<Domain> innerFirst(Cluster cluster) {
        List<Domain> all = new ArrayList<>();
        cluster.getDomains().forEach(domain -> innerFirst(domain, all));
        return all;
    }

    private static void innerFirst(Domain domain, List<Domain> all) {
        domain.getDomains().forEach(child -> innerFirst(child, all));
        all.add(domain);
    }

    /** The nodes of a domain: of those within it, then its own. */
    public static List<Node> nodes(Domain domain) {
        List<Node> nodes = new ArrayList<>();
        collect(domain, nodes);
        return nodes;
    }

    /** The nodes of a cluster, a domain or a node; of another thing none. */
    public static List<Node> within(EObject thing) {
        return switch (thing) {
            case Cluster cluster -> cluster.getNodes();
            case Domain domain -> nodes(domain);
            case Node node -> List.of(node);
            default -> List.of();
        };
    }

    private static void collect(Domain domain, List<Node> nodes) {
        domain.getDomains().forEach(child -> collect(child, nodes));
        nodes.addAll(domain.getNodes());
    }
}
