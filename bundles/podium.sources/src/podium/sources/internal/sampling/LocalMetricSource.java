// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.sampling;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import podium.core.change.Change;
import podium.core.change.ChangeSink;
import podium.core.change.ClusterId;
import podium.core.change.DeviceReport;
import podium.core.machine.LocalAccelerators.Condition;
import podium.core.machine.LocalAccelerators.LocalDevice;
import podium.core.machine.LocalMachine;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.ExporterEndpoint;
import podium.core.metrics.Metric;
import podium.core.metrics.MetricSource;
import podium.core.metrics.Sample;
import podium.sources.internal.fleet.DeviceDirectory;
import podium.sources.internal.fleet.DeviceDirectory.Place;
import podium.telemetry.TelemetryStore;

/**
 * This machine as a source of metrics of a cluster that it is a node of: what its drivers told last goes into the store,
 * unless another source of the same node tells it. A node without any source whose name is that of this machine gets its
 * devices from here. {@link #read} on the sampling threads, one at a time; the rest on any thread.
 */
final class LocalMetricSource {
    /** Stands for a path: what the sources page calls it, and what it is turned off by. */
    static final String PATH = "this machine";

    private static final String UNKNOWN_NODE = "";

    private record Series(String uuid, Metric metric) {}

    private final ClusterId cluster;
    private final LocalMachine machine;
    private final String host;
    private final TelemetryStore store;
    private final ChangeSink sink;
    private final InstantSource clock;
    private final Map<Series, Long> recorded = new HashMap<>();
    private volatile Optional<MetricSource> state = Optional.empty();

    /** @param host name of this machine, as its kubelet would call the node */
    LocalMetricSource(
            ClusterId cluster,
            LocalMachine machine,
            String host,
            TelemetryStore store,
            ChangeSink sink,
            InstantSource clock) {
        this.cluster = cluster;
        this.machine = machine;
        this.host = host;
        this.store = store;
        this.sink = sink;
        this.clock = clock;
    }

    /** How it stands; empty: this machine is no node of the cluster, as far as is known. */
    Optional<MetricSource> state() {
        return state;
    }

    /**
     * Records what is new.
     *
     * @param told whether another source tells of a node
     */
    void read(DeviceDirectory directory, boolean on, Predicate<String> told) {
        if (directory.places().isEmpty() && !directory.nodes().contains(host)) {
            state = Optional.empty();
            return;
        }
        List<LocalDevice> devices = machine.devices();
        String node = UNKNOWN_NODE;
        int found = 0;
        List<String> problems = new ArrayList<>();
        for (LocalDevice local : devices) {
            Place place = directory.places().get(local.device().uuid());
            if (place != null) {
                node = place.node();
                found++;
                problem(local).ifPresent(problems::add);
                if (on && !told.test(node)) {
                    record(new DeviceKey(cluster, node, place.index()), local);
                }
            }
        }
        if (found == 0 && on && directory.nodes().contains(host) && !isKnown(directory)) {
            introduce(devices);
        }
        Instant now = clock.instant();
        Optional<String> problem = problems.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", problems));
        state = found == 0
                ? Optional.empty()
                : Optional.of(new MetricSource(
                        cluster,
                        new ExporterEndpoint(node, ExporterEndpoint.LOCAL, PATH),
                        on,
                        false,
                        on ? Optional.of(now) : Optional.empty(),
                        found,
                        0,
                        problem));
    }

    private boolean isKnown(DeviceDirectory directory) {
        return directory.places().values().stream()
                .anyMatch(place -> place.node().equals(host));
    }

    private void record(DeviceKey key, LocalDevice local) {
        for (Map.Entry<Metric, Sample> entry : local.readings().entrySet()) {
            Sample reading = entry.getValue();
            Series series = new Series(local.device().uuid(), entry.getKey());
            if (reading.time() > recorded.getOrDefault(series, Long.MIN_VALUE)) {
                recorded.put(series, reading.time());
                store.append(key, entry.getKey(), reading.time(), reading.value());
            }
        }
    }

    /** Only for a node of which no source tells the identifiers: another's numbering would come first. */
    private void introduce(List<LocalDevice> locals) {
        List<DeviceReport> devices = locals.stream()
                .map(LocalDevice::device)
                .filter(device -> !device.uuid().isEmpty())
                .toList();
        if (!devices.isEmpty()) {
            sink.accept(cluster, List.of(new Change.DevicesSeen(host, PATH, devices)));
        }
    }

    private static Optional<String> problem(LocalDevice local) {
        return switch (local.condition()) {
            case Condition.Answering() -> Optional.empty();
            case Condition.Lost(String reason) -> Optional.of(reason);
            case Condition.Stalled stalled -> Optional.of(stalled.reason());
        };
    }
}
