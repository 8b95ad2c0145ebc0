// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.ui.topology.internal.testing.Fleets;

class SlotCountsTest {
    private final Fleets fleets = new Fleets();
    private final Cluster cluster = fleets.cluster("c");
    private final Domain a = fleets.domain(cluster, "rack", "a");
    private final Domain b = fleets.domain(cluster, "rack", "b");

    @Test
    void theWordsAreThoseOfTheSlotsAndUnknownIsNotNone() {
        SlotCounts slots = SlotCounts.of(8, Map.of(cluster, 3, a, 1, b, 0), Map.of());
        assertEquals("3 slots of 8", slots.words(cluster));
        assertEquals("1 slot of 8", slots.words(a));
        assertEquals("no slot of 8", slots.words(b));
        assertEquals("", SlotCounts.NONE.words(a));
    }

    @Test
    void slicesOfTpusAreToldBesideTheSlots() {
        SlotCounts slots = SlotCounts.of(8, Map.of(cluster, 3, a, 1), Map.of(cluster, "1/2 TPU slices free", a, ""));
        assertEquals("3 slots of 8, 1/2 TPU slices free", slots.words(cluster));
        assertEquals("1 slot of 8", slots.words(a));
    }

    @Test
    void eachClusterKeepsItsOwnSizeOfASlot() {
        Cluster trays = fleets.cluster("trays");
        SlotCounts slots =
                SlotCounts.of(8, Map.of(cluster, 3), Map.of()).and(SlotCounts.of(4, Map.of(trays, 13), Map.of()));
        assertEquals("3 slots of 8", slots.words(cluster));
        assertEquals("13 slots of 4", slots.words(trays));
    }

    @Test
    void onlyBoxesOfWhichItSaysSomethingElseArePaintedAnew() {
        fleets.node(a, "n1", 8);
        fleets.node(b, "n2", 8);
        TopologyModel model = new TopologyModel(fleets.fleet());
        model.slots(SlotCounts.of(8, Map.of(cluster, 2, a, 1, b, 1), Map.of()));
        List<TopologyModel.Event> events = new ArrayList<>();
        model.listen(events::add);
        model.slots(SlotCounts.of(8, Map.of(cluster, 2, a, 1, b, 1), Map.of()));
        assertTrue(events.isEmpty());
        model.slots(SlotCounts.of(8, Map.of(cluster, 1, a, 1, b, 0), Map.of()));
        BitSet changed = ((TopologyModel.Event.Boxes) events.getFirst()).ids();
        assertEquals(2, changed.cardinality());
        assertTrue(changed.get(model.scene().box(b).orElseThrow().id()));
    }
}
