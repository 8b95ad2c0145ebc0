// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.metrics.Metric;

/** The series of a device, which are appended to together: one lock for all. */
final class DeviceSeries {
    private static final int METRICS = Metric.values().length;

    /** Counts what a round did; used under the lock. */
    interface Count {
        /** A series begins. */
        void began(Series series);

        /** So many samples were taken and so many not, and the series grew by so many bytes. */
        void took(int samples, int dropped, int bytes);
    }

    private final AtomicReferenceArray<@Nullable Series> series = new AtomicReferenceArray<>(METRICS);

    /** The series of a metric, if it began. Never waits. */
    @Nullable
    Series find(int metric) {
        return series.get(metric);
    }

    /** The series of a metric. */
    Series of(int metric, Count count) {
        Series found = series.get(metric);
        return found == null ? begin(metric, count) : found;
    }

    private synchronized Series begin(int metric, Count count) {
        Series found = series.get(metric);
        if (found == null) {
            found = new Series(this);
            series.set(metric, found);
            count.began(found);
        }
        return found;
    }

    /**
     * Appends what was measured at one time.
     *
     * @param values by {@link Metric#ordinal()}; what is not finite was not measured
     * @param share bytes a series may keep
     */
    void append(long time, double[] values, int share, Series.Work work, Count count) {
        int taken = 0;
        int dropped = 0;
        int grown = 0;
        synchronized (this) {
            for (int i = 0; i < values.length; i++) {
                if (Double.isFinite(values[i])) {
                    int more = of(i, count).take(time, values[i], share, work);
                    if (more == Integer.MIN_VALUE) {
                        dropped++;
                    } else {
                        taken++;
                        grown += more;
                    }
                }
            }
        }
        count.took(taken, dropped, grown);
    }
}
