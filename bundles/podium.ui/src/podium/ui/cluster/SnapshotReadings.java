// SPDX-License-Identifier: Apache-2.0
package podium.ui.cluster;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Fleet;
import podium.model.value.Labels;
import podium.telemetry.TelemetryStore;

/** The readings of a moment, which go into a snapshot beside the fleet, and come out with it. In the realm. */
final class SnapshotReadings {
    private static final Map<String, Metric> BY_NAME =
            new TreeMap<>(List.of(Metric.values()).stream().collect(Collectors.toMap(Metric::name, it -> it)));

    private final TelemetryStore telemetry;

    SnapshotReadings(TelemetryStore telemetry) {
        this.telemetry = telemetry;
    }

    /**
     * Writes the newest reading of each device into the copy of it.
     *
     * @param copy has the same clusters, nodes and devices in the same order
     */
    void keep(Fleet live, Fleet copy) {
        Iterator<Accelerator> copies = devices(copy).iterator();
        for (Accelerator device : devices(live)) {
            Accelerator of = copies.next();
            Map<String, String> newest = new TreeMap<>();
            DeviceKey key = DeviceKey.of(device);
            for (Metric metric : Metric.values()) {
                telemetry
                        .latest(key, metric)
                        .ifPresent(sample -> newest.put(metric.name(), Double.toString(sample.value())));
            }
            if (!newest.isEmpty()) {
                of.setReadings(Labels.of(newest));
            }
        }
    }

    /** Makes what was read then the readings of the devices that are looked at now, of the time at which the cluster was last heard. */
    void bringBack(Cluster shown) {
        @Nullable Instant at = shown.getLastContact();
        if (at == null) {
            return;
        }
        shown.getNodes().stream()
                .flatMap(node -> node.getAccelerators().stream())
                .filter(device -> device.getReadings() != null)
                .forEach(device -> read(device.getReadings())
                        .forEach((metric, value) ->
                                telemetry.append(DeviceKey.of(device), metric, at.toEpochMilli(), value)));
    }

    /** What can be read of it: a snapshot may be of another version, or changed by hand. */
    private static Map<Metric, Double> read(Labels readings) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        readings.toMap().forEach((name, text) -> {
            @Nullable Metric metric = BY_NAME.get(name);
            if (metric != null && text.matches("-?[0-9.]{1,20}(E-?[0-9]{1,3})?")) {
                values.put(metric, Double.parseDouble(text));
            }
        });
        return values;
    }

    private static List<Accelerator> devices(Fleet fleet) {
        return fleet.getClusters().stream()
                .flatMap(cluster -> cluster.getNodes().stream())
                .flatMap(node -> node.getAccelerators().stream())
                .toList();
    }
}
