// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.sampling;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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

/**
 * Finds and reads the sources of metrics of all open clusters, round by round. A round starts when the last has ended and
 * the interval has passed, so a slow cluster is read more seldom, never twice at once.
 */
@Component(
        immediate = true,
        service = {MetricSources.class, HistoryReader.class})
public final class ExporterSampling implements MetricSources, HistoryReader {
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final int AT_ONCE = 16;
    /** Rounds between two searches for sources. */
    private static final int SEARCH_EVERY = 12;
    /** Rounds between two questions to a source that tells of many nodes: a Prometheus scrapes every 15 to 60 s itself. */
    private static final int CENTRAL_EVERY = 3;

    private final Connections connections;
    private final TelemetryStore store;
    private final ClusterMetricSources.Services services;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("podium-sampling").factory());
    private final ExecutorService reads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("podium-scrape-", 0).factory());
    private final Semaphore slots = new Semaphore(AT_ONCE);
    private final Map<ClusterConnection, ClusterMetricSources> known = new ConcurrentHashMap<>();
    private final HistoryReads pasts = new HistoryReads();
    private final MetricSourceSettings settings;
    private int round;

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
        rounds.schedule(this::go, FIRST.toMillis(), TimeUnit.MILLISECONDS);
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
        known.values().forEach(ClusterMetricSources::close);
    }

    /** A round, and then the next one: soon while a cluster that has just been opened has shown no source yet. */
    private void go() {
        try {
            round();
        } catch (RuntimeException | Error e) {
            Defects.tell(Texts.of("ExporterSampling.readingTheSourcesOf"), e);
        } finally {
            boolean soon = known.values().stream().anyMatch(ClusterMetricSources::isNew);
            rounds.schedule(this::go, (soon ? FIRST : INTERVAL).toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Reads every source once, those of many nodes now and then. Returns when all have ended. */
    void round() {
        List<ClusterConnection> open = connections.all();
        forgetClosed(open);
        boolean search = round % SEARCH_EVERY == 0;
        boolean central = round++ % CENTRAL_EVERY == 0;
        List<Future<?>> running = new ArrayList<>();
        for (ClusterConnection connection : open) {
            connection.capability(ExporterReader.class).ifPresent(reader -> {
                ClusterMetricSources sources = known.computeIfAbsent(
                        connection, key -> new ClusterMetricSources(connection, reader, services));
                if (search || sources.isEmpty()) {
                    search(sources);
                }
                sources.due(central)
                        .forEach(read -> running.add(reads.submit(
                                Defects.guarded(Texts.of("ExporterSampling.readingASourceOf"), () -> inTurn(read)))));
            });
        }
        running.forEach(ExporterSampling::await);
        known.values().forEach(ClusterMetricSources::readLocal);
    }

    private Optional<ClusterMetricSources> sources(ClusterId cluster) {
        return known.entrySet().stream()
                .filter(entry -> entry.getKey().id().equals(cluster))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** No read is under way between two rounds, so nothing comes back of what is dropped here. */
    private void forgetClosed(List<ClusterConnection> open) {
        known.entrySet().removeIf(entry -> {
            ClusterConnection connection = entry.getKey();
            boolean closed = !open.contains(connection);
            if (closed) {
                entry.getValue().close();
            }
            if (closed && open.stream().noneMatch(other -> other.id().equals(connection.id()))) {
                store.forget(connection.id());
            }
            return closed;
        });
    }

    private static void search(ClusterMetricSources sources) {
        try {
            sources.search();
        } catch (IOException | RuntimeException e) {
            // The mirror of the same cluster shows what is wrong with it; the next round tries again.
        }
    }

    private void inTurn(Runnable read) {
        slots.acquireUninterruptibly();
        try {
            read.run();
        } finally {
            slots.release();
        }
    }

    private static void await(Future<?> future) {
        try {
            future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a scrape must keep its failure to itself", e.getCause());
        }
    }
}
