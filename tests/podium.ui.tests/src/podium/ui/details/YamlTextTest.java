// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.api.ApiEvent;
import podium.core.json.YamlText;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.TaskPhase;
import podium.ui.fake.FakeFleet;
import podium.ui.selection.ApiObjects;

class YamlTextTest {
    @Test
    void anObjectIsWrittenAsOneWouldWriteIt() {
        String json = """
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"p","labels":{"app":"x"}},
             "spec":{"containers":[{"name":"c","command":["sh","-c"],"resources":{}},{"name":"d"}],"hostNetwork":true}}
            """;
        assertEquals("""
            apiVersion: v1
            kind: Pod
            metadata:
              labels:
                app: x
              name: p
            spec:
              containers:
              - command:
                - sh
                - "-c"
                name: c
                resources: {}
              - name: d
              hostNetwork: true\
            """, YamlText.object(json));
    }

    @Test
    void managedFieldsAreLeftOut() {
        String yaml = YamlText.object("{\"metadata\":{\"managedFields\":[{\"manager\":\"x\"}],\"name\":\"p\"}}");
        assertFalse(yaml.contains("manager"));
        assertTrue(yaml.contains("name: p"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "no", "null", "1.5", "", "a: b", "- x", "#c", " lead", "8Gi:x y: z"})
    void textThatWouldReadAsSomethingElseIsQuoted(String text) {
        String yaml = YamlText.object("{\"v\":\"" + text + "\"}");
        assertEquals("v: \"" + text + "\"", yaml);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nvidia.com/gpu", "sha256:abc", "a b", "node-1", "2026/01/01"})
    void plainTextStaysPlain(String text) {
        assertEquals("v: " + text, YamlText.object("{\"v\":\"" + text + "\"}"));
    }

    @Test
    void severalLinesBecomeABlock() {
        assertEquals("v: |-\n  one\n  two", YamlText.object("{\"v\":\"one\\ntwo\"}"));
    }

    @Test
    void aSecretIsNeverShown() {
        assertThrows(
                IllegalArgumentException.class,
                () -> YamlText.object("{\"kind\":\"Secret\",\"data\":{\"token\":\"eA==\"}}"));
    }

    @Test
    void whatIsNoJsonIsSaid() {
        assertThrows(IllegalArgumentException.class, () -> YamlText.object("<html>"));
    }

    @Test
    void eventsAreNewestFirstAndABrokenOneHidesNoOther() {
        List<ApiEvent> events = ApiEvent.of(List.of(
                "{\"type\":\"Normal\",\"reason\":\"Scheduled\",\"message\":\"m\",\"lastTimestamp\":\"2026-03-04T03:00:00Z\"}",
                "not json",
                "{\"type\":\"Warning\",\"reason\":\"Failed\",\"count\":3,\"eventTime\":\"2026-03-04T03:10:00.5Z\"}",
                "{\"reason\":\"Odd\",\"lastTimestamp\":\"yesterday\"}"));
        assertEquals(
                List.of("Failed", "Scheduled", "Odd"),
                events.stream().map(ApiEvent::reason).toList());
        assertTrue(events.getFirst().warning());
        assertEquals(3, events.getFirst().count());
    }

    @Test
    void nodesJobsAndTasksHaveAnObjectBehindThemAndDevicesHaveNone() {
        FakeFleet made = new FakeFleet();
        Cluster cluster = made.cluster("lab", 1);
        Job job = made.job(cluster, "train", "Job", JobState.RUNNING, 1, 1);
        Job service = made.job(cluster, "serve", "Deployment", JobState.RUNNING, 1, 1);
        var node = cluster.getNodes().getFirst();
        var task = made.task(job, 0, TaskPhase.RUNNING, List.of(node));
        assertEquals("/api/v1/nodes/a1-n1", ApiObjects.of(node).orElseThrow().path());
        assertEquals(
                "/apis/batch/v1/namespaces/research/jobs/train",
                ApiObjects.of(job).orElseThrow().path());
        assertEquals(
                "/apis/apps/v1/namespaces/research/deployments/serve",
                ApiObjects.of(service).orElseThrow().path());
        assertEquals(
                "/api/v1/namespaces/research/pods/train-0",
                ApiObjects.of(task).orElseThrow().path());
        assertTrue(ApiObjects.of(node.getAccelerators().getFirst()).isEmpty());
        assertTrue(EventQuery.of(cluster).isEmpty());
        assertEquals(
                "involvedObject.uid=" + task.getUid(),
                EventQuery.of(task).orElseThrow().fieldSelector());
    }
}
