// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.EngineContext;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.store.ObjectStore;
import podium.simulator.store.ResourceTypes;

class DisruptionControllerTest {

    private final Rig rig = new Rig();

    @BeforeEach
    void workload() {
        rig.node("n1", 0);
        rig.apply("{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {replicas: 7, selector:"
                + " {matchLabels: {app: d}}, template: {metadata: {labels: {app: d}}, spec: {containers: [{name:"
                + " main, image: i}]}}}}");
        rig.advance("1m");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private JsonNode budget(String limit) {
        rig.apply("{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: b}, spec: {" + limit
                + ", selector: {matchLabels: {app: d}}}}");
        return settled();
    }

    private JsonNode settled() {
        rig.settle();
        return rig.get(ResourceTypes.POD_DISRUPTION_BUDGET, "b").path("status");
    }

    /** As kubernetes, pkg/controller/disruption: shares of minAvailable and of maxUnavailable round up. */
    @ParameterizedTest
    @CsvSource({
        "minAvailable: 5, 5, 2",
        "minAvailable: 7, 7, 0",
        "minAvailable: 9, 9, 0",
        "minAvailable: 50%, 4, 3",
        "minAvailable: 100%, 7, 0",
        "maxUnavailable: 1, 6, 1",
        "maxUnavailable: 0, 7, 0",
        "maxUnavailable: 30%, 4, 3",
        "maxUnavailable: 100%, 0, 7"
    })
    void theArithmeticOfBudgets(String limit, int desired, int allowed) {
        JsonNode status = budget(limit);
        assertEquals(7, status.path("expectedPods").asInt());
        assertEquals(7, status.path("currentHealthy").asInt());
        assertEquals(desired, status.path("desiredHealthy").asInt());
        assertEquals(allowed, status.path("disruptionsAllowed").asInt());
        assertEquals(1, status.path("observedGeneration").asInt());
    }

    @Test
    void aBudgetWithoutPodsAllowsNothing() {
        rig.apply("{apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: b}, spec: {minAvailable: 0,"
                + " selector: {matchLabels: {app: none}}}}");
        assertEquals(0, settled().path("disruptionsAllowed").asInt());
        assertTrue(rig.condition(ResourceTypes.POD_DISRUPTION_BUDGET, "b", "DisruptionAllowed")
                .startsWith("False InsufficientPods"));
    }

    @Test
    void aPodThatIsEndingIsNotHealthy() {
        budget("minAvailable: 5");
        rig.delete(ResourceTypes.POD, Json.name(rig.active("d-").getFirst()));
        rig.life().loop().runUntil(rig.life().loop().now().plusMillis(400));
        JsonNode status = rig.get(ResourceTypes.POD_DISRUPTION_BUDGET, "b").path("status");
        assertEquals(6, status.path("currentHealthy").asInt());
        assertEquals(1, status.path("disruptionsAllowed").asInt());
        rig.advance("1m");
        assertEquals(2, settled().path("disruptionsAllowed").asInt());
    }

    @Test
    void aGrantedEvictionCountsUntilThePodShowsIt() {
        budget("minAvailable: 5");
        String pod = Json.name(rig.active("d-").getFirst());
        note(pod);
        assertEquals(6, settled().path("currentHealthy").asInt());
        rig.advance("3m");
        JsonNode status = settled();
        assertEquals(7, status.path("currentHealthy").asInt());
        assertFalse(status.has("disruptedPods"), "a note that is two minutes old is forgotten");
    }

    @Test
    void anEvictionThatIsGrantedWhileTheBudgetIsReckonedStillCounts() {
        budget("minAvailable: 5");
        String pod = Json.name(rig.active("d-").getFirst());
        EngineContext real = rig.life().cluster();
        AtomicBoolean granted = new AtomicBoolean();
        ObjectStore between = (ObjectStore) Proxy.newProxyInstance(
                ObjectStore.class.getClassLoader(), new Class<?>[] {ObjectStore.class}, (self, method, arguments) -> {
                    if (method.getName().equals("modify") && granted.compareAndSet(false, true)) {
                        note(pod);
                    }
                    return method.invoke(real.store(), arguments);
                });
        new DisruptionController(new EngineContext(between, real.loop(), real.seed(), real.index(), real.events()))
                .reconcile(new ObjectKey("default", "b"));
        JsonNode status = rig.get(ResourceTypes.POD_DISRUPTION_BUDGET, "b").path("status");
        assertEquals(6, status.path("currentHealthy").asInt());
        assertEquals(1, status.path("disruptionsAllowed").asInt());
        assertTrue(status.path("disruptedPods").has(pod));
    }

    @Test
    void aNoteAboutAPodThatIsGoneIsForgottenAtOnce() {
        budget("minAvailable: 5");
        note("d-that-is-gone");
        JsonNode status = settled();
        assertEquals(7, status.path("currentHealthy").asInt());
        assertFalse(status.has("disruptedPods"));
    }

    private void note(String pod) {
        rig.change(ResourceTypes.POD_DISRUPTION_BUDGET, "b", object -> {
            ObjectNode noted = Json.with(object, "status", "disruptedPods");
            noted.put(pod, Json.time(rig.life().loop().now()));
        });
        rig.change(ResourceTypes.POD, pod, object -> Json.with(object, "metadata", "annotations")
                .put("touched", "yes"));
    }

    @Test
    void expectedFollowsTheScaleNotTheCountOfPods() {
        budget("maxUnavailable: 1");
        rig.change(ResourceTypes.NODE, "n1", node -> Json.with(node, "spec").put("unschedulable", true));
        rig.change(ResourceTypes.DEPLOYMENT, "d", object -> Json.with(object, "spec")
                .put("replicas", 9));
        JsonNode status = settled();
        assertEquals(9, status.path("expectedPods").asInt());
        assertEquals(8, status.path("desiredHealthy").asInt());
        assertEquals(0, status.path("disruptionsAllowed").asInt());
    }

    @Test
    void aChangedBudgetIsObserved() {
        budget("minAvailable: 5");
        rig.change(ResourceTypes.POD_DISRUPTION_BUDGET, "b", object -> Json.with(object, "spec")
                .put("minAvailable", 1));
        JsonNode status = settled();
        assertEquals(2, status.path("observedGeneration").asInt());
        assertEquals(6, status.path("disruptionsAllowed").asInt());
    }
}
