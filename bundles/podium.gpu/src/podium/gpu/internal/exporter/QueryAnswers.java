// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.exporter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import podium.core.metrics.Metric;
import podium.core.metrics.MetricsParser.Scrape;
import podium.core.metrics.QueryParser;

/** Answers of Prometheus and of metrics.k8s.io as samples of devices, by the same tables as exporter texts. Stateless. */
@Component
public final class QueryAnswers implements QueryParser {
    @Override
    public Set<String> names() {
        return MetricNames.all();
    }

    @Override
    public List<String> names(Metric metric) {
        return MetricNames.of(metric);
    }

    @Override
    public boolean isLargest(String name) {
        return MetricNames.find(name)
                .flatMap(MetricName::metric)
                .map(metric -> switch (metric.unit()) {
                    case CODE, COUNT, JOULES -> true;
                    default -> false;
                })
                .orElse(false);
    }

    @Override
    public Scrape instant(byte[] json) {
        Instants instants = new Instants();
        new PrometheusJson(instants).read(json);
        return new Scrape(ExporterText.samples(instants.devices), instants.broken);
    }

    @Override
    public Range range(byte[] json) {
        Ranges ranges = new Ranges();
        new PrometheusJson(ranges).read(json);
        ranges.end();
        List<DeviceSeries> series = new ArrayList<>();
        ranges.best.forEach((of, points) -> series.add(new DeviceSeries(
                ExporterText.sample(of.device(), List.of()),
                of.metric(),
                Arrays.copyOf(points.times, points.count),
                Arrays.copyOf(points.values, points.count))));
        return new Range(series, ranges.broken);
    }

    @Override
    public Scrape nodes(byte[] json) {
        return NodeMetricsJson.read(json);
    }

    /** Which device and metric the labels of a series name. */
    private record Named(DeviceIdentity device, MetricName name) {
        static Optional<Named> of(Map<String, String> labels) {
            return MetricNames.find(labels.getOrDefault("__name__", ""))
                    .flatMap(name -> DeviceIdentity.of(labels).map(device -> new Named(device, name)));
        }
    }

    private static final class Instants implements PrometheusJson.Taker {
        private final Map<DeviceIdentity, DeviceValues> devices = new LinkedHashMap<>();
        private Optional<Named> named = Optional.empty();
        private int broken;

        @Override
        public boolean series(Map<String, String> labels) {
            named = Named.of(labels);
            named.ifPresent(of -> devices.computeIfAbsent(of.device(), key -> new DeviceValues()));
            return named.isPresent();
        }

        @Override
        public void point(long time, double value) {
            named.ifPresent(of -> devices.computeIfAbsent(of.device(), key -> new DeviceValues())
                    .add(of.name(), value));
        }

        @Override
        public void broken() {
            broken++;
        }
    }

    /** A metric of a device. */
    private record Of(DeviceIdentity device, Metric metric) {}

    private static final class Points {
        private final int rank;
        private long[] times = new long[64];
        private double[] values = new double[64];
        private int count;

        Points(int rank) {
            this.rank = rank;
        }

        void add(long time, double value) {
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * count);
                values = Arrays.copyOf(values, 2 * count);
            }
            times[count] = time;
            values[count++] = value;
        }

        /** Adds what another name of the same rank counts at the same times. */
        void plus(Points other) {
            Map<Long, Double> more = new HashMap<>();
            for (int i = 0; i < other.count; i++) {
                more.put(other.times[i], other.values[i]);
            }
            for (int i = 0; i < count; i++) {
                values[i] += more.getOrDefault(times[i], 0.0);
            }
        }
    }

    private static final class Ranges implements PrometheusJson.Taker {
        private final Map<Of, Points> best = new LinkedHashMap<>();
        private Optional<Named> named = Optional.empty();
        private Points points = new Points(0);
        private int broken;

        @Override
        public boolean series(Map<String, String> labels) {
            end();
            named = Named.of(labels).filter(of -> of.name().metric().isPresent());
            points = new Points(named.map(of -> of.name().rank()).orElse(0));
            return named.isPresent();
        }

        @Override
        public void point(long time, double value) {
            named.filter(of -> DeviceValues.isKnown(of.name(), value))
                    .ifPresent(of -> points.add(time, of.name().scale().value(value)));
        }

        @Override
        public void broken() {
            broken++;
        }

        /** Puts the series that ended in its place. */
        void end() {
            Optional<Named> ended = named.filter(of -> points.count > 0);
            named = Optional.empty();
            ended.ifPresent(
                    of -> best.merge(new Of(of.device(), of.name().metric().orElseThrow()), points, (old, fresh) -> {
                        if (old.rank == fresh.rank) {
                            old.plus(fresh);
                            return old;
                        }
                        return old.rank > fresh.rank ? old : fresh;
                    }));
        }
    }
}
