// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.testing;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import podium.core.change.ClusterId;
import podium.core.fleet.Holdings;
import podium.core.metrics.Curve;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;
import podium.core.metrics.Sample;
import podium.telemetry.TelemetryStore;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.internal.scene.Scene;

/** A store that keeps the newest sample of each series. */
public final class Readouts implements TelemetryStore {
    private record Series(DeviceKey device, Metric metric) {}

    private final Map<Series, Sample> latest = new ConcurrentHashMap<>();
    private final AtomicLong version = new AtomicLong();
    private int past;

    @Override
    public void append(DeviceKey device, Metric metric, long time, double value) {
        latest.put(new Series(device, metric), new Sample(time, value));
        version.incrementAndGet();
    }

    /** How many of the newest buckets of each series have samples. */
    public Readouts past(int buckets) {
        past = buckets;
        return this;
    }

    @Override
    public Optional<Sample> latest(DeviceKey device, Metric metric) {
        Sample reading = latest.get(new Series(device, metric));
        return reading == null ? Optional.empty() : Optional.of(reading);
    }

    @Override
    public Curve query(DeviceKey device, Metric metric, long from, long to, int buckets) {
        double[] half = new double[past == 0 ? 0 : buckets];
        Arrays.fill(half, 0.5);
        int[] count = new int[half.length];
        Arrays.fill(count, Math.max(0, count.length - past), count.length, 1);
        return new Curve(from, (to - from) / buckets, half, half, half, count);
    }

    @Override
    public long version() {
        return version.get();
    }

    /** Readings of all devices but those of every eleventh node: busy ones where a task runs. */
    public static Readouts of(Scene scene, long now) {
        Readouts store = new Readouts();
        Random random = new Random(3);
        for (Cell cell : scene.cells()) {
            if (cell.node().id() % 11 == 10) {
                continue;
            }
            double load = Holdings.holders(cell.accelerator()).isEmpty() ? 0 : 0.5 + random.nextDouble() * 0.5;
            long time = cell.node().id() % 13 == 5 ? now - 300_000 : now - 2_000;
            store.append(cell.key(), Metric.ACTIVITY, time, load);
            store.append(cell.key(), Metric.MEMORY_USED, time, (load * 0.9 + 0.02) * (80L << 30));
            store.append(cell.key(), Metric.MEMORY_TOTAL, time, 80L << 30);
            store.append(cell.key(), Metric.TEMPERATURE, time, 30 + 45 * load + random.nextInt(6));
            store.append(cell.key(), Metric.POWER, time, 70 + 610 * load);
            store.append(cell.key(), Metric.XID, time, random.nextInt(150) == 0 ? 79 : 0);
            store.append(cell.key(), Metric.ECC_CORRECTED, time, random.nextInt(60) == 0 ? 3 : 0);
        }
        return store;
    }

    @Override
    public void prepend(DeviceKey device, Metric metric, long[] times, double[] values) {}

    @Override
    public Optional<String> problem() {
        return Optional.empty();
    }

    @Override
    public void forget(ClusterId cluster) {}
}
