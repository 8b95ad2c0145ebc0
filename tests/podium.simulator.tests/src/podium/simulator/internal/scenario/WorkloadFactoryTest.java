// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.json.Json;

/** What a line of a scenario becomes as objects a person would have applied, and the log of what breaks. */
class WorkloadFactoryTest {

    private static WorkloadSpec work(String fields) throws IOException {
        return WorkloadSpec.parse(new YAMLMapper().readTree("{name: w, " + fields + "}"));
    }

    private static ObjectNode main(String fields) throws IOException {
        return WorkloadFactory.manifests(work(fields)).getLast().object();
    }

    private static JsonNode podSpec(String fields) throws IOException {
        return Json.at(main(fields), "spec", "template", "spec");
    }

    private static Map<String, String> annotations(String fields) throws IOException {
        return Json.texts(Json.at(main(fields), "spec", "template", "metadata", "annotations"));
    }

    @Test
    void aLineThatNamesNothingIsAJobOfOnePod() throws Exception {
        WorkloadSpec work = work("pods: 1");
        assertEquals("job", work.kind());
        assertEquals("default", work.namespace());
        assertEquals(Map.of(), work.resources());
        assertEquals(Duration.ZERO, work.age());
        assertTrue(work.duration().isEmpty()
                && work.failsAt().isEmpty()
                && work.budget().isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "job, Job, batch/v1, Never",
        "deployment, Deployment, apps/v1, Always",
        "statefulset, StatefulSet, apps/v1, Always"
    })
    void eachKindHasItsObjectAndRestartPolicy(String kind, String object, String version, String policy)
            throws Exception {
        ObjectNode made = main("kind: " + kind + ", namespace: team");
        assertEquals(object, Json.text(made, "kind"));
        assertEquals(version, Json.text(made, "apiVersion"));
        assertEquals("team", Json.namespace(made));
        assertEquals("w", Json.labels(made).get("app.kubernetes.io/name"));
        assertEquals(policy, Json.text(made, "spec", "template", "spec", "restartPolicy"));
    }

    @Test
    void aPodIsAPodAndWaits() throws Exception {
        ObjectNode pod = main("kind: pod, gpus: 1");
        assertEquals("Pod", Json.text(pod, "kind"));
        assertEquals("Never", Json.text(pod, "spec", "restartPolicy"));
        assertEquals("Pending", Json.text(pod, "status", "phase"));
    }

    @Test
    void devicesAndMemoryAreLimitedAndCpuIsNot() throws Exception {
        JsonNode resources = podSpec("gpus: 4, cpus: 16, memoryGi: 96")
                .path("containers")
                .path(0)
                .path("resources");
        assertEquals("4", Json.text(resources, "requests", "nvidia.com/gpu"));
        assertEquals("16", Json.text(resources, "requests", "cpu"));
        assertEquals("96Gi", Json.text(resources, "requests", "memory"));
        assertEquals("4", Json.text(resources, "limits", "nvidia.com/gpu"));
        assertEquals("96Gi", Json.text(resources, "limits", "memory"));
        assertFalse(resources.path("limits").has("cpu"));
    }

    @ParameterizedTest
    @CsvSource({
        "'gpus: 2', nvidia.com/gpu, 2",
        "'gpus: 8, resource: habana.ai/gaudi', habana.ai/gaudi, 8",
        "'resources: {amd.com/gpu: \"8\"}', amd.com/gpu, 8"
    })
    void whoAsksForADeviceToleratesItsTaint(String fields, String resource, String amount) throws Exception {
        assertEquals(amount, work(fields).resources().get(resource));
        JsonNode toleration = podSpec(fields).path("tolerations").path(0);
        assertEquals(resource, Json.text(toleration, "key"));
        assertEquals("Exists", Json.text(toleration, "operator"));
    }

    @Test
    void whatPeopleLabelIsOnTheJobAndNotOnItsPods() throws Exception {
        ObjectNode job = main("labels: {team: perception}");
        assertEquals("perception", Json.labels(job).get("team"));
        assertFalse(Json.labels(job.path("spec").path("template")).containsKey("team"));
    }

    @Test
    void noneOfADeviceIsNotAskedFor() throws Exception {
        assertEquals(Map.of(), work("gpus: 0").resources());
        assertFalse(podSpec("gpus: 0").has("tolerations"));
    }

    @Test
    void severalPodsOfAJobAreIndexed() throws Exception {
        JsonNode one = main("pods: 1").path("spec");
        JsonNode four = main("pods: 4, keep: 10m").path("spec");
        assertEquals("NonIndexed", Json.text(one, "completionMode"));
        assertEquals("Indexed", Json.text(four, "completionMode"));
        assertEquals(4, Json.number(four, 0, "parallelism"));
        assertEquals(4, Json.number(four, 0, "completions"));
        assertEquals("Failed", Json.text(four, "podReplacementPolicy"));
        assertEquals(600, Json.number(four, 0, "ttlSecondsAfterFinished"));
        assertFalse(one.has("ttlSecondsAfterFinished"));
    }

    @Test
    void workThatIsToFailIsNotTriedAgain() throws Exception {
        assertEquals(6, Json.number(main("duration: 1h"), -1, "spec", "backoffLimit"));
        assertEquals(0, Json.number(main("duration: 1h, failsAt: 0.3"), -1, "spec", "backoffLimit"));
    }

    @Test
    void thePodsAreToldWhatTheyWillDo() throws Exception {
        Map<String, String> annotations = annotations("duration: 1h, failsAt: 0.25, exitCode: 137, profile: training");
        assertEquals("3600s", annotations.get("simulator.podium/duration"));
        assertEquals("0.25", annotations.get("simulator.podium/fails-at"));
        assertEquals("137", annotations.get("simulator.podium/exit-code"));
        assertEquals("training", annotations.get("simulator.podium/profile"));
        assertEquals(Map.of(), annotations("pods: 1"));
    }

    @Test
    void whatCrashesDoesSoSoonAfterEachStart() throws Exception {
        Map<String, String> annotations = annotations("kind: deployment, crashes: true");
        assertEquals("40s", annotations.get("simulator.podium/duration"));
        assertEquals("0.50", annotations.get("simulator.podium/fails-at"));
    }

    @Test
    void wishesAndRulesOfPlacementAreWrittenOut() throws Exception {
        JsonNode spec = podSpec("pods: 2, priority: high, gate: podium.placement/manual, near: rack, gang: true,"
                + " nodeSelector: {zone: a}");
        assertEquals("high", Json.text(spec, "priorityClassName"));
        assertEquals(
                "podium.placement/manual",
                spec.path("schedulingGates").path(0).path("name").asText());
        assertEquals("a", Json.text(spec, "nodeSelector", "zone"));
        assertEquals("w", Json.text(spec, "schedulingGroup", "podGroupName"));
        JsonNode wish = Json.at(spec, "affinity", "podAffinity", "preferredDuringSchedulingIgnoredDuringExecution")
                .path(0);
        assertEquals(100, Json.number(wish, 0, "weight"));
        assertEquals("rack", Json.text(wish, "podAffinityTerm", "topologyKey"));
    }

    @Test
    void aSuspendedJobIsCreatedSuspended() throws Exception {
        assertTrue(Json.flag(main("suspended: true"), "spec", "suspend"));
        assertFalse(Json.flag(main("pods: 1"), "spec", "suspend"));
    }

    @Test
    void aDeploymentThatServesAModelTakesTimeToGetReady() throws Exception {
        JsonNode plain = podSpec("kind: deployment").path("containers").path(0).path("readinessProbe");
        JsonNode model = podSpec("kind: deployment, profile: inference")
                .path("containers")
                .path(0)
                .path("readinessProbe");
        assertEquals(2, Json.number(plain, 0, "initialDelaySeconds"));
        assertEquals(20, Json.number(model, 0, "initialDelaySeconds"));
    }

    @Test
    void aBudgetSelectsThePodsOfItsWork() throws Exception {
        List<WorkloadFactory.Manifest> made =
                WorkloadFactory.manifests(work("kind: deployment, pods: 3, budget: {maxUnavailable: 1}"));
        ObjectNode budget = made.getFirst().object();
        assertEquals(1, Json.number(budget, 0, "spec", "maxUnavailable"));
        assertEquals(
                Json.at(made.getLast().object(), "spec", "template", "metadata", "labels"),
                Json.at(budget, "spec", "selector", "matchLabels"));
    }

    @Test
    void aFaultIsInEffectFromItsBeginningToBeforeItsEnd() {
        HardwareFaultLog log = new HardwareFaultLog();
        Instant from = Rig.START;
        log.add(new HardwareFaultLog.Entry("thermal", "n1", 2, 0, from, from.plusSeconds(60)));
        log.add(new HardwareFaultLog.Entry("xid", "n1", 2, 94, from.plusSeconds(30), Instant.MAX));
        assertEquals(0, log.of("n1", 2, from.minusSeconds(1)).size());
        assertEquals(1, log.of("n1", 2, from).size());
        assertEquals(2, log.of("n1", 2, from.plusSeconds(59)).size());
        assertEquals(1, log.of("n1", 2, from.plusSeconds(60)).size());
        assertEquals(1, log.of("n1", 2, from.plusSeconds(999_999)).size());
        assertEquals(0, log.of("n1", 1, from).size());
        assertEquals(0, log.of("n2", 2, from).size());
    }

    @Test
    void aFaultWithoutTimesHappensAtTheOpeningAndStays() throws Exception {
        HardwareFault fault =
                HardwareFault.parse(new YAMLMapper().readTree("{kind: broken, node: n1, gpu: 3, code: 79}"));
        assertEquals(Duration.ZERO, fault.after());
        assertTrue(fault.lasts().isEmpty());
        assertEquals(3, fault.gpu());
        assertEquals(79, fault.code());
    }
}
