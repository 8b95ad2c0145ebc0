// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.object.Pods;
import podium.simulator.store.ResourceType;
import podium.simulator.store.ResourceTypes;

/** StatefulSets and DaemonSets away from the straight path: ordinals, partitions, nodes that come and go. */
class WorkloadEdgesTest {

    private final Rig rig = new Rig();

    @BeforeEach
    void node() {
        rig.node("n1", 0);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void stateful(int replicas, String more) {
        rig.apply("{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: s}, spec: {serviceName: svc, replicas: "
                + replicas + ", " + more
                + "selector: {matchLabels: {app: s}}, template: {metadata: {labels: {app: s}}, spec:"
                + " {containers: [{name: main, image: \"i:1\"}]}}}}");
    }

    private void daemon(String more) {
        rig.apply(
                "{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: d}, spec: {selector: {matchLabels: {app: d}},"
                        + more
                        + " template: {metadata: {labels: {app: d}}, spec: {containers: [{name: main, image:"
                        + " \"i:1\"}]}}}}");
    }

    private void image(ResourceType type, String name, String image) {
        rig.change(type, name, object -> ((ObjectNode) Json.at(object, "spec", "template", "spec", "containers")
                        .path(0))
                .put("image", image));
    }

    private String imageOf(ObjectNode pod) {
        return Json.text(Json.at(pod, "spec", "containers").path(0), "image");
    }

    private Set<String> names(String prefix) {
        return rig.active(prefix).stream().map(Json::name).collect(Collectors.toSet());
    }

    private JsonNode status(ResourceType type, String name) {
        return rig.get(type, name).path("status");
    }

    @Test
    void ordinalsMayStartWhereTheyAreTold() {
        stateful(3, "ordinals: {start: 5}, ");
        rig.advance("2m");
        assertEquals(Set.of("s-5", "s-6", "s-7"), names("s-"));
    }

    @Test
    void aMovedStartMakesTheNewOrdinalsAndEndsTheOld() {
        stateful(2, "podManagementPolicy: Parallel, ");
        rig.advance("1m");
        rig.change(ResourceTypes.STATEFUL_SET, "s", set -> Json.with(set, "spec", "ordinals")
                .put("start", 1));
        rig.advance("2m");
        assertEquals(Set.of("s-1", "s-2"), names("s-"));
    }

    @Test
    void eachPodHasItsNameAsLabelHostAndIndex() {
        stateful(2, "");
        rig.advance("1m");
        ObjectNode pod = rig.get(ResourceTypes.POD, "s-1");
        assertEquals("s-1", Json.labels(pod).get("statefulset.kubernetes.io/pod-name"));
        assertEquals("1", Json.labels(pod).get("apps.kubernetes.io/pod-index"));
        assertEquals("svc", Json.text(pod, "spec", "subdomain"));
        assertTrue(Json.labels(pod).get("controller-revision-hash").startsWith("s-"));
    }

    @Test
    void aPodThatFailedIsMadeAnew() {
        stateful(1, "");
        rig.advance("1m");
        String before = Json.uid(rig.get(ResourceTypes.POD, "s-0"));
        rig.change(ResourceTypes.POD, "s-0", pod -> Json.with(pod, "status").put("phase", "Failed"));
        rig.advance("1m");
        assertFalse(before.equals(Json.uid(rig.get(ResourceTypes.POD, "s-0"))));
        assertEquals("Running", rig.phase("s-0"));
    }

    @Test
    void scaledToNothingItIsEmpty() {
        stateful(2, "");
        rig.advance("1m");
        rig.change(
                ResourceTypes.STATEFUL_SET, "s", set -> Json.with(set, "spec").put("replicas", 0));
        rig.advance("2m");
        assertEquals(Set.of(), names("s-"));
        assertEquals(0, status(ResourceTypes.STATEFUL_SET, "s").path("replicas").asInt(-1));
    }

    @Test
    void aPartitionAboveAllOrdinalsHoldsTheUpdateBack() {
        stateful(2, "updateStrategy: {type: RollingUpdate, rollingUpdate: {partition: 9}}, ");
        rig.advance("1m");
        image(ResourceTypes.STATEFUL_SET, "s", "i:2");
        rig.advance("2m");
        assertTrue(rig.active("s-").stream().allMatch(pod -> imageOf(pod).equals("i:1")));
        JsonNode status = status(ResourceTypes.STATEFUL_SET, "s");
        assertFalse(status.has("updatedReplicas"));
        assertEquals(2, status.path("currentReplicas").asInt());
        assertFalse(status.path("currentRevision").equals(status.path("updateRevision")));
    }

    @Test
    void anUpdateTakesOnePodAtATime() {
        stateful(3, "podManagementPolicy: Parallel, ");
        rig.advance("1m");
        image(ResourceTypes.STATEFUL_SET, "s", "i:2");
        for (int second = 0; second < 120; second++) {
            rig.advance("1s");
            assertTrue(rig.active("s-").stream().filter(Pods::ready).count() >= 2, "at " + second);
        }
        assertTrue(rig.active("s-").stream().allMatch(pod -> imageOf(pod).equals("i:2")));
    }

    @Test
    void everyChangeOfAStatefulSetIsTold() {
        stateful(2, "");
        rig.advance("1m");
        rig.change(
                ResourceTypes.STATEFUL_SET, "s", set -> Json.with(set, "spec").put("replicas", 1));
        rig.advance("1m");
        assertEquals(
                List.of("create Pod s-0 in StatefulSet s successful", "create Pod s-1 in StatefulSet s successful"),
                rig.events("SuccessfulCreate"));
        assertEquals(List.of("delete Pod s-1 in StatefulSet s successful"), rig.events("SuccessfulDelete"));
    }

    @Test
    void deletingAStatefulSetTakesItsPods() {
        stateful(2, "");
        rig.advance("1m").delete(ResourceTypes.STATEFUL_SET, "s").advance("1m");
        assertEquals(List.of(), rig.pods("s-"));
    }

    @Test
    void aDaemonPodIsPinnedToItsNodeByName() {
        daemon("");
        rig.node("n2", 0).advance("30s");
        for (ObjectNode pod : rig.active("d-")) {
            JsonNode field = Json.at(
                            pod,
                            "spec",
                            "affinity",
                            "nodeAffinity",
                            "requiredDuringSchedulingIgnoredDuringExecution",
                            "nodeSelectorTerms")
                    .path(0)
                    .path("matchFields")
                    .path(0);
            assertEquals("metadata.name", Json.text(field, "key"));
            assertEquals(List.of(Json.text(pod, "spec", "nodeName")), Json.list(field.path("values")));
        }
        assertEquals(2, rig.active("d-").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "node.kubernetes.io/disk-pressure",
                "node.kubernetes.io/memory-pressure",
                "node.kubernetes.io/pid-pressure",
                "node.kubernetes.io/unschedulable"
            })
    void pressureDoesNotKeepDaemonsAway(String taint) {
        daemon("");
        rig.node("n2", 0);
        rig.change(ResourceTypes.NODE, "n2", node -> Json.array(Json.with(node, "spec"), "taints")
                .addObject()
                .put("key", taint)
                .put("effect", "NoSchedule"));
        rig.advance("30s");
        assertEquals(2, rig.running("d-"));
    }

    @Test
    void aLostNodeKeepsItsDaemonPod() {
        daemon("");
        rig.advance("30s");
        rig.life().open();
        rig.life().loop().runNow(() -> rig.life().nodeDown("n1"));
        rig.advance("20m");
        assertEquals(1, rig.active("d-").size(), "it bears the taint for ever");
        assertEquals(
                0, status(ResourceTypes.DAEMON_SET, "d").path("numberReady").asInt(-1));
        assertEquals(
                1,
                status(ResourceTypes.DAEMON_SET, "d").path("numberMisscheduled").asInt());
    }

    @Test
    void aNodeThatGoesTakesItsDaemonPodAlong() {
        daemon("");
        rig.node("n2", 0).advance("30s").delete(ResourceTypes.NODE, "n2").advance("30s");
        assertEquals(1, rig.pods("d-").size());
        assertEquals(
                1,
                status(ResourceTypes.DAEMON_SET, "d")
                        .path("desiredNumberScheduled")
                        .asInt());
    }

    @Test
    void withOnDeleteOldDaemonsStayUntilTheyAreDeleted() {
        daemon(" updateStrategy: {type: OnDelete},");
        rig.advance("30s");
        image(ResourceTypes.DAEMON_SET, "d", "i:2");
        rig.advance("1m");
        assertEquals("i:1", imageOf(rig.active("d-").getFirst()));
        assertFalse(status(ResourceTypes.DAEMON_SET, "d").has("updatedNumberScheduled"));
        rig.delete(ResourceTypes.POD, Json.name(rig.active("d-").getFirst())).advance("1m");
        assertEquals("i:2", imageOf(rig.active("d-").getFirst()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "2", "50%", "100%"})
    void aDaemonUpdateLeavesAsManyReadyAsItMust(String unavailable) {
        rig.node("n2", 0).node("n3", 0).node("n4", 0);
        daemon(" updateStrategy: {type: RollingUpdate, rollingUpdate: {maxUnavailable: " + unavailable + "}},");
        rig.advance("1m");
        image(ResourceTypes.DAEMON_SET, "d", "i:2");
        int down = unavailable.endsWith("%")
                ? 4 * Integer.parseInt(unavailable.replace("%", "")) / 100
                : Integer.parseInt(unavailable);
        for (int second = 0; second < 150; second++) {
            rig.advance("1s");
            assertTrue(rig.active("d-").stream().filter(Pods::ready).count() >= 4 - down, "at " + second);
        }
        assertEquals(4, rig.running("d-"));
        assertTrue(rig.active("d-").stream().allMatch(pod -> imageOf(pod).equals("i:2")));
    }

    @Test
    void aDaemonThatFindsNoRoomSaysWhichNodeLacksIt() {
        rig.pod("big", 0, "nodeName: n1, containers: [{name: c, image: i, resources: {requests: {cpu: 64}}}]")
                .settle();
        rig.apply(
                "{apiVersion: apps/v1, kind: DaemonSet, metadata: {name: d}, spec: {selector: {matchLabels: {app: d}},"
                        + " template: {metadata: {labels: {app: d}}, spec: {containers: [{name: main, image: i, resources:"
                        + " {requests: {cpu: 1}}}]}}}}");
        rig.node("n2", 0).advance("30s");
        ObjectNode waiting = rig.active("d-").stream()
                .filter(pod -> Json.text(pod, "spec", "nodeName").isEmpty())
                .findFirst()
                .orElseThrow();
        assertTrue(
                rig.scheduled(Json.name(waiting))
                        .contains("0/2 nodes are available: 1 Insufficient cpu, 1 node(s) didn't satisfy plugin(s)"
                                + " [NodeAffinity]."),
                rig.scheduled(Json.name(waiting)));
    }
}
