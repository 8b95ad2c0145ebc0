// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Cluster;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Health;
import podium.model.fleet.Link;
import podium.model.fleet.LinkKind;
import podium.model.fleet.Node;
import podium.ui.topology.internal.testing.Fleets;

class WiringTest {
    private final Fleets fleets = new Fleets();
    private final Cluster cluster = fleets.cluster("c");

    @Test
    void eightModulesWithHbmHangOnASwitchByProduct() {
        fleets.node(cluster, "n", 8, "NVIDIA-H100-80GB-HBM3");
        Wiring wiring = wiring();
        assertEquals(8, wiring.onSwitch().size());
        assertEquals("NVSwitch", wiring.words());
        assertFalse(wiring.told(), "it follows from the product, no source told it");
    }

    @Test
    void pcieCardsAndConsumerCardsHaveNoKnownWires() {
        fleets.node(cluster, "n", 8, "NVIDIA-H100-PCIe");
        assertEquals(Wiring.UNKNOWN, wiring());
    }

    @Test
    void fourModulesAreNotTakenForASwitchedBoard() {
        fleets.node(cluster, "n", 4, "NVIDIA-H100-80GB-HBM3");
        assertEquals(Wiring.UNKNOWN, wiring());
    }

    @Test
    void aGraceBlackwellTrayIsSwitchedWhateverItsSize() {
        fleets.node(cluster, "n", 4, "NVIDIA-GB200");
        assertEquals(Set.of(0, 1, 2, 3), wiring().onSwitch());
    }

    @Test
    void linksThatASourceToldComeFirst() {
        Node node = fleets.node(cluster, "n", 8);
        link(node.getAccelerators().get(0), node.getAccelerators().get(3), Health.DEGRADED);
        Wiring wiring = wiring();
        assertTrue(wiring.told());
        assertEquals(1, wiring.pairs().size());
        assertEquals(
                new Wiring.Pair(0, 3, LinkKind.NVLINK, Health.DEGRADED),
                wiring.pairs().getFirst());
        assertTrue(wiring.onSwitch().isEmpty());
    }

    @Test
    void everyPairLinkedIsShownAsASwitch() {
        Node node = fleets.node(cluster, "n", 8);
        for (int i = 0; i < 8; i++) {
            for (int j = i + 1; j < 8; j++) {
                link(node.getAccelerators().get(i), node.getAccelerators().get(j), Health.HEALTHY);
            }
        }
        assertEquals(8, wiring().onSwitch().size());
        assertTrue(wiring().pairs().isEmpty());
    }

    @Test
    void aSlowPairIsShownBesideTheSwitchThatJoinsAll() {
        Node node = fleets.node(cluster, "n", 8);
        for (int i = 0; i < 8; i++) {
            for (int j = i + 1; j < 8; j++) {
                boolean slow = i == 2 && j == 5;
                link(
                        node.getAccelerators().get(i),
                        node.getAccelerators().get(j),
                        slow ? Health.DEGRADED : Health.HEALTHY);
            }
        }
        assertEquals(8, wiring().onSwitch().size());
        assertEquals(List.of(new Wiring.Pair(2, 5, LinkKind.NVLINK, Health.DEGRADED)), wiring().pairs());
    }

    @Test
    void aLinkToTheMemoryOfTheNodeIsShownWhenItIsSlow() {
        Node node = fleets.node(cluster, "n", 8, "NVIDIA-H100-80GB-HBM3");
        pcie(node.getAccelerators().get(0), node, Health.HEALTHY);
        pcie(node.getAccelerators().get(3), node, Health.DEGRADED);
        assertEquals(Set.of(3), wiring().slowHost());
        assertEquals(8, wiring().onSwitch().size(), "the node's own memory is no switch; what the product tells stays");
        assertFalse(wiring().told());
    }

    @Test
    void pcieBetweenDevicesIsShownWhenItIsSlowOnly() {
        Node node = fleets.node(cluster, "n", 3);
        pcie(node.getAccelerators().get(0), node.getAccelerators().get(1), Health.HEALTHY);
        pcie(node.getAccelerators().get(1), node.getAccelerators().get(2), Health.DEGRADED);
        assertEquals(List.of(new Wiring.Pair(1, 2, LinkKind.PCIE, Health.DEGRADED)), wiring().pairs());
    }

    @Test
    void whatIsMeasuredOnOneNodeSaysNothingOfAnother() {
        fleets.node(cluster, "n", 8, "NVIDIA-H100-80GB-HBM3");
        Node other = fleets.node(cluster, "o", 2);
        link(other.getAccelerators().get(0), other.getAccelerators().get(1), Health.HEALTHY);
        assertEquals(8, wiring().onSwitch().size(), "its product still tells the switch");
    }

    @Test
    void linksOfOtherNodesAreLeftOut() {
        fleets.node(cluster, "n", 2);
        Node other = fleets.node(cluster, "o", 2);
        link(other.getAccelerators().get(0), other.getAccelerators().get(1), Health.HEALTHY);
        assertTrue(wiring().pairs().isEmpty());
    }

    private Wiring wiring() {
        Scene scene = Scene.of(fleets.fleet());
        return Wiring.of(scene, scene.boxes().get(1));
    }

    private void link(EObject from, EObject to, Health health) {
        link(from, to, health, LinkKind.NVLINK);
    }

    private void pcie(EObject from, EObject to, Health health) {
        link(from, to, health, LinkKind.PCIE);
    }

    private void link(EObject from, EObject to, Health health, LinkKind kind) {
        Link link = FleetFactory.INSTANCE.createLink();
        link.setKind(kind);
        link.setFrom(from);
        link.setTo(to);
        link.setHealth(health);
        cluster.getLinks().add(link);
    }
}
