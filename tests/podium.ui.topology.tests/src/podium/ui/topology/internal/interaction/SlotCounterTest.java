// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import podium.model.fleet.JobState;
import podium.model.fleet.TaskPhase;
import podium.placement.Subject;
import podium.ui.topology.internal.model.SlotCounts;
import podium.ui.topology.internal.testing.Fleets;

class SlotCounterTest {
    private final Fleets fleets = new Fleets();

    @Test
    void whileAJobIsCarriedASlotTakesOneOfItsTasks() {
        var cluster = fleets.cluster("c");
        var job = fleets.job(cluster, "sweep", JobState.HELD, 16, 1);
        assertEquals(1, SlotCounter.wanted(new Subject(job, List.of())), "16 tasks of 1 GPU lie wherever 16 are free");
        var task = fleets.task(job, TaskPhase.GATED, 2);
        assertEquals(2, SlotCounter.wanted(new Subject(job, List.of(task))));
    }

    @Test
    void whereNothingIsCarriedASlotIsAWholeNodeOfTheClusterAndAtMostTheUsualSize() {
        var cluster = fleets.cluster("c");
        fleets.node(fleets.cluster("beside"), "large", 8, "NVIDIA-H100");
        assertEquals(SlotCounts.USUAL, SlotCounter.usual(cluster), "no node is known");
        fleets.node(cluster, "small", 2, "NVIDIA-A10");
        fleets.node(cluster, "none", 0, "");
        assertEquals(2, SlotCounter.usual(cluster));
        fleets.node(cluster, "tray", 4, "NVIDIA-GB200");
        assertEquals(4, SlotCounter.usual(cluster));
        fleets.node(cluster, "large", 16, "NVIDIA-H100");
        assertEquals(SlotCounts.USUAL, SlotCounter.usual(cluster));
    }
}
