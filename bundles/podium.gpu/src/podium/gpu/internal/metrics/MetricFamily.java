// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import podium.core.machine.MetricsWriter.Format;

/**
 * The samples of one name, written together as both formats ask for. DCGM's counters do not end in _total: OpenMetrics does
 * not allow that of a counter, so there they are of unknown type.
 */
final class MetricFamily {
    private final String name;
    private final Type type;
    private final String help;
    private final List<String> samples = new ArrayList<>();

    /** What the samples are. */
    enum Type {
        GAUGE,
        COUNTER
    }

    /** @param name as the samples carry it */
    MetricFamily(String name, Type type, String help) {
        this.name = name;
        this.type = type;
        this.help = help;
    }

    void add(Labels labels, double value) {
        samples.add(name + labels + " " + number(value) + "\n");
    }

    /** Writes the family; nothing when it has no sample. */
    void write(StringBuilder out, Format format) {
        if (samples.isEmpty()) {
            return;
        }
        boolean total = name.endsWith("_total");
        boolean open = format == Format.OPENMETRICS;
        String family = open && total ? name.substring(0, name.length() - "_total".length()) : name;
        String kind = type == Type.GAUGE ? "gauge" : open && !total ? "unknown" : "counter";
        out.append("# HELP ").append(family).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(family).append(' ').append(kind).append('\n');
        samples.forEach(out::append);
    }

    /** Whole numbers without a point or an exponent, as DCGM writes them. */
    private static String number(double value) {
        long whole = (long) value;
        return whole == value && Math.abs(whole) < 1L << 53 ? Long.toString(whole) : Double.toString(value);
    }

    /** Labels in the order they were given. Immutable. */
    static final class Labels {
        private final Map<String, String> values;

        private Labels(Map<String, String> values) {
            this.values = values;
        }

        static Labels none() {
            return new Labels(Map.of());
        }

        Labels with(String label, String value) {
            Map<String, String> more = new LinkedHashMap<>(values);
            more.put(label, value);
            return new Labels(more);
        }

        /** The block in braces. */
        @Override
        public String toString() {
            StringBuilder out = new StringBuilder("{");
            values.forEach((label, value) -> out.append(out.length() == 1 ? "" : ",")
                    .append(label)
                    .append("=\"")
                    .append(value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"))
                    .append('"'));
            return values.isEmpty() ? "" : out.append('}').toString();
        }
    }
}
