// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.exporter;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import podium.core.fleet.MigShare;
import podium.core.metrics.Metric;
import podium.core.metrics.QueryParser.DeviceSeries;
import podium.core.metrics.Unit;

/**
 * The series of a range query, one a device and metric. Who holds a device is in the labels of most exporters, and so its past is in as
 * many series as had it one after the other: they are put together, as are its parts. One use, one thread.
 */
final class SeriesPoints implements PrometheusJson.Taker {
    private final Map<Of, Map<MetricName, Map<String, PointList>>> all = new LinkedHashMap<>();
    private Optional<QueryAnswers.Named> named = Optional.empty();
    private PointList points = new PointList();
    private int broken;

    /** A metric of a device, and how many parts its activity is the mean of. */
    private record Of(DeviceIdentity device, Metric metric, int parts) {}

    @Override
    public boolean series(Map<String, String> labels) {
        end();
        named = QueryAnswers.Named.of(labels).filter(of -> of.name().metric().isPresent());
        return named.isPresent();
    }

    @Override
    public void point(long time, double value) {
        named.filter(of -> DeviceValues.isKnown(of.name(), value)).ifPresent(of -> {
            double share = of.name()
                    .metric()
                    .map(metric -> of.device().share(metric).orElse(1))
                    .orElse(1.0);
            if (!points.add(time, of.name().scale().value(value) * share)) {
                broken++;
            }
        });
    }

    /** Puts the series that ended in its place. */
    private void end() {
        named.filter(of -> !points.isEmpty()).ifPresent(of -> {
            DeviceIdentity device = of.device();
            Metric metric = of.name().metric().orElseThrow();
            all.computeIfAbsent(new Of(device.whole(), metric, device.parts(metric)), key -> new IdentityHashMap<>())
                    .computeIfAbsent(of.name(), key -> new LinkedHashMap<>())
                    .merge(device.part(), points, (before, more) -> before.with(more, Math::max));
        });
        named = Optional.empty();
        points = new PointList();
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
        end();
        List<DeviceSeries> series = new ArrayList<>();
        all.forEach((of, names) -> {
            int rank = names.keySet().stream().mapToInt(MetricName::rank).max().orElse(0);
            boolean sum = of.parts() > 1 || of.metric() == Metric.MEMORY_USED;
            PointList whole = names.entrySet().stream()
                    .filter(name -> name.getKey().rank() == rank)
                    .map(name -> together(
                            name.getValue(), sum || isMig(of.metric(), name.getValue()) ? Double::sum : Math::max))
                    .reduce((one, other) -> one.with(other, Double::sum))
                    .orElseThrow();
            series.add(new DeviceSeries(
                    ExporterText.sample(of.device(), List.of()), of.metric(), whole.times(), whole.values(of.parts())));
        });
        return series;
    }

    private static boolean isMig(Metric metric, Map<String, PointList> parts) {
        return metric.unit() == Unit.RATIO
                && parts.keySet().stream()
                        .anyMatch(part -> MigShare.of(part, "").isPresent());
    }

    /** All parts; what is told of the device itself stands beside them. */
    private static PointList together(Map<String, PointList> parts, DoubleBinaryOperator how) {
        return parts.entrySet().stream()
                .filter(part -> !part.getKey().isEmpty())
                .map(Map.Entry::getValue)
                .reduce((one, other) -> one.with(other, how))
                .map(all -> all.with(parts.getOrDefault("", new PointList()), Math::max))
                .orElseGet(() -> parts.getOrDefault("", new PointList()));
    }
}
