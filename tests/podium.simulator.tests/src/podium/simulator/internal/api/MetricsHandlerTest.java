// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ResourceTypes;

class MetricsHandlerTest {
    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    private String cpu() {
        MetricsHandler metrics = new MetricsHandler(rig.store(), Clock.fixed(Rig.START, ZoneOffset.UTC));
        JsonNode pod = metrics.pod(rig.get(ResourceTypes.POD, "p"));
        return Json.text(Json.at(pod, "containers").path(0), "usage", "cpu");
    }

    private boolean inState(String state) {
        return Json.at(rig.get(ResourceTypes.POD, "p"), "status", "containerStatuses")
                .path(0)
                .path("state")
                .has(state);
    }

    @Test
    void aContainerThatWaitsToBeStartedAgainUsesNothing() {
        rig.node("n1", 8).settle();
        rig.apply("{apiVersion: v1, kind: Pod, metadata: {name: p, annotations: {simulator.podium/duration: 9s,"
                + " simulator.podium/fails-at: \"1.0\"}}, spec: {containers: [{name: main, image: i, resources:"
                + " {requests: {cpu: 8}}}]}}");
        for (int second = 0; second < 60 && !inState("running"); second++) {
            rig.advance("1s");
        }
        assertTrue(inState("running") && !cpu().equals("0n"), cpu());
        for (int second = 0; second < 60 && inState("running"); second++) {
            rig.advance("1s");
        }
        assertTrue(inState("waiting"));
        assertEquals("0n", cpu());
    }
}
