// SPDX-License-Identifier: Apache-2.0
package podium.agent.internal;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.change.Change;
import podium.core.change.ChangeSink;
import podium.core.change.ClusterId;
import podium.core.change.Device;
import podium.core.change.Holder;
import podium.core.port.Exporter;
import podium.core.port.ExporterReader;
import podium.core.port.MetricsParser;
import podium.core.port.MetricsParser.DeviceSample;
import podium.core.port.MetricsParser.Scrape;
import podium.core.telemetry.DeviceKey;
import podium.core.telemetry.TelemetryStore;

/**
 * Reads one exporter once: its samples go to the store, the devices it names to the model (only when they changed). Used
 * by one thread at a time.
 */
final class ExporterScrape {
    private final ClusterId cluster;
    private final Exporter exporter;
    private final ExporterReader reader;
    private final MetricsParser parser;
    private final TelemetryStore store;
    private final ChangeSink sink;
    private final Clock clock;
    private final Map<String, List<Device>> told = new HashMap<>();
    private final Map<String, List<Holder>> holders = new HashMap<>();
    private final Beat beat = new Beat();
    private volatile ScrapeState state;

    ExporterScrape(
            ClusterId cluster,
            Exporter exporter,
            ExporterReader reader,
            MetricsParser parser,
            TelemetryStore store,
            ChangeSink sink,
            Clock clock) {
        this.cluster = cluster;
        this.exporter = exporter;
        this.reader = reader;
        this.parser = parser;
        this.store = store;
        this.sink = sink;
        this.clock = clock;
        this.state = new ScrapeState(exporter, Optional.empty(), 0, 0, Optional.empty());
    }

    /** How it stands. Any thread. */
    ScrapeState state() {
        return state;
    }

    /** Reads it once; whatever goes wrong is in the state and costs this exporter only. */
    void run() {
        try {
            long asked = clock.millis();
            byte[] text = reader.read(exporter);
            long time = beat.at(asked);
            Scrape scrape = parser.parse(text);
            Map<String, List<DeviceSample>> byNode = new HashMap<>();
            for (DeviceSample sample : scrape.samples()) {
                byNode.computeIfAbsent(nodeOf(sample), node -> new ArrayList<>())
                        .add(sample);
            }
            int devices = 0;
            for (Map.Entry<String, List<DeviceSample>> node : byNode.entrySet()) {
                NodeSamples samples = new NodeSamples(node.getValue());
                record(node.getKey(), samples, time);
                devices += samples.values().size();
            }
            state = new ScrapeState(
                    exporter, Optional.of(clock.instant()), devices, scrape.brokenLines(), Optional.empty());
        } catch (IOException | RuntimeException e) {
            String problem = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            state = new ScrapeState(
                    exporter, state.lastGood(), state.devices(), state.brokenLines(), Optional.of(problem));
        }
    }

    /**
     * The node is the one the exporter's pod runs on; its Hostname label may be the pod's name. A central exporter (no
     * node of its own) is believed.
     */
    private String nodeOf(DeviceSample sample) {
        return exporter.node().isEmpty() ? sample.node() : exporter.node();
    }

    private void record(String node, NodeSamples samples, long time) {
        samples.values()
                .forEach((index, metrics) -> metrics.forEach(
                        (metric, value) -> store.append(new DeviceKey(cluster, node, index), metric, time, value)));
        List<Device> devices = samples.devices();
        if (!devices.equals(told.put(node, devices))) {
            sink.accept(cluster, List.of(new Change.DevicesSeen(node, exporter.kind(), devices)));
        }
        List<Holder> held = samples.holders();
        if (!held.equals(holders.getOrDefault(node, List.of()))) {
            holders.put(node, held);
            sink.accept(cluster, List.of(new Change.HoldersSeen(node, exporter.kind(), held)));
        }
    }
}
