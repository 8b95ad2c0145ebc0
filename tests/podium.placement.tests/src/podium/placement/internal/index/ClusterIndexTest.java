// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import podium.core.fleet.SchedulingObjects;
import podium.core.testkit.FleetBench;
import podium.core.testkit.Seen;
import podium.model.fleet.Node;
import podium.model.fleet.TaskPhase;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.placement.Fit;
import podium.placement.Verdict;
import podium.placement.internal.verdict.NodeMap;

class ClusterIndexTest {
    private final FleetBench bench = new FleetBench();
    private final ClusterIndex index = new ClusterIndex(new SchedulingObjects());

    @Test
    void aRowHoldsWhatTheNodeHasAndWhatItsLivingPodsAskFor() {
        bench.show(
                Seen.gpuNode("n1", 8),
                Seen.pod("a", TaskPhase.RUNNING, "n1", Seen.asks(2)),
                Seen.pod("b", TaskPhase.TERMINATING, "n1", Seen.asks(1)),
                Seen.pod("c", TaskPhase.SUCCEEDED, "n1", Seen.asks(4)));
        index.update(bench.node("n1"));
        int row = index.row(bench.node("n1"));
        int gpu = index.column("nvidia.com/gpu");
        assertEquals(8, index.allocatable(gpu, row));
        assertEquals(3, index.used(gpu, row));
        assertEquals(2, index.pods(row));
        assertSame(bench.job("a"), index.holder(row));
        assertEquals(2, index.held(row));
    }

    @Test
    void aResourceNobodyHasCountsAsNone() {
        bench.show(Seen.gpuNode("n1", 8));
        index.update(bench.node("n1"));
        int unheard = index.column("example.com/unheard");
        assertEquals(0, index.allocatable(unheard, 0));
        assertEquals(0, index.used(unheard, 0));
    }

    @Test
    void aColumnThatComesLaterDoesNotDisturbTheRowsBefore() {
        bench.show(Seen.gpuNode("n1", 8), Seen.node("n2", Labels.none(), Resources.of(Map.of("rdma/hca", 2L))));
        index.update(bench.node("n1"));
        index.update(bench.node("n2"));
        int hca = index.column("rdma/hca");
        assertEquals(0, index.allocatable(hca, index.row(bench.node("n1"))));
        assertEquals(2, index.allocatable(hca, index.row(bench.node("n2"))));
    }

    @Test
    void theRowOfANodeThatIsGoneIsUsedAgain() {
        bench.show(Seen.gpuNode("n1", 8), Seen.gpuNode("n2", 4));
        Node first = bench.node("n1");
        index.update(first);
        index.remove(first);
        assertNull(index.node(0));
        assertEquals(-1, index.row(first));
        index.update(bench.node("n2"));
        assertEquals(1, index.rows());
        assertSame(bench.node("n2"), index.node(0));
    }

    @Test
    void everyChangeMakesTheVersionGrowAndMarksItsRowOnly() {
        bench.show(Seen.gpuNode("n1", 8), Seen.gpuNode("n2", 4));
        index.update(bench.node("n1"));
        index.update(bench.node("n2"));
        long before = index.version();
        index.update(bench.node("n2"));
        assertTrue(index.changedAt(1) > before);
        assertTrue(index.changedAt(0) <= before);
    }

    @Test
    void manyNodesKeepTheirNumbersWhileTheTableGrows() {
        for (int i = 0; i < 500; i++) {
            bench.show(Seen.gpuNode("n" + i, i % 9));
            index.update(bench.node("n" + i));
        }
        int gpu = index.column("nvidia.com/gpu");
        for (int i = 0; i < 500; i++) {
            assertEquals(i % 9, index.allocatable(gpu, index.row(bench.node("n" + i))));
        }
    }

    @Test
    void aMapOfVerdictsIsAMapAndKeepsWhatItSaidWhenRowsAreReused() {
        bench.show(Seen.gpuNode("n1", 8), Seen.gpuNode("n2", 4), Seen.gpuNode("n3", 4));
        bench.cluster.getNodes().forEach(index::update);
        index.remove(bench.node("n2"));
        Verdict yes = new Verdict(Fit.FITS, List.of(), 1, 1);
        Verdict no = new Verdict(Fit.DOES_NOT_FIT, List.of("x"), 0, 0);
        NodeMap map = new NodeMap(index, index.nodes(), new Verdict[] {yes, no, no});
        assertEquals(2, map.size());
        assertEquals(yes, map.get(bench.node("n1")));
        assertNull(map.get(bench.node("n2")));
        assertFalse(map.containsKey(bench.node("n2")));
        Set<Node> nodes = new HashSet<>(map.keySet());
        assertEquals(Set.of(bench.node("n1"), bench.node("n3")), nodes);
        bench.show(Seen.gpuNode("n4", 1));
        index.update(bench.node("n4"));
        assertFalse(map.containsKey(bench.node("n4")));
        var entries = map.entrySet().iterator();
        entries.next();
        entries.next();
        assertThrows(NoSuchElementException.class, entries::next);
    }
}
