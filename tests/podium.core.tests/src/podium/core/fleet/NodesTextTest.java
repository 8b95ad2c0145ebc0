// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Node;

/** Which nodes are drained or cordoned reads as the operator thinks of them. */
class NodesTextTest {
    private final Cluster cluster = FleetFactory.INSTANCE.createCluster();
    private final Domain zone = FleetFactory.INSTANCE.createDomain();
    private final List<Node> first = rack("rack-1", 4);
    private final List<Node> second = rack("rack-2", 2);

    NodesTextTest() {
        zone.setName("north");
        zone.setLevel("zone");
        cluster.getDomains().add(zone);
    }

    private List<Node> rack(String name, int nodes) {
        Domain rack = FleetFactory.INSTANCE.createDomain();
        rack.setName(name);
        rack.setLevel("rack");
        for (int i = 1; i <= nodes; i++) {
            Node node = FleetFactory.INSTANCE.createNode();
            node.setName(name + "-n" + i);
            cluster.getNodes().add(node);
            rack.getNodes().add(node);
        }
        zone.getDomains().add(rack);
        return List.copyOf(rack.getNodes());
    }

    @Test
    void aWholeDomainIsNamedWhateverTheOrderOfItsNodes() {
        assertEquals("all 4 nodes of rack-1", NodesText.of(first.reversed()));
        assertEquals("both nodes of rack-2", NodesText.of(second));
        assertEquals(
                "all 6 nodes of zone north",
                NodesText.of(Stream.concat(first.stream(), second.stream()).toList()));
    }

    @Test
    void aFewNodesAreNamedAndMoreAreCounted() {
        assertEquals("rack-1-n1", NodesText.of(first.subList(0, 1)));
        assertEquals("rack-1-n1, rack-1-n2, rack-1-n3", NodesText.of(first.subList(0, 3)));
        assertEquals(
                "5 nodes",
                NodesText.of(
                        Stream.concat(first.stream(), second.stream().limit(1)).toList()));
    }
}
