// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.exporter;

import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import podium.core.metrics.Metric;
import podium.core.metrics.MetricsParser.Value;

/** Collects the values of one device in one scrape. */
final class DeviceValues {
    /** From here on DCGM's blank and "not supported" codes begin (dcgm_structs.h, DCGM_INT64_BLANK, DCGM_FP64_BLANK). */
    private static final double BLANK_INT64 = 0x7ffffffffffffff0L;

    private static final double BLANK_FP64 = 140737488355328.0;
    private static final double BLANK_INT32 = 0x7ffffff0;

    /** By the object, not what is in it: two names may mean the same. */
    private final Map<MetricName, Double> largest = new IdentityHashMap<>();

    /** Takes a value as the exporter wrote it; one that means "unknown" is left out. */
    void add(MetricName name, double raw) {
        if (name.metric().isPresent() && isKnown(name, raw)) {
            largest.merge(name, name.scale().value(raw), Math::max);
        }
    }

    /** False for what means "unknown" or "not supported". */
    static boolean isKnown(MetricName name, double raw) {
        return !isBlank(raw)
                && name.metric().filter(metric -> isMissingSensor(metric, raw)).isEmpty();
    }

    List<Value> values() {
        Map<Metric, Integer> ranks = new EnumMap<>(Metric.class);
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        largest.keySet().forEach(name -> ranks.merge(name.metric().orElseThrow(), name.rank(), Math::max));
        largest.forEach((name, value) -> {
            Metric metric = name.metric().orElseThrow();
            if (name.rank() == ranks.get(metric)) {
                values.merge(metric, value, Double::sum);
            }
        });
        return values.entrySet().stream()
                .map(entry -> new Value(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static boolean isBlank(double raw) {
        return !Double.isFinite(raw)
                || raw >= BLANK_INT64
                || raw >= BLANK_FP64 && raw <= BLANK_FP64 + 16
                || raw >= BLANK_INT32 && raw <= BLANK_INT32 + 15;
    }

    /** GDDR cards have no memory sensor and report 0 degrees. */
    private static boolean isMissingSensor(Metric metric, double raw) {
        return metric == Metric.MEMORY_TEMPERATURE && raw == 0;
    }
}
