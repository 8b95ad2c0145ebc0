// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.object.Pods;
import podium.simulator.store.ResourceTypes;

class DaemonSetControllerTest {

    private final Rig rig = new Rig();

    @BeforeEach
    void set() {
        rig.node("n1", 8, Map.of("gpu", "yes"))
                .node("n2", 8, Map.of("gpu", "yes"))
                .node("n3", 0);
        rig.apply(
                "{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: d}, spec: {selector: {matchLabels: {app: d}},"
                        + " updateStrategy: {type: RollingUpdate, rollingUpdate: {maxUnavailable: 1}}, template:"
                        + " {metadata: {labels: {app: d}}, spec: {nodeSelector: {gpu: \"yes\"}, containers: [{name: main,"
                        + " image: \"i:1\"}]}}}}");
        rig.advance("30s");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Set<String> nodes() {
        return rig.active("d-").stream()
                .map(pod -> Json.text(pod, "spec", "nodeName"))
                .collect(Collectors.toSet());
    }

    @Test
    void everyNodeThatIsMeantGetsOnePod() {
        assertEquals(Set.of("n1", "n2"), nodes());
        ObjectNode object = rig.get(ResourceTypes.DAEMON_SET, "d");
        assertEquals(2, Json.number(object, 0, "status", "desiredNumberScheduled"));
        assertEquals(2, Json.number(object, 0, "status", "numberReady"));
    }

    @Test
    void aNewNodeGetsItsPod() {
        rig.node("n4", 8, Map.of("gpu", "yes")).advance("30s");
        assertEquals(Set.of("n1", "n2", "n4"), nodes());
    }

    @Test
    void aNodeThatIsNoLongerMeantLosesIt() {
        rig.change(ResourceTypes.NODE, "n1", node -> Json.with(node, "metadata", "labels")
                        .remove("gpu"))
                .advance("1m");
        assertEquals(Set.of("n2"), nodes());
    }

    @Test
    void aCordonDoesNotKeepDaemonsAway() {
        rig.change(ResourceTypes.NODE, "n1", node -> Json.with(node, "spec").put("unschedulable", true));
        rig.delete(ResourceTypes.POD, Json.name(rig.active("d-").getFirst())).advance("1m");
        assertEquals(Set.of("n1", "n2"), nodes());
    }

    private void taint(String node, String effect) {
        rig.change(ResourceTypes.NODE, node, object -> Json.array(Json.with(object, "spec"), "taints")
                .addObject()
                .put("key", "special")
                .put("effect", effect));
    }

    /** Source: kubernetes, {@code NodeShouldRunDaemonPod}: shouldRun and shouldContinueRunning. */
    @Test
    void aTaintThatTheyDoNotBearKeepsNewOnesAwayAndLeavesTheOld() {
        taint("n2", "NoSchedule");
        rig.advance("1m");
        assertEquals(Set.of("n1", "n2"), nodes());
        ObjectNode object = rig.get(ResourceTypes.DAEMON_SET, "d");
        assertEquals(1, Json.number(object, 0, "status", "desiredNumberScheduled"));
        assertEquals(1, Json.number(object, 0, "status", "numberMisscheduled"));
        rig.active("d-").forEach(pod -> rig.delete(ResourceTypes.POD, Json.name(pod)));
        rig.advance("1m");
        assertEquals(Set.of("n1"), nodes());
    }

    @Test
    void aTaintThatEvictsTakesThemAway() {
        taint("n2", "NoExecute");
        rig.advance("1m");
        assertEquals(Set.of("n1"), nodes());
        assertEquals(0, Json.number(rig.get(ResourceTypes.DAEMON_SET, "d"), -1, "status", "numberMisscheduled"));
    }

    @Test
    void anUpdateReplacesThemOneAfterTheOther() {
        rig.change(ResourceTypes.DAEMON_SET, "d", set -> ((ObjectNode)
                        Json.at(set, "spec", "template", "spec", "containers").path(0))
                .put("image", "i:2"));
        for (int second = 0; second < 90; second++) {
            rig.advance("1s");
            assertTrue(rig.active("d-").stream().filter(Pods::ready).count() >= 1, "none ready at " + second);
        }
        assertTrue(rig.active("d-").stream()
                .allMatch(pod -> Json.text(Json.at(pod, "spec", "containers").path(0), "image")
                        .equals("i:2")));
    }
}
