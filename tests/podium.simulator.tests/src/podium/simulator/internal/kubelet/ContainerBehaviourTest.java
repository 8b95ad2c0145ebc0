// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.kubelet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.loop.RandomSource;
import podium.simulator.internal.scheduling.Parts;

/** What a pod will do, from its annotations and its command. */
class ContainerBehaviourTest {

    private static final RandomSource SEED = new RandomSource(5);

    private static ObjectNode pod(String annotations, String spec) {
        return Parts.object("{metadata: {uid: u1, annotations: {" + annotations + "}}, spec: {" + spec + "}}");
    }

    private static ContainerBehaviour of(String annotations, String spec) {
        return ContainerBehaviour.of(pod(annotations, spec), SEED, true);
    }

    private static Optional<Duration> seconds(long seconds) {
        return Optional.of(Duration.ofSeconds(seconds));
    }

    @Test
    void anAnnotatedDurationIsTheTruth() {
        ContainerBehaviour behaviour =
                of("simulator.podium/duration: 45m", "restartPolicy: Never, containers: [{command: [sleep, \"3\"]}]");
        assertEquals(seconds(2700), behaviour.end());
        assertEquals(0, behaviour.exitCode());
        assertEquals("Completed", behaviour.reason());
    }

    @Test
    void itFailsAtItsPartOfTheDurationWithItsCode() {
        ContainerBehaviour behaviour = of(
                "simulator.podium/duration: 100s, simulator.podium/fails-at: \"0.25\", simulator.podium/exit-code:"
                        + " \"137\"",
                "restartPolicy: Never");
        assertEquals(seconds(25), behaviour.end());
        assertEquals(137, behaviour.exitCode());
        assertEquals("OOMKilled", behaviour.reason());
    }

    @Test
    void aFailureWithoutACodeIsOne() {
        ContainerBehaviour behaviour =
                of("simulator.podium/duration: 100s, simulator.podium/fails-at: \"1.0\"", "restartPolicy: Never");
        assertEquals(1, behaviour.exitCode());
        assertEquals("Error", behaviour.reason());
    }

    @Test
    void whatServesForEverCannotFailAtAPartOfIt() {
        ContainerBehaviour behaviour = of("simulator.podium/fails-at: \"0.5\"", "restartPolicy: Always");
        assertEquals(Optional.empty(), behaviour.end());
        assertEquals(0, behaviour.exitCode());
    }

    @ParameterizedTest
    @CsvSource({
        "'command: [sleep, \"60\"]', 60",
        "'command: [sleep, 5m]', 300",
        "'command: [sh, -c, \"echo go; sleep 7; echo done\"]', 7",
        "'command: [sh, -c], args: [\"sleep 2h\"]', 7200",
        "'command: [/bin/sh, -c, \"sleep 30 && exit 1\"]', 30"
    })
    void aSleepEndsWhenItSays(String container, long seconds) {
        assertEquals(
                seconds(seconds),
                of("", "restartPolicy: Always, containers: [{" + container + "}]")
                        .end());
    }

    @ParameterizedTest
    @ValueSource(strings = {"command: [sleep, infinity]", "command: [nosleep, \"5\"]", "image: i", "command: [sleep]"})
    void whatIsNoSleepRunsUntilItIsStopped(String container) {
        assertEquals(
                Optional.empty(),
                of("", "restartPolicy: Always, containers: [{" + container + "}]")
                        .end());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Never", "OnFailure"})
    void workWithoutADurationEndsAfterAMinuteOrSo(String policy) {
        long seconds = of("", "restartPolicy: " + policy).end().orElseThrow().toSeconds();
        assertTrue(seconds >= 30 && seconds <= 90, "seconds " + seconds);
    }

    @Test
    void anImageThatIsThereNeedNotBePulled() {
        ObjectNode pod = pod("", "restartPolicy: Always");
        Duration known = ContainerBehaviour.of(pod, SEED, true).start();
        Duration pulled = ContainerBehaviour.of(pod, SEED, false).start();
        assertTrue(known.toMillis() >= 1000 && known.toMillis() <= 3000, known.toString());
        assertTrue(pulled.minus(known).toMillis() >= 4000, pulled.toString());
    }

    @Test
    void withoutAProbeItIsReadyAtOnceAndWithOneAfterItsDelay() {
        assertEquals(Duration.ZERO, of("", "containers: [{name: c}]").ready());
        Duration ready = of("", "containers: [{name: c, readinessProbe: {initialDelaySeconds: 20}}]")
                .ready();
        assertTrue(ready.toMillis() >= 20_500 && ready.toMillis() <= 24_000, ready.toString());
    }

    @Test
    void oneUidHasOneFateAndAnotherHasAnother() {
        ObjectNode pod = pod("", "restartPolicy: Never");
        ObjectNode other = pod.deepCopy();
        Json.with(other, "metadata").put("uid", "u2");
        assertEquals(ContainerBehaviour.of(pod, SEED, false), ContainerBehaviour.of(pod, SEED, false));
        assertNotEquals(ContainerBehaviour.of(pod, SEED, false), ContainerBehaviour.of(other, SEED, false));
    }

    @ParameterizedTest
    @CsvSource({"90, 90", "90s, 90", "45m, 2700", "6h, 21600", "3d, 259200", "0s, 0"})
    void durationsOfAnnotations(String text, long seconds) {
        assertEquals(seconds, ContainerBehaviour.parse(text).toSeconds());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5w", "m", "soon", "1.5h"})
    void whatIsNoDurationIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> ContainerBehaviour.parse(text));
    }
}
