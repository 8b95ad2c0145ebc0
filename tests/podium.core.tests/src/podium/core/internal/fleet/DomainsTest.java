// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.core.text.NaturalOrder;
import podium.model.fleet.Domain;

class DomainsTest {
    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final String RACK = "topology.kubernetes.io/rack";
    private static final String CLIQUE = "nvidia.com/gpu.clique";

    private final FleetBench bench = new FleetBench();

    @Test
    void aNodeWithoutAnyOfTheLabelsLiesDirectlyInTheCluster() {
        bench.show(Seen.gpuNode("n1", 8));
        assertNull(bench.node("n1").getDomain());
        assertTrue(bench.cluster.getDomains().isEmpty());
    }

    @Test
    void levelsNestFromBroadToNarrowAndMissingOnesAreSkipped() {
        bench.show(
                Seen.gpuNode("n1", 8, ZONE, "a", RACK, "r1", CLIQUE, "c.1"),
                Seen.gpuNode("n2", 8, ZONE, "a", CLIQUE, "c.2"));
        assertEquals(List.of("nvlink c.1", "rack r1", "zone a"), path("n1"));
        assertEquals(List.of("nvlink c.2", "zone a"), path("n2"));
    }

    @Test
    void theSameRackNameInTwoZonesIsTwoRacks() {
        bench.show(Seen.gpuNode("n1", 8, ZONE, "a", RACK, "r1"), Seen.gpuNode("n2", 8, ZONE, "b", RACK, "r1"));
        assertEquals(2, bench.cluster.getDomains().size());
        assertTrue(bench.node("n1").getDomain() != bench.node("n2").getDomain());
    }

    @Test
    void ofSeveralLabelsForALevelTheFirstThatIsPresentIsUsed() {
        bench.show(Seen.gpuNode("n1", 8, "network.topology.nvidia.com/leaf", "leaf1", RACK, "r1"));
        assertEquals(RACK, bench.node("n1").getDomain().getLabelKey());
        assertEquals("r1", bench.node("n1").getDomain().getName());
    }

    @Test
    void aLevelThatIsShownOnlyIfItDividesAppearsWithItsSecondDomain() {
        String core = "fabric.topograph.run/tier-2";
        bench.show(Seen.gpuNode("n1", 8, core, "core-1", RACK, "r1"));
        assertEquals(List.of("rack r1"), path("n1"));
        bench.show(Seen.gpuNode("n2", 8, core, "core-2", RACK, "r2"));
        assertEquals(List.of("rack r1", "core core-1"), path("n1"));
        bench.show(Seen.gone("Node", "n2"));
        assertEquals(List.of("rack r1"), path("n1"));
    }

    @Test
    void aNodeMovesWhenItsLabelChangesAndAnEmptyDomainGoes() {
        bench.show(Seen.gpuNode("n1", 8, ZONE, "a", RACK, "r1"), Seen.gpuNode("n2", 8, ZONE, "a", RACK, "r2"));
        Domain zone = bench.cluster.getDomains().getFirst();
        bench.show(Seen.gpuNode("n1", 8, ZONE, "a", RACK, "r2"));
        assertSame(zone, bench.cluster.getDomains().getFirst());
        assertEquals(
                List.of("r2"), zone.getDomains().stream().map(Domain::getName).toList());
        assertTrue(bench.deltas.getLast().structure());
    }

    @Test
    void aDomainKeepsItsObjectWhenItsOnlyNodeIsSeenAgain() {
        bench.show(Seen.gpuNode("n1", 8, RACK, "r1"));
        Domain rack = bench.node("n1").getDomain();
        bench.show(Seen.gpuNode("n1", 4, RACK, "r1"));
        assertSame(rack, bench.node("n1").getDomain());
    }

    @Test
    void theLastNodeTakesItsDomainsWithIt() {
        bench.show(Seen.gpuNode("n1", 8, ZONE, "a", RACK, "r1"), Seen.gone("Node", "n1"));
        assertTrue(bench.cluster.getDomains().isEmpty());
        assertTrue(bench.cluster.getNodes().isEmpty());
    }

    @Test
    void domainsAreSortedAsPeopleCount() {
        bench.show(
                Seen.gpuNode("n1", 8, RACK, "r10"),
                Seen.gpuNode("n2", 8, RACK, "r2"),
                Seen.gpuNode("n3", 8, RACK, "r1"));
        assertEquals(
                List.of("r1", "r2", "r10"),
                bench.cluster.getDomains().stream().map(Domain::getName).toList());
    }

    @Test
    void naturalOrderIsAnOrder() {
        assertTrue(new NaturalOrder().compare("r2", "r10") < 0);
        assertTrue(new NaturalOrder().compare("r02", "r2") != 0);
        assertEquals(0, new NaturalOrder().compare("a1b2", "a1b2"));
        assertTrue(new NaturalOrder().compare("a", "a1") < 0);
        assertTrue(new NaturalOrder().compare("99999999999999999999", "100000000000000000000") < 0);
    }

    private List<String> path(String node) {
        List<String> path = new java.util.ArrayList<>();
        for (Domain d = bench.node(node).getDomain(); d != null; d = d.getParent()) {
            path.add(d.getLevel() + " " + d.getName());
        }
        return path;
    }
}
