// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.store.ResourceTypes;

class HorizontalAutoscalerTest {

    private static final ObjectKey KEY = new ObjectKey("default", "a");
    private static final String REQUESTS =
            "[{type: Pods, pods: {metric: {name: running}, target: {type: AverageValue, averageValue: '8'}}}]";

    private static final String CPU =
            "[{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 1}}}]";

    private final Rig rig = new Rig();

    @BeforeEach
    void nodes() {
        rig.node("n1", 0).node("n2", 0);
        rig.life().open();
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void deployment(int replicas) {
        rig.apply("{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {replicas: " + replicas
                + ", selector: {matchLabels: {app: d}}, template: {metadata: {labels: {app: d}}, spec:"
                + " {containers: [{name: main, image: \"i:1\", resources: {requests: {cpu: 100m}}}]}}}}");
    }

    private void autoscaler(String metrics) {
        rig.apply("{apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: a}, spec: {minReplicas:"
                + " 2, maxReplicas: 6, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: d}, metrics: "
                + metrics + "}}");
    }

    private int replicas() {
        return Json.number(rig.get(ResourceTypes.DEPLOYMENT, "d"), 1, "spec", "replicas");
    }

    private ObjectNode now() {
        return rig.get(ResourceTypes.HORIZONTAL_POD_AUTOSCALER, "a");
    }

    private String condition(String type) {
        return rig.condition(ResourceTypes.HORIZONTAL_POD_AUTOSCALER, "a", type).split(" ")[0];
    }

    private void load(double load) {
        rig.life().loop().runNow(() -> rig.life().autoscaler().load(KEY, load));
    }

    @Test
    void itGoesUpAtOnceAndDownWhenNoMoreWasAskedForInFiveMinutes() {
        deployment(2);
        load(2);
        autoscaler(REQUESTS);
        rig.advance("1m");
        assertEquals(2, replicas());
        assertEquals("True", condition("ScalingActive"));
        load(3.5);
        rig.advance("16s");
        assertEquals(4, replicas());
        assertEquals(List.of("New size: 4; reason: pods metric running above target"), rig.events("SuccessfulRescale"));
        assertEquals(4, Json.number(now(), 0, "status", "desiredReplicas"));
        load(2);
        rig.advance("4m");
        assertEquals(4, replicas());
        assertEquals(
                "4",
                Json.at(now(), "status", "currentMetrics")
                        .path(0)
                        .at("/pods/current/averageValue")
                        .asText());
        rig.advance("2m");
        assertEquals(2, replicas());
        assertTrue(rig.events("SuccessfulRescale").contains("New size: 2; reason: All metrics below target"));
    }

    @Test
    void whatOneAskedForIsForgottenOnceItIsGone() {
        deployment(2);
        load(2);
        autoscaler(REQUESTS);
        rig.advance("1m");
        assertEquals(1, rig.life().autoscaler().known());
        rig.delete(ResourceTypes.HORIZONTAL_POD_AUTOSCALER, "a");
        rig.advance("1m");
        assertEquals(0, rig.life().autoscaler().known());
    }

    @Test
    void whatSomebodyScalesItTakesBack() {
        deployment(2);
        load(2);
        autoscaler(REQUESTS);
        rig.advance("1m");
        for (int other : new int[] {1, 9}) {
            rig.change(
                    ResourceTypes.DEPLOYMENT, "d", it -> Json.with(it, "spec").put("replicas", other));
            rig.advance("16s");
            assertEquals(other == 1 ? 2 : 6, replicas());
            assertEquals("True", condition("ScalingLimited"));
        }
        rig.change(ResourceTypes.DEPLOYMENT, "d", it -> Json.with(it, "spec").put("replicas", 0));
        rig.advance("1m");
        assertEquals(0, replicas(), "none is scaled by nobody");
        assertEquals("False", condition("ScalingActive"));
    }

    @Test
    void itReadsWhatThePodsUseOfTheirProcessors() {
        deployment(2);
        autoscaler(CPU);
        rig.advance("2m");
        assertEquals(6, replicas());
        assertTrue(Json.at(now(), "status", "currentMetrics")
                        .path(0)
                        .at("/resource/current/averageUtilization")
                        .asInt()
                > 10);
    }

    /** computeReplicasForMetrics: the largest proposal, whichever metric makes it, and all of them in the status. */
    @Test
    void ofSeveralMetricsThatCountsWhichAsksForMost() {
        deployment(2);
        load(2);
        autoscaler(REQUESTS.replace("]", ", " + CPU.substring(1)));
        rig.advance("2m");
        assertEquals(6, replicas());
        assertTrue(rig.events("SuccessfulRescale").getLast().contains("cpu resource utilization"));
        assertEquals(2, Json.at(now(), "status", "currentMetrics").size());
    }

    /** computeReplicasForMetrics: with some that cannot be read it goes up and not down. */
    @Test
    void oneOfItsMetricsThatCannotBeReadKeepsItFromGoingDownOnly() {
        deployment(2);
        load(3.5);
        autoscaler("[{type: External, external: {metric: {name: queued}, target: {type: Value, value: '8'}}}, "
                + REQUESTS.substring(1));
        rig.advance("16s");
        assertEquals(4, replicas());
        assertEquals("True", condition("ScalingActive"));
        load(2);
        rig.advance("10m");
        assertEquals(4, replicas());
        assertEquals("False", condition("ScalingActive"));
        assertTrue(rig.events("FailedGetExternalMetric").getFirst().contains("queued"));
    }

    @Test
    void itSaysWhatItCannotScaleOrRead() {
        autoscaler(REQUESTS);
        rig.advance("16s");
        assertEquals("False", condition("AbleToScale"));
        assertEquals(List.of("deployments.apps \"d\" not found"), rig.events("FailedGetScale"));
        deployment(3);
        rig.advance("16s");
        assertEquals("True", condition("AbleToScale"));
        assertEquals("False", condition("ScalingActive"));
        assertEquals(3, replicas());
    }
}
