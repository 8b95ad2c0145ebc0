// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.exporter;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import podium.core.change.DeviceHolder;
import podium.core.change.DeviceReport;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;
import podium.core.metrics.MetricsParser.DeviceSample;
import podium.core.metrics.MetricsParser.Value;
import podium.model.fleet.Health;

/**
 * The samples of one node in one scrape, one entry a physical device. Slices and holders of a device come as samples of
 * their own: amounts of memory add up over slices, of everything else the largest counts.
 */
final class NodeSamples {
    private final Map<Integer, Map<Metric, Double>> values = new TreeMap<>();
    private final Map<Integer, DeviceSample> samples = new HashMap<>();
    private final Map<Integer, Set<String>> jobs = new HashMap<>();
    private final Set<DeviceHolder> holders = new LinkedHashSet<>();

    NodeSamples(List<DeviceSample> scrape) {
        Map<String, Integer> byUuid = new HashMap<>();
        for (DeviceSample sample : scrape) {
            if (!sample.uuid().isEmpty() && sample.index().isPresent()) {
                byUuid.putIfAbsent(sample.uuid(), sample.index().getAsInt());
            }
        }
        for (DeviceSample sample : scrape) {
            int index = sample.index().orElseGet(() -> byUuid.computeIfAbsent(sample.uuid(), uuid -> byUuid.size()));
            samples.putIfAbsent(index, sample);
            if (!sample.job().isEmpty()) {
                jobs.computeIfAbsent(index, key -> new TreeSet<>()).add(sample.job());
            }
            sample.pod().ifPresent(pod -> holders.add(holder(index, sample, pod)));
            Map<Metric, Double> device = values.computeIfAbsent(index, key -> new EnumMap<>(Metric.class));
            for (Value value : sample.values()) {
                DoubleBinaryOperator merge = value.metric() == Metric.MEMORY_USED
                                && !sample.migProfile().isEmpty()
                        ? Double::sum
                        : Math::max;
                device.merge(value.metric(), value.value(), merge::applyAsDouble);
            }
        }
    }

    private static DeviceHolder holder(int index, DeviceSample sample, String pod) {
        int slash = pod.indexOf('/');
        return new DeviceHolder(
                OptionalInt.of(index),
                sample.uuid(),
                sample.migProfile(),
                pod.substring(0, slash),
                pod.substring(slash + 1));
    }

    /** Which pods hold what, as the labels tell; each pair once. */
    List<DeviceHolder> holders() {
        return List.copyOf(holders);
    }

    /** Device index to its values. */
    Map<Integer, Map<Metric, Double>> values() {
        return values;
    }

    /** The devices as this source knows them. An exporter tells no health: XID and ECC are judged elsewhere. */
    List<DeviceReport> devices() {
        List<DeviceReport> devices = new ArrayList<>();
        values.forEach((index, metrics) -> {
            if (index == DeviceKey.NODE) {
                return;
            }
            DeviceSample sample = samples.get(index);
            Double total = metrics.get(Metric.MEMORY_TOTAL);
            devices.add(new DeviceReport(
                    index,
                    sample.uuid(),
                    sample.model(),
                    total == null ? OptionalLong.empty() : OptionalLong.of(Math.round(total)),
                    sample.pciBusId(),
                    OptionalInt.empty(),
                    Health.UNKNOWN,
                    "",
                    Optional.empty(),
                    List.of(),
                    String.join(", ", jobs.getOrDefault(index, Set.of()))));
        });
        return devices;
    }
}
