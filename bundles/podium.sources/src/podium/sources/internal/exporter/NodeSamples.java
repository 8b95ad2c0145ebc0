// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.exporter;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import podium.core.change.DeviceHolder;
import podium.core.change.DeviceReport;
import podium.core.fleet.MigShare;
import podium.core.metrics.DeviceKey;
import podium.core.metrics.Metric;
import podium.core.metrics.MetricsParser.DeviceSample;
import podium.core.metrics.Unit;
import podium.model.fleet.Health;

/**
 * The samples of one node in one scrape, one entry a physical device. Slices and holders of a device come as samples of
 * their own: amounts of memory add up over slices, ratios of MIG slices do by their size, of everything else the largest counts.
 */
final class NodeSamples {
    private final Map<Integer, Map<Metric, Double>> values = new TreeMap<>();
    private final Map<Integer, Map<String, Map<Metric, Double>>> parts = new TreeMap<>();
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
            Map<Metric, Double> part = parts.computeIfAbsent(index, key -> new TreeMap<>())
                    .computeIfAbsent(sample.migProfile(), key -> new EnumMap<>(Metric.class));
            sample.values().forEach(value -> part.merge(value.metric(), value.value(), Math::max));
        }
        parts.forEach((index, slices) ->
                values.put(index, whole(slices, samples.get(index).model())));
    }

    private static Map<Metric, Double> whole(Map<String, Map<Metric, Double>> slices, String model) {
        Map<Metric, Double> whole = new EnumMap<>(Metric.class);
        slices.forEach((slice, values) -> {
            OptionalDouble share = MigShare.of(slice, model);
            values.forEach((metric, value) -> {
                boolean shared = metric.unit() == Unit.RATIO && share.isPresent();
                boolean sum = shared || metric == Metric.MEMORY_USED;
                if (!slice.isEmpty()) {
                    whole.merge(metric, shared ? value * share.getAsDouble() : value, sum ? Double::sum : Math::max);
                }
            });
        });
        slices.getOrDefault("", Map.of()).forEach((metric, value) -> whole.merge(metric, value, Math::max));
        return whole;
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
