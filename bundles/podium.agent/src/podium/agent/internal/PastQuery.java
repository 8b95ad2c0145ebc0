// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import podium.agent.internal.DeviceDirectory.Place;
import podium.core.port.PastReader.Past;
import podium.core.port.PastReader.Span;
import podium.core.port.QueryParser;
import podium.core.port.QueryParser.DeviceSeries;
import podium.core.telemetry.Curve;
import podium.core.telemetry.DeviceKey;

/** One question about the past to one Prometheus: a query for each name of the metric. Blocks; an interrupt ends it. */
final class PastQuery {
    /** Points of an answer: some 40 MB of text. */
    private static final long POINTS = 2_000_000;

    private final QueryParser queries;
    private final SourceFetch.Bytes bytes;
    private final DeviceDirectory directory;

    /** @param bytes the way to the server */
    PastQuery(QueryParser queries, SourceFetch.Bytes bytes, DeviceDirectory directory) {
        this.queries = queries;
        this.bytes = bytes;
        this.directory = directory;
    }

    /**
     * Asks.
     *
     * @throws IllegalArgumentException with the words of a server that refuses
     */
    Past read(String server, Span span) throws IOException {
        Duration step = span.step().multipliedBy(times(directory.places().size(), span.buckets()));
        Map<DeviceKey, Curve> curves = new HashMap<>();
        for (String name : queries.names(span.metric())) {
            if (Thread.interrupted()) {
                throw new IOException("stopped");
            }
            String path = PrometheusQueries.range(
                    name, queries.isLargest(name), span.from() + step.toMillis(), end(span, step), step);
            for (DeviceSeries series : queries.range(bytes.get(path)).series()) {
                Optional<Place> place = directory.find(series.device());
                place.ifPresent(at -> curves.putIfAbsent(
                        new DeviceKey(span.cluster(), at.node(), at.index()), curve(span, step, series)));
            }
        }
        return new Past(server, Map.copyOf(curves), step);
    }

    /** Buckets to a point, so that an answer stays within its bound. */
    static int times(int devices, int buckets) {
        long points = (long) Math.max(1, devices) * Math.max(1, buckets);
        return (int) ((points + POINTS - 1) / POINTS);
    }

    /** The end of the last point that is asked for: it may lie beyond that of the last bucket. */
    private static long end(Span span, Duration step) {
        long length = span.to() - span.from();
        long points = (length + step.toMillis() - 1) / step.toMillis();
        return span.from() + points * step.toMillis();
    }

    /** A point of a time tells of the step before it. */
    private static Curve curve(Span span, Duration step, DeviceSeries series) {
        int size = span.buckets();
        double[] values = new double[size];
        Arrays.fill(values, Double.NaN);
        int[] count = new int[size];
        long bucket = span.step().toMillis();
        for (int i = 0; i < series.times().length; i++) {
            long end = series.times()[i] - span.from();
            int last = (int) Math.min(size, end / bucket);
            for (int at = (int) Math.max(0, (end - step.toMillis()) / bucket); at < last; at++) {
                values[at] = series.values()[i];
                count[at] = 1;
            }
        }
        return new Curve(span.from(), bucket, values, values, values, count);
    }
}
