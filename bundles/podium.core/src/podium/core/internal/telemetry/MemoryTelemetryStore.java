// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.telemetry;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import podium.core.change.ClusterId;
import podium.core.telemetry.Curve;
import podium.core.telemetry.DeviceKey;
import podium.core.telemetry.Metric;
import podium.core.telemetry.Reading;
import podium.core.telemetry.TelemetryStore;

/**
 * All series in memory, within a budget shared evenly: the more series there are, the sooner their old samples become
 * coarse. One lock a series.
 */
@Component(service = TelemetryStore.class)
public final class MemoryTelemetryStore implements TelemetryStore {
    /** Bytes for all series: an hour at 5 s of 40,000 GPUs and 6 metrics; a day and more of smaller fleets. */
    private static final long BUDGET = 192L << 20;
    /** No series keeps less than this, or more than that. */
    private static final int LEAST = 1_024;

    private static final int MOST = 1 << 20;
    private static final int METRICS = Metric.values().length;

    private final long budget;
    private final Map<DeviceKey, AtomicReferenceArray<@Nullable Series>> devices = new ConcurrentHashMap<>();
    private final ThreadLocal<FrameWriter> writers = ThreadLocal.withInitial(FrameWriter::new);
    private final Supplier<FrameWriter> writer = writers::get;
    private final AtomicInteger count = new AtomicInteger();
    private final LongAdder appended = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    @Activate
    public MemoryTelemetryStore() {
        this(BUDGET);
    }

    /**
     * @param budget bytes that all series together may take, as far as each can keep its least
     */
    public MemoryTelemetryStore(long budget) {
        this.budget = budget;
    }

    @Override
    public void append(DeviceKey device, Metric metric, long time, double value) {
        int grown = Double.isFinite(value) ? series(device, metric).append(time, value, share(), writer) : Integer.MIN_VALUE;
        if (grown == Integer.MIN_VALUE) {
            dropped.increment();
        } else {
            bytes.add(grown);
            appended.increment();
        }
    }

    @Override
    public Optional<Reading> latest(DeviceKey device, Metric metric) {
        return find(device, metric).flatMap(Series::newest);
    }

    @Override
    public Curve query(DeviceKey device, Metric metric, long from, long to, int buckets) {
        CurveBuilder curve = new CurveBuilder(from, to, buckets);
        find(device, metric).ifPresent(series -> series.query(curve));
        return curve.build();
    }

    @Override
    public long version() {
        return appended.sum();
    }

    @Override
    public void forget(ClusterId cluster) {
        devices.entrySet().removeIf(entry -> {
            if (!entry.getKey().cluster().equals(cluster)) {
                return false;
            }
            for (int i = 0; i < METRICS; i++) {
                Series series = entry.getValue().get(i);
                if (series != null) {
                    count.decrementAndGet();
                    bytes.add(-series.bytes());
                }
            }
            return true;
        });
    }

    /** Samples not taken: older than the newest of their series, or not a number. */
    public long dropped() {
        return dropped.sum();
    }

    /** Bytes the series take, as far as they can be counted from within. */
    public long bytes() {
        return bytes.sum();
    }

    private int share() {
        return (int) Math.clamp(budget / Math.max(1, count.get()), LEAST, MOST);
    }

    private Optional<Series> find(DeviceKey device, Metric metric) {
        @Nullable AtomicReferenceArray<@Nullable Series> row = devices.get(device);
        @Nullable Series series = row == null ? null : row.get(metric.ordinal());
        return series == null ? Optional.empty() : Optional.of(series);
    }

    private Series series(DeviceKey device, Metric metric) {
        AtomicReferenceArray<@Nullable Series> row =
                devices.computeIfAbsent(device, key -> new AtomicReferenceArray<>(METRICS));
        Series series = row.get(metric.ordinal());
        if (series == null) {
            Series created = new Series();
            if (row.compareAndSet(metric.ordinal(), null, created)) {
                count.incrementAndGet();
                bytes.add(created.bytes());
                return created;
            }
            series = row.get(metric.ordinal());
        }
        return series == null ? series(device, metric) : series;
    }
}
