// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.ConnectionState;
import podium.model.fleet.Domain;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Node;
import podium.ui.label.Snapshots;
import podium.ui.topology.internal.testing.Fleets;

class SceneTest {
    @Test
    void everyClusterDomainAndNodeIsABoxAndEveryAcceleratorACell() {
        Scene scene = Scene.of(Fleets.aiFactory().fleet());
        assertEquals(1 + 2 + 4 + 32, scene.boxes().size());
        assertEquals(256, scene.cells().size());
        assertEquals(1, scene.clusters().size());
    }

    @Test
    void boxesAndCellsOfABoxAreContiguous() {
        Scene scene = Scene.of(Fleets.aiFactory().fleet());
        for (Box box : scene.boxes()) {
            assertSame(box, scene.boxes().get(box.id()));
            int cells = 0;
            for (Box child : box.children()) {
                assertTrue(child.id() > box.id() && child.end() <= box.end(), child + " in " + box);
                cells += child.cells();
            }
            if (!box.isNode()) {
                assertEquals(cells, box.cells(), box.toString());
            }
        }
        for (Cell cell : scene.cells()) {
            assertSame(cell, scene.cells().get(cell.id()));
            assertTrue(cell.id() >= cell.node().firstCell()
                    && cell.id() < cell.node().endCell());
        }
    }

    @Test
    void aSnapshotIsCalledByItsClusterAndTimeWhereItsFileHasNoRoom() {
        Fleets fleets = new Fleets();
        ClusterId id = Snapshots.id(new ClusterId("lab"), Path.of("/tmp/lab-2026-11-29-0109.fleet"));
        Cluster cluster = fleets.cluster(id.name());
        cluster.setId(id.value());
        cluster.setConnection(ConnectionState.CLOSED);
        cluster.setLastContact(Instant.parse("2026-01-02T03:04:05Z"));
        Box box = Scene.of(fleets.fleet()).clusters().getFirst();
        assertEquals("lab (lab-2026-11-29-0109.fleet)", box.brief());
        assertEquals(Snapshots.brief(cluster), box.core());
    }

    @Test
    void nodesAreInNaturalOrderAfterTheDomainsBesideThem() {
        Fleets fleets = new Fleets();
        Cluster cluster = fleets.cluster("c");
        fleets.node(cluster, "n10", 1);
        fleets.node(cluster, "n2", 1);
        fleets.domain(cluster, "rack", "r1");
        Box box = Scene.of(fleets.fleet()).clusters().getFirst();
        assertEquals(
                List.of("r1", "n2", "n10"),
                box.children().stream().map(Box::name).toList());
    }

    @Test
    void aNodeOfADomainIsNotAlsoBesideIt() {
        Fleets fleets = new Fleets();
        Cluster cluster = fleets.cluster("c");
        Domain rack = fleets.domain(cluster, "rack", "r1");
        fleets.node(rack, "n1", 2);
        Scene scene = Scene.of(fleets.fleet());
        assertEquals(3, scene.boxes().size());
        assertEquals("r1", scene.boxes().get(2).parent().orElseThrow().name());
        assertEquals(2, scene.boxes().get(2).depth());
        assertSame(cluster, scene.boxes().get(2).cluster());
    }

    @Test
    void cellsFollowTheDevicesIndexesWhateverTheirOrderInTheModel() {
        Fleets fleets = new Fleets();
        Node node = fleets.node(fleets.cluster("c"), "n", 3);
        node.getAccelerators().move(0, 2);
        Scene scene = Scene.of(fleets.fleet());
        assertEquals(
                List.of(0, 1, 2),
                scene.cells().stream()
                        .map(cell -> cell.accelerator().getIndex())
                        .toList());
        assertEquals(2, scene.cells().get(2).place());
        assertEquals("n", scene.cells().get(2).key().node());
        assertEquals("c", scene.cells().get(2).key().cluster().value());
    }

    @Test
    void thingsAreFoundByTheirModelObjects() {
        Fleets fleets = Fleets.edge();
        Scene scene = Scene.of(fleets.fleet());
        Node node = fleets.fleet().getClusters().getFirst().getNodes().get(1);
        Accelerator gpu = node.getAccelerators().get(1);
        assertSame(node, scene.box(node).orElseThrow().subject());
        assertSame(gpu, scene.cell(gpu).orElseThrow().accelerator());
        assertEquals(Optional.empty(), scene.box(FleetFactory.INSTANCE.createNode()));
        assertEquals(Optional.empty(), scene.cell(FleetFactory.INSTANCE.createAccelerator()));
    }

    @Test
    void aNodeMatchesUntilItsDevicesOrItsNameChange() {
        Fleets fleets = Fleets.edge();
        Node node = fleets.fleet().getClusters().getFirst().getNodes().getFirst();
        Scene scene = Scene.of(fleets.fleet());
        assertTrue(scene.matches(node));
        node.setUnschedulable(true);
        assertTrue(scene.matches(node), "a state is no structure");
        node.getAccelerators().removeLast();
        assertFalse(scene.matches(node));
    }

    @Test
    void aReplacedDeviceDoesNotMatch() {
        Fleets fleets = Fleets.edge();
        Node node = fleets.fleet().getClusters().getFirst().getNodes().getFirst();
        Scene scene = Scene.of(fleets.fleet());
        node.getAccelerators().set(0, FleetFactory.INSTANCE.createAccelerator());
        assertFalse(scene.matches(node));
    }

    @Test
    void nodesOfOneDomainAreWrittenByTheirHostsAndCutToWhatTellsThemApart() {
        Fleets fleets = new Fleets();
        Cluster cluster = fleets.cluster("c");
        fleets.node(cluster, "ip-10-0-1-7.ec2.internal", 1);
        fleets.node(cluster, "ip-10-0-2-9.ec2.internal", 1);
        Box node = Scene.of(fleets.fleet()).clusters().getFirst().children().getFirst();
        assertEquals("ip-10-0-1-7.ec2.internal", node.name());
        assertEquals("ip-10-0-1-7", node.brief());
        assertEquals("\u20261-7", node.core());
    }

    @Test
    void namesCannotHideOrTurnText() {
        Fleets fleets = new Fleets();
        fleets.node(fleets.cluster("c"), "evil\u202egpu\u200b", 1);
        assertEquals("evilgpu", Scene.of(fleets.fleet()).boxes().get(1).name());
    }

    @Test
    void anEmptyFleetIsAnEmptyScene() {
        Scene scene = Scene.of(new Fleets().fleet());
        assertTrue(scene.boxes().isEmpty()
                && scene.cells().isEmpty()
                && scene.clusters().isEmpty());
    }
}
