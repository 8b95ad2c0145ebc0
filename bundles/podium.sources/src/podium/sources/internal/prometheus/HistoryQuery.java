// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.prometheus;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import podium.core.metrics.Curve;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.HistoryReader.Past;
import podium.core.metrics.HistoryReader.Span;
import podium.core.metrics.QueryParser;
import podium.core.metrics.QueryParser.DeviceSeries;
import podium.sources.internal.fleet.DeviceDirectory;
import podium.sources.internal.fleet.DeviceDirectory.Place;
import podium.sources.internal.prometheus.PrometheusQueries.Over;

/**
 * One question about the past to one Prometheus. For each name of the metric the mean of each step is asked for, and where a
 * device has one, the least and the largest too, so that a spike shorter than a step is not lost; of a count or a code the
 * largest alone. Blocks; an interrupt ends it.
 */
public final class HistoryQuery {
    /** Points of an answer: some 40 MB of text. */
    private static final long POINTS = 2_000_000;
    /** Prometheus is seldom told to read an exporter more often: a step has but one sample. */
    private static final Duration FINE = Duration.ofSeconds(15);

    private final QueryParser queries;
    private final MetricSourceFetch.Bytes bytes;
    private final DeviceDirectory directory;

    /** @param bytes the way to the server */
    public HistoryQuery(QueryParser queries, MetricSourceFetch.Bytes bytes, DeviceDirectory directory) {
        this.queries = queries;
        this.bytes = bytes;
        this.directory = directory;
    }

    /**
     * Asks.
     *
     * @throws IllegalArgumentException with the words of a server that refuses
     */
    public Past read(String server, Span span) throws IOException {
        Duration step = span.step().multipliedBy(times(directory.places().size(), span.buckets()));
        Map<DeviceKey, Curve> curves = new HashMap<>();
        for (String name : queries.names(span.metric())) {
            if (queries.isLargest(name)) {
                Map<DeviceKey, double[]> largest = ask(name, Over.LARGEST, span, step);
                largest.forEach((device, values) -> curves.putIfAbsent(device, curve(span, values, values, values)));
                continue;
            }
            Map<DeviceKey, double[]> mean = ask(name, Over.MEAN, span, step);
            if (!curves.keySet().containsAll(mean.keySet())) {
                boolean fine = step.compareTo(FINE) <= 0;
                Map<DeviceKey, double[]> least = fine ? mean : ask(name, Over.LEAST, span, step);
                Map<DeviceKey, double[]> largest = fine ? mean : ask(name, Over.LARGEST, span, step);
                mean.forEach((device, values) -> curves.putIfAbsent(
                        device,
                        curve(span, least.getOrDefault(device, values), values, largest.getOrDefault(device, values))));
            }
        }
        return new Past(server, Map.copyOf(curves), step);
    }

    private Map<DeviceKey, double[]> ask(String name, Over what, Span span, Duration step) throws IOException {
        if (Thread.interrupted()) {
            throw new IOException("stopped");
        }
        String path = PrometheusQueries.range(name, what, span.from() + step.toMillis(), end(span, step), step);
        Map<DeviceKey, double[]> values = new HashMap<>();
        for (DeviceSeries series : queries.range(bytes.get(path)).series()) {
            Optional<Place> place = directory.find(series.device());
            place.ifPresent(at -> values.putIfAbsent(
                    new DeviceKey(span.cluster(), at.node(), at.index()), buckets(span, step, series)));
        }
        return values;
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
    private static double[] buckets(Span span, Duration step, DeviceSeries series) {
        int size = span.buckets();
        double[] values = new double[size];
        Arrays.fill(values, Double.NaN);
        long bucket = span.step().toMillis();
        for (int i = 0; i < series.times().length; i++) {
            long end = series.times()[i] - span.from();
            int last = (int) Math.min(size, end / bucket);
            for (int at = (int) Math.max(0, (end - step.toMillis()) / bucket); at < last; at++) {
                values[at] = series.values()[i];
            }
        }
        return values;
    }

    /** What a server told a moment earlier or later may lack a bucket, and a mean may be wrong in its last place. */
    private static Curve curve(Span span, double[] least, double[] mean, double[] largest) {
        int size = span.buckets();
        double[] min = new double[size];
        double[] max = new double[size];
        int[] count = new int[size];
        for (int i = 0; i < size; i++) {
            min[i] = Double.isNaN(least[i]) ? mean[i] : Math.min(least[i], mean[i]);
            max[i] = Double.isNaN(largest[i]) ? mean[i] : Math.max(largest[i], mean[i]);
            count[i] = Double.isNaN(mean[i]) ? 0 : 1;
        }
        return new Curve(span.from(), span.step().toMillis(), min, max, mean, count);
    }
}
