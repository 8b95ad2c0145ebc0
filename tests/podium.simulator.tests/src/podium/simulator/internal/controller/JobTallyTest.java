// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.json.Json;
import podium.simulator.internal.scheduling.Parts;

class JobTallyTest {

    private static final Instant NOW = Rig.START;
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final JobTally tally = JobTally.of(Json.object());

    private static JobSpec spec(String yaml) {
        return JobSpec.of(Parts.object("{spec: {" + yaml + "}}"));
    }

    private static ObjectNode pod(String uid, String phase, String more) {
        return Parts.object("{metadata: {uid: " + uid + more + "}, status: {phase: " + phase + "}}");
    }

    private static ObjectNode pod(String uid, String phase) {
        return pod(uid, phase, "");
    }

    private static ObjectNode leaving(String uid) {
        return pod(uid, "Running", ", deletionTimestamp: \"2026-03-01T08:00:00Z\"");
    }

    private static ObjectNode indexed(String uid, int index) {
        return pod(uid, "Succeeded", ", annotations: {batch.kubernetes.io/job-completion-index: \"" + index + "\"}");
    }

    private void failures(int count) {
        for (int i = 0; i < count; i++) {
            tally.count(pod("failed-" + tally.failed() + "-" + i, "Failed"), spec(""), NOW);
        }
    }

    @Test
    void aJobThatNamesNothingIsOnePodWithSixRetries() {
        assertEquals(new JobSpec(1, OptionalInt.of(1), false, 6, false, false), spec(""));
    }

    @Test
    void parallelismAloneIsAWorkQueue() {
        assertEquals(new JobSpec(3, OptionalInt.empty(), false, 6, false, false), spec("parallelism: 3"));
    }

    @Test
    void everythingThatIsNamedIsRead() {
        assertEquals(
                new JobSpec(2, OptionalInt.of(8), true, 0, true, true),
                spec("parallelism: 2, completions: 8, completionMode: Indexed, backoffLimit: 0, suspend: true,"
                        + " podReplacementPolicy: Failed"));
    }

    @Test
    void aPodIsCountedOnce() {
        tally.count(pod("a", "Succeeded"), spec(""), NOW);
        tally.count(pod("a", "Succeeded"), spec(""), NOW);
        tally.count(pod("b", "Failed"), spec(""), NOW);
        tally.count(pod("b", "Failed"), spec(""), NOW);
        assertEquals(1, tally.succeeded());
        assertEquals(1, tally.failed());
    }

    @Test
    void aPodThatStillRunsIsNotCounted() {
        tally.count(pod("a", "Running"), spec(""), NOW);
        tally.count(pod("b", "Pending"), spec(""), NOW);
        assertEquals(0, tally.succeeded() + tally.failed());
    }

    @Test
    void aPodThatIsBeingDeletedHasFailedUnlessOnlyFailedOnesAreReplaced() {
        tally.count(leaving("a"), spec("podReplacementPolicy: Failed"), NOW);
        assertEquals(0, tally.failed());
        tally.count(leaving("a"), spec("podReplacementPolicy: TerminatingOrFailed"), NOW);
        assertEquals(1, tally.failed());
    }

    @Test
    void aPodThatVanishedWithoutSuccessHasFailed() {
        tally.gone(pod("a", "Running"), NOW);
        tally.gone(pod("b", "Succeeded"), NOW);
        assertEquals(1, tally.failed());
    }

    @Test
    void whatTheControllerRemovedNeitherFailsNorSucceeds() {
        ObjectNode pod = leaving("a");
        tally.exclude(pod);
        tally.count(pod, spec(""), NOW);
        tally.gone(pod, NOW);
        assertEquals(0, tally.failed());
    }

    @Test
    void theSameIndexTwiceIsOneSuccess() {
        JobSpec spec = spec("completions: 3, completionMode: Indexed");
        tally.count(indexed("a", 1), spec, NOW);
        tally.count(indexed("b", 1), spec, NOW);
        assertEquals(1, tally.succeeded());
        assertTrue(tally.done(1));
        assertFalse(tally.done(0));
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "'4', '4'",
        "'0 1', '0,1'",
        "'0 1 2', '0-2'",
        "'0 2 4', '0,2,4'",
        "'5 6 7 9 10 11 20', '5-7,9-11,20'",
        "'3 2 1 0', '0-3'"
    })
    void completedIndexesAreWrittenAsTheRealControllerDoes(String indexes, String text) {
        JobSpec spec = spec("completions: 30, completionMode: Indexed");
        for (String index : indexes.isEmpty() ? new String[0] : indexes.split(" ")) {
            tally.count(indexed("u" + index, Integer.parseInt(index)), spec, NOW);
        }
        assertEquals(text, tally.completedIndexes());
    }

    @Test
    void completeIsAsManySuccessesAsAskedFor() {
        JobSpec spec = spec("completions: 2");
        tally.count(pod("a", "Succeeded"), spec, NOW);
        assertFalse(tally.complete(spec, List.of()));
        tally.count(pod("b", "Succeeded"), spec, NOW);
        assertTrue(tally.complete(spec, List.of(pod("c", "Running"))), "even while a surplus pod runs");
    }

    @Test
    void aWorkQueueIsCompleteWhenOneSucceededAndNoneIsLeft() {
        JobSpec spec = spec("parallelism: 3");
        assertFalse(tally.complete(spec, List.of()));
        tally.count(pod("a", "Succeeded"), spec, NOW);
        assertFalse(tally.complete(spec, List.of(pod("b", "Running"))));
        assertTrue(tally.complete(spec, List.of(pod("b", "Succeeded"))));
    }

    @ParameterizedTest
    @CsvSource({
        "'completions: 8, parallelism: 3', 0, 3",
        "'completions: 8, parallelism: 3', 6, 2",
        "'completions: 8, parallelism: 3', 8, 0",
        "'completions: 2, parallelism: 5', 0, 2",
        "'parallelism: 4', 0, 4",
        "'parallelism: 4', 1, 0",
        "'parallelism: 0, completions: 3', 0, 0"
    })
    void asManyAreMissingAsParallelismAndWhatIsLeftAllow(String yaml, int succeeded, int missing) {
        JobSpec spec = spec(yaml);
        for (int i = 0; i < succeeded; i++) {
            tally.count(pod("s" + i, "Succeeded"), spec, NOW);
        }
        assertEquals(missing, tally.missing(spec, List.of()));
    }

    @Test
    void whatRunsIsNotMissing() {
        JobSpec spec = spec("completions: 8, parallelism: 3");
        assertEquals(1, tally.missing(spec, List.of(pod("a", "Running"), pod("b", "Pending"), pod("c", "Failed"))));
    }

    @Test
    void aPodThatIsEndingKeepsItsPlaceOnlyWhereFailedOnesAreReplaced() {
        String yaml = "completions: 2, parallelism: 2";
        List<ObjectNode> pods = List.of(pod("a", "Running"), leaving("b"));
        assertEquals(1, tally.missing(spec(yaml), pods));
        assertEquals(0, tally.missing(spec(yaml + ", podReplacementPolicy: Failed"), pods));
    }

    @ParameterizedTest
    @CsvSource({"1, 10", "2, 20", "3, 40", "4, 80", "6, 320", "7, 600", "30, 600"})
    void theDelayDoublesWithEachFailureUpToTheLongest(int failed, long seconds) {
        failures(failed);
        assertEquals(Duration.ofSeconds(seconds), tally.delay(FIRST, LONGEST, NOW));
        assertEquals(Duration.ofSeconds(seconds - 4), tally.delay(FIRST, LONGEST, NOW.plusSeconds(4)));
        assertEquals(Duration.ZERO, tally.delay(FIRST, LONGEST, NOW.plusSeconds(seconds)));
    }

    @Test
    void withoutAFailureThereIsNoDelay() {
        assertEquals(Duration.ZERO, tally.delay(FIRST, LONGEST, NOW));
    }

    @Test
    void aTallyGoesOnFromWhatTheStatusSays() {
        JobTally later = JobTally.of(Parts.object("{status: {succeeded: 3, failed: 2}}"));
        assertEquals(3, later.succeeded());
        assertEquals(2, later.failed());
        assertEquals(Duration.ZERO, later.delay(FIRST, LONGEST, NOW), "nobody knows when it failed");
    }
}
