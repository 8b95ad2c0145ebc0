// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.Test;
import podium.core.fleet.Holdings;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Domain;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.ui.fleet.FleetColumns;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.internal.testing.Fleets;

class FindTest {
    private final Fleets fleets = Fleets.aiFactory();
    private final Scene scene = Scene.of(fleets.fleet());
    private final Find find = new Find(FleetColumns.fields());

    @Test
    void aPartOfANameFindsNodes() {
        List<EObject> things = find.in(scene, "gpu-a2-3").things();
        assertEquals("gpu-a2-3", ((Node) things.getFirst()).getName());
    }

    @Test
    void jobsAndDomainsAreFoundByName() {
        assertTrue(find.in(scene, "PRETRAIN").things().stream().anyMatch(Job.class::isInstance));
        assertTrue(find.in(scene, "spine-2").things().stream().anyMatch(Domain.class::isInstance));
    }

    @Test
    void devicesAreFoundByTheirIdentifier() {
        List<EObject> things = find.in(scene, "GPU-gpu-b1-4-6").things();
        assertEquals(1, things.size());
        assertEquals(6, ((Accelerator) things.getFirst()).getIndex());
    }

    @Test
    void comparisonsFindNodes() {
        List<EObject> things = find.in(scene, "free>=8").things();
        assertTrue(!things.isEmpty());
        things.forEach(thing -> assertEquals(8, Holdings.of((Node) thing).free()));
    }

    @Test
    void nothingTypedFindsNothing() {
        assertTrue(find.in(scene, "  ").things().isEmpty());
    }

    @Test
    void aTermThatIsNotUnderstoodIsSaidToBe() {
        assertTrue(find.in(scene, "colour>=4").problem().isPresent());
        assertTrue(find.in(scene, "colour>=4").things().isEmpty());
        assertTrue(find.in(scene, "zzz").problem().isEmpty());
    }
}
