// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ResourceTypes;

class JobControllerTest {

    private final Rig rig = new Rig();

    @BeforeEach
    void nodes() {
        rig.node("n1", 8).node("n2", 8);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private void job(String spec, String annotations) {
        rig.apply("{apiVersion: batch/v1, kind: Job, metadata: {name: j}, spec: {" + spec + ", template: {metadata:"
                + " {annotations: {" + annotations
                + "}}, spec: {restartPolicy: Never, containers: [{name: main, image: i,"
                + " resources: {limits: {nvidia.com/gpu: 2}}}]}}}}");
    }

    private static String runs(String duration) {
        return "simulator.podium/duration: " + duration;
    }

    private static String fails(String duration) {
        return runs(duration) + ", simulator.podium/fails-at: \"1.0\"";
    }

    private JsonNode status() {
        return rig.get(ResourceTypes.JOB, "j").path("status");
    }

    private String condition(String type) {
        return rig.condition(ResourceTypes.JOB, "j", type);
    }

    @Test
    void anIndexedJobGivesEachPodItsIndex() {
        job("completions: 3, parallelism: 3, completionMode: Indexed", runs("5m"));
        rig.advance("1m");
        List<ObjectNode> pods = rig.active("j-");
        assertEquals(
                Set.of("0", "1", "2"),
                pods.stream()
                        .map(pod -> Json.labels(pod).get("batch.kubernetes.io/job-completion-index"))
                        .collect(Collectors.toSet()));
        for (ObjectNode pod : pods) {
            String index = Json.annotation(pod, "batch.kubernetes.io/job-completion-index")
                    .orElseThrow();
            assertTrue(Json.name(pod).matches("j-" + index + "-[a-z0-9]{5}"), Json.name(pod));
            assertEquals("j-" + index, Json.text(pod, "spec", "hostname"));
            JsonNode variable =
                    Json.at(pod, "spec", "containers").path(0).path("env").path(0);
            assertEquals("JOB_COMPLETION_INDEX", Json.text(variable, "name"));
            assertEquals("Job", Json.text(Json.controller(pod).orElseThrow(), "kind"));
        }
        assertEquals(3, status().path("active").asInt());
        assertEquals(3, status().path("ready").asInt());
    }

    @Test
    void aJobCompletesWhenAllItsIndexesHave() {
        job("completions: 5, parallelism: 2, completionMode: Indexed", runs("1m"));
        rig.advance("90s");
        assertEquals("0,1", Json.text(status(), "completedIndexes"));
        rig.advance("5m");
        assertEquals("0-4", Json.text(status(), "completedIndexes"));
        assertEquals("True CompletionsReached Reached expected number of succeeded pods", condition("Complete"));
        assertEquals(
                "True CompletionsReached Reached expected number of succeeded pods", condition("SuccessCriteriaMet"));
        assertEquals(5, status().path("succeeded").asInt());
        assertFalse(status().has("active"));
        assertTrue(status().has("completionTime"));
        assertEquals(List.of("Job completed"), rig.events("Completed"));
    }

    @Test
    void aJobThatNamesNothingRunsOnePod() {
        job("backoffLimit: 6", runs("1m"));
        rig.advance("3m");
        assertEquals(1, rig.pods("j-").size());
        assertEquals(1, status().path("succeeded").asInt());
    }

    @Test
    void withoutCompletionsOneSuccessEndsTheWork() {
        job("parallelism: 2", runs("1m"));
        rig.advance("4m");
        assertEquals(2, rig.pods("j-").size());
        assertTrue(condition("Complete").startsWith("True"));
    }

    @Test
    void aFailedPodIsReplacedAfterAGrowingDelay() {
        job("backoffLimit: 6", fails("10s"));
        rig.advance("40s");
        int afterFirst = rig.pods("j-").size();
        rig.advance("3m");
        int later = rig.pods("j-").size();
        assertTrue(afterFirst <= 2, "after the first failure: " + afterFirst);
        assertTrue(later >= 3 && later <= 5, "later: " + later);
    }

    @Test
    void tooManyFailuresFailTheJobAndEndItsPods() {
        job("completions: 2, parallelism: 2, completionMode: Indexed, backoffLimit: 0", fails("30s"));
        rig.advance("3m");
        assertEquals("True BackoffLimitExceeded Job has reached the specified backoff limit", condition("Failed"));
        assertTrue(condition("FailureTarget").startsWith("True BackoffLimitExceeded"));
        assertEquals(0, rig.active("j-").size());
        assertEquals(List.of("Job has reached the specified backoff limit"), rig.events("BackoffLimitExceeded"));
    }

    @Test
    void suspendingDeletesTheActivePodsAndTakesTheStartTimeBack() {
        job("completions: 2, parallelism: 2, completionMode: Indexed", runs("1h"));
        rig.advance("2m");
        assertTrue(status().has("startTime"));
        rig.change(ResourceTypes.JOB, "j", job -> Json.with(job, "spec").put("suspend", true))
                .settle();
        assertEquals("True JobSuspended Job suspended", condition("Suspended"));
        assertFalse(status().has("startTime"));
        assertEquals(0, rig.active("j-").size());
        assertEquals(2, status().path("terminating").asInt());
        rig.advance("40s");
        assertEquals(0, rig.pods("j-").size());
        assertEquals(0, status().path("terminating").asInt());
        assertFalse(status().has("failed"), "pods removed by suspending have not failed");
        assertEquals(List.of("Job suspended"), rig.events("Suspended"));
    }

    @Test
    void resumingStartsAnewFromThePresentWithTheChangedTemplate() {
        job("completions: 2, parallelism: 2, completionMode: Indexed", runs("1h"));
        rig.advance("2m");
        rig.change(ResourceTypes.JOB, "j", job -> Json.with(job, "spec").put("suspend", true))
                .advance("1m");
        rig.change(ResourceTypes.JOB, "j", job -> {
            Json.with(job, "spec", "template", "spec", "nodeSelector").put("kubernetes.io/hostname", "n2");
            Json.with(job, "spec").put("suspend", false);
        });
        Instant resumed = rig.life().loop().now();
        rig.settle();
        assertEquals("False JobResumed Job resumed", condition("Suspended"));
        assertEquals(Json.time(resumed), Json.text(status(), "startTime"));
        assertEquals(2, rig.active("j-").size());
        assertTrue(rig.active("j-").stream()
                .allMatch(pod -> Json.text(pod, "spec", "nodeName").equals("n2")));
    }

    @Test
    void aJobCreatedSuspendedMakesNoPod() {
        job("suspend: true", runs("1m"));
        rig.advance("5m");
        assertEquals(0, rig.pods("j-").size());
        assertEquals("True JobSuspended Job suspended", condition("Suspended"));
        assertFalse(status().has("startTime"));
    }

    @Test
    void withReplacementPolicyFailedThePodIsReplacedOnlyWhenItIsGone() {
        job("completions: 1, completionMode: Indexed, podReplacementPolicy: Failed", runs("1h"));
        rig.advance("1m");
        rig.delete(ResourceTypes.POD, Json.name(rig.active("j-").getFirst()));
        rig.life().loop().runUntil(rig.life().loop().now().plusMillis(600));
        assertEquals(1, rig.pods("j-").size(), "the old pod is still ending");
        rig.advance("1m");
        assertEquals(1, rig.running("j-"));
    }

    @Test
    void withTheDefaultPolicyThePodIsReplacedWhileItEnds() {
        job("completions: 1, completionMode: Indexed", runs("1h"));
        rig.advance("1m");
        rig.delete(ResourceTypes.POD, Json.name(rig.active("j-").getFirst())).advance("30s");
        assertEquals(1, rig.active("j-").size());
        assertEquals(1, status().path("failed").asInt(), "a deleted pod counts as failed");
    }

    @Test
    void theDeadlineEndsTheJob() {
        job("activeDeadlineSeconds: 60", runs("1h"));
        rig.advance("2m");
        assertEquals("True DeadlineExceeded Job was active longer than specified deadline", condition("Failed"));
    }

    @Test
    void aFinishedJobGoesAfterItsTimeToLiveAndTakesItsPodsWithIt() {
        job("ttlSecondsAfterFinished: 120", runs("30s"));
        rig.advance("1m");
        assertTrue(condition("Complete").startsWith("True"));
        rig.advance("3m");
        assertTrue(rig.find(ResourceTypes.JOB, "j").isEmpty());
        assertEquals(0, rig.pods("j-").size());
    }

    @Test
    void lessParallelismEndsTheSurplus() {
        job("completions: 8, parallelism: 4, completionMode: Indexed", runs("1h"));
        rig.advance("1m");
        rig.change(ResourceTypes.JOB, "j", job -> Json.with(job, "spec").put("parallelism", 1))
                .advance("1m");
        assertEquals(1, rig.active("j-").size());
        assertFalse(status().has("failed"));
    }

    @Test
    void aJobThatSomebodyElseManagesIsLeftAlone() {
        job("managedBy: kueue.x-k8s.io/multikueue", runs("1m"));
        rig.advance("1m");
        assertEquals(0, rig.pods("j-").size());
    }

    @Test
    void completedIndexesAreWrittenAsRanges() {
        JobTally tally = JobTally.of(Json.object());
        JobSpec spec = JobSpec.of(rig.parse("{spec: {completions: 9, completionMode: Indexed}}"));
        for (int index : new int[] {0, 1, 2, 4, 6, 7}) {
            ObjectNode pod = rig.parse(
                    "{metadata: {uid: u" + index + ", annotations: {batch.kubernetes.io/job-completion-index: \""
                            + index + "\"}}, status: {phase: Succeeded}}");
            tally.count(pod, spec, Rig.START);
            tally.count(pod, spec, Rig.START);
        }
        assertEquals("0-2,4,6,7", tally.completedIndexes());
        assertEquals(6, tally.succeeded());
    }
}
