// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.kubelet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.RandomSource;
import podium.simulator.internal.object.Pods;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.store.DeleteOptions;
import podium.simulator.store.ResourceTypes;

class KubeletTest {

    private final Rig rig = new Rig();

    @BeforeEach
    void node() {
        rig.node("n1", 8).settle();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private JsonNode container(String pod) {
        return Json.at(rig.get(ResourceTypes.POD, pod), "status", "containerStatuses")
                .path(0);
    }

    private List<String> devices(String pod) {
        return container(pod).path("allocatedResourcesStatus").findValuesAsText("resourceID");
    }

    @Test
    void aPodIsCreatedThenRunsThenSucceeds() {
        rig.pod(
                "p",
                1,
                "restartPolicy: Never, containers: [{name: main, image: i, command: [sleep, \"60\"], resources:"
                        + " {limits: {nvidia.com/gpu: 1}}}]");
        rig.settle();
        assertEquals("Pending", rig.phase("p"));
        assertEquals("ContainerCreating", Json.text(container("p"), "state", "waiting", "reason"));
        assertEquals(
                "False ContainersNotReady containers with unready status: [main]",
                rig.condition(ResourceTypes.POD, "p", "Ready"));
        rig.advance("30s");
        assertEquals("Running", rig.phase("p"));
        assertEquals("True", rig.condition(ResourceTypes.POD, "p", "Ready"));
        assertTrue(Json.text(rig.get(ResourceTypes.POD, "p"), "status", "podIP").startsWith("10."));
        rig.advance("1m");
        assertEquals("Succeeded", rig.phase("p"));
        assertEquals(0, Json.number(container("p"), -1, "state", "terminated", "exitCode"));
        assertEquals("False PodCompleted", rig.condition(ResourceTypes.POD, "p", "Ready"));
        assertEquals(List.of("Started container main"), rig.events("Started"));
    }

    @Test
    void aGpuPodIsToldWhichGpusItGot() {
        rig.pod("a", 3).pod("b", 5).advance("30s");
        assertEquals(3, devices("a").size());
        assertEquals(5, devices("b").size());
        assertTrue(devices("a")
                .getFirst()
                .matches("GPU-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
        assertTrue(devices("a").stream().noneMatch(devices("b")::contains));
        assertEquals(
                "nvidia.com/gpu",
                Json.text(container("a").path("allocatedResourcesStatus").path(0), "name"));
        assertEquals(1.0, rig.life().kubelets().heldShare());
    }

    @Test
    void aPodThatDoesNotFitTheNodeItWasPutOnIsFailedForGood() {
        rig.pod("first", 6).settle().pod("forced", 4, "nodeName: n1").settle();
        ObjectNode pod = rig.get(ResourceTypes.POD, "forced");
        assertEquals("Failed", Pods.phase(pod));
        assertEquals("OutOfnvidia.com/gpu", Json.text(pod, "status", "reason"));
        assertEquals(
                "Pod was rejected: Node didn't have enough resource: nvidia.com/gpu, requested: 4, used: 6, capacity:"
                        + " 8",
                Json.text(pod, "status", "message"));
    }

    @Test
    void aPodThatTheNodeDoesNotMatchIsFailed() {
        rig.pod("forced", 1, "nodeName: n1, nodeSelector: {zone: elsewhere}").settle();
        ObjectNode pod = rig.get(ResourceTypes.POD, "forced");
        assertEquals("NodeAffinity", Json.text(pod, "status", "reason"));
        assertEquals(
                "Pod was rejected: Predicate NodeAffinity failed: node(s) didn't match Pod's node affinity/selector",
                Json.text(pod, "status", "message"));
    }

    @Test
    void aGpuPodForcedOntoANodeThatKnowsNoGpusStartsWithoutOne() {
        rig.node("cpu", 0).pod("trap", 8, "nodeName: cpu").advance("30s");
        assertEquals("Running", rig.phase("trap"));
        assertEquals(List.of(), devices("trap"));
    }

    @Test
    void devicesThatBrokeMeanwhileAreAnUnexpectedAdmissionError() {
        NodeInfo node = new NodeInfo("n1");
        node.read(rig.get(ResourceTypes.NODE, "n1"));
        DeviceManager devices =
                new DeviceManager(new DeviceInventory(new RandomSource(1)).of(rig.get(ResourceTypes.NODE, "n1")));
        devices.health(0, false);
        rig.pod("p", 8);
        KubeletAdmission.Refusal refusal = KubeletAdmission.check(
                        PodInfo.of(rig.get(ResourceTypes.POD, "p")), node, devices)
                .orElseThrow();
        assertEquals("UnexpectedAdmissionError", refusal.reason());
        assertEquals(
                "Pod was rejected: Allocate failed due to requested number of devices unavailable for nvidia.com/gpu."
                        + " Requested: 8, Available: 7, which is unexpected",
                refusal.message());
    }

    @Test
    void aBrokenDeviceIsNoLongerOfferedAndARepairedOneIs() {
        rig.life().loop().runNow(() -> rig.life().kubelets().health("n1", 3, false));
        assertEquals(7, Json.number(rig.get(ResourceTypes.NODE, "n1"), 0, "status", "allocatable", "nvidia.com/gpu"));
        assertEquals(8, Json.number(rig.get(ResourceTypes.NODE, "n1"), 0, "status", "capacity", "nvidia.com/gpu"));
        rig.life().loop().runNow(() -> rig.life().kubelets().health("n1", 3, true));
        assertEquals(8, Json.number(rig.get(ResourceTypes.NODE, "n1"), 0, "status", "allocatable", "nvidia.com/gpu"));
    }

    @Test
    void deletingEndsThePodAndThenRemovesIt() {
        rig.pod("p", 2).advance("30s").delete(ResourceTypes.POD, "p");
        assertTrue(Json.terminating(rig.get(ResourceTypes.POD, "p")));
        rig.advance("10s");
        assertTrue(rig.find(ResourceTypes.POD, "p").isEmpty());
        assertEquals(0.0, rig.life().kubelets().heldShare());
        assertEquals(List.of("Stopping container main"), rig.events("Killing"));
    }

    @Test
    void deletingWithoutGraceFreesTheDevicesAtOnce() {
        rig.pod("p", 2).advance("30s");
        rig.store().delete(ResourceTypes.POD, "default", "p", DeleteOptions.now());
        rig.settle();
        assertTrue(rig.find(ResourceTypes.POD, "p").isEmpty());
        assertEquals(0.0, rig.life().kubelets().heldShare());
    }

    @Test
    void theGraceIsNotExceeded() {
        rig.pod("p", 1, "terminationGracePeriodSeconds: 1")
                .advance("30s")
                .delete(ResourceTypes.POD, "p")
                .advance("2s");
        assertTrue(rig.find(ResourceTypes.POD, "p").isEmpty());
    }

    @Test
    void aCrashingContainerIsRestartedWithAGrowingDelay() {
        rig.apply("{apiVersion: v1, kind: Pod, metadata: {name: p, annotations: {simulator.podium/duration: 10s,"
                + " simulator.podium/fails-at: \"1.0\", simulator.podium/exit-code: \"137\"}}, spec: {containers: [{name:"
                + " main, image: i}]}}");
        rig.advance("1m");
        assertEquals("Running", rig.phase("p"));
        rig.advance("9m");
        int restarts = Json.number(container("p"), 0, "restartCount");
        assertTrue(restarts >= 4 && restarts <= 7, "restarts " + restarts);
        assertEquals("OOMKilled", Json.text(container("p"), "lastState", "terminated", "reason"));
        assertFalse(rig.events("BackOff").isEmpty());
    }

    @Test
    void aFailureIsFinalWhereNothingIsRestarted() {
        rig.apply("{apiVersion: v1, kind: Pod, metadata: {name: p, annotations: {simulator.podium/duration: 100s,"
                + " simulator.podium/fails-at: \"0.5\"}}, spec: {restartPolicy: Never, containers: [{name: main,"
                + " image: i}]}}");
        rig.advance("40s");
        assertEquals("Running", rig.phase("p"));
        rig.advance("40s");
        assertEquals("Failed", rig.phase("p"));
        assertEquals(1, Json.number(container("p"), 0, "state", "terminated", "exitCode"));
    }

    @Test
    void readinessTakesItsTime() {
        rig.pod("p", 0, "containers: [{name: main, image: i, readinessProbe: {initialDelaySeconds: 60}}]")
                .advance("30s");
        assertEquals("Running", rig.phase("p"));
        assertTrue(rig.condition(ResourceTypes.POD, "p", "Ready").startsWith("False"));
        rig.advance("1m");
        assertEquals("True", rig.condition(ResourceTypes.POD, "p", "Ready"));
    }

    @Test
    void aSecondPodOfAnImageStartsWithoutPulling() {
        rig.pod("a", 0).advance("30s").pod("b", 0).advance("5s");
        assertEquals("Running", rig.phase("b"));
        assertTrue(rig.events("Pulled").contains("Container image \"img\" already present on machine"));
        assertEquals(1, rig.events("Pulling").size());
    }

    @Test
    void anErrorOfTheGpuEndsWhatRunsOnIt() {
        rig.pod("a", 4, "restartPolicy: Never")
                .pod("b", 4, "restartPolicy: Never")
                .advance("30s");
        rig.life().loop().runNow(() -> rig.life().kubelets().crash("n1", 1));
        assertEquals("Failed", rig.phase("a"));
        assertEquals("Running", rig.phase("b"));
    }

    @Test
    void qualityOfServiceFollowsFromRequestsAndLimits() {
        rig.apply("{apiVersion: v1, kind: Pod, metadata: {name: g}, spec: {containers: [{name: m, image: i, resources:"
                + " {limits: {cpu: 1, memory: 1Gi}}}]}}");
        rig.apply("{apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {containers: [{name: m, image: i, resources:"
                + " {requests: {cpu: 1}}}]}}");
        rig.apply("{apiVersion: v1, kind: Pod, metadata: {name: e}, spec: {containers: [{name: m, image: i}]}}");
        rig.settle();
        assertEquals("Guaranteed", Json.text(rig.get(ResourceTypes.POD, "g"), "status", "qosClass"));
        assertEquals("Burstable", Json.text(rig.get(ResourceTypes.POD, "b"), "status", "qosClass"));
        assertEquals("BestEffort", Json.text(rig.get(ResourceTypes.POD, "e"), "status", "qosClass"));
    }

    @Test
    void initContainersAreDoneBeforeTheOthersRun() {
        rig.apply("{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {initContainers: [{name: fetch, image: i},"
                + " {name: side, image: i, restartPolicy: Always}], containers: [{name: main, image: i}]}}");
        rig.settle();
        assertEquals("PodInitializing", Json.text(container("p"), "state", "waiting", "reason"));
        rig.advance("30s");
        JsonNode init = Json.at(rig.get(ResourceTypes.POD, "p"), "status", "initContainerStatuses");
        assertEquals("Completed", Json.text(init.path(0), "state", "terminated", "reason"));
        assertTrue(init.path(1).path("state").has("running"));
    }
}
