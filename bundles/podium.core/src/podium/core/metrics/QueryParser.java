// SPDX-License-Identifier: Apache-2.0
package podium.core.metrics;

import java.util.List;
import java.util.Set;
import podium.core.metrics.MetricsParser.DeviceSample;
import podium.core.metrics.MetricsParser.Scrape;

/** Reads what a metrics API answers as JSON: Prometheus and those that speak like it, and metrics.k8s.io. Any thread. */
public interface QueryParser {
    /** Names under which any exporter tells something of a device: what to ask a Prometheus for. */
    Set<String> names();

    /** Names under which any exporter tells this metric, the best first. */
    List<String> names(Metric metric);

    /** True for a count or a code: of several values the largest tells most, not their mean. */
    boolean isLargest(String name);

    /**
     * The answer to an instant query, as one scrape of all its devices.
     *
     * @throws IllegalArgumentException when it is no answer or the server says that the query failed; the message says why
     */
    Scrape instant(byte[] json);

    /**
     * The answer to a range query.
     *
     * @throws IllegalArgumentException as {@link #instant}
     */
    Range range(byte[] json);

    /**
     * The NodeMetricsList of metrics.k8s.io, as samples with the index {@link podium.core.metrics.DeviceKey#NODE}.
     *
     * @throws IllegalArgumentException when it is no such list
     */
    Scrape nodes(byte[] json);

    /**
     * What a range query gave.
     *
     * @param broken series or points that could not be read; each costs itself only
     */
    record Range(List<DeviceSeries> series, int broken) {}

    /**
     * One metric of one device over time.
     *
     * @param device which one; its values are empty
     * @param times epoch milliseconds, in order
     * @param values in the unit of the metric
     */
    record DeviceSeries(DeviceSample device, Metric metric, long[] times, double[] values) {}
}
