// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Node;

/** A zone with two racks beside a zone without any; one node hangs loose in the first zone. */
class DomainTreeTest {
    private final Cluster cluster = FleetFactory.INSTANCE.createCluster();
    private final Domain zone = domain("zone", "loose");

    DomainTreeTest() {
        zone.getDomains().add(domain("rack-1", "a", "b"));
        zone.getDomains().add(domain("rack-2", "c"));
        cluster.getDomains().add(zone);
        cluster.getDomains().add(domain("other", "d"));
    }

    @Test
    void theOuterComesBeforeWhatLiesWithinIt() {
        assertEquals(List.of("zone", "rack-1", "rack-2", "other"), names(DomainTree.outerFirst(cluster)));
    }

    @Test
    void theSmallerComesFirst() {
        assertEquals(List.of("rack-1", "rack-2", "zone", "other"), names(DomainTree.innerFirst(cluster)));
    }

    @Test
    void theNodesOfADomainAreThoseOfAllWithinIt() {
        assertEquals(
                List.of("a", "b", "c", "loose"),
                DomainTree.nodes(zone).stream().map(Node::getName).toList());
    }

    @Test
    void withinANodeIsThatNodeAndWithinAnotherThingNone() {
        Node node = DomainTree.nodes(zone).getFirst();
        assertEquals(List.of(node), DomainTree.within(node));
        assertEquals(DomainTree.nodes(zone), DomainTree.within(zone));
        assertEquals(List.of(), DomainTree.within(FleetFactory.INSTANCE.createJob()));
    }

    @Test
    void aClusterWithoutDomainsHasNone() {
        Cluster flat = FleetFactory.INSTANCE.createCluster();
        assertEquals(List.of(), DomainTree.outerFirst(flat));
        assertEquals(List.of(), DomainTree.innerFirst(flat));
    }

    private static List<String> names(List<Domain> domains) {
        return domains.stream().map(Domain::getName).toList();
    }

    private static Domain domain(String name, String... nodes) {
        Domain domain = FleetFactory.INSTANCE.createDomain();
        domain.setName(name);
        for (String each : nodes) {
            Node node = FleetFactory.INSTANCE.createNode();
            node.setName(each);
            node.setDomain(domain);
        }
        return domain;
    }
}
