// SPDX-License-Identifier: Apache-2.0
package podium.ui.action;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Domain;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Slice;

class NodeActionsTest {
    private final Node first = FleetFactory.INSTANCE.createNode();
    private final Node second = FleetFactory.INSTANCE.createNode();
    private final Accelerator gpu = FleetFactory.INSTANCE.createAccelerator();
    private final Job job = FleetFactory.INSTANCE.createJob();

    @Test
    void aDeviceStandsForItsNodeOnce() {
        first.getAccelerators().add(gpu);
        Slice slice = FleetFactory.INSTANCE.createSlice();
        gpu.getSlices().add(slice);
        assertEquals(List.of(first), FleetActions.nodes(List.of(gpu, slice, first)));
    }

    @Test
    void aDomainStandsForAllNodesBelowIt() {
        Domain block = FleetFactory.INSTANCE.createDomain();
        Domain rack = FleetFactory.INSTANCE.createDomain();
        block.getDomains().add(rack);
        block.getNodes().add(first);
        rack.getNodes().add(second);
        assertEquals(Set.of(first, second), Set.copyOf(FleetActions.nodes(List.of(block))));
    }

    @Test
    void somethingElseInTheSelectionMakesItNoSelectionOfNodes() {
        assertEquals(List.of(), FleetActions.nodes(List.of(first, job)));
    }
}
