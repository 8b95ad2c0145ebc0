// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import fi.iki.yak.ts.compression.gorilla.GorillaCompressor;
import fi.iki.yak.ts.compression.gorilla.LongArrayOutput;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.telemetry.DeviceKey;
import podium.core.telemetry.Metric;

/**
 * A store around the published Gorilla port that does for a sample what Podium's does: it is looked up, guarded, refused when
 * it is older than the newest, which can be asked for, and counted.
 */
final class GorillaStore {
    /** One series. */
    private static final class Series {
        private final LongArrayOutput out = new LongArrayOutput(64);
        private final GorillaCompressor compressor;
        private volatile long newestTime;
        private volatile double newestValue;

        Series(long time) {
            compressor = new GorillaCompressor(time, out);
        }

        synchronized boolean append(long time, double value) {
            if (time < newestTime) {
                return false;
            }
            compressor.addValue(time, value);
            newestTime = time;
            newestValue = value;
            return true;
        }

        double newest() {
            return newestValue;
        }
    }

    private final Map<DeviceKey, AtomicReferenceArray<@Nullable Series>> devices = new ConcurrentHashMap<>();
    private final LongAdder appended = new LongAdder();

    /** Appends what was measured at one time, by {@link Metric#ordinal()}. */
    void append(DeviceKey device, long time, double[] values) {
        AtomicReferenceArray<@Nullable Series> row = devices.get(device);
        if (row == null) {
            row = devices.computeIfAbsent(device, key -> new AtomicReferenceArray<>(Metric.values().length));
        }
        int taken = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                Series series = row.get(i);
                if (series == null) {
                    series = new Series(time);
                    row.set(i, series);
                }
                taken += series.append(time, values[i]) ? 1 : 0;
            }
        }
        appended.add(taken);
    }

    /** Bytes of the encoders' arrays, and nothing else. */
    long bytes() {
        long bytes = 0;
        for (AtomicReferenceArray<@Nullable Series> row : devices.values()) {
            for (int i = 0; i < row.length(); i++) {
                Series series = row.get(i);
                if (series != null) {
                    series.compressor.close();
                    bytes += 8L * series.out.getLongArray().length + (Double.isNaN(series.newest()) ? 1 : 0);
                }
            }
        }
        return bytes;
    }
}
