// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.object.Conditions;
import podium.simulator.internal.scheduling.Taint;
import podium.simulator.store.ResourceTypes;

class NodeLifecycleTest {

    private final Rig rig = new Rig();

    @BeforeEach
    void nodes() {
        rig.node("n1", 8).node("n2", 0).pod("p", 1).advance("30s");
        rig.life().open();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void down() {
        rig.life().loop().runNow(() -> rig.life().nodeDown("n1"));
    }

    private List<Taint> taints() {
        return Taint.parse(Json.at(rig.get(ResourceTypes.NODE, "n1"), "spec", "taints"));
    }

    private String renewed(String node) {
        return Json.text(
                rig.store().get(ResourceTypes.LEASE, "kube-node-lease", node).orElseThrow(), "spec", "renewTime");
    }

    @Test
    void theTaintOfACordonFollowsTheCordonBothWays() {
        cordon(true);
        rig.advance("1s");
        assertEquals(List.of(new Taint(Taint.UNSCHEDULABLE, "", "NoSchedule")), taints());
        cordon(false);
        rig.advance("1s");
        assertEquals(List.of(), taints());
    }

    private void cordon(boolean on) {
        rig.change(ResourceTypes.NODE, "n1", node -> Json.with(node, "spec").put("unschedulable", on));
    }

    @Test
    void aSilentNodeIsNotReadyAfterFortySeconds() {
        down();
        rig.advance("39s");
        assertEquals(
                "True KubeletReady kubelet is posting ready status", rig.condition(ResourceTypes.NODE, "n1", "Ready"));
        rig.advance("2s");
        assertEquals(
                "Unknown NodeStatusUnknown Kubelet stopped posting node status.",
                rig.condition(ResourceTypes.NODE, "n1", "Ready"));
        assertTrue(taints().contains(new Taint(Taint.UNREACHABLE, "", "NoExecute")));
        assertTrue(taints().contains(new Taint(Taint.UNREACHABLE, "", "NoSchedule")));
        assertEquals("False NodeNotReady", rig.condition(ResourceTypes.POD, "p", "Ready"));
    }

    @Test
    void itsPodsLeaveAfterTheTimeTheyBearTheTaint() {
        down();
        rig.advance("5m");
        assertTrue(!Json.terminating(rig.get(ResourceTypes.POD, "p")));
        rig.advance("1m");
        assertTrue(Json.terminating(rig.get(ResourceTypes.POD, "p")), "300 s after the taint");
        assertTrue(rig.condition(ResourceTypes.POD, "p", "DisruptionTarget").startsWith("True DeletionByTaintManager"));
        rig.advance("10m");
        assertTrue(rig.find(ResourceTypes.POD, "p").isPresent(), "nobody is there to end it");
    }

    @Test
    void aNodeThatComesBackInTimeKeepsItsPods() {
        down();
        rig.advance("2m");
        rig.life().loop().runNow(() -> rig.life().nodeUp("n1"));
        rig.advance("10m");
        assertEquals(List.of(), taints());
        assertTrue(rig.condition(ResourceTypes.NODE, "n1", "Ready").startsWith("True"));
        assertEquals("Running", rig.phase("p"));
        assertEquals("True", rig.condition(ResourceTypes.POD, "p", "Ready"));
    }

    @Test
    void whatWasToEndWhileTheNodeWasSilentEndsWhenItIsBack() {
        down();
        rig.delete(ResourceTypes.POD, "p").advance("2m");
        assertTrue(rig.find(ResourceTypes.POD, "p").isPresent());
        rig.life().loop().runNow(() -> rig.life().nodeUp("n1"));
        rig.settle();
        assertTrue(rig.find(ResourceTypes.POD, "p").isEmpty());
    }

    @Test
    void leasesAreRenewedWhileTheNodeLives() {
        String before = renewed("n1");
        rig.advance("15s");
        assertNotEquals(before, renewed("n1"));
        down();
        rig.settle();
        String last = renewed("n1");
        rig.advance("1m");
        assertEquals(last, renewed("n1"));
        assertNotEquals(last, renewed("n2"));
    }

    @Test
    void aTaintThatIsNotBorneEmptiesTheNodeAtOnce() {
        rig.change(ResourceTypes.NODE, "n1", node -> Json.array(Json.with(node, "spec"), "taints")
                .addObject()
                .put("key", "evacuate")
                .put("effect", "NoExecute"));
        rig.advance("10s");
        assertTrue(rig.find(ResourceTypes.POD, "p").isEmpty());
    }

    @Test
    void podsOfARemovedNodeAreRemoved() {
        rig.delete(ResourceTypes.NODE, "n1").settle();
        assertTrue(rig.find(ResourceTypes.POD, "p").isEmpty());
    }

    @Test
    void conditionsCarryAHeartbeat() {
        rig.advance("6m");
        String heartbeat = Json.text(
                Conditions.find(rig.get(ResourceTypes.NODE, "n1"), "Ready").orElseThrow(), "lastHeartbeatTime");
        assertTrue(heartbeat.compareTo(Json.time(Rig.START.plusSeconds(60))) > 0, heartbeat);
    }
}
