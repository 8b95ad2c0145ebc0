// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ResourceTypes;

class SchedulerTest {

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void aPodGoesWhereThereIsRoomAndSaysSo() {
        rig.node("n1", 0).node("n2", 8).pod("p", 4).settle();
        assertEquals("n2", rig.nodeOf("p"));
        assertEquals("True", rig.scheduled("p"));
        assertEquals(List.of("Successfully assigned default/p to n2"), rig.events("Scheduled"));
    }

    @Test
    void aPodThatFitsNowhereHearsHowManyNodesLackWhat() {
        rig.node("n1", 8).node("n2", 8).node("n3", 0);
        rig.pod("big", 9, "tolerations: []").settle();
        assertEquals(
                "False Unschedulable 0/3 nodes are available: 3 Insufficient nvidia.com/gpu. no new claims to"
                        + " deallocate, preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.",
                rig.scheduled("big"));
        assertEquals(1, rig.events("FailedScheduling").size());
    }

    /** The condition keeps the time of its first refusal. */
    @Test
    void whenAPodWasLastRefusedStandsInItsManagedFields() {
        rig.node("n1", 8).pod("big", 9).settle().node("n2", 8).settle();
        List<ObjectNode> managers =
                Json.objects(Json.at(rig.get(ResourceTypes.POD, "big"), "metadata", "managedFields"));
        assertEquals(1, managers.size());
        assertEquals("kube-scheduler", Json.text(managers.getFirst(), "manager"));
        assertEquals("status", Json.text(managers.getFirst(), "subresource"));
        assertTrue(!Json.text(managers.getFirst(), "time").isEmpty());
    }

    @Test
    void fullNodesCouldBeClearedButThereIsNobodyToClear() {
        rig.node("n1", 8).pod("first", 8).settle().pod("second", 8).settle();
        assertEquals(
                "False Unschedulable 0/1 nodes are available: 1 Insufficient nvidia.com/gpu. no new claims to"
                        + " deallocate, preemption: 0/1 nodes are available: 1 No preemption victims found for incoming"
                        + " pod.",
                rig.scheduled("second"));
    }

    @Test
    void reasonsOfDifferentNodesAreCountedApart() {
        rig.node("cordoned", 8)
                .node("tainted", 8)
                .node("other", 8, Map.of("zone", "b"))
                .node("empty", 0, Map.of("zone", "a"));
        rig.change(
                ResourceTypes.NODE, "cordoned", node -> Json.with(node, "spec").put("unschedulable", true));
        rig.change(ResourceTypes.NODE, "tainted", node -> Json.array(Json.with(node, "spec"), "taints")
                .addObject()
                .put("key", "maintenance")
                .put("value", "fan")
                .put("effect", "NoSchedule"));
        rig.pod("p", 1, "nodeSelector: {zone: a}").settle();
        assertEquals(
                "False Unschedulable 0/4 nodes are available: 1 Insufficient nvidia.com/gpu, 1 node(s) didn't match"
                        + " Pod's node affinity/selector, 1 node(s) had untolerated taint(s), 1 node(s)"
                        + " were unschedulable. no new claims to deallocate, preemption: 0/4 nodes are"
                        + " available: 4 Preemption is not helpful for"
                        + " scheduling.",
                rig.scheduled("p"));
    }

    @Test
    void aToleratedTaintDoesNotKeepAPodAway() {
        rig.node("n1", 8);
        rig.change(ResourceTypes.NODE, "n1", node -> Json.array(Json.with(node, "spec"), "taints")
                .addObject()
                .put("key", "gpu")
                .put("value", "yes")
                .put("effect", "NoSchedule"));
        rig.pod("without", 1)
                .pod("with", 1, "tolerations: [{key: gpu, operator: Equal, value: \"yes\"}]")
                .settle();
        assertEquals("", rig.nodeOf("without"));
        assertEquals("n1", rig.nodeOf("with"));
    }

    @Test
    void requiredAffinityIsAnyTermAndAllItsExpressions() {
        rig.node("n1", 8, Map.of("zone", "a", "slots", "4")).node("n2", 8, Map.of("zone", "b", "slots", "8"));
        rig.pod(
                        "p",
                        1,
                        affinity("[{matchExpressions: [{key: zone, operator: In, values: [a, b]}, {key: slots,"
                                + " operator: Gt, values: [\"5\"]}]}]"))
                .pod(
                        "q",
                        1,
                        affinity("[{matchExpressions: [{key: zone, operator: NotIn, values: [b]}, {key: slots,"
                                + " operator: Exists}]}]"))
                .pod("r", 1, affinity("[{matchFields: [{key: metadata.name, operator: In, values: [n2]}]}]"))
                .settle();
        assertEquals("n2", rig.nodeOf("p"));
        assertEquals("n1", rig.nodeOf("q"));
        assertEquals("n2", rig.nodeOf("r"));
    }

    private static String affinity(String terms) {
        return "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: " + terms
                + "}}}";
    }

    @Test
    void aPodThatNamesItsNodeLooksAtNoOther() {
        rig.node("n1", 8).node("n2", 8).node("n3", 8);
        rig.pod("p", 9, affinity("[{matchFields: [{key: metadata.name, operator: In, values: [n2]}]}]"))
                .settle();
        assertTrue(
                rig.scheduled("p")
                        .contains("0/3 nodes are available: 1 Insufficient nvidia.com/gpu, 2 node(s) didn't satisfy"
                                + " plugin(s) [NodeAffinity]."),
                rig.scheduled("p"));
    }

    @Test
    void aWishForANodeDecidesBetweenEqualOnes() {
        rig.node("n1", 8).node("n2", 8, Map.of("disk", "fast"));
        rig.pod(
                        "p",
                        1,
                        "affinity: {nodeAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 50,"
                                + " preference: {matchExpressions: [{key: disk, operator: In, values: [fast]}]}}]}}")
                .settle();
        assertEquals("n2", rig.nodeOf("p"));
    }

    @Test
    void podsThatMustNotMeetAreKeptApartBothWays() {
        rig.node("n1", 8).node("n2", 8);
        String apart = "affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey:"
                + " kubernetes.io/hostname, labelSelector: {matchExpressions: [{key: app, operator: Exists}]}}]}}";
        rig.pod("a", 1, apart).settle().pod("b", 1).settle().pod("c", 1, apart).settle();
        assertNotEquals(rig.nodeOf("a"), rig.nodeOf("b"));
        assertEquals(
                "False Unschedulable 0/2 nodes are available: 2 node(s) didn't match pod anti-affinity rules. no new"
                        + " claims to deallocate, preemption: 0/2 nodes are available: 2 No preemption victims found for"
                        + " incoming pod.",
                rig.scheduled("c"));
    }

    @Test
    void podsThatMustMeetFollowTheirLikeIntoItsDomain() {
        rig.node("n1", 8, Map.of("rack", "r1"))
                .node("n2", 8, Map.of("rack", "r2"))
                .node("n3", 8, Map.of("rack", "r2"));
        rig.pod("lead", 8, "nodeName: n3").settle();
        rig.pod(
                        "follow",
                        8,
                        "affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey:"
                                + " rack, labelSelector: {matchLabels: {app: lead}}}]}}")
                .settle();
        assertEquals("n2", rig.nodeOf("follow"));
    }

    @Test
    void aHardSpreadKeepsTheSkew() {
        rig.node("n1", 8, Map.of("zone", "a")).node("n2", 0, Map.of("zone", "b"));
        String spread = "topologySpreadConstraints: [{maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule,"
                + " labelSelector: {matchExpressions: [{key: app, operator: Exists}]}}]";
        rig.pod("a", 1, spread).settle().pod("b", 1, spread).settle();
        assertEquals("n1", rig.nodeOf("a"));
        assertTrue(
                rig.scheduled("b").contains("1 node(s) didn't match pod topology spread constraints"),
                rig.scheduled("b"));
    }

    @Test
    void aGatedPodWaitsUntilItsGateIsRemovedAndThenGoesWhereItIsPinned() {
        rig.node("n1", 8)
                .node("n2", 8)
                .pod("p", 8, "schedulingGates: [{name: podium.placement/manual}]")
                .settle();
        assertEquals(
                "False SchedulingGated Scheduling is blocked due to non-empty scheduling gates", rig.scheduled("p"));
        rig.change(ResourceTypes.POD, "p", pod -> {
            Json.with(pod, "spec").remove("schedulingGates");
            Json.with(pod, "spec", "nodeSelector").put("kubernetes.io/hostname", "n2");
        });
        rig.settle();
        assertEquals("n2", rig.nodeOf("p"));
    }

    @Test
    void aPodOfAnotherSchedulerIsLeftAlone() {
        rig.node("n1", 8).pod("p", 1, "schedulerName: volcano").advance("1m");
        assertEquals("", rig.nodeOf("p"));
        assertEquals("", rig.scheduled("p"));
    }

    @Test
    void theMoreImportantGoesFirst() {
        rig.pod("low", 8, "priority: 1")
                .pod("high", 8, "priority: 100")
                .settle()
                .node("n1", 8)
                .advance("15s");
        assertEquals("n1", rig.nodeOf("high"));
        assertEquals("", rig.nodeOf("low"));
    }

    @Test
    void theMoreImportantPushesOutTheLess() {
        rig.node("n1", 8).node("n2", 8);
        rig.pod("mid", 8, "priority: 50").settle().pod("low", 8, "priority: 1").settle();
        String lowNode = rig.nodeOf("low");
        rig.pod("high", 8, "priority: 100").settle();
        assertEquals(lowNode, Json.text(rig.get(ResourceTypes.POD, "high"), "status", "nominatedNodeName"));
        assertEquals(1, rig.events("Preempted").size());
        rig.advance("1m");
        assertEquals(lowNode, rig.nodeOf("high"));
        assertEquals("Running", rig.phase("mid"));
        assertTrue(rig.find(ResourceTypes.POD, "low").isEmpty());
    }

    @Test
    void aPodThatMayNotPreemptWaits() {
        rig.node("n1", 8).pod("low", 8, "priority: 1").settle();
        rig.pod("high", 8, "priority: 100, preemptionPolicy: Never").advance("1m");
        assertEquals("Running", rig.phase("low"));
        assertTrue(
                rig.scheduled("high").endsWith("not eligible due to preemptionPolicy=Never."), rig.scheduled("high"));
    }

    @Test
    void roomThatBecomesFreeIsUsed() {
        rig.node("n1", 8).pod("first", 8).settle().pod("second", 8).settle();
        rig.delete(ResourceTypes.POD, "first").advance("30s");
        assertEquals("n1", rig.nodeOf("second"));
    }

    @Test
    void aNodeThatIsUncordonedIsUsed() {
        rig.node("n1", 8);
        rig.change(ResourceTypes.NODE, "n1", node -> Json.with(node, "spec").put("unschedulable", true));
        rig.pod("p", 1).settle();
        assertEquals("", rig.nodeOf("p"));
        rig.change(ResourceTypes.NODE, "n1", node -> Json.with(node, "spec").remove("unschedulable"));
        rig.advance("15s");
        assertEquals("n1", rig.nodeOf("p"));
    }

    @Test
    void gpuPodsArePackedAndOthersSpread() {
        rig.node("n1", 8).node("n2", 8).pod("a", 2).settle().pod("b", 2).settle();
        assertEquals(rig.nodeOf("a"), rig.nodeOf("b"));
        String cpu = "containers: [{name: c, image: i, resources: {requests: {cpu: \"8\"}}}]";
        rig.apply("{apiVersion: v1, kind: Pod, metadata: {name: x}, spec: {" + cpu + "}}")
                .settle();
        rig.apply("{apiVersion: v1, kind: Pod, metadata: {name: y}, spec: {" + cpu + "}}")
                .settle();
        assertNotEquals(rig.nodeOf("x"), rig.nodeOf("y"));
    }

    @Test
    void aPodThatKeepsWaitingIsToldAgainAndItsEventCounts() {
        rig.node("n1", 0).pod("p", 1).advance("12m");
        List<?> events = rig.store().list(ResourceTypes.EVENT, "default");
        assertEquals(1, events.size());
        int count = Json.number(rig.store().list(ResourceTypes.EVENT, "default").getFirst(), 0, "count");
        assertTrue(count >= 3, "counted " + count);
    }
}
