// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.change.ClusterId;
import podium.core.metrics.Curve;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;
import podium.core.metrics.Sample;
import podium.telemetry.TelemetryStore;

/**
 * All series in memory, within a budget that is shared evenly once it is used up: the more series there are, the sooner their
 * old samples become coarse. One lock a device.
 */
public final class MemoryTelemetryStore implements TelemetryStore {
    /** Bytes for all series: an hour at 5 s of 40,000 GPUs and 6 metrics; a day and more of smaller fleets. */
    static final long BUDGET = 192L << 20;
    /** No series keeps less than this, or more than that. */
    private static final int LEAST = 1_024;

    private static final int MOST = 1 << 20;
    private static final Metric[] METRIC = Metric.values();

    /** Takes a series. */
    interface SeriesTaker {
        void take(DeviceKey device, Metric metric, Series series);
    }

    private final long budget;
    private final Consumer<ClusterId> past;
    private final Executor background;
    /** Clusters whose past is here. */
    private final Map<ClusterId, Boolean> clusters = new ConcurrentHashMap<>();

    private final Map<DeviceKey, DeviceSeries> devices = new ConcurrentHashMap<>();
    private final ThreadLocal<EncoderScratch> encoders = ThreadLocal.withInitial(EncoderScratch::new);
    private final BucketSummaries summaries = new BucketSummaries();
    private final Series.Work work = new Later();
    private final DeviceSeries.Count counts = new Counts();
    private final AtomicInteger count = new AtomicInteger();
    /** Bytes a series may keep. */
    private volatile int share = MOST;

    private final LongAdder appended = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    public MemoryTelemetryStore() {
        this(BUDGET);
    }

    /**
     * @param budget bytes that all series together may take, as far as each can keep its least
     */
    public MemoryTelemetryStore(long budget) {
        this(budget, cluster -> {}, Runnable::run);
    }

    /**
     * @param past called once a cluster before its first sample is taken, to {@link #restore} what was before
     * @param background compresses what gets no more samples
     */
    public MemoryTelemetryStore(long budget, Consumer<ClusterId> past, Executor background) {
        this.background = background;
        this.budget = budget;
        this.past = past;
    }

    @Override
    public void append(DeviceKey device, Metric metric, long time, double value) {
        if (Double.isFinite(value)) {
            take(series(known(device), metric), time, value);
        } else {
            dropped.increment();
        }
    }

    @Override
    public void append(DeviceKey device, long time, double[] values) {
        known(device).append(time, values, share, work, counts);
    }

    /** Takes a sample of the past that is on disk already. */
    void restore(DeviceKey device, Metric metric, long time, double value) {
        Series series = series(row(device), metric);
        take(series, time, value);
        series.setSaved();
    }

    /** Takes what is left of samples from before all others, that is on disk already; what is older than a time is left out. */
    void restore(DeviceKey device, Metric metric, DayRecord.Coarse spans, long from) {
        bytes.add(series(row(device), metric).restore(spans, from, share));
    }

    /** Shows every series, in no order. */
    void forEachSeries(SeriesTaker taker) {
        devices.forEach((device, row) -> {
            for (Metric metric : Metric.values()) {
                Series series = row.find(metric.ordinal());
                if (series != null) {
                    taker.take(device, metric, series);
                }
            }
        });
    }

    /** The series of a device, whose cluster's past is there. */
    private DeviceSeries known(DeviceKey device) {
        DeviceSeries row = devices.get(device);
        if (row == null) {
            clusters.computeIfAbsent(device.cluster(), this::remember);
            row = row(device);
        }
        return row;
    }

    private boolean remember(ClusterId cluster) {
        past.accept(cluster);
        return true;
    }

    private void take(Series series, long time, double value) {
        int grown = series.append(time, value, share, work);
        boolean refused = grown == Integer.MIN_VALUE;
        counts.took(refused ? 0 : 1, refused ? 1 : 0, refused ? 0 : grown);
    }

    @Override
    public void prepend(DeviceKey device, Metric metric, long[] times, double[] values) {
        find(device, metric).ifPresent(series -> {
            int grown = series.prepend(times, values, share, encoders.get());
            if (grown > 0) {
                bytes.add(grown);
                appended.increment();
            }
        });
    }

    @Override
    public Optional<Sample> latest(DeviceKey device, Metric metric) {
        return find(device, metric).flatMap(Series::newest);
    }

    @Override
    public Curve query(DeviceKey device, Metric metric, long from, long to, int buckets) {
        CurveBuilder curve = new CurveBuilder(from, to, buckets);
        find(device, metric).ifPresent(series -> series.query(curve, summaries));
        return curve.build();
    }

    @Override
    public long version() {
        return appended.sum();
    }

    @Override
    public void forget(ClusterId cluster) {
        clusters.remove(cluster);
        devices.entrySet().removeIf(entry -> {
            if (!entry.getKey().cluster().equals(cluster)) {
                return false;
            }
            for (int i = 0; i < METRIC.length; i++) {
                Series series = entry.getValue().find(i);
                if (series != null) {
                    counted(-1);
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

    private void counted(int change) {
        int now = count.addAndGet(change);
        share = (int) Math.clamp(budget / Math.max(1, now), LEAST, MOST);
    }

    private Optional<Series> find(DeviceKey device, Metric metric) {
        @Nullable DeviceSeries row = devices.get(device);
        @Nullable Series series = row == null ? null : row.find(metric.ordinal());
        return series == null ? Optional.empty() : Optional.of(series);
    }

    private DeviceSeries row(DeviceKey device) {
        return devices.computeIfAbsent(device, key -> new DeviceSeries());
    }

    private Series series(DeviceSeries row, Metric metric) {
        return row.of(metric.ordinal(), counts);
    }

    /** Counts for the whole store. */
    private final class Counts implements DeviceSeries.Count {
        @Override
        public void began(Series series) {
            counted(1);
            bytes.add(series.bytes());
        }

        @Override
        public void took(int samples, int refused, int grown) {
            appended.add(samples);
            if (grown != 0) {
                bytes.add(grown);
            }
            if (refused != 0) {
                dropped.add(refused);
            }
        }
    }

    /** Compresses a full block in the background. */
    private final class Later implements Series.Work {
        @Override
        public FrameWriter frames() {
            return encoders.get().frames();
        }

        /** Even shares matter only when there is no room for all: what hardly changes leaves its own to the others. */
        @Override
        public int room(int share) {
            return bytes.sum() < budget / 8 * 7 ? MOST : share;
        }

        @Override
        public void sealed(Series series, SampleBlock block) {
            background.execute(
                    () -> bytes.add(series.replace(block, encoders.get().dense(block))));
        }
    }

    @Override
    public Optional<String> problem() {
        return Optional.empty();
    }
}
