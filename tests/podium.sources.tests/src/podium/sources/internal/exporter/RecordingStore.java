// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.exporter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.change.ClusterId;
import podium.core.metrics.Curve;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;
import podium.core.metrics.Sample;
import podium.telemetry.TelemetryStore;

/** Keeps the last value of each series. */
public final class RecordingStore implements TelemetryStore {
    private record Series(DeviceKey device, Metric metric) {}

    private final Map<Series, Sample> last = new HashMap<>();
    private final List<Past> pasts = new ArrayList<>();
    private final List<ClusterId> forgotten = new ArrayList<>();
    private long lastTime;
    private int appends;

    /** What was put before the rest. */
    public record Past(DeviceKey device, Metric metric, long[] times, double[] values) {}

    public Optional<Double> value(DeviceKey device, Metric metric) {
        return latest(device, metric).map(Sample::value);
    }

    long lastTime() {
        return lastTime;
    }

    @Override
    public synchronized void append(DeviceKey device, Metric metric, long time, double value) {
        last.put(new Series(device, metric), new Sample(time, value));
        lastTime = time;
        appends++;
    }

    public synchronized int appends() {
        return appends;
    }

    @Override
    public synchronized Optional<Sample> latest(DeviceKey device, Metric metric) {
        return Optional.ofNullable(last.get(new Series(device, metric)));
    }

    public synchronized List<Past> pasts() {
        return List.copyOf(pasts);
    }

    public synchronized List<ClusterId> forgotten() {
        return List.copyOf(forgotten);
    }

    @Override
    public synchronized void prepend(DeviceKey device, Metric metric, long[] times, double[] values) {
        pasts.add(new Past(device, metric, times, values));
    }

    @Override
    public synchronized void forget(ClusterId cluster) {
        forgotten.add(cluster);
    }

    @Override
    public Curve query(DeviceKey device, Metric metric, long from, long to, int buckets) {
        throw new UnsupportedOperationException("not asked for by these tests");
    }

    @Override
    public long version() {
        return last.size();
    }

    @Override
    public Optional<String> problem() {
        return Optional.empty();
    }
}
