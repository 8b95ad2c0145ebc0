// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.sampling;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.cluster.Connections;
import podium.core.failure.Defects;
import podium.core.fleet.FleetService;
import podium.core.machine.LocalMachine;
import podium.core.metrics.ExporterEndpoint;
import podium.core.metrics.ExporterReader;
import podium.core.metrics.HistoryReader;
import podium.core.metrics.MetricSource;
import podium.core.metrics.MetricSources;
import podium.core.metrics.MetricsParser;
import podium.core.metrics.PrometheusTarget;
import podium.core.metrics.QueryParser;
import podium.sources.HostName;
import podium.sources.internal.prometheus.HistoryReads;
import podium.sources.texts.Texts;
import podium.telemetry.TelemetryStore;

/** Finds and reads the sources of metrics of all open clusters, each in rounds of its own: no cluster waits for another. */
@Component(
        immediate = true,
        service = {MetricSources.class, HistoryReader.class})
public final class ExporterSampling implements MetricSources, HistoryReader {
    private static final Duration TICK = Duration.ofMillis(500);
    /** Looks for which the readings of a closed cluster are kept, a minute: who acts as somebody else in it opens it again. */
    static final int KEPT = 120;

    private final Connections connections;
    private final TelemetryStore store;
    private final ClusterMetricSources.Services services;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("podium-sampling").factory());
    private final ExecutorService reads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("podium-scrape-", 0).factory());
    private final Map<ClusterConnection, ClusterRounds> known = new ConcurrentHashMap<>();
    /** What was closed, until it is known to be open again. */
    private final Map<ClusterId, Left> left = new HashMap<>();

    private final HistoryReads pasts = new HistoryReads();
    private final MetricSourceSettings settings;

    @Activate
    public ExporterSampling(
            @Reference FleetService fleet,
            @Reference Connections connections,
            @Reference MetricsParser texts,
            @Reference QueryParser queries,
            @Reference TelemetryStore store,
            @Reference LocalMachine machine) {
        this(
                connections,
                new ClusterMetricSources.Services(
                        fleet,
                        texts,
                        queries,
                        store,
                        new MetricSourceSettings(MetricSourceSettings.location()),
                        machine,
                        HostName.get()));
        rounds.scheduleWithFixedDelay(
                Defects.guarded(Texts.of("ExporterSampling.readingTheSourcesOf"), () -> begin(ClusterRounds::isDue)),
                TICK.toMillis(),
                TICK.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Does nothing until {@link #round} is called. */
    ExporterSampling(Connections connections, ClusterMetricSources.Services services) {
        this.connections = connections;
        this.store = services.store();
        this.settings = services.settings();
        this.services = services;
    }

    @Override
    public List<MetricSource> of(ClusterId cluster) {
        return sources(cluster).map(ClusterMetricSources::states).orElse(List.of());
    }

    @Override
    public void turn(ClusterId cluster, ExporterEndpoint exporter, boolean on) {
        settings.turn(cluster, exporter.path(), on);
    }

    @Override
    public void add(ClusterId cluster, PrometheusTarget target) {
        settings.add(cluster, target);
        sources(cluster).ifPresent(sources -> sources.add(target));
    }

    @Override
    public void remove(ClusterId cluster, ExporterEndpoint exporter) {
        settings.remove(cluster, exporter.path());
        sources(cluster).ifPresent(sources -> sources.remove(exporter));
    }

    @Override
    public Optional<String> server(ClusterId cluster) {
        return sources(cluster).flatMap(ClusterMetricSources::keeper);
    }

    @Override
    public CompletableFuture<Past> read(Span span) {
        return sources(span.cluster())
                .map(sources -> pasts.read(span, () -> sources.past(span)))
                .orElseGet(() -> CompletableFuture.failedFuture(
                        new IOException(Texts.of("ExporterSampling.noSourceOfIs", span.cluster()))));
    }

    @Deactivate
    public void stop() {
        rounds.shutdownNow();
        reads.shutdownNow();
        pasts.close();
        known.values().forEach(rounds -> rounds.sources().close());
    }

    /** A round of every cluster of which none is under way. Returns when all have ended. */
    void round() {
        begin(rounds -> true).forEach(ClusterRounds::await);
    }

    /** Begins a round of each open cluster of which none is under way and one is due; these. */
    List<ClusterRounds> begin(Predicate<ClusterRounds> due) {
        List<ClusterConnection> open = connections.all();
        forgetClosed(open);
        List<ClusterRounds> begun = new ArrayList<>();
        for (ClusterConnection connection : open) {
            connection.capability(ExporterReader.class).ifPresent(reader -> {
                ClusterRounds next = known.computeIfAbsent(
                        connection,
                        key -> new ClusterRounds(new ClusterMetricSources(connection, reader, services), reads));
                if (!next.isUnderWay() && due.test(next)) {
                    next.begin();
                    begun.add(next);
                }
            });
        }
        return begun;
    }

    private Optional<ClusterMetricSources> sources(ClusterId cluster) {
        return known.entrySet().stream()
                .filter(entry ->
                        entry.getKey().id().equals(cluster) && connections.all().contains(entry.getKey()))
                .map(entry -> entry.getValue().sources())
                .findFirst();
    }

    private record Left(String uid, int looks) {}

    /** Only of clusters of which no round is under way, so that nothing comes back of what is dropped here. */
    private void forgetClosed(List<ClusterConnection> open) {
        known.entrySet().removeIf(entry -> {
            ClusterConnection connection = entry.getKey();
            boolean closed = !open.contains(connection) && !entry.getValue().isUnderWay();
            if (closed) {
                entry.getValue().sources().close();
                left.put(connection.id(), new Left(connection.clusterUid(), 0));
            }
            return closed;
        });
        left.replaceAll((_, was) -> new Left(was.uid, was.looks + 1));
        left.entrySet().removeIf(entry -> {
            ClusterId id = entry.getKey();
            Left was = entry.getValue();
            Optional<String> uid = open.stream()
                    .filter(connection -> connection.id().equals(id))
                    .map(ClusterConnection::clusterUid)
                    .findFirst();
            boolean another = uid.filter(it -> !it.isEmpty() && !was.uid.isEmpty() && !it.equals(was.uid))
                    .isPresent();
            boolean over = uid.isEmpty() && was.looks > KEPT;
            if (another || over) {
                store.forget(id);
            }
            return over || uid.filter(it -> !it.isEmpty()).isPresent();
        });
    }
}
