// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import podium.core.fleet.FleetService;
import podium.core.port.ClusterConnection;
import podium.core.port.Connections;
import podium.core.port.Exporter;
import podium.core.port.ExporterReader;
import podium.core.port.MetricsParser;
import podium.core.telemetry.TelemetryStore;

/**
 * Finds and reads the exporters of all open clusters, round by round. A round starts when the last has ended and the
 * interval has passed, so a slow cluster is read more seldom, never twice at once.
 */
@Component(immediate = true, service = ExporterSampling.class)
public final class ExporterSampling {
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final int AT_ONCE = 16;
    /** Rounds between two searches for exporters. */
    private static final int SEARCH_EVERY = 12;

    private final FleetService fleet;
    private final Connections connections;
    private final MetricsParser parser;
    private final TelemetryStore store;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("podium-sampling").factory());
    private final ExecutorService reads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("podium-scrape-", 0).factory());
    private final Semaphore slots = new Semaphore(AT_ONCE);
    private final Map<ClusterConnection, Map<Exporter, ExporterScrape>> known = new ConcurrentHashMap<>();
    private int round;

    @Activate
    public ExporterSampling(
            @Reference FleetService fleet,
            @Reference Connections connections,
            @Reference MetricsParser parser,
            @Reference TelemetryStore store) {
        this.fleet = fleet;
        this.connections = connections;
        this.parser = parser;
        this.store = store;
        rounds.scheduleWithFixedDelay(this::round, FIRST.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How each exporter stands. Any thread. */
    public List<ScrapeState> states() {
        return known.values().stream()
                .flatMap(scrapes -> scrapes.values().stream())
                .map(ExporterScrape::state)
                .toList();
    }

    @Deactivate
    public void stop() {
        rounds.shutdownNow();
        reads.shutdownNow();
    }

    private void round() {
        List<ClusterConnection> open = connections.all();
        forgetClosed(open);
        boolean search = round++ % SEARCH_EVERY == 0;
        List<Future<?>> running = new ArrayList<>();
        for (ClusterConnection connection : open) {
            connection.capability(ExporterReader.class).ifPresent(reader -> {
                Map<Exporter, ExporterScrape> scrapes =
                        known.computeIfAbsent(connection, key -> new ConcurrentHashMap<>());
                if (search || scrapes.isEmpty()) {
                    search(connection, reader, scrapes);
                }
                scrapes.values().forEach(scrape -> running.add(reads.submit(() -> read(scrape))));
            });
        }
        running.forEach(ExporterSampling::await);
    }

    /** No read is under way between two rounds, so nothing comes back of what is dropped here. */
    private void forgetClosed(List<ClusterConnection> open) {
        known.keySet().removeIf(connection -> {
            boolean closed = !open.contains(connection);
            if (closed && open.stream().noneMatch(other -> other.id().equals(connection.id()))) {
                store.forget(connection.id());
            }
            return closed;
        });
    }

    private void search(ClusterConnection connection, ExporterReader reader, Map<Exporter, ExporterScrape> scrapes) {
        try {
            Set<Exporter> found = reader.discover().stream().collect(Collectors.toSet());
            scrapes.keySet().retainAll(found);
            found.forEach(exporter -> scrapes.computeIfAbsent(
                    exporter,
                    key -> new ExporterScrape(
                            connection.id(), key, reader, parser, store, fleet.sink(), Clock.systemUTC())));
        } catch (IOException | RuntimeException e) {
            // The mirror of the same cluster shows what is wrong with it; the next round tries again.
        }
    }

    private void read(ExporterScrape scrape) {
        slots.acquireUninterruptibly();
        try {
            scrape.run();
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
