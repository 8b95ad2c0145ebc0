// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import podium.core.change.ClusterId;
import podium.core.metrics.ExporterEndpoint;
import podium.core.metrics.MetricSource;
import podium.core.metrics.MetricSources;
import podium.core.metrics.PrometheusTarget;

/** Sources that stand as they are told to. */
public final class FakeSources implements MetricSources {
    public final List<MetricSource> all = new CopyOnWriteArrayList<>();
    public final List<PrometheusTarget> added = new CopyOnWriteArrayList<>();

    /** Adds a source that was read at a time, or never. */
    public MetricSource source(
            String cluster,
            ExporterEndpoint exporter,
            Optional<Instant> lastGood,
            int broken,
            Optional<String> problem) {
        MetricSource source = new MetricSource(
                new ClusterId(cluster),
                exporter,
                true,
                exporter.path().startsWith("http"),
                lastGood,
                lastGood.isPresent() ? 8 : 0,
                broken,
                problem);
        all.add(source);
        return source;
    }

    @Override
    public List<MetricSource> of(ClusterId cluster) {
        return all.stream().filter(source -> source.cluster().equals(cluster)).toList();
    }

    @Override
    public void turn(ClusterId cluster, ExporterEndpoint exporter, boolean on) {
        all.replaceAll(source -> source.exporter().equals(exporter)
                ? new MetricSource(
                        source.cluster(),
                        exporter,
                        on,
                        source.added(),
                        source.lastGood(),
                        source.devices(),
                        source.brokenLines(),
                        source.problem())
                : source);
    }

    @Override
    public void add(ClusterId cluster, PrometheusTarget target) {
        added.add(target);
    }

    @Override
    public void remove(ClusterId cluster, ExporterEndpoint exporter) {
        all.removeIf(source -> source.exporter().equals(exporter));
    }
}
