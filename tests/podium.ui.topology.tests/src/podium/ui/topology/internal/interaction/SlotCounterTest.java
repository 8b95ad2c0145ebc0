// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import podium.ui.topology.internal.model.SlotCounts;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.internal.testing.Fleets;

class SlotCounterTest {
    private final Fleets fleets = new Fleets();

    @Test
    void whereNothingIsCarriedASlotIsAWholeNodeAndAtMostTheUsualSize() {
        assertEquals(SlotCounts.USUAL, SlotCounter.usual(Scene.of(fleets.fleet())), "no node is known");
        var cluster = fleets.cluster("c");
        fleets.node(cluster, "small", 2, "NVIDIA-A10");
        fleets.node(cluster, "none", 0, "");
        assertEquals(2, SlotCounter.usual(Scene.of(fleets.fleet())));
        fleets.node(cluster, "tray", 4, "NVIDIA-GB200");
        assertEquals(4, SlotCounter.usual(Scene.of(fleets.fleet())));
        fleets.node(cluster, "large", 16, "NVIDIA-H100");
        assertEquals(SlotCounts.USUAL, SlotCounter.usual(Scene.of(fleets.fleet())));
    }
}
