// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.mismatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.DoublePredicate;
import podium.core.fleet.IdleReading;
import podium.core.metrics.Curve;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;
import podium.core.metrics.Sample;
import podium.telemetry.TelemetryStore;
import podium.telemetry.mismatch.Mismatch.Kind;

/** Holds what the API says is held against what the devices measure. Reads the store: may take a while for many devices. */
public final class MismatchFinder {
    /** A device that has done nothing for so long is idle: checkpoints and data loading take minutes. */
    public static final Duration IDLE_AFTER = Duration.ofMinutes(10);

    /**
     * A device without a holder that is busy for so long is used. A pod that just ended is no finding: an exporter tells what it measured
     * up to half a minute before, so a reading counts that was taken so long after the device was let go.
     */
    public static final Duration USED_AFTER = Duration.ofMinutes(1);

    /** Memory beyond this is kept by a process: driver and firmware keep less (some 600 MiB on an H100). */
    private static final double KEPT = 2.0 * (1L << 30);

    /** How far back a mismatch is followed, and a reading older than FRESH says nothing of now. */
    private static final Duration PAST = Duration.ofHours(24);

    private static final Duration FRESH = Duration.ofMinutes(2);
    private static final Duration BUCKET = Duration.ofMinutes(1);

    private final TelemetryStore store;

    public MismatchFinder(TelemetryStore store) {
        this.store = store;
    }

    /** Which allocations do not fit. A device that is not measured is none of them. */
    public AllocationComparison compare(List<ReportedAllocation> allocations, Instant now) {
        List<Mismatch> unlike = allocations.stream()
                .map(allocation -> compare(allocation, now))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Mismatch::since))
                .toList();
        List<Mismatch> found =
                unlike.stream().filter(one -> !told(one).isAfter(now)).toList();
        List<Mismatch> watched = unlike.stream()
                .filter(one -> one.kind() == Kind.IDLE_BUT_HELD && told(one).isAfter(now))
                .toList();
        return new AllocationComparison(
                found,
                (int) allocations.stream()
                        .filter(one -> fresh(one.device(), Metric.ACTIVITY, Instant.MIN, now)
                                .isPresent())
                        .count(),
                watched.size(),
                watched.stream().map(MismatchFinder::told).min(Comparator.naturalOrder()));
    }

    /** When it has been so for long enough. */
    private static Instant told(Mismatch one) {
        return one.since().plus(one.kind() == Kind.IDLE_BUT_HELD ? IDLE_AFTER : USED_AFTER);
    }

    private Optional<Mismatch> compare(ReportedAllocation allocation, Instant now) {
        boolean held = allocation.held();
        Instant from = allocation
                .since()
                .map(since -> since.plus(held ? IdleReading.SETTLES : USED_AFTER))
                .orElse(Instant.MIN);
        OptionalDouble activity = fresh(allocation.device(), Metric.ACTIVITY, from, now);
        OptionalDouble memory = fresh(allocation.device(), Metric.MEMORY_USED, from, now);
        // a small slice that works keeps its GPU from being idle; that of one nobody holds has to do more than a
        // percent now and then
        double active = IdleReading.active(held && allocation.divided());
        boolean busy = activity.orElse(0) >= active;
        boolean kept = memory.orElse(0) >= KEPT;
        if (held) {
            return activity.isEmpty() || busy
                    ? Optional.empty()
                    : since(allocation.device(), Metric.ACTIVITY, value -> value < active, now)
                            .map(since -> later(since, allocation.since()))
                            .map(since -> new Mismatch(allocation, Kind.IDLE_BUT_HELD, since, activity, memory));
        }
        Optional<Instant> used = busy
                ? since(allocation.device(), Metric.ACTIVITY, value -> value >= active, now)
                : kept ? since(allocation.device(), Metric.MEMORY_USED, value -> value >= KEPT, now) : Optional.empty();
        return used.map(since -> later(since, allocation.since()))
                .map(since -> new Mismatch(allocation, Kind.USED_BUT_NOT_HELD, since, activity, memory));
    }

    private static Instant later(Instant since, Optional<Instant> other) {
        return other.filter(since::isBefore).orElse(since);
    }

    /** The newest reading, unless it is too old, or was taken before this time. */
    private OptionalDouble fresh(DeviceKey device, Metric metric, Instant from, Instant now) {
        Instant first = from.isBefore(now.minus(FRESH)) ? now.minus(FRESH) : from;
        Optional<Sample> reading = store.latest(device, metric).filter(newest -> newest.time() >= first.toEpochMilli());
        return reading.isPresent() ? OptionalDouble.of(reading.get().value()) : OptionalDouble.empty();
    }

    /** When the condition began that holds of the newest reading; a minute without samples does not end it. */
    private Optional<Instant> since(DeviceKey device, Metric metric, DoublePredicate holds, Instant now) {
        // whole minutes of the clock: those before now would move with it, and with them when it is told
        long minute = BUCKET.toMillis();
        long end = now.toEpochMilli() / minute * minute + minute;
        int buckets = (int) PAST.dividedBy(BUCKET);
        Curve curve = store.query(device, metric, end - PAST.toMillis(), end, buckets);
        OptionalLong began = OptionalLong.empty();
        for (int i = curve.size() - 1; i >= 0; i--) {
            if (curve.count()[i] == 0) {
                continue;
            }
            if (!holds.test(curve.min()[i]) || !holds.test(curve.max()[i])) {
                break;
            }
            began = OptionalLong.of(curve.start() + i * curve.step());
        }
        // in the newest minute it both did not hold and does
        return began.isPresent()
                ? Optional.of(Instant.ofEpochMilli(began.getAsLong()))
                : store.latest(device, metric).map(newest -> Instant.ofEpochMilli(newest.time()));
    }
}
