// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.scheduling.Taint;

/** What is added to a pod that is created: defaults of the API, priority, default tolerations. */
class PodDefaultsTest {

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    private JsonNode complete(String spec) {
        ObjectNode pod = rig.parse("{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {" + spec + "}}");
        PodDefaults.complete(rig.life().cluster(), pod);
        return pod.path("spec");
    }

    private static long tolerated(JsonNode spec, String taint) {
        for (JsonNode toleration : spec.path("tolerations")) {
            if (Json.text(toleration, "key").equals(taint)) {
                return toleration.path("tolerationSeconds").asLong(-1);
            }
        }
        return 0;
    }

    @ParameterizedTest
    @CsvSource({
        "restartPolicy, Always, Never",
        "schedulerName, default-scheduler, volcano",
        "dnsPolicy, ClusterFirst, None",
        "serviceAccountName, default, builder",
        "terminationGracePeriodSeconds, 30, 5",
        "enableServiceLinks, true, false",
        "priority, 0, 77"
    })
    void defaultsStandWhereNothingWasSaid(String field, String otherwise, String said) {
        assertEquals(otherwise, complete("").path(field).asText());
        assertEquals(said, complete(field + ": " + said).path(field).asText());
    }

    @Test
    void thePriorityIsThatOfTheClass() {
        rig.apply("{apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: high}, value: 1000}");
        JsonNode spec = complete("priorityClassName: high");
        assertEquals(1000, spec.path("priority").asInt());
        assertEquals("PreemptLowerPriority", spec.path("preemptionPolicy").asText());
    }

    @Test
    void aPolicyThatWasSaidStays() {
        assertEquals(
                "Never",
                complete("preemptionPolicy: Never").path("preemptionPolicy").asText());
    }

    @Test
    void aLostNodeIsBorneForFiveMinutes() {
        JsonNode spec = complete("");
        assertEquals(300, tolerated(spec, Taint.NOT_READY));
        assertEquals(300, tolerated(spec, Taint.UNREACHABLE));
        assertEquals(2, spec.path("tolerations").size());
    }

    @Test
    void aTolerationOfOnesOwnIsNotOverruled() {
        JsonNode spec = complete("tolerations: [{key: " + Taint.UNREACHABLE
                + ", operator: Exists, effect: NoExecute, tolerationSeconds: 20}]");
        assertEquals(20, tolerated(spec, Taint.UNREACHABLE));
        assertEquals(300, tolerated(spec, Taint.NOT_READY));
    }

    @Test
    void whoToleratesEverythingIsGivenNoTimeLimit() {
        assertEquals(
                1,
                complete("tolerations: [{operator: Exists}]")
                        .path("tolerations")
                        .size());
    }

    @Test
    void completingTwiceAddsNothing() {
        ObjectNode pod = rig.parse("{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {}}");
        PodDefaults.complete(rig.life().cluster(), pod);
        ObjectNode once = pod.deepCopy();
        PodDefaults.complete(rig.life().cluster(), pod);
        assertEquals(once, pod);
        assertTrue(once.path("spec").size() >= 8);
    }
}
