// SPDX-License-Identifier: Apache-2.0
package podium.telemetry;

import java.util.Optional;
import podium.core.change.ClusterId;
import podium.core.metrics.Curve;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;
import podium.core.metrics.Sample;

/** Time series of accelerators. Any thread. */
public interface TelemetryStore {
    /** Appends a sample; one older than the newest of its series is dropped and counted. Time in epoch milliseconds. */
    void append(DeviceKey device, Metric metric, long time, double value);

    /**
     * Appends what was measured of a device at one time, as one append for each metric does.
     *
     * @param time epoch milliseconds
     * @param values by {@link Metric#ordinal()}; what is not finite was not measured
     */
    default void append(DeviceKey device, long time, double[] values) {
        for (Metric metric : Metric.values()) {
            if (metric.ordinal() < values.length && Double.isFinite(values[metric.ordinal()])) {
                append(device, metric, time, values[metric.ordinal()]);
            }
        }
    }

    /**
     * Puts samples of the past before those that are there; those not older than the oldest there are left out, all of
     * them where the past is kept in coarse form already.
     *
     * @param times epoch milliseconds, in order
     */
    void prepend(DeviceKey device, Metric metric, long[] times, double[] values);

    /** Newest sample; empty when there never was one. */
    Optional<Sample> latest(DeviceKey device, Metric metric);

    /** Series between two times in at most this many buckets. */
    Curve query(DeviceKey device, Metric metric, long from, long to, int buckets);

    /** Drops all series of a cluster that is no longer open. */
    void forget(ClusterId cluster);

    /** Grows with every append: lets a view skip a repaint when nothing came. */
    long version();

    /** Why what is taken is not kept for the next start, a sentence or two; empty: it is, or nothing is to be kept. */
    Optional<String> problem();
}
