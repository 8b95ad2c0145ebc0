// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import podium.simulator.internal.controller.JobPods;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ResourceTypes;

/** Jobs away from the straight path: retries, deadlines, suspensions in the middle, what is left behind. */
class JobEdgesTest {

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
                + "}}, spec: {restartPolicy: Never, containers: [{name: main, image: i}]}}}}");
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

    private void spec(String field, int value) {
        rig.change(ResourceTypes.JOB, "j", job -> Json.with(job, "spec").put(field, value));
    }

    private void suspend(boolean suspended) {
        rig.change(ResourceTypes.JOB, "j", job -> Json.with(job, "spec").put("suspend", suspended));
    }

    private Set<Integer> indexes() {
        return rig.active("j-").stream().map(JobPods::index).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 2", "2, 3"})
    void asManyPodsAreTriedAsTheLimitAllowsAndOneMore(int limit, int pods) {
        job("backoffLimit: " + limit, fails("5s"));
        rig.advance("10m");
        assertTrue(condition("Failed").startsWith("True BackoffLimitExceeded"), condition("Failed"));
        assertEquals(pods, rig.pods("j-").size());
        assertEquals(pods, status().path("failed").asInt());
    }

    @Test
    void neverMoreRunThanParallelismAllows() {
        job("completions: 6, parallelism: 2, completionMode: Indexed", runs("20s"));
        for (int second = 0; second < 150; second++) {
            rig.advance("1s");
            assertTrue(rig.active("j-").size() <= 2, "at " + second);
        }
        assertEquals(6, status().path("succeeded").asInt());
    }

    @Test
    void aFailedIndexIsTriedAgainUnderItsIndex() {
        job("completions: 2, parallelism: 2, completionMode: Indexed", runs("10m"));
        rig.advance("1m");
        ObjectNode first = rig.active("j-0-").getFirst();
        rig.change(ResourceTypes.POD, Json.name(first), pod -> Json.with(pod, "status")
                .put("phase", "Failed"));
        rig.advance("1m");
        assertEquals(Set.of(0, 1), indexes());
        assertEquals(2, rig.pods("j-0-").size(), "the failed one is left to be looked at");
        assertEquals(1, status().path("failed").asInt());
    }

    @Test
    void moreParallelismStartsMore() {
        job("completions: 6, parallelism: 1, completionMode: Indexed", runs("1h"));
        rig.advance("30s");
        spec("parallelism", 4);
        rig.advance("30s");
        assertEquals(Set.of(0, 1, 2, 3), indexes());
    }

    @Test
    void noParallelismPausesWithoutBeingSuspended() {
        job("completions: 2, parallelism: 2, completionMode: Indexed", runs("1h"));
        rig.advance("30s");
        spec("parallelism", 0);
        rig.advance("1m");
        assertEquals(Set.of(), indexes());
        assertEquals("", condition("Suspended"));
        assertFalse(status().has("failed"));
    }

    @Test
    void whatWasDoneBeforeASuspensionNeedNotBeDoneAgain() {
        job("completions: 4, parallelism: 1, completionMode: Indexed", runs("30s"));
        rig.advance("90s");
        String done = Json.text(status(), "completedIndexes");
        assertFalse(done.isEmpty());
        suspend(true);
        rig.advance("5m");
        assertEquals(done, Json.text(status(), "completedIndexes"));
        suspend(false);
        rig.advance("5m");
        assertEquals("0-3", Json.text(status(), "completedIndexes"));
        assertTrue(condition("Complete").startsWith("True"));
        assertEquals(List.of("Job resumed"), rig.events("Resumed"));
    }

    @Test
    void theDeadlineDoesNotRunWhileItIsSuspended() {
        job("activeDeadlineSeconds: 120", runs("1h"));
        rig.advance("1m");
        suspend(true);
        rig.advance("10m");
        assertEquals("", condition("Failed"));
        suspend(false);
        rig.advance("100s");
        assertEquals("", condition("Failed"), "it counts from the resumption");
        rig.advance("1m");
        assertTrue(condition("Failed").startsWith("True DeadlineExceeded"));
    }

    @Test
    void aJobIsCalledFailedOnlyWhenItsLastPodHasEnded() {
        job("activeDeadlineSeconds: 30", runs("1h"));
        boolean between = false;
        for (int step = 0; step < 90; step++) {
            rig.life().pace().advance(Duration.ofMillis(500));
            boolean decided = condition("FailureTarget").startsWith("True");
            boolean over = condition("Failed").startsWith("True");
            between |= decided && !over;
            assertTrue(!over
                    || rig.active("j-").isEmpty()
                            && status().path("terminating").asInt() == 0);
        }
        assertTrue(between, "first decided, then over");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 60})
    void aFailedJobGoesAfterItsTimeToLiveToo(int seconds) {
        job("backoffLimit: 0, ttlSecondsAfterFinished: " + seconds, fails("5s"));
        rig.advance("30s");
        assertEquals(seconds == 0, rig.find(ResourceTypes.JOB, "j").isEmpty());
        rig.advance("2m");
        assertTrue(rig.find(ResourceTypes.JOB, "j").isEmpty());
        assertEquals(List.of(), rig.pods("j-"));
    }

    @Test
    void withoutATimeToLiveAFinishedJobStays() {
        job("completions: 1", runs("5s"));
        rig.advance("3h");
        assertTrue(condition("Complete").startsWith("True"));
        assertEquals(1, rig.pods("j-").size());
    }

    @Test
    void aDeletedJobTakesItsPodsAlong() {
        job("completions: 2, parallelism: 2", runs("1h"));
        rig.advance("1m").delete(ResourceTypes.JOB, "j").advance("1m");
        assertEquals(List.of(), rig.pods("j-"));
    }

    @Test
    void itsPodsCarryItsNameAndItsUid() {
        job("completions: 1", runs("1h"));
        rig.settle();
        ObjectNode pod = rig.pods("j-").getFirst();
        String uid = Json.uid(rig.get(ResourceTypes.JOB, "j"));
        assertEquals("j", Json.labels(pod).get("batch.kubernetes.io/job-name"));
        assertEquals(uid, Json.labels(pod).get("batch.kubernetes.io/controller-uid"));
        assertEquals("j", Json.labels(pod).get("job-name"));
        assertEquals(uid, Json.text(Json.controller(pod).orElseThrow(), "uid"));
    }

    @Test
    void aNodeThatIsLostCountsAsAFailureOnceThePodIsDeleted() {
        job("completions: 1, parallelism: 1", runs("2h"));
        rig.advance("1m");
        rig.life().open();
        String node = Json.text(rig.active("j-").getFirst(), "spec", "nodeName");
        rig.life().loop().runNow(() -> rig.life().nodeDown(node));
        rig.advance("8m");
        assertEquals(1, status().path("failed").asInt());
        assertEquals(1, rig.running("j-"), "and is made up for elsewhere");
        assertFalse(node.equals(Json.text(rig.active("j-").getFirst(), "spec", "nodeName")));
    }
}
