// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.scheduling.Parts;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.World;
import podium.simulator.store.ResourceTypes;

/** Whom the scheduler would push out. Nodes have 8 cores. */
class PreemptionTest {

    private final World world = new World();

    private World held(String name, String node, int cpu, int priority) {
        return held(name, node, cpu, priority, "");
    }

    private World held(String name, String node, int cpu, int priority, String status) {
        return world.held("default", name, node, Parts.asks("cpu", cpu + "") + ", priority: " + priority, status);
    }

    private Preemption.Outcome outcome(int cpu, String more) {
        PodInfo pod = Parts.pod("p", Parts.asks("cpu", cpu + "") + ", priority: 100" + more);
        return new Preemption(world.cache()).find(pod, new NodeSearch(world.cache(), List.of()).run(pod));
    }

    private static String victims(Preemption.Outcome outcome) {
        return outcome.candidate()
                .map(found -> found.node().name()
                        + found.victims().stream().map(PodInfo::name).toList())
                .orElse(outcome.message());
    }

    @Test
    void onlyAsManyLeaveAsMustAndTheLeastImportantFirst() {
        world.node("n", "");
        held("a", "n", 4, 1).held("x", "n", "");
        held("b", "n", 2, 5);
        held("c", "n", 2, 3);
        assertEquals("n[a]", victims(outcome(4, "")));
        assertEquals("n[c, a]", victims(outcome(6, "")));
    }

    @Test
    void afterwardsEverybodyIsWhereTheyWere() {
        world.node("n", "");
        held("a", "n", 4, 1);
        held("b", "n", 4, 2);
        outcome(6, "");
        assertEquals(0, world.node("n").free("cpu"));
        assertEquals(2, world.node("n").pods().size());
    }

    @Test
    void anotherNodeIsClearedBeforeABudgetIsBroken() {
        world.node("n1", "").node("n2", "");
        held("secured", "n1", 8, 1);
        held("open", "n2", 8, 50);
        world.object(
                ResourceTypes.POD_DISRUPTION_BUDGET,
                "metadata: {name: b, namespace: default}, spec: {selector: {matchLabels: {app: secured}}}, status:"
                        + " {disruptionsAllowed: 0}");
        assertEquals("n2[open]", victims(outcome(4, "")));
    }

    @Test
    void ofOneNodesPodsThoseThatABudgetSecuresAreSparedFirst() {
        world.node("n", "");
        held("secured", "n", 4, 1);
        held("open", "n", 4, 50);
        world.object(
                ResourceTypes.POD_DISRUPTION_BUDGET,
                "metadata: {name: b, namespace: default}, spec: {selector: {matchLabels: {app: secured}}}, status:"
                        + " {disruptionsAllowed: 0}");
        Preemption.Outcome outcome = outcome(4, "");
        assertEquals("n[open]", victims(outcome));
        assertEquals(0, outcome.candidate().orElseThrow().violations());
        assertEquals(1, outcome(8, "").candidate().orElseThrow().violations());
    }

    @Test
    void amongEqualsTheOneThatBeganLastLeaves() {
        world.node("n1", "").node("n2", "");
        held("old", "n1", 8, 5, "startTime: \"2026-01-01T00:00:00Z\"");
        held("young", "n2", 8, 5, "startTime: \"2026-01-02T00:00:00Z\"");
        assertEquals("n2[young]", victims(outcome(8, "")));
    }

    @Test
    void fewerVictimsAreBetterThanMoreOfTheSameImportance() {
        world.node("n1", "").node("n2", "");
        held("a", "n1", 4, 5);
        held("b", "n1", 4, 5);
        held("c", "n2", 8, 5);
        assertEquals("n2[c]", victims(outcome(8, "")));
    }

    @Test
    void theMessageCountsNodesByWhatStandsAgainstThem() {
        world.node("small", "zone: b").node("held", "").node("far", "");
        held("equal", "held", 8, 100);
        held("low", "far", 8, 1);
        String apart = ", affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey:"
                + " zone, labelSelector: {matchLabels: {app: q}}}]}}";
        assertEquals(
                "no new claims to deallocate, preemption: 0/3 nodes are available: 3 Preemption is not helpful for"
                        + " scheduling.",
                victims(outcome(9, apart)));
        world.cache().release("default-low");
        world.held("full", "far", Parts.asks("cpu", "8") + ", priority: 100");
        world.held("filler", "small", Parts.asks("cpu", "8") + ", priority: 100");
        assertEquals(
                "no new claims to deallocate, preemption: 0/3 nodes are available: 3 No preemption victims found for"
                        + " incoming pod.",
                victims(outcome(4, apart)));
    }

    @Test
    void aPodThatMayNotPushSaysSo() {
        world.node("n", "");
        held("low", "n", 8, 1);
        Preemption.Outcome outcome = outcome(4, ", preemptionPolicy: Never");
        assertEquals(Optional.empty(), outcome.candidate());
        assertFalse(outcome.eligible());
        assertTrue(outcome.message().endsWith("not eligible due to preemptionPolicy=Never."));
    }

    @Test
    void whoeverWaitsForVictimsToLeavePushesNobodyElse() {
        world.node("n", "");
        world.held(
                "default",
                "low",
                "n",
                Parts.asks("cpu", "8") + ", priority: 1",
                "conditions: [{type: DisruptionTarget, status: \"True\", reason: PreemptionByScheduler}]");
        PodInfo leaving = PodInfo.of(Parts.object("{metadata: {name: low, namespace: default, uid: default-low,"
                + " deletionTimestamp: \"2026-01-01T00:00:00Z\"}, spec: {" + Parts.asks("cpu", "8")
                + ", priority: 1}}"));
        world.cache().hold(leaving, "n");
        world.cache().nominations().set(Parts.pod("p", Parts.asks("cpu", "4") + ", priority: 100"), "n");
        assertTrue(
                outcome(4, "").message().endsWith("a terminating pod on the nominated node."), outcome(4, "")::message);
    }

    @Test
    void roomThatIsBeingMadeForAnEqualIsNotTaken() {
        world.node("n", "");
        held("low", "n", 4, 1);
        PodInfo waits = Parts.pod("waits", Parts.asks("cpu", "8") + ", priority: 100");
        world.cache().nominations().set(waits, "n");
        assertEquals(List.of("Insufficient cpu"), world.against("n", Parts.asks("cpu", "2") + ", priority: 100"));
        assertEquals(List.of(), world.against("n", Parts.asks("cpu", "2") + ", priority: 101"));
        assertEquals(List.of(waits), world.cache().nominations().after(Parts.pod("q", "priority: 101"), "n"));
        world.cache().nominations().remove(waits.uid());
        assertEquals(List.of(), world.against("n", Parts.asks("cpu", "2") + ", priority: 100"));
    }
}
