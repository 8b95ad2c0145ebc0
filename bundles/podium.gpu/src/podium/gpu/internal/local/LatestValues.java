// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.local;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import podium.core.metrics.Metric;
import podium.core.metrics.Sample;

/** The newest value of each metric of a device. Putting allocates nothing. Any thread. */
final class LatestValues {
    private static final Metric[] METRICS = Metric.values();

    private final double[] values = new double[METRICS.length];
    private final long[] times = new long[METRICS.length];
    private final boolean[] known = new boolean[METRICS.length];

    synchronized void put(Metric metric, long time, double value) {
        values[metric.ordinal()] = value;
        times[metric.ordinal()] = time;
        known[metric.ordinal()] = true;
    }

    /** The device no longer tells it. */
    synchronized void forget(Metric metric) {
        known[metric.ordinal()] = false;
    }

    synchronized void clear() {
        Arrays.fill(known, false);
    }

    synchronized Map<Metric, Sample> all() {
        Map<Metric, Sample> all = new EnumMap<>(Metric.class);
        for (int i = 0; i < METRICS.length; i++) {
            if (known[i]) {
                all.put(METRICS[i], new Sample(times[i], values[i]));
            }
        }
        return all;
    }
}
