// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ResourceTypes;

class EndpointControllerTest {

    private final Rig rig = new Rig();

    @BeforeEach
    void service() {
        for (int i = 0; i < 4; i++) {
            rig.node("n" + i, 0);
        }
        rig.apply("{apiVersion: v1, kind: Service, metadata: {name: s}, spec: {selector: {app: d}, ports: [{name: http,"
                + " port: 80, targetPort: web}]}}");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void deployment(int replicas) {
        rig.apply("{apiVersion: apps/v1, kind: Deployment, metadata: {name: d}, spec: {replicas: " + replicas
                + ", selector: {matchLabels: {app: d}}, template: {metadata: {labels: {app: d}}, spec: {containers:"
                + " [{name: main, image: \"i:1\", ports: [{name: web, containerPort: 8000}], readinessProbe:"
                + " {initialDelaySeconds: 20}}]}}}}");
    }

    private List<ObjectNode> slices() {
        return rig.store().list(ResourceTypes.ENDPOINT_SLICE, "default");
    }

    private List<String> ready() {
        List<String> ready = new ArrayList<>();
        for (ObjectNode slice : slices()) {
            for (JsonNode endpoint : slice.path("endpoints")) {
                ready.add(Json.text(endpoint, "conditions", "ready"));
            }
        }
        return ready;
    }

    @Test
    void podsStandBehindTheServiceThatSelectsThemAndAreReadyWhenTheyAre() {
        rig.settle();
        assertEquals(1, slices().size(), "an empty one");
        deployment(2);
        rig.advance("25s");
        assertEquals(List.of("false", "false"), ready());
        rig.advance("1m");
        assertEquals(List.of("true", "true"), ready());
        ObjectNode slice = slices().getFirst();
        assertEquals("s", Json.labels(slice).get("kubernetes.io/service-name"));
        assertEquals(
                "[{\"name\":\"http\",\"port\":8000,\"protocol\":\"TCP\"}]",
                slice.path("ports").toString());
        JsonNode first = slice.path("endpoints").path(0);
        ObjectNode pod = rig.get(ResourceTypes.POD, Json.text(first, "targetRef", "name"));
        assertEquals(
                Json.text(pod, "status", "podIP"),
                first.path("addresses").path(0).asText());
        assertEquals(Json.text(pod, "spec", "nodeName"), Json.text(first, "nodeName"));
        rig.change(ResourceTypes.POD, Json.name(pod), it -> Json.with(it, "metadata", "labels")
                .put("app", "other"));
        rig.settle();
        assertTrue(
                slices().stream().noneMatch(it -> it.toString().contains(Json.uid(pod))),
                "it is not selected any more");
        rig.delete(ResourceTypes.SERVICE, "s");
        rig.settle();
        assertEquals(List.of(), slices());
    }

    @Test
    void aSliceHoldsAHundredAndAPodStaysInIts() {
        deployment(130);
        rig.advance("3m");
        assertEquals(
                List.of(30, 100),
                slices().stream()
                        .map(slice -> slice.path("endpoints").size())
                        .sorted()
                        .toList());
        rig.change(ResourceTypes.DEPLOYMENT, "d", it -> Json.with(it, "spec").put("replicas", 1));
        rig.advance("3m");
        assertEquals(List.of("true"), ready());
    }
}
