// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.util.Arrays;
import java.util.Optional;
import podium.core.change.ClusterId;
import podium.core.metrics.Curve;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;
import podium.core.metrics.Sample;
import podium.telemetry.TelemetryStore;

/** Curves by formula, with a gap of a tenth of the time; a device whose index is 7 has never been heard of. */
public final class FakeTelemetry implements TelemetryStore {
    /** Whether nothing runs on any device. */
    public volatile boolean idle;

    private final long now;
    /** Nothing is known of the time before this. */
    public long since = Long.MIN_VALUE;

    /** When anything was heard last. */
    public long heard;
    /** What every device has. */
    public int xid;

    /** Until when a curve was asked for last. */
    public volatile long until;

    private long version = 1;

    public FakeTelemetry(long now) {
        this.now = now;
        heard = now - 2000;
    }

    @Override
    public void append(DeviceKey device, Metric metric, long time, double value) {
        version++;
    }

    @Override
    public Optional<Sample> latest(DeviceKey device, Metric metric) {
        return device.index() == 7 || metric == Metric.TENSOR_ACTIVITY
                ? Optional.empty()
                : Optional.of(new Sample(heard, value(device, metric, now)));
    }

    @Override
    public Curve query(DeviceKey device, Metric metric, long from, long to, int buckets) {
        until = to;
        long step = Math.max(1, (to - from) / buckets);
        double[] min = new double[buckets];
        double[] max = new double[buckets];
        double[] average = new double[buckets];
        int[] count = new int[buckets];
        for (int i = 0; i < buckets; i++) {
            boolean gap = device.index() == 7 || from + i * step < since || i > buckets * 0.6 && i < buckets * 0.7;
            double value = value(device, metric, from + i * step);
            count[i] = gap ? 0 : 3;
            average[i] = gap ? Double.NaN : value;
            min[i] = gap ? Double.NaN : value * 0.85;
            max[i] = gap ? Double.NaN : Math.min(value * 1.1, metric == Metric.ACTIVITY ? 1 : Double.MAX_VALUE);
        }
        return new Curve(from, step, min, max, average, count);
    }

    private double value(DeviceKey device, Metric metric, long time) {
        int seed = Arrays.hashCode(new int[] {device.node().hashCode(), device.index()});
        double wave = 0.5 + 0.5 * Math.sin(time / 60_000.0 + (seed & 0xff) / 20.0);
        double load = 0.25 + 0.7 * wave;
        return switch (metric) {
            case ACTIVITY -> idle ? 0 : load;
            case MEMORY_USED -> load * 79e9;
            case MEMORY_TOTAL -> 80 * (double) (1L << 30);
            case POWER -> 90 + load * 600;
            case TEMPERATURE -> 30 + load * 45;
            case SM_CLOCK -> 1.98e9;
            case NVLINK_TRAFFIC -> load * 300e9;
            case XID -> xid;
            default -> load;
        };
    }

    @Override
    public long version() {
        return version;
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
