// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.object.Pods;
import podium.simulator.store.ResourceTypes;

class DeploymentControllerTest {

    private final Rig rig = new Rig();

    @BeforeEach
    void nodes() {
        rig.node("n1", 0).node("n2", 0);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void deployment(int replicas, String more) {
        rig.apply("{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {replicas: " + replicas + ", "
                + more
                + "selector: {matchLabels: {app: d}}, template: {metadata: {labels: {app: d}}, spec: {containers:"
                + " [{name: main, image: \"i:1\", readinessProbe: {initialDelaySeconds: 5}}]}}}}");
    }

    private void image(String image) {
        rig.change(ResourceTypes.DEPLOYMENT, "d", object -> ((ObjectNode)
                        Json.at(object, "spec", "template", "spec", "containers")
                                .path(0))
                .put("image", image));
    }

    private JsonNode status() {
        return rig.get(ResourceTypes.DEPLOYMENT, "d").path("status");
    }

    private List<ObjectNode> sets() {
        return rig.store().list(ResourceTypes.REPLICA_SET, "default");
    }

    @Test
    void aDeploymentMakesAReplicaSetNamedAfterItsTemplate() {
        deployment(3, "");
        rig.advance("1m");
        ObjectNode set = sets().getFirst();
        String hash = Json.labels(set).get("pod-template-hash");
        assertEquals("d-" + hash, Json.name(set));
        assertEquals(
                "1", Json.annotation(set, "deployment.kubernetes.io/revision").orElse(""));
        assertEquals(
                "1",
                Json.annotation(rig.get(ResourceTypes.DEPLOYMENT, "d"), "deployment.kubernetes.io/revision")
                        .orElse(""));
        assertEquals(3, rig.running("d-" + hash + "-"));
        assertEquals(3, status().path("availableReplicas").asInt());
        assertEquals(1, status().path("observedGeneration").asInt());
        assertEquals(
                "True MinimumReplicasAvailable Deployment has minimum availability.",
                rig.condition(ResourceTypes.DEPLOYMENT, "d", "Available"));
        assertTrue(
                rig.condition(ResourceTypes.DEPLOYMENT, "d", "Progressing").startsWith("True NewReplicaSetAvailable"));
        assertEquals(List.of("Scaled up replica set d-" + hash + " from 0 to 3"), rig.events("ScalingReplicaSet"));
    }

    @Test
    void aRolloutKeepsWithinSurgeAndUnavailability() {
        deployment(4, "strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1, maxUnavailable: 1}}, ");
        rig.advance("1m");
        image("i:2");
        for (int second = 0; second < 90; second++) {
            rig.advance("1s");
            int asked = sets().stream()
                    .mapToInt(set -> Json.number(set, 0, "spec", "replicas"))
                    .sum();
            long ready = rig.active("d-").stream().filter(Pods::ready).count();
            assertTrue(asked <= 5, "asked for " + asked + " at " + second);
            assertTrue(ready >= 3, "ready " + ready + " at " + second);
        }
        assertTrue(rig.active("d-").stream()
                .allMatch(pod -> Json.text(Json.at(pod, "spec", "containers").path(0), "image")
                        .equals("i:2")));
        assertEquals(4, status().path("updatedReplicas").asInt());
        assertEquals(2, sets().size(), "the old set is kept for going back");
    }

    @Test
    void goingBackMakesTheOldSetTheNewestRevision() {
        deployment(2, "");
        rig.advance("1m");
        image("i:2");
        rig.advance("2m");
        image("i:1");
        rig.advance("2m");
        assertEquals(2, sets().size());
        assertEquals(
                "3",
                Json.annotation(rig.get(ResourceTypes.DEPLOYMENT, "d"), "deployment.kubernetes.io/revision")
                        .orElse(""));
        assertEquals(2, rig.running("d-"));
    }

    @Test
    void recreateEndsTheOldBeforeItStartsTheNew() {
        deployment(2, "strategy: {type: Recreate}, ");
        rig.advance("1m");
        image("i:2");
        for (int second = 0; second < 60; second++) {
            rig.advance("1s");
            long images = rig.pods("d-").stream()
                    .map(pod -> Json.text(Json.at(pod, "spec", "containers").path(0), "image"))
                    .distinct()
                    .count();
            assertTrue(images <= 1, "old and new at once at " + second);
        }
        assertEquals(2, rig.running("d-"));
    }

    @Test
    void aPausedDeploymentDoesNotRoll() {
        deployment(2, "");
        rig.advance("1m");
        rig.change(ResourceTypes.DEPLOYMENT, "d", object -> Json.with(object, "spec")
                .put("paused", true));
        image("i:2");
        rig.advance("1m");
        assertEquals(1, sets().size());
    }

    @Test
    void scalingDownEndsTheYoungestFirst() {
        deployment(1, "");
        rig.advance("1m");
        String oldest = Json.name(rig.active("d-").getFirst());
        rig.change(ResourceTypes.DEPLOYMENT, "d", object -> Json.with(object, "spec")
                        .put("replicas", 3))
                .advance("1m");
        rig.change(ResourceTypes.DEPLOYMENT, "d", object -> Json.with(object, "spec")
                        .put("replicas", 1))
                .advance("1m");
        assertEquals(List.of(oldest), rig.active("d-").stream().map(Json::name).toList());
    }

    @Test
    void aPodThatIsDeletedIsReplaced() {
        deployment(1, "");
        rig.advance("1m");
        String before = Json.uid(rig.active("d-").getFirst());
        rig.delete(ResourceTypes.POD, Json.name(rig.active("d-").getFirst())).advance("1m");
        assertEquals(1, rig.running("d-"));
        assertNotEquals(before, Json.uid(rig.active("d-").getFirst()));
    }

    @Test
    void withoutEnoughReadyPodsItIsNotAvailable() {
        deployment(2, "");
        rig.change(ResourceTypes.NODE, "n1", node -> Json.with(node, "spec").put("unschedulable", true));
        rig.change(ResourceTypes.NODE, "n2", node -> Json.with(node, "spec").put("unschedulable", true));
        rig.advance("10s");
        assertTrue(rig.condition(ResourceTypes.DEPLOYMENT, "d", "Available")
                .startsWith("False MinimumReplicasUnavailable"));
        assertEquals(2, status().path("unavailableReplicas").asInt());
    }

    @Test
    void deletingADeploymentTakesItsSetsAndPods() {
        deployment(2, "");
        rig.advance("1m").delete(ResourceTypes.DEPLOYMENT, "d").advance("1m");
        assertEquals(0, sets().size());
        assertEquals(0, rig.pods("d-").size());
    }
}
