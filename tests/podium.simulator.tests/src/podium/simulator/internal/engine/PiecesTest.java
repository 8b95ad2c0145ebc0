// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.Timeline;
import podium.simulator.internal.object.Conditions;
import podium.simulator.internal.object.IntOrPercent;
import podium.simulator.internal.object.OwnerReferences;
import podium.simulator.internal.object.Pods;
import podium.simulator.internal.scheduling.ObjectKey;
import podium.simulator.internal.scheduling.Parts;

/** The small parts that the controllers are made of: conditions, times, the timeline, owners, scores. */
class PiecesTest {

    private static final Instant T0 = Rig.START;

    private final Timeline timeline = new Timeline(T0);
    private final List<String> ran = new ArrayList<>();

    private void runUntil(long seconds) {
        Instant until = T0.plusSeconds(seconds);
        for (Optional<Runnable> next = timeline.poll(until); next.isPresent(); next = timeline.poll(until)) {
            next.get().run();
        }
    }

    @Test
    void theTimeOfTransitionMovesOnlyWithTheStatus() {
        ObjectNode object = Json.object();
        Conditions.set(object, "Ready", "False", "Starting", "wait", "t1");
        Conditions.set(object, "Ready", "False", "Pulling", "", "t2");
        assertEquals("t1", Json.text(Conditions.find(object, "Ready").orElseThrow(), "lastTransitionTime"));
        assertEquals("Pulling", Json.text(Conditions.find(object, "Ready").orElseThrow(), "reason"));
        assertFalse(Conditions.find(object, "Ready").orElseThrow().has("message"), "an empty one is left out");
        Conditions.set(object, "Ready", "True", "", "", "t3");
        assertEquals("t3", Json.text(Conditions.find(object, "Ready").orElseThrow(), "lastTransitionTime"));
        assertTrue(Conditions.isTrue(object, "Ready"));
    }

    @Test
    void thereIsOneConditionOfAType() {
        ObjectNode object = Json.object();
        Conditions.set(object, "A", "True", "", "", "t");
        Conditions.set(object, "B", "Unknown", "", "", "t");
        Conditions.set(object, "A", "False", "", "", "t");
        assertEquals(2, Json.at(object, "status", "conditions").size());
        assertFalse(Conditions.isTrue(object, "A"));
        assertFalse(Conditions.isTrue(object, "B"));
        assertFalse(Conditions.isTrue(object, "C"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T08:00:00Z, 2026-03-01T08:00:00Z, 2026-03-01T08:00:00.000000Z",
        "2026-03-01T08:00:00.9Z, 2026-03-01T08:00:00Z, 2026-03-01T08:00:00.900000Z",
        "2026-03-01T08:00:00.123456789Z, 2026-03-01T08:00:00Z, 2026-03-01T08:00:00.123456Z"
    })
    void timesAreWrittenAsKubernetesWritesThem(String time, String whole, String micro) {
        assertEquals(whole, Json.time(Instant.parse(time)));
        assertEquals(micro, Json.microTime(Instant.parse(time)));
    }

    @Test
    void whatIsMissingReadsAsEmpty() {
        ObjectNode object = Parts.object("{a: {b: text, n: 7, flag: true}, list: [x, y]}");
        assertEquals("", Json.text(object, "a", "missing", "deeper"));
        assertEquals(3, Json.number(object, 3, "nowhere"));
        assertEquals(7, Json.number(object, 3, "a", "n"));
        assertTrue(Json.flag(object, "a", "flag"));
        assertFalse(Json.flag(object, "a", "b"));
        assertEquals(List.of("x", "y"), Json.list(object.path("list")));
        assertEquals(List.of(), Json.list(object.path("none")));
        assertEquals(Map.of(), Json.labels(object));
        assertEquals(Optional.empty(), Json.instant(object, "a", "missing"));
        assertEquals(Optional.empty(), Json.annotation(object, "k"));
        assertFalse(Json.terminating(object));
    }

    @Test
    void onlyTheControllerAmongTheOwnersCounts() {
        ObjectNode pod = Parts.object("{metadata: {namespace: n, ownerReferences: [{kind: Other, name: o, uid: u1},"
                + " {kind: Job, name: j, uid: u2, controller: true}]}}");
        assertEquals(Optional.of(new ObjectKey("n", "j")), OwnerReferences.controller(pod, "Job"));
        assertEquals(Optional.empty(), OwnerReferences.controller(pod, "Other"));
        assertEquals(Optional.empty(), OwnerReferences.controller(Json.object(), "Job"));
    }

    @Test
    void anOwnerIsNamedInFull() {
        ObjectNode pod = Json.object();
        OwnerReferences.control(pod, Parts.object("{apiVersion: batch/v1, kind: Job, metadata: {name: j, uid: u}}"));
        assertEquals(
                Parts.object("{apiVersion: batch/v1, kind: Job, name: j, uid: u, controller: true, blockOwnerDeletion:"
                        + " true}"),
                Json.at(pod, "metadata", "ownerReferences").path(0));
    }

    @Test
    void equalTimesRunInTheOrderTheyWereAdded() {
        timeline.after(Duration.ofSeconds(5), () -> ran.add("b"));
        timeline.after(Duration.ofSeconds(5), () -> ran.add("c"));
        timeline.after(Duration.ofSeconds(1), () -> ran.add("a"));
        runUntil(4);
        assertEquals(List.of("a"), ran);
        assertEquals(T0.plusSeconds(1), timeline.now(), "the time is that of what ran last");
        runUntil(5);
        assertEquals(List.of("a", "b", "c"), ran);
    }

    @Test
    void whatIsCalledOffIsNeitherRunNorWaitedFor() {
        Timeline.Due due = timeline.after(Duration.ofSeconds(1), () -> ran.add("no"));
        timeline.after(Duration.ofSeconds(2), () -> ran.add("yes"));
        due.cancel();
        assertEquals(Optional.of(T0.plusSeconds(2)), timeline.next());
        runUntil(9);
        assertEquals(List.of("yes"), ran);
        assertEquals(Optional.empty(), timeline.next());
    }

    @Test
    void thePastIsNow() {
        timeline.moveTo(T0.plusSeconds(10));
        timeline.moveTo(T0);
        assertEquals(T0.plusSeconds(10), timeline.now());
        timeline.at(T0, () -> ran.add("late"));
        assertEquals(Optional.of(T0.plusSeconds(10)), timeline.next());
    }

    @ParameterizedTest
    @CsvSource({"25%, 10, 3, 2", "25%, 4, 1, 1", "30%, 7, 3, 2", "0%, 9, 0, 0", "100%, 9, 9, 9", "2, 9, 2, 2"})
    void sharesRoundUpOrDownAsAsked(String value, int total, int up, int down) {
        ObjectNode object = Parts.object("{v: " + value + "}");
        assertEquals(up, IntOrPercent.up(object.path("v"), "1", total));
        assertEquals(down, IntOrPercent.down(object.path("v"), "1", total));
        assertEquals(1, IntOrPercent.up(object.path("absent"), "1", total));
    }

    @Test
    void aPodThatIsReadyForLessThanItMustIsNotAvailable() {
        ObjectNode pod = Parts.object(
                "{status: {conditions: [{type: Ready, status: \"True\", lastTransitionTime: \"" + T0 + "\"}]}}");
        assertTrue(Pods.available(pod, 0, T0));
        assertFalse(Pods.available(pod, 30, T0.plusSeconds(29)));
        assertTrue(Pods.available(pod, 30, T0.plusSeconds(30)));
        assertFalse(Pods.available(Json.object(), 0, T0));
    }
}
