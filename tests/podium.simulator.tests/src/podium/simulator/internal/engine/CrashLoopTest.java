// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ResourceTypes;

/** Restarts of containers: when, after how long, and what is shown meanwhile. */
class CrashLoopTest {

    private final Rig rig = new Rig();

    @BeforeEach
    void node() {
        rig.node("n1", 8).settle();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void crashing(String policy, String duration, int code) {
        rig.apply("{apiVersion: v1, kind: Pod, metadata: {name: p, annotations: {simulator.podium/duration: " + duration
                + ", simulator.podium/fails-at: \"1.0\", simulator.podium/exit-code: \"" + code
                + "\"}}, spec: {restartPolicy: " + policy + ", containers: [{name: main, image: i}]}}");
    }

    private JsonNode container() {
        return Json.at(rig.get(ResourceTypes.POD, "p"), "status", "containerStatuses")
                .path(0);
    }

    private boolean waiting() {
        return Json.text(container(), "state", "waiting", "reason").equals("CrashLoopBackOff");
    }

    /** Steps until the container waits for its restart, or runs again. */
    private Instant until(boolean waits) {
        for (int step = 0; step < 20_000 && waiting() != waits; step++) {
            rig.life().pace().advance(Duration.ofMillis(500));
        }
        assertEquals(waits, waiting());
        return rig.life().loop().now();
    }

    @Test
    void theDelayDoublesFromTenSecondsToFiveMinutes() {
        crashing("Always", "2s", 1);
        List<Long> delays = new ArrayList<>();
        for (int crash = 0; crash < 8; crash++) {
            Instant ended = until(true);
            delays.add(Math.round(Duration.between(ended, until(false)).toMillis() / 1000.0));
        }
        assertEquals(List.of(10L, 20L, 40L, 80L, 160L, 300L, 300L, 300L), delays);
    }

    @Test
    void aContainerThatRanForTenMinutesStartsItsDelaysAnew() {
        crashing("Always", "11m", 1);
        for (int crash = 0; crash < 3; crash++) {
            Instant ended = until(true);
            assertTrue(Json.text(container(), "state", "waiting", "message").startsWith("back-off 10s"));
            long delay = Math.round(Duration.between(ended, until(false)).toMillis() / 1000.0);
            assertEquals(10, delay);
        }
        assertEquals(3, Json.number(container(), 0, "restartCount"), "the restarts are counted all the same");
    }

    @Test
    void whileItWaitsTheStatusSaysWhyAndForHowLong() {
        crashing("Always", "2s", 1);
        until(true);
        String uid = Json.uid(rig.get(ResourceTypes.POD, "p"));
        assertEquals(
                "back-off 10s restarting failed container=main pod=p_default(" + uid + ")",
                Json.text(container(), "state", "waiting", "message"));
        assertEquals(1, Json.number(container(), -1, "lastState", "terminated", "exitCode"));
        assertEquals("Error", Json.text(container(), "lastState", "terminated", "reason"));
        assertEquals(1, Json.number(container(), 0, "restartCount"));
        assertFalse(Json.flag(container(), "ready"));
        assertEquals("Running", rig.phase("p"), "the pod's phase stays");
        assertEquals(
                "False ContainersNotReady containers with unready status: [main]",
                rig.condition(ResourceTypes.POD, "p", "Ready"));
        assertEquals(
                List.of("Back-off restarting failed container in pod p_default(" + uid + ")"), rig.events("BackOff"));
    }

    @Test
    void memoryThatRanOutIsSaidSo() {
        crashing("Always", "2s", 137);
        until(true);
        assertEquals("OOMKilled", Json.text(container(), "lastState", "terminated", "reason"));
        assertEquals(137, Json.number(container(), -1, "lastState", "terminated", "exitCode"));
    }

    @Test
    void afterTheRestartTheLastEndIsStillToBeSeen() {
        crashing("Always", "5s", 1);
        until(true);
        until(false);
        assertTrue(container().path("state").has("running"));
        assertEquals("Error", Json.text(container(), "lastState", "terminated", "reason"));
        assertTrue(Json.text(container(), "lastState", "terminated", "finishedAt")
                        .compareTo(Json.text(container(), "state", "running", "startedAt"))
                < 0);
        assertEquals("True", rig.condition(ResourceTypes.POD, "p", "Ready"));
    }

    @Test
    void eachRunIsAnotherContainer() {
        crashing("Always", "5s", 1);
        until(true);
        String first = Json.text(container(), "lastState", "terminated", "containerID");
        until(false);
        assertTrue(first.matches("containerd://[0-9a-f]{64}"), first);
        assertFalse(first.equals(Json.text(container(), "containerID")));
    }

    @Test
    void onFailureRestartsWhatFailedAndLeavesWhatSucceeded() {
        crashing("OnFailure", "5s", 1);
        until(true);
        rig.apply("{apiVersion: v1, kind: Pod, metadata: {name: good, annotations: {simulator.podium/duration: 5s}},"
                + " spec: {restartPolicy: OnFailure, containers: [{name: main, image: i}]}}");
        rig.advance("1m");
        assertEquals("Succeeded", rig.phase("good"));
    }

    @Test
    void alwaysRestartsEvenASuccess() {
        rig.apply("{apiVersion: v1, kind: Pod, metadata: {name: p, annotations: {simulator.podium/duration: 5s}},"
                + " spec: {containers: [{name: main, image: i}]}}");
        until(true);
        assertEquals("Completed", Json.text(container(), "lastState", "terminated", "reason"));
        assertEquals(0, Json.number(container(), -1, "lastState", "terminated", "exitCode"));
    }

    @Test
    void neverLeavesItEnded() {
        crashing("Never", "5s", 3);
        rig.advance("10m");
        assertEquals("Failed", rig.phase("p"));
        assertEquals(3, Json.number(container(), 0, "state", "terminated", "exitCode"));
        assertEquals(0, Json.number(container(), -1, "restartCount"));
        assertTrue(rig.events("BackOff").isEmpty());
    }

    @Test
    void aPodThatIsDeletedWhileItWaitsDoesNotComeBack() {
        crashing("Always", "2s", 1);
        until(true);
        rig.delete(ResourceTypes.POD, "p").advance("1m");
        assertTrue(rig.find(ResourceTypes.POD, "p").isEmpty());
    }

    @Test
    void aCrashingPodKeepsItsDevices() {
        rig.apply("{apiVersion: v1, kind: Pod, metadata: {name: p, annotations: {simulator.podium/duration: 2s,"
                + " simulator.podium/fails-at: \"1.0\"}}, spec: {containers: [{name: main, image: i, resources: {limits:"
                + " {nvidia.com/gpu: 4}}}]}}");
        until(true);
        assertEquals(0.5, rig.life().kubelets().heldShare());
        until(false);
        assertEquals(0.5, rig.life().kubelets().heldShare());
    }
}
