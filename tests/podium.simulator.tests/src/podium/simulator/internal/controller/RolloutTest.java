// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.object.Pods;
import podium.simulator.store.ResourceTypes;

/** Rolling updates under every mix of surge and unavailability, and what becomes of the old ReplicaSets. */
class RolloutTest {

    private final Rig rig = new Rig();

    @BeforeEach
    void node() {
        rig.node("n1", 0);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void deployment(int replicas, String more) {
        rig.apply("{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {replicas: " + replicas + ", "
                + more
                + "selector: {matchLabels: {app: d}}, template: {metadata: {labels: {app: d}}, spec: {containers:"
                + " [{name: main, image: \"i:1\", readinessProbe: {initialDelaySeconds: 4}}]}}}}");
    }

    private void image(String image) {
        rig.change(ResourceTypes.DEPLOYMENT, "d", object -> ((ObjectNode)
                        Json.at(object, "spec", "template", "spec", "containers")
                                .path(0))
                .put("image", image));
    }

    private void spec(String field, int value) {
        rig.change(ResourceTypes.DEPLOYMENT, "d", object -> Json.with(object, "spec")
                .put(field, value));
    }

    private List<ObjectNode> sets() {
        return rig.store().list(ResourceTypes.REPLICA_SET, "default").stream()
                .sorted(Comparator.comparingInt(DeploymentController::revision))
                .toList();
    }

    private JsonNode status() {
        return rig.get(ResourceTypes.DEPLOYMENT, "d").path("status");
    }

    private boolean allRun(String image) {
        return rig.active("d-").stream()
                .allMatch(pod -> Json.text(Json.at(pod, "spec", "containers").path(0), "image")
                        .equals(image));
    }

    /** Source: kubernetes, deployment/util ResolveFenceposts: surge rounds up, unavailable down. */
    @ParameterizedTest
    @CsvSource({
        "4, 25%, 25%, 5, 3",
        "3, 25%, 25%, 4, 3",
        "10, 25%, 25%, 13, 8",
        "4, 0, 1, 4, 3",
        "4, 2, 0, 6, 4",
        "4, 100%, 0, 8, 4",
        "2, 0, 100%, 2, 0",
        "3, 0, 0, 3, 2"
    })
    void neitherBoundIsEverPassed(int replicas, String surge, String unavailable, int most, int least) {
        deployment(
                replicas,
                "strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: " + surge + ", maxUnavailable: "
                        + unavailable + "}}, ");
        rig.advance("1m");
        image("i:2");
        int asked = 0;
        for (int second = 0; second < 240 && !(allRun("i:2") && rig.running("d-") == replicas); second++) {
            rig.advance("1s");
            int now = sets().stream()
                    .mapToInt(set -> Json.number(set, 0, "spec", "replicas"))
                    .sum();
            long ready = rig.active("d-").stream().filter(Pods::ready).count();
            assertTrue(now <= most, "asked for " + now + " at " + second);
            assertTrue(ready >= least, "ready " + ready + " at " + second);
            asked = Math.max(asked, now);
        }
        assertTrue(allRun("i:2"), "it came to its end");
        assertEquals(most, Math.max(asked, replicas), "and used the room it had");
    }

    @Test
    void anImageThatNeverGetsReadyStopsTheRolloutWhereItIs() {
        deployment(4, "strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1, maxUnavailable: 0}}, ");
        rig.advance("1m");
        rig.change(ResourceTypes.DEPLOYMENT, "d", object -> {
            ObjectNode container = (ObjectNode)
                    Json.at(object, "spec", "template", "spec", "containers").path(0);
            container.put("image", "i:bad");
            Json.with(container, "readinessProbe").put("initialDelaySeconds", 90_000);
        });
        rig.advance("10m");
        assertEquals(5, rig.active("d-").size());
        assertEquals(4, rig.active("d-").stream().filter(Pods::ready).count());
        assertEquals(1, status().path("updatedReplicas").asInt());
        assertEquals(1, status().path("unavailableReplicas").asInt());
        assertTrue(rig.condition(ResourceTypes.DEPLOYMENT, "d", "Progressing").startsWith("True ReplicaSetUpdated"));
        assertTrue(rig.condition(ResourceTypes.DEPLOYMENT, "d", "Available").startsWith("True"));
    }

    @Test
    void goingBackFromAStuckRolloutTakesTheBrokenPodsAway() {
        deployment(2, "");
        rig.advance("1m");
        List<String> before = rig.active("d-").stream().map(Json::uid).sorted().toList();
        rig.change(ResourceTypes.DEPLOYMENT, "d", object -> {
            ObjectNode container = (ObjectNode)
                    Json.at(object, "spec", "template", "spec", "containers").path(0);
            Json.with(container, "readinessProbe").put("initialDelaySeconds", 90_000);
        });
        rig.advance("2m");
        rig.change(ResourceTypes.DEPLOYMENT, "d", object -> {
            ObjectNode container = (ObjectNode)
                    Json.at(object, "spec", "template", "spec", "containers").path(0);
            Json.with(container, "readinessProbe").put("initialDelaySeconds", 4);
        });
        rig.advance("2m");
        assertEquals(before, rig.active("d-").stream().map(Json::uid).sorted().toList(), "the good pods never left");
        assertEquals(3, DeploymentController.revision(sets().getLast()));
    }

    @Test
    void aSecondChangeInTheMiddleOfARolloutWins() {
        deployment(4, "");
        rig.advance("1m");
        image("i:2");
        rig.advance("8s");
        image("i:3");
        rig.advance("3m");
        assertTrue(allRun("i:3"));
        assertEquals(4, rig.running("d-"));
        assertEquals(
                List.of(0, 0, 4),
                sets().stream()
                        .map(set -> Json.number(set, -1, "spec", "replicas"))
                        .toList());
    }

    @Test
    void scalingInTheMiddleOfARolloutEndsAtTheNewSize() {
        deployment(4, "");
        rig.advance("1m");
        image("i:2");
        rig.advance("8s");
        spec("replicas", 6);
        rig.advance("3m");
        assertTrue(allRun("i:2"));
        assertEquals(6, rig.running("d-"));
        assertEquals(6, status().path("readyReplicas").asInt());
    }

    @Test
    void onlySoManyOldSetsAreKept() {
        deployment(1, "revisionHistoryLimit: 2, ");
        rig.advance("1m");
        for (int version = 2; version <= 6; version++) {
            image("i:" + version);
            rig.advance("1m");
        }
        assertEquals(
                List.of(4, 5, 6),
                sets().stream().map(DeploymentController::revision).toList(),
                "the newest and the two before it");
    }

    @Test
    void scaledToNothingItIsAvailableAndEmpty() {
        deployment(3, "");
        rig.advance("1m");
        spec("replicas", 0);
        rig.advance("1m");
        assertEquals(0, rig.pods("d-").size());
        assertFalse(status().has("replicas"));
        assertTrue(rig.condition(ResourceTypes.DEPLOYMENT, "d", "Available").startsWith("True"));
    }

    @Test
    void aPodCountsAsAvailableOnlyAfterItsMinReadySeconds() {
        deployment(1, "minReadySeconds: 60, ");
        rig.advance("40s");
        assertEquals(1, status().path("readyReplicas").asInt());
        assertFalse(status().has("availableReplicas"));
        rig.advance("1m");
        assertEquals(1, status().path("availableReplicas").asInt());
        assertEquals(60, Json.number(sets().getFirst(), 0, "spec", "minReadySeconds"));
    }

    @Test
    void podsThatFindNoNodeGoFirstWhenScalingDown() {
        deployment(1, "");
        rig.advance("1m");
        String working = Json.name(rig.active("d-").getFirst());
        rig.change(ResourceTypes.NODE, "n1", node -> Json.with(node, "spec").put("unschedulable", true));
        spec("replicas", 3);
        rig.advance("20s");
        assertEquals(3, rig.active("d-").size());
        spec("replicas", 1);
        rig.advance("20s");
        assertEquals(List.of(working), rig.active("d-").stream().map(Json::name).toList());
    }

    @Test
    void everyScalingIsToldFromAndTo() {
        deployment(2, "");
        rig.advance("1m");
        String set = Json.name(sets().getFirst());
        spec("replicas", 5);
        rig.advance("1m");
        spec("replicas", 1);
        rig.advance("1m");
        assertEquals(
                List.of(
                        "Scaled up replica set " + set + " from 0 to 2",
                        "Scaled up replica set " + set + " from 2 to 5",
                        "Scaled down replica set " + set + " from 5 to 1"),
                rig.events("ScalingReplicaSet"));
    }

    @Test
    void theGenerationThatWasSeenIsSaid() {
        deployment(1, "");
        rig.advance("1m");
        spec("replicas", 2);
        rig.advance("1m");
        ObjectNode deployment = rig.get(ResourceTypes.DEPLOYMENT, "d");
        assertEquals(
                Json.number(deployment, -1, "metadata", "generation"),
                Json.number(deployment, -2, "status", "observedGeneration"));
    }
}
