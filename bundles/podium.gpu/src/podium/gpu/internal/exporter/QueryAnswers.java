// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.exporter;

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
        SeriesPoints ranges = new SeriesPoints();
        new PrometheusJson(ranges).read(json);
        return new Range(ranges.series(), ranges.brokenPoints());
    }

    @Override
    public Scrape nodes(byte[] json) {
        return NodeMetricsJson.read(json);
    }

    /** Which device and metric the labels of a series name. */
    record Named(DeviceIdentity device, MetricName name) {
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
}
