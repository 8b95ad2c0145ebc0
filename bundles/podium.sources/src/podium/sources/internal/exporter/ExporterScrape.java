// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.exporter;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import podium.core.change.Change;
import podium.core.change.ChangeSink;
import podium.core.change.ClusterId;
import podium.core.change.DeviceHolder;
import podium.core.change.DeviceReport;
import podium.core.failure.FailureText;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.ExporterEndpoint;
import podium.core.metrics.Metric;
import podium.core.metrics.MetricsParser.DeviceSample;
import podium.core.metrics.MetricsParser.Scrape;
import podium.sources.internal.fleet.DeviceDirectory;
import podium.sources.internal.prometheus.MetricSourceFetch;
import podium.telemetry.TelemetryStore;

/**
 * Reads one source once: its samples go to the store, the devices and holders it names to the model (only when they
 * changed). Used by one thread at a time.
 */
public final class ExporterScrape {
    /** A central source says nothing of what another said so short a time ago, in milliseconds. */
    private static final long NEAR = 30_000;

    private static final int METRICS = Metric.values().length;

    private final ClusterId cluster;
    private final ExporterEndpoint exporter;
    private final MetricSourceFetch source;
    private final Supplier<DeviceDirectory> directory;
    private final TelemetryStore store;
    private final ChangeSink sink;
    private final Clock clock;
    private final Map<String, List<DeviceReport>> told = new HashMap<>();
    private final Map<String, List<DeviceHolder>> holders = new HashMap<>();
    private final TimestampAligner beat = new TimestampAligner();
    private long lastTime = Long.MIN_VALUE;
    private volatile Standing standing = new Standing(Optional.empty(), 0, 0, Optional.empty());

    /** How it stands, as {@link podium.core.metrics.MetricSource} tells it. */
    public record Standing(Optional<Instant> lastGood, int devices, int brokenLines, Optional<String> problem) {}

    /** @param directory where the devices are, for a source that tells of many nodes */
    public ExporterScrape(
            ClusterId cluster,
            ExporterEndpoint exporter,
            MetricSourceFetch source,
            Supplier<DeviceDirectory> directory,
            TelemetryStore store,
            ChangeSink sink,
            Clock clock) {
        this.cluster = cluster;
        this.exporter = exporter;
        this.source = source;
        this.directory = directory;
        this.store = store;
        this.sink = sink;
        this.clock = clock;
    }

    /** How it stands. Any thread. */
    public Standing standing() {
        return standing;
    }

    /** Reads it once; whatever goes wrong is in the state and costs this source only. */
    public void run() {
        try {
            long asked = clock.millis();
            Scrape scrape = source.fetch();
            long time = beat.at(asked);
            Map<String, List<DeviceSample>> byNode = exporter.node().isEmpty() ? placed(scrape) : here(scrape);
            int devices = 0;
            for (Map.Entry<String, List<DeviceSample>> node : byNode.entrySet()) {
                NodeSamples samples = new NodeSamples(node.getValue());
                record(node.getKey(), samples, time);
                devices += samples.values().size();
            }
            lastTime = time;
            standing = new Standing(Optional.of(clock.instant()), devices, scrape.brokenLines(), Optional.empty());
        } catch (IOException | RuntimeException e) {
            standing = new Standing(
                    standing.lastGood(), standing.devices(), standing.brokenLines(), Optional.of(FailureText.of(e)));
        }
    }

    /**
     * The node is the one the exporter's pod runs on; its Hostname label may be the pod's name. A device that is known to be
     * on another node is none of its business.
     */
    private Map<String, List<DeviceSample>> here(Scrape scrape) {
        Map<String, DeviceDirectory.Place> places = directory.get().places();
        List<DeviceSample> own = scrape.samples().stream()
                .filter(sample -> {
                    DeviceDirectory.Place place = places.get(sample.uuid());
                    return place == null || place.node().equals(exporter.node());
                })
                .toList();
        return own.isEmpty() ? Map.of() : Map.of(exporter.node(), own);
    }

    /** A central source names nodes in its own way: the devices are looked up; those of other clusters are left out. */
    private Map<String, List<DeviceSample>> placed(Scrape scrape) {
        DeviceDirectory known = directory.get();
        Map<String, List<DeviceSample>> byNode = new HashMap<>();
        for (DeviceSample sample : scrape.samples()) {
            known.find(sample).ifPresent(place -> byNode.computeIfAbsent(place.node(), node -> new ArrayList<>())
                    .add(new DeviceSample(
                            OptionalInt.of(place.index()),
                            sample.uuid(),
                            sample.model(),
                            sample.pciBusId(),
                            place.node(),
                            sample.pod(),
                            sample.migProfile(),
                            sample.job(),
                            sample.values())));
        }
        return byNode;
    }

    private void record(String node, NodeSamples samples, long time) {
        samples.values().forEach((index, metrics) -> append(new DeviceKey(cluster, node, index), time, metrics));
        List<DeviceReport> devices = samples.devices();
        boolean fresh = !exporter.node().isEmpty() || devices.stream().anyMatch(this::isUnknown);
        if (fresh && !devices.equals(told.put(node, devices))) {
            sink.accept(cluster, List.of(new Change.DevicesSeen(node, exporter.kind(), devices)));
        }
        List<DeviceHolder> held = samples.holders();
        if (!held.equals(holders.getOrDefault(node, List.of()))) {
            holders.put(node, held);
            sink.accept(cluster, List.of(new Change.HoldersSeen(node, exporter.kind(), held)));
        }
    }

    private void append(DeviceKey key, long time, Map<Metric, Double> metrics) {
        double[] values = new double[METRICS];
        Arrays.fill(values, Double.NaN);
        metrics.forEach((metric, value) -> {
            if (!isKnownBetter(key, metric, time)) {
                values[metric.ordinal()] = value;
            }
        });
        store.append(key, time, values);
    }

    /** What is read beside the device is newer and finer than what a central source has of it. */
    private boolean isKnownBetter(DeviceKey key, Metric metric, long time) {
        return exporter.node().isEmpty()
                && store.latest(key, metric)
                        .filter(reading -> reading.time() > lastTime && reading.time() > time - NEAR)
                        .isPresent();
    }

    private boolean isUnknown(DeviceReport device) {
        return !device.uuid().isEmpty() && !directory.get().places().containsKey(device.uuid());
    }
}
