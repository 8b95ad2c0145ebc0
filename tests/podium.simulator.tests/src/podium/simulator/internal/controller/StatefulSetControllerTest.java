// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.object.Pods;
import podium.simulator.store.ResourceTypes;

class StatefulSetControllerTest {

    private final Rig rig = new Rig();

    @BeforeEach
    void nodes() {
        rig.node("n1", 0).node("n2", 0);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void set(int replicas, String more) {
        rig.apply("{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: s}, spec: {serviceName: s, replicas: "
                + replicas + ", " + more
                + "selector: {matchLabels: {app: s}}, template: {metadata: {labels: {app: s}}, spec:"
                + " {containers: [{name: main, image: \"i:1\", readinessProbe: {initialDelaySeconds: 5}}]}}}}");
    }

    private void image(String image) {
        rig.change(ResourceTypes.STATEFUL_SET, "s", object -> ((ObjectNode)
                        Json.at(object, "spec", "template", "spec", "containers")
                                .path(0))
                .put("image", image));
    }

    private String imageOf(String pod) {
        return Json.text(
                Json.at(rig.get(ResourceTypes.POD, pod), "spec", "containers").path(0), "image");
    }

    @Test
    void podsAreMadeInOrderEachWhenTheOneBeforeIsReady() {
        set(3, "");
        for (int second = 0; second < 120; second++) {
            rig.advance("1s");
            for (int ordinal = 1; ordinal < 3; ordinal++) {
                if (rig.find(ResourceTypes.POD, "s-" + ordinal).isPresent()) {
                    assertTrue(Pods.ready(rig.get(ResourceTypes.POD, "s-" + (ordinal - 1))));
                }
            }
        }
        assertEquals(3, rig.running("s-"));
        ObjectNode last = rig.get(ResourceTypes.POD, "s-2");
        assertEquals("2", Json.labels(last).get("apps.kubernetes.io/pod-index"));
        assertEquals("s-2", Json.text(last, "spec", "hostname"));
        assertEquals(3, Json.number(rig.get(ResourceTypes.STATEFUL_SET, "s"), 0, "status", "readyReplicas"));
    }

    private List<String> revisions() {
        return rig.store().list(ResourceTypes.CONTROLLER_REVISION, "default").stream()
                .sorted(Comparator.comparingInt(revision -> Json.number(revision, 0, "revision")))
                .map(revision -> Json.number(revision, 0, "revision") + " "
                        + Json.text(
                                Json.at(revision, "data", "spec", "template", "spec", "containers")
                                        .path(0),
                                "image"))
                .toList();
    }

    @Test
    void eachTemplateIsARevisionAndOneThatIsTakenAgainTheNewest() {
        set(1, "revisionHistoryLimit: 1, ");
        rig.advance("1m");
        ObjectNode first =
                rig.store().list(ResourceTypes.CONTROLLER_REVISION, "default").getFirst();
        assertEquals(
                Json.text(rig.get(ResourceTypes.STATEFUL_SET, "s"), "status", "currentRevision"), Json.name(first));
        assertEquals("replace", Json.text(first, "data", "spec", "template", "$patch"));
        assertEquals("s", Json.text(Json.controller(first).orElseThrow(), "name"));
        image("i:2");
        rig.advance("2m");
        assertEquals(List.of("1 i:1", "2 i:2"), revisions());
        image("i:1");
        rig.advance("2m");
        assertEquals(List.of("2 i:2", "3 i:1"), revisions());
        image("i:3");
        rig.advance("2m");
        assertEquals(List.of("3 i:1", "4 i:3"), revisions(), "one that nothing has is kept");
    }

    @Test
    void inParallelTheyAreMadeAtOnce() {
        set(3, "podManagementPolicy: Parallel, ");
        rig.settle();
        assertEquals(3, rig.active("s-").size());
    }

    @Test
    void aDeletedPodComesBackUnderItsName() {
        set(1, "");
        rig.advance("1m");
        String before = Json.uid(rig.get(ResourceTypes.POD, "s-0"));
        rig.delete(ResourceTypes.POD, "s-0").advance("1m");
        assertEquals("Running", rig.phase("s-0"));
        assertTrue(!before.equals(Json.uid(rig.get(ResourceTypes.POD, "s-0"))));
    }

    @Test
    void anUpdateGoesFromTheHighestDownToThePartition() {
        set(3, "updateStrategy: {type: RollingUpdate, rollingUpdate: {partition: 2}}, ");
        rig.advance("3m");
        image("i:2");
        rig.advance("3m");
        assertEquals("i:2", imageOf("s-2"));
        assertEquals("i:1", imageOf("s-1"));
        rig.change(
                ResourceTypes.STATEFUL_SET, "s", object -> Json.with(object, "spec", "updateStrategy", "rollingUpdate")
                        .put("partition", 0));
        rig.advance("5m");
        assertEquals("i:2", imageOf("s-0"));
        ObjectNode set = rig.get(ResourceTypes.STATEFUL_SET, "s");
        assertEquals(Json.text(set, "status", "updateRevision"), Json.text(set, "status", "currentRevision"));
    }

    @Test
    void onDeleteWaitsForThePerson() {
        set(1, "updateStrategy: {type: OnDelete}, ");
        rig.advance("1m");
        image("i:2");
        rig.advance("1m");
        assertEquals("i:1", imageOf("s-0"));
        rig.delete(ResourceTypes.POD, "s-0").advance("1m");
        assertEquals("i:2", imageOf("s-0"));
    }

    @Test
    void scalingDownEndsTheHighestFirst() {
        set(3, "podManagementPolicy: Parallel, ");
        rig.advance("1m");
        rig.change(ResourceTypes.STATEFUL_SET, "s", object -> Json.with(object, "spec")
                        .put("replicas", 1))
                .advance("1m");
        assertEquals(1, rig.pods("s-").size());
        assertEquals("Running", rig.phase("s-0"));
    }
}
