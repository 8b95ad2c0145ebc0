// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.exporter;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import podium.core.metrics.Metric;
import podium.core.metrics.QueryParser.DeviceSeries;

/**
 * The series of a range query, one a device and metric. Who holds a device is in the labels of most exporters, and so its past is in as
 * many series as had it one after the other: they are put together, as are its parts. One use, one thread.
 */
final class SeriesPoints implements PrometheusJson.Taker {
    private final Map<Of, Map<MetricName, Map<String, TreeMap<Long, Double>>>> all = new LinkedHashMap<>();
    private Optional<QueryAnswers.Named> named = Optional.empty();
    private TreeMap<Long, Double> points = new TreeMap<>();
    private int broken;

    /** A metric of a device, and how many parts its activity is the mean of. */
    private record Of(DeviceIdentity device, Metric metric, int parts) {}

    @Override
    public boolean series(Map<String, String> labels) {
        named = QueryAnswers.Named.of(labels).filter(of -> of.name().metric().isPresent());
        named.ifPresent(of -> {
            DeviceIdentity device = of.device();
            Metric metric = of.name().metric().orElseThrow();
            points = all.computeIfAbsent(
                            new Of(device.whole(), metric, device.parts(metric)), key -> new IdentityHashMap<>())
                    .computeIfAbsent(of.name(), key -> new LinkedHashMap<>())
                    .computeIfAbsent(device.part(), key -> new TreeMap<>());
        });
        return named.isPresent();
    }

    @Override
    public void point(long time, double value) {
        named.filter(of -> DeviceValues.isKnown(of.name(), value))
                .ifPresent(of -> points.merge(time, of.name().scale().value(value), Math::max));
    }

    @Override
    public void broken() {
        broken++;
    }

    /** Series and points that could not be read. */
    int brokenPoints() {
        return broken;
    }

    /** What was read. */
    List<DeviceSeries> series() {
        List<DeviceSeries> series = new ArrayList<>();
        all.forEach((of, names) -> {
            int rank = names.keySet().stream().mapToInt(MetricName::rank).max().orElse(0);
            TreeMap<Long, Double> sum = new TreeMap<>();
            names.forEach((name, parts) -> {
                if (name.rank() == rank) {
                    add(of(of, parts), sum, Double::sum);
                }
            });
            if (!sum.isEmpty()) {
                series.add(new DeviceSeries(
                        ExporterText.sample(of.device(), List.of()),
                        of.metric(),
                        sum.keySet().stream().mapToLong(Long::longValue).toArray(),
                        sum.values().stream()
                                .mapToDouble(value -> value / of.parts())
                                .toArray()));
            }
        });
        return series;
    }

    private static TreeMap<Long, Double> of(Of of, Map<String, TreeMap<Long, Double>> parts) {
        TreeMap<Long, Double> whole = new TreeMap<>();
        boolean sum = of.parts() > 1 || of.metric() == Metric.MEMORY_USED;
        parts.values().forEach(part -> add(part, whole, sum ? Double::sum : Math::max));
        return whole;
    }

    private static void add(TreeMap<Long, Double> more, TreeMap<Long, Double> to, DoubleBinaryOperator how) {
        more.forEach((time, value) -> to.merge(time, value, how::applyAsDouble));
    }
}
