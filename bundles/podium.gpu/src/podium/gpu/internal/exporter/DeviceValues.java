// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.exporter;

import java.util.ArrayList;
import java.util.EnumMap;
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

    private final Map<Metric, Best> best = new EnumMap<>(Metric.class);

    private record Best(int rank, double value) {}

    /** Takes a value as the exporter wrote it; one that means "unknown" is left out. */
    void add(MetricName name, double raw) {
        name.metric()
                .filter(metric -> isKnown(name, raw))
                .ifPresent(metric ->
                        best.merge(metric, new Best(name.rank(), name.scale().value(raw)), DeviceValues::better));
    }

    /** False for what means "unknown" or "not supported". */
    static boolean isKnown(MetricName name, double raw) {
        return !isBlank(raw)
                && name.metric().filter(metric -> isMissingSensor(metric, raw)).isEmpty();
    }

    List<Value> values() {
        List<Value> values = new ArrayList<>(best.size());
        best.forEach((metric, chosen) -> values.add(new Value(metric, chosen.value())));
        return values;
    }

    private static Best better(Best old, Best fresh) {
        if (old.rank() == fresh.rank()) {
            return new Best(old.rank(), old.value() + fresh.value());
        }
        return old.rank() > fresh.rank() ? old : fresh;
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
