// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.sampling;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import podium.core.change.ClusterId;
import podium.core.cluster.ClusterConnection;
import podium.core.fleet.FleetService;
import podium.core.machine.LocalMachine;
import podium.core.metrics.ExporterEndpoint;
import podium.core.metrics.ExporterReader;
import podium.core.metrics.HistoryReader;
import podium.core.metrics.MetricSource;
import podium.core.metrics.MetricsParser;
import podium.core.metrics.PrometheusTarget;
import podium.core.metrics.QueryParser;
import podium.sources.internal.exporter.ExporterScrape;
import podium.sources.internal.fleet.DeviceDirectory;
import podium.sources.internal.fleet.MirroredPods;
import podium.sources.internal.prometheus.HistoryQuery;
import podium.sources.internal.prometheus.MetricSourceFetch;
import podium.sources.internal.prometheus.MetricSourceFetch.Bytes;
import podium.sources.internal.prometheus.PrometheusBackfill;
import podium.sources.internal.prometheus.PrometheusHttp;
import podium.sources.texts.Texts;
import podium.telemetry.TelemetryStore;

/**
 * The sources of one open cluster. {@link #search}, {@link #due}, {@link #readLocal} and the reads on the sampling
 * threads; else any thread.
 */
final class ClusterMetricSources {
    /** What all clusters share. */
    record Services(
            FleetService fleet,
            MetricsParser texts,
            QueryParser queries,
            TelemetryStore store,
            MetricSourceSettings settings,
            LocalMachine machine,
            String host) {}

    private record Source(ExporterEndpoint exporter, boolean added, Bytes bytes, ExporterScrape scrape) {}

    /** A source that has told nothing for so long tells nothing. */
    private static final Duration SILENT = Duration.ofSeconds(30);

    /** Searches without a find after which a cluster is not new any more. */
    private static final int FIRST_SEARCHES = 20;

    private final ClusterId cluster;
    private final ExporterReader reader;
    private final Services services;
    private final PrometheusBackfill past;
    private final LocalMetricSource local;
    private final Map<String, Source> sources = new ConcurrentHashMap<>();
    private final Map<String, PrometheusHttp> clients = new HashMap<>();
    private final Set<String> remembered = ConcurrentHashMap.newKeySet();
    private volatile int searches;
    private volatile DeviceDirectory directory = DeviceDirectory.empty();

    ClusterMetricSources(ClusterConnection connection, ExporterReader reader, Services services) {
        this.cluster = connection.id();
        this.reader = reader;
        this.services = services;
        this.past = new PrometheusBackfill(services.queries(), services.store());
        this.local = new LocalMetricSource(
                cluster,
                services.machine(),
                services.host(),
                services.store(),
                services.fleet().sink(cluster),
                Clock.systemUTC());
        services.settings().added(cluster).forEach(this::add);
    }

    /** Looks for sources in the cluster; those added stay. True where there are some that were not there before. */
    boolean search() throws IOException {
        searches++;
        look();
        List<ExporterEndpoint> found = reader.discover(new MirroredPods(services.fleet(), cluster));
        sources.values().removeIf(source -> !source.added() && !found.contains(source.exporter()));
        int before = sources.size();
        for (ExporterEndpoint exporter : found) {
            sources.computeIfAbsent(
                    exporter.path(), path -> source(exporter, false, below -> reader.read(exporter.below(below))));
        }
        return sources.size() > before;
    }

    /** Sees, in the realm, which devices there are now. */
    private CompletableFuture<DeviceDirectory> look() {
        CompletableFuture<DeviceDirectory> seen = new CompletableFuture<>();
        services.fleet().realm().execute(() -> {
            services.fleet().cluster(cluster).ifPresent(model -> directory = DeviceDirectory.of(model));
            seen.complete(directory);
        });
        return seen;
    }

    /** Adds a server by its address, or puts it in place of the one with that address. */
    void add(PrometheusTarget target) {
        String address = target.address().toString();
        ExporterEndpoint exporter = new ExporterEndpoint("", ExporterEndpoint.PROMETHEUS, address);
        remembered.remove(address);
        sources.put(address, source(exporter, true, below -> client(target).get(below)));
    }

    void remove(ExporterEndpoint exporter) {
        sources.remove(exporter.path());
        close(exporter.path());
    }

    /**
     * The reads of this round, but for that of this machine.
     *
     * @param central true: those of sources that tell of many nodes too, which are asked more seldom
     */
    List<Runnable> due(boolean central) {
        List<Runnable> reads = new ArrayList<>();
        for (Source source : sources.values()) {
            boolean off = services.settings().isOff(cluster, source.exporter().path());
            if (!off && (central || !source.exporter().node().isEmpty())) {
                reads.add(() -> read(source));
            }
        }
        return reads;
    }

    /** Reads this machine, once the others of the round have told what they know: each of them comes before it. */
    void readLocal() {
        boolean off = services.settings().isOff(cluster, LocalMetricSource.PATH);
        local.read(directory, !off, this::isTold);
    }

    /** True when a source that is read tells of the devices of a node now, or did half a minute ago. */
    private boolean isTold(String node) {
        Instant old = Clock.systemUTC().instant().minus(SILENT);
        return sources.values().stream()
                .filter(source -> source.exporter().node().equals(node)
                        && !services.settings().isOff(cluster, source.exporter().path()))
                .map(source -> source.scrape().standing())
                .anyMatch(standing -> standing.devices() > 0
                        && standing.lastGood().filter(old::isBefore).isPresent());
    }

    /** The first Prometheus that is on; empty: none. */
    Optional<String> keeper() {
        return keepers().map(source -> source.exporter().path()).findFirst();
    }

    /**
     * Asks it about the past. Blocks; an interrupt ends it.
     *
     * @throws IllegalArgumentException with the words of a server that refuses
     */
    HistoryReader.Past past(HistoryReader.Span span) throws IOException {
        Source source = keepers()
                .findFirst()
                .orElseThrow(() -> new IOException(Texts.of("ClusterMetricSources.noPrometheusIsAmong", cluster)));
        MirroredPods.await(look(), cluster); // devices may have come since the last search
        return new HistoryQuery(services.queries(), source.bytes(), directory)
                .read(source.exporter().path(), span);
    }

    private Stream<Source> keepers() {
        return sources.values().stream()
                .filter(source -> source.exporter().kind().equals(ExporterEndpoint.PROMETHEUS)
                        && !services.settings().isOff(cluster, source.exporter().path()))
                .sorted(Comparator.comparing(source -> source.exporter().path()));
    }

    boolean isEmpty() {
        return sources.isEmpty();
    }

    /** True while nothing was found and the cluster has only just been opened. */
    boolean isNew() {
        return sources.isEmpty() && searches < FIRST_SEARCHES;
    }

    List<MetricSource> states() {
        return Stream.concat(local.state().stream(), sources.values().stream().map(this::state))
                .toList();
    }

    private MetricSource state(Source source) {
        ExporterScrape.Standing standing = source.scrape().standing();
        return new MetricSource(
                cluster,
                source.exporter(),
                !services.settings().isOff(cluster, source.exporter().path()),
                source.added(),
                standing.lastGood(),
                standing.devices(),
                standing.brokenLines(),
                services.settings()
                        .untrusted(cluster, source.exporter().path())
                        .map(namespace -> Texts.of("ClusterMetricSources.podiumCannotVerifyThe", namespace))
                        .or(standing::problem));
    }

    synchronized void close() {
        clients.values().forEach(PrometheusHttp::close);
        clients.clear();
    }

    private void read(Source source) {
        source.scrape().run();
        int devices = source.scrape().standing().devices();
        boolean speaks = source.exporter().kind().equals(ExporterEndpoint.PROMETHEUS)
                && source.scrape().standing().problem().isEmpty();
        if (speaks && devices > 0 && remembered.add(source.exporter().path())) {
            try {
                past.read(
                        cluster,
                        source.bytes(),
                        directory,
                        devices,
                        Clock.systemUTC().millis());
            } catch (IOException | RuntimeException e) {
                // what came is there; a server that answers for now and not for the past is still of use
            }
        }
    }

    private Source source(ExporterEndpoint exporter, boolean added, Bytes bytes) {
        MetricSourceFetch fetch = MetricSourceFetch.of(exporter, bytes, services.texts(), services.queries());
        ExporterScrape scrape = new ExporterScrape(
                cluster,
                exporter,
                fetch,
                () -> directory,
                services.store(),
                services.fleet().sink(cluster),
                Clock.systemUTC());
        return new Source(exporter, added, bytes, scrape);
    }

    private synchronized PrometheusHttp client(PrometheusTarget target) throws IOException {
        String address = target.address().toString();
        PrometheusHttp client = clients.get(address);
        if (client == null || !client.isFor(target)) {
            close(address);
            client = new PrometheusHttp(target);
            clients.put(address, client);
        }
        return client;
    }

    private synchronized void close(String address) {
        Optional.ofNullable(clients.remove(address)).ifPresent(PrometheusHttp::close);
    }
}
