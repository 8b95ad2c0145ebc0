// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.prometheus;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import podium.core.change.ClusterId;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.QueryParser;
import podium.core.metrics.QueryParser.DeviceSeries;
import podium.sources.internal.fleet.DeviceDirectory;
import podium.sources.internal.fleet.DeviceDirectory.Place;
import podium.sources.internal.prometheus.PrometheusQueries.Over;
import podium.telemetry.TelemetryStore;

/**
 * Fills the store with the last day of a Prometheus, at a minute a point, more for a large fleet: one query a name, all
 * answers together within a bound. Blocks for as long as they take.
 */
public final class PrometheusBackfill {
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration LEAST_STEP = Duration.ofMinutes(1);
    /** Points of all answers together: some 80 MB of text. */
    private static final long POINTS = 4_000_000;

    private final QueryParser queries;
    private final TelemetryStore store;

    public PrometheusBackfill(QueryParser queries, TelemetryStore store) {
        this.queries = queries;
        this.store = store;
    }

    /**
     * Reads it.
     *
     * @param devices how many the server tells of
     * @param now epoch milliseconds
     */
    public void read(ClusterId cluster, MetricSourceFetch.Bytes bytes, DeviceDirectory directory, int devices, long now)
            throws IOException {
        List<String> names = List.copyOf(queries.names());
        Duration step = step(devices);
        for (String name : names) {
            Over what = queries.isLargest(name) ? Over.LARGEST : Over.MEAN;
            String path = PrometheusQueries.range(name, what, now - DAY.toMillis(), now, step);
            for (DeviceSeries series : queries.range(bytes.get(path)).series()) {
                Optional<Place> place = directory.find(series.device());
                place.ifPresent(at -> store.prepend(
                        new DeviceKey(cluster, at.node(), at.index()),
                        series.metric(),
                        series.times(),
                        series.values()));
            }
        }
    }

    /** A minute, or so much more that a dozen metrics of each device stay within the bound. */
    public static Duration step(int devices) {
        long most = Math.max(1, POINTS / Math.max(1, 12L * devices));
        Duration step = DAY.dividedBy(most);
        return step.compareTo(LEAST_STEP) < 0 ? LEAST_STEP : Duration.ofMinutes(step.toMinutes() + 1);
    }
}
