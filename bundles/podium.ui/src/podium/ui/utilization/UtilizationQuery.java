// SPDX-License-Identifier: Apache-2.0
package podium.ui.utilization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import podium.core.metrics.Curve;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;
import podium.core.metrics.Sample;
import podium.telemetry.TelemetryStore;
import podium.ui.utilization.HeatMap.HeatRow;

/**
 * What the Utilization part wants to know, taken from the model in the realm and answered on any thread.
 *
 * @param devices in the order of the model
 * @param to end of the time shown, epoch milliseconds
 * @param span length of the time shown, milliseconds
 * @param buckets at most so many points a curve: as wide as it is drawn
 * @param memoryBytes of the largest device; 0 when unknown
 * @param word what one of the devices is called
 * @param past what is known of the time before the samples of the store: curves of the same start and step
 */
record UtilizationQuery(
        List<DeviceKey> devices,
        long to,
        long span,
        int buckets,
        Metric heat,
        double memoryBytes,
        String word,
        Map<Metric, Map<DeviceKey, Curve>> past) {
    /** The curves shown. */
    static final List<Metric> METRICS = List.of(Metric.ACTIVITY, Metric.MEMORY_USED, Metric.POWER, Metric.TEMPERATURE);

    /** Of more devices than this only every n-th is asked, and it is said. */
    static final int MOST_DEVICES = 1024;

    /** Of more devices than this the heat map has a row for each node. */
    static final int MOST_DEVICE_ROWS = 96;

    /**
     * The answer.
     *
     * @param spreads where the middle of the devices lies
     * @param newest time of the newest sample; empty: none of the devices has ever been heard of
     * @param asked how many devices were asked
     * @param whole true when the store alone knows the first of the time shown
     */
    record Answer(
            Map<Metric, Curve> curves,
            Map<Metric, Curves.Spread> spreads,
            HeatMap heat,
            OptionalLong newest,
            int asked,
            boolean whole) {}

    /** Reads the store. May take a while for many devices. */
    Answer ask(TelemetryStore store) {
        List<DeviceKey> asked = sample();
        boolean whole = true;
        Map<Metric, Curve> curves = new LinkedHashMap<>();
        Map<Metric, Curves.Spread> spreads = new LinkedHashMap<>();
        for (Metric metric : METRICS) {
            List<Curve> each = asked.stream()
                    .map(device -> store.query(device, metric, to - span, to, buckets))
                    .toList();
            if (!each.isEmpty()) {
                whole &= Curves.reachesBack(Curves.together(each));
                List<Curve> all = before(metric, asked, each);
                curves.put(metric, Curves.together(all));
                spreads.put(metric, Curves.spread(all));
            }
        }
        OptionalLong newest = asked.stream()
                .map(device -> store.latest(device, Metric.ACTIVITY).or(() -> store.latest(device, Metric.POWER)))
                .flatMap(Optional::stream)
                .mapToLong(Sample::time)
                .max();
        return new Answer(curves, spreads, heatMap(store), newest, asked.size(), whole);
    }

    /** The scale of a metric's curve. */
    MetricScale scale(Metric metric, Curve curve) {
        return MetricScale.of(metric, memoryBytes).reaching(Curves.largest(curve));
    }

    private HeatMap heatMap(TelemetryStore store) {
        Map<String, List<DeviceKey>> groups = new LinkedHashMap<>();
        boolean byDevice = devices.size() <= MOST_DEVICE_ROWS;
        boolean oneNode = devices.stream().map(DeviceKey::node).distinct().count() <= 1;
        for (DeviceKey device : devices) {
            String label = !byDevice
                    ? device.node()
                    : oneNode ? word + " " + device.index() : device.node() + " " + device.index();
            groups.computeIfAbsent(label, key -> new ArrayList<>()).add(device);
        }
        List<HeatRow> rows = new ArrayList<>();
        MetricScale scale = MetricScale.of(heat, memoryBytes);
        for (Map.Entry<String, List<DeviceKey>> group : groups.entrySet()) {
            if (rows.size() == HeatMap.MOST_ROWS) {
                break;
            }
            List<Curve> each = group.getValue().stream()
                    .map(device -> store.query(device, heat, to - span, to, buckets))
                    .toList();
            Curve curve = Curves.together(before(heat, group.getValue(), each));
            scale = scale.reaching(Curves.largest(curve));
            rows.add(new HeatRow(group.getKey(), curve));
        }
        return new HeatMap(heat, scale, rows, groups.size());
    }

    /** The curves of the store, with what is known of the time before them. */
    private List<Curve> before(Metric metric, List<DeviceKey> of, List<Curve> stored) {
        Map<DeviceKey, Curve> known = past.getOrDefault(metric, Map.of());
        if (known.isEmpty()) {
            return stored;
        }
        List<Curve> both = new ArrayList<>();
        for (int i = 0; i < stored.size(); i++) {
            Curve old = known.get(of.get(i));
            both.add(old == null ? stored.get(i) : Curves.filled(stored.get(i), old));
        }
        return both;
    }

    private List<DeviceKey> sample() {
        if (devices.size() <= MOST_DEVICES) {
            return devices;
        }
        List<DeviceKey> some = new ArrayList<>();
        for (int i = 0; i < MOST_DEVICES; i++) {
            some.add(devices.get((int) ((long) i * devices.size() / MOST_DEVICES)));
        }
        return some;
    }
}
