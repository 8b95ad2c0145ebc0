// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.mismatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.core.change.ClusterId;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;
import podium.telemetry.internal.MemoryTelemetryStore;
import podium.telemetry.mismatch.Mismatch.Kind;

class MismatchFinderTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final DeviceKey GPU = new DeviceKey(new ClusterId("c"), "n1", 0);
    private static final double GIB = 1L << 30;

    private final MemoryTelemetryStore store = new MemoryTelemetryStore();
    private final MismatchFinder truth = new MismatchFinder(store);

    @Test
    void aHeldDeviceOnWhichNothingRanForLongIsIdleSinceItStopped() {
        measure(Metric.ACTIVITY, Duration.ofHours(2), Duration.ofMinutes(40), 0.9);
        measure(Metric.ACTIVITY, Duration.ofMinutes(40), Duration.ZERO, 0);
        Mismatch found = only(held(Duration.ofHours(5)));
        assertEquals(Kind.IDLE_BUT_HELD, found.kind());
        assertEquals(40, Duration.between(found.since(), NOW).toMinutes(), 1);
        assertEquals(0, found.activity().orElseThrow());
        assertEquals(List.of("ml/llm-0"), found.allocation().holders());
    }

    @Test
    void idleTimeIsCountedFromTheStartOfTheHolder() {
        measure(Metric.ACTIVITY, Duration.ofHours(2), Duration.ZERO, 0);
        assertEquals(
                Duration.ofMinutes(20),
                Duration.between(only(held(Duration.ofMinutes(20))).since(), NOW));
        assertEquals(List.of(), mismatches(List.of(held(Duration.ofMinutes(5))), NOW));
    }

    @Test
    void aGpuOfWhichASmallSliceWorksIsNotIdle() {
        measure(Metric.ACTIVITY, Duration.ofHours(1), Duration.ZERO, 0.01);
        Optional<Instant> since = Optional.of(NOW.minus(Duration.ofHours(5)));
        assertEquals(
                List.of(), mismatches(List.of(new ReportedAllocation(GPU, List.of("ml/slice"), since, true)), NOW));
        assertEquals(Kind.IDLE_BUT_HELD, only(held(Duration.ofHours(5))).kind(), "the same of a whole GPU");
        assertEquals(
                List.of(),
                mismatches(List.of(new ReportedAllocation(GPU, List.of(), Optional.empty(), true)), NOW),
                "nor is it used where nobody holds it");
    }

    /** It was called well although its card said 0 %. */
    @Test
    void whatStoppedWithinTheMinuteIsWatched() {
        measure(Metric.ACTIVITY, Duration.ofHours(1), Duration.ofSeconds(20), 0.9);
        measure(Metric.ACTIVITY, Duration.ofSeconds(15), Duration.ZERO, 0);
        AllocationComparison compared = truth.compare(List.of(held(Duration.ofHours(5))), NOW);
        assertEquals(1, compared.watched());
        assertEquals(List.of(), compared.mismatches());
    }

    @Test
    void aShortPauseIsNotIdleAndABusyDeviceIsWell() {
        measure(Metric.ACTIVITY, Duration.ofHours(1), Duration.ofMinutes(5), 0.9);
        measure(Metric.ACTIVITY, Duration.ofMinutes(5), Duration.ZERO, 0);
        assertEquals(List.of(), mismatches(List.of(held(Duration.ofHours(5))), NOW));
        measure(Metric.ACTIVITY, Duration.ofSeconds(-5), Duration.ofSeconds(-10), 0.5);
        assertEquals(List.of(), mismatches(List.of(held(Duration.ofHours(5))), NOW));
    }

    @Test
    void aDeviceThatNobodyHoldsAndThatIsBusyIsUsed() {
        measure(Metric.ACTIVITY, Duration.ofHours(1), Duration.ofMinutes(15), 0);
        measure(Metric.ACTIVITY, Duration.ofMinutes(15), Duration.ZERO, 0.7);
        Mismatch found = only(free());
        assertEquals(Kind.USED_BUT_NOT_HELD, found.kind());
        assertEquals(15, Duration.between(found.since(), NOW).toMinutes(), 1);
    }

    /** Whenever a job ended, "used but not held, 4 min" stood for some seconds. */
    @Test
    void aGpuThatWasJustLetGoIsNotUsedUntilItIsReadLongAfter() {
        measure(Metric.ACTIVITY, Duration.ofMinutes(30), Duration.ZERO, 0.9);
        measure(Metric.MEMORY_USED, Duration.ofMinutes(30), Duration.ZERO, 60 * GIB);
        for (int ago = 0; ago < 60; ago++) {
            AllocationComparison compared = truth.compare(List.of(released(Duration.ofSeconds(ago))), NOW);
            assertEquals(List.of(), compared.mismatches());
            assertEquals(Optional.empty(), compared.next(), "it may end at any moment: no result is promised");
        }
        assertEquals(
                List.of(),
                mismatches(List.of(released(Duration.ofSeconds(10))), NOW.plus(MismatchFinder.USED_AFTER)),
                "an exporter that answers no more does not make it used");
    }

    @Test
    void whatGoesOnAfterItWasLetGoIsUsedSinceThen() {
        measure(Metric.ACTIVITY, Duration.ofHours(1), Duration.ZERO, 0.9);
        assertEquals(
                Duration.ofMinutes(4),
                Duration.between(only(released(Duration.ofMinutes(4))).since(), NOW));
    }

    @Test
    void memoryThatIsKeptIsUseTooButNotWhatTheDriverKeeps() {
        measure(Metric.ACTIVITY, Duration.ofHours(1), Duration.ZERO, 0);
        measure(Metric.MEMORY_USED, Duration.ofHours(1), Duration.ZERO, 0.6 * GIB);
        assertEquals(List.of(), mismatches(List.of(free()), NOW));
        measure(Metric.MEMORY_USED, Duration.ZERO, Duration.ofMinutes(-3), 30 * GIB);
        List<Mismatch> later = mismatches(List.of(free()), NOW.plus(Duration.ofMinutes(3)));
        assertEquals(Kind.USED_BUT_NOT_HELD, later.getFirst().kind());
        assertEquals(30 * GIB, later.getFirst().memoryUsed().orElseThrow());
    }

    @Test
    void whatIsNotMeasuredOrMeasuredLongAgoIsNoMismatch() {
        assertEquals(List.of(), mismatches(List.of(held(Duration.ofHours(5)), free()), NOW));
        measure(Metric.ACTIVITY, Duration.ofHours(2), Duration.ofHours(1), 0);
        assertEquals(List.of(), mismatches(List.of(held(Duration.ofHours(5))), NOW));
    }

    @Test
    void thoseThatHaveBeenSoForLongestComeFirst() {
        DeviceKey second = new DeviceKey(new ClusterId("c"), "n1", 1);
        measure(Metric.ACTIVITY, Duration.ofMinutes(20), Duration.ZERO, 0);
        for (long at = -3_600; at <= 0; at += 5) {
            store.append(second, Metric.ACTIVITY, NOW.plusSeconds(at).toEpochMilli(), 0);
        }
        List<Mismatch> found = mismatches(
                List.of(
                        held(Duration.ofHours(5)),
                        new ReportedAllocation(second, List.of("ml/b"), Optional.empty(), false)),
                NOW);
        assertEquals(
                List.of(second, GPU),
                found.stream().map(m -> m.allocation().device()).toList());
        assertTrue(found.getFirst().since().isBefore(found.getLast().since()));
    }

    @Test
    void whatHasNotBeenSoForLongEnoughIsWatchedAndSaysWhenItWillBeTold() {
        measure(Metric.ACTIVITY, Duration.ofMinutes(4), Duration.ZERO, 0);
        AllocationComparison young = truth.compare(List.of(held(Duration.ofHours(5))), NOW);
        assertEquals(List.of(), young.mismatches());
        assertEquals(1, young.measured());
        assertEquals(1, young.watched());
        assertEquals(6, Duration.between(NOW, young.next().orElseThrow()).toMinutes(), 1);
        AllocationComparison unknown = truth.compare(
                List.of(new ReportedAllocation(
                        new DeviceKey(new ClusterId("c"), "n9", 0), List.of("ml/b"), Optional.empty(), false)),
                NOW);
        assertEquals(new AllocationComparison(List.of(), 0, 0, Optional.empty()), unknown);
    }

    /** The colour of idle marked five, and four were listed with none beside them: a pod is given two minutes to begin in both. */
    @Test
    void whatIsWatchedIsWhatHasTheColourOfIdleNow() {
        measure(Metric.ACTIVITY, Duration.ofHours(1), Duration.ZERO, 0);
        assertEquals(
                0, truth.compare(List.of(held(Duration.ofSeconds(119))), NOW).watched());
        assertEquals(
                1, truth.compare(List.of(held(Duration.ofSeconds(120))), NOW).watched());
        assertEquals(
                0, truth.compare(List.of(held(Duration.ofMinutes(10))), NOW).watched(), "it is listed");
    }

    /** It moved on with the clock, and what was told of in 0 s came a minute later. */
    @Test
    void whatIsPromisedStandsAndIsKept() {
        measure(Metric.ACTIVITY, Duration.ofHours(1), Duration.ofSeconds(140), 0.9);
        measure(Metric.ACTIVITY, Duration.ofSeconds(135), Duration.ofMinutes(-10), 0);
        List<ReportedAllocation> held = List.of(held(Duration.ofHours(5)));
        Instant promised = truth.compare(held, NOW).next().orElseThrow();
        for (Instant now = NOW; now.isBefore(promised); now = now.plusSeconds(7)) {
            assertEquals(Optional.of(promised), truth.compare(held, now).next(), now::toString);
        }
        assertEquals(1, mismatches(held, promised).size());
    }

    private List<Mismatch> mismatches(List<ReportedAllocation> allocations, Instant now) {
        return truth.compare(allocations, now).mismatches();
    }

    private Mismatch only(ReportedAllocation allocation) {
        List<Mismatch> found = mismatches(List.of(allocation), NOW);
        assertEquals(1, found.size());
        return found.getFirst();
    }

    private static ReportedAllocation held(Duration ago) {
        return new ReportedAllocation(GPU, List.of("ml/llm-0"), Optional.of(NOW.minus(ago)), false);
    }

    private static ReportedAllocation released(Duration ago) {
        return new ReportedAllocation(GPU, List.of(), Optional.of(NOW.minus(ago)), false);
    }

    private static ReportedAllocation free() {
        return new ReportedAllocation(GPU, List.of(), Optional.empty(), false);
    }

    /** A sample every five seconds between two times before now. */
    private void measure(Metric metric, Duration from, Duration to, double value) {
        for (long at = -from.toSeconds(); at <= -to.toSeconds(); at += 5) {
            store.append(GPU, metric, NOW.plusSeconds(at).toEpochMilli(), value);
        }
    }
}
