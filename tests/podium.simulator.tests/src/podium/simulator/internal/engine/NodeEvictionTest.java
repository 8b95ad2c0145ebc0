// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.scheduling.Taint;
import podium.simulator.store.ResourceTypes;

/** How pods leave a node that is tainted or lost, each after the time it bears that. */
class NodeEvictionTest {

    private final Rig rig = new Rig();

    @BeforeEach
    void node() {
        rig.node("n1", 8).settle();
        rig.life().open();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void down() {
        rig.life().loop().runNow(() -> rig.life().nodeDown("n1"));
    }

    private void up() {
        rig.life().loop().runNow(() -> rig.life().nodeUp("n1"));
    }

    private void taint(String key, String effect) {
        rig.change(ResourceTypes.NODE, "n1", node -> Json.array(Json.with(node, "spec"), "taints")
                .addObject()
                .put("key", key)
                .put("effect", effect));
    }

    private boolean leaves(String pod) {
        return rig.find(ResourceTypes.POD, pod).map(Json::terminating).orElse(true);
    }

    private static String bears(String taint, String more) {
        return "tolerations: [{key: " + taint + ", operator: Exists, effect: NoExecute" + more + "}]";
    }

    @Test
    void eachPodLeavesWhenItsOwnTimeIsUp() {
        rig.pod("brief", 1, bears(Taint.UNREACHABLE, ", tolerationSeconds: 30"))
                .pod("usual", 1)
                .pod("loyal", 1, bears(Taint.UNREACHABLE, ""))
                .advance("30s");
        down();
        rig.advance("60s");
        assertFalse(leaves("brief"), "40 s until the node is lost, then 30 s");
        rig.advance("15s");
        assertTrue(leaves("brief"));
        assertFalse(leaves("usual"));
        rig.advance("5m");
        assertTrue(leaves("usual"));
        rig.advance("2h");
        assertFalse(leaves("loyal"), "it bears the taint for ever");
    }

    @Test
    void theShortestOfSeveralTolerationsCounts() {
        rig.pod(
                        "p",
                        1,
                        "tolerations: [{key: evacuate, operator: Exists, effect: NoExecute, tolerationSeconds: 600},"
                                + " {key: evacuate, operator: Exists, tolerationSeconds: 60}]")
                .advance("30s");
        taint("evacuate", "NoExecute");
        rig.advance("50s");
        assertFalse(leaves("p"));
        rig.advance("20s");
        assertTrue(leaves("p"));
    }

    @ParameterizedTest
    @CsvSource({"NoExecute, true", "NoSchedule, false", "PreferNoSchedule, false"})
    void onlyNoExecuteMovesWhatAlreadyRuns(String effect, boolean moves) {
        rig.pod("p", 1).advance("30s");
        taint("maintenance", effect);
        rig.advance("1m");
        assertEquals(moves, leaves("p"));
    }

    @Test
    void aTaintThatIsTakenAwayInTimeMovesNobody() {
        rig.pod("p", 1, bears("evacuate", ", tolerationSeconds: 60")).advance("30s");
        taint("evacuate", "NoExecute");
        rig.advance("30s");
        rig.change(ResourceTypes.NODE, "n1", node -> Json.with(node, "spec").remove("taints"));
        rig.advance("5m");
        assertFalse(leaves("p"));
    }

    @Test
    void theEvictionIsToldOnThePod() {
        rig.pod("p", 1).advance("30s");
        taint("evacuate", "NoExecute");
        rig.settle();
        assertEquals(List.of("Marking for deletion Pod default/p"), rig.events("TaintManagerEviction"));
        assertEquals(
                "True DeletionByTaintManager Taint manager: deleting due to NoExecute taint",
                rig.condition(ResourceTypes.POD, "p", "DisruptionTarget"));
    }

    @Test
    void aLostNodeSaysSoInAllItsConditions() {
        down();
        rig.advance("41s");
        for (String type : List.of("Ready", "MemoryPressure", "DiskPressure", "PIDPressure")) {
            assertEquals(
                    "Unknown NodeStatusUnknown Kubelet stopped posting node status.",
                    rig.condition(ResourceTypes.NODE, "n1", type));
        }
        assertEquals(List.of("Node n1 status is now: NodeNotReady"), rig.events("NodeNotReady"));
    }

    @Test
    void aSilenceShorterThanTheGraceIsNotNoticed() {
        down();
        rig.advance("30s");
        up();
        rig.advance("5m");
        assertTrue(rig.condition(ResourceTypes.NODE, "n1", "Ready").startsWith("True"));
        assertEquals(List.of(), rig.events("NodeNotReady"));
    }

    @Test
    void aNodeThatComesBackLosesItsOwnTaintsAndKeepsOthers() {
        taint("team", "NoSchedule");
        down();
        rig.advance("1m");
        up();
        rig.settle();
        JsonNode taints = Json.at(rig.get(ResourceTypes.NODE, "n1"), "spec", "taints");
        assertEquals(List.of("team"), taints.findValuesAsText("key"));
    }

    @Test
    void nothingIsPlacedOnALostNodeUntilItIsBack() {
        down();
        rig.advance("1m");
        rig.pod("p", 1).advance("30s");
        assertTrue(rig.scheduled("p").contains("untolerated taint(s)"), rig.scheduled("p"));
        up();
        rig.advance("30s");
        assertEquals("Running", rig.phase("p"));
    }

    @Test
    void aWorkloadMovesAwayFromALostNodeAndBackIsNotForced() {
        rig.apply(
                "{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {replicas: 2, selector: {matchLabels:"
                        + " {app: d}}, template: {metadata: {labels: {app: d}}, spec: {containers: [{name: main, image: i}]}}}}");
        rig.advance("30s").node("n2", 8);
        down();
        rig.advance("8m");
        List<String> nodes = rig.active("d-").stream()
                .map(pod -> Json.text(pod, "spec", "nodeName"))
                .toList();
        assertEquals(List.of("n2", "n2"), nodes);
        assertEquals(4, rig.pods("d-").size(), "the old ones are still to be seen, ending");
        up();
        rig.advance("1m");
        assertEquals(2, rig.pods("d-").size());
        assertEquals(2, rig.running("d-"));
    }

    @Test
    void whatFinishedBeforeIsNotEvicted() {
        rig.pod("p", 0, "restartPolicy: Never, containers: [{name: c, image: i, command: [sleep, \"5\"]}]")
                .advance("1m");
        taint("evacuate", "NoExecute");
        rig.advance("1m");
        assertEquals("Succeeded", rig.phase("p"));
    }

    @Test
    void theLeaseGoesWithItsNode() {
        assertTrue(rig.store().get(ResourceTypes.LEASE, "kube-node-lease", "n1").isPresent());
        rig.delete(ResourceTypes.NODE, "n1").advance("1m");
        assertTrue(rig.store().get(ResourceTypes.LEASE, "kube-node-lease", "n1").isEmpty());
    }

    @Test
    void aLeaseIsGoodForFourRenewals() {
        JsonNode lease =
                rig.store().get(ResourceTypes.LEASE, "kube-node-lease", "n1").orElseThrow();
        assertEquals(40, Json.number(lease, 0, "spec", "leaseDurationSeconds"));
        assertEquals("n1", Json.text(lease, "spec", "holderIdentity"));
        assertEquals(
                "Node",
                Json.at(lease, "metadata", "ownerReferences")
                        .path(0)
                        .path("kind")
                        .asText());
    }
}
