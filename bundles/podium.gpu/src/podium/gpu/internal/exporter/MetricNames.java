// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.exporter;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import podium.core.metrics.Metric;

/** The metric names Podium reads, of every exporter it knows; {@code metrics.tsv} has them with their sources. */
final class MetricNames {
    private static final Map<String, MetricName> NAMES = load();

    private MetricNames() {}

    static Optional<MetricName> find(String name) {
        return Optional.ofNullable(NAMES.get(name));
    }

    /** All of them, in the order of the table. */
    static Set<String> all() {
        return NAMES.keySet();
    }

    /** Those of a metric, the best first. */
    static List<String> of(Metric metric) {
        return NAMES.entrySet().stream()
                .filter(entry ->
                        entry.getValue().metric().filter(metric::equals).isPresent())
                .sorted(Comparator.comparingInt(entry -> -entry.getValue().rank()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, MetricName> load() {
        Map<String, MetricName> names = new LinkedHashMap<>();
        for (List<String> row : TsvTables.read("metrics.tsv")) {
            Optional<Metric> metric =
                    row.get(1).equals("holder") ? Optional.empty() : Optional.of(Metric.valueOf(row.get(1)));
            names.put(
                    row.get(0), new MetricName(metric, MetricName.Scale.of(row.get(2)), Integer.parseInt(row.get(3))));
        }
        return names;
    }
}
