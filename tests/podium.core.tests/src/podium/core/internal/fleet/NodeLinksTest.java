// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.core.change.Change;
import podium.core.change.DeviceLink;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.model.fleet.Health;
import podium.model.fleet.Link;
import podium.model.fleet.LinkKind;
import podium.model.fleet.Node;

class NodeLinksTest {
    private final FleetBench bench = new FleetBench();

    @BeforeEach
    void twoNodes() {
        bench.show(Seen.gpuNode("n1", 4));
        bench.show(Seen.gpuNode("n2", 4));
    }

    @Test
    void aMeasuredLinkJoinsTheDevicesOfItsNode() {
        bench.show(new Change.LinksSeen("n1", List.of(link(0, 3, Health.DEGRADED), toHost(2))));
        Node node = bench.node("n1");
        Link pair = links().getFirst();
        assertSame(node.getAccelerators().get(0), pair.getFrom());
        assertSame(node.getAccelerators().get(3), pair.getTo());
        assertEquals(Health.DEGRADED, pair.getHealth());
        assertEquals(LinkKind.NVLINK, pair.getKind());
        assertEquals(100e9, pair.getBytesPerSecond());
        Link host = links().getLast();
        assertSame(node, host.getTo(), "the memory of the node");
        assertNull(host.getBytesPerSecond(), "nothing could be expected");
    }

    @Test
    void aMeasurementReplacesTheLastOneOfItsNodeOnly() {
        bench.show(new Change.LinksSeen("n1", List.of(link(0, 1, Health.DEGRADED), link(0, 2, Health.HEALTHY))));
        bench.show(new Change.LinksSeen("n2", List.of(link(0, 1, Health.HEALTHY))));
        bench.show(new Change.LinksSeen("n1", List.of(link(2, 3, Health.HEALTHY))));
        assertEquals(2, links().size());
        assertSame(bench.node("n1").getAccelerators().get(2), links().getLast().getFrom());
    }

    @Test
    void linksGoWithTheirDevicesAndTheirNode() {
        bench.show(new Change.LinksSeen("n1", List.of(link(0, 1, Health.HEALTHY), link(1, 3, Health.HEALTHY))));
        bench.show(Seen.gpuNode("n1", 2));
        assertEquals(1, links().size(), "GPU 3 is gone");
        bench.show(Seen.gone("Node", "n1"));
        assertTrue(links().isEmpty());
    }

    @Test
    void linksOfAnUnknownNodeOrDeviceAreLeftOut() {
        bench.show(new Change.LinksSeen("n9", List.of(link(0, 1, Health.HEALTHY))));
        bench.show(new Change.LinksSeen("n1", List.of(link(0, 7, Health.HEALTHY), link(8, 1, Health.HEALTHY))));
        assertTrue(links().isEmpty());
    }

    private List<Link> links() {
        return bench.node("n2").getCluster().getLinks();
    }

    private static DeviceLink link(int from, int to, Health health) {
        return new DeviceLink(from, OptionalInt.of(to), LinkKind.NVLINK, OptionalDouble.of(100e9), health);
    }

    private static DeviceLink toHost(int from) {
        return new DeviceLink(from, OptionalInt.empty(), LinkKind.PCIE, OptionalDouble.empty(), Health.UNKNOWN);
    }
}
