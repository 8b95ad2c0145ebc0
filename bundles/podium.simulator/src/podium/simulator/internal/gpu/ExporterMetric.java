// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.gpu;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * One metric of an exporter.
 *
 * @param name as the exporter prints it
 * @param help its help line
 * @param counter whether it only grows
 * @param decimals how many digits after the point
 * @param slices whether it is printed for parts of an accelerator too
 * @param value how it is had from a reading
 */
record ExporterMetric(
        String name,
        String help,
        boolean counter,
        int decimals,
        boolean slices,
        ToDoubleFunction<AcceleratorReading> value) {

    /** One printed line's labels and what is measured there. */
    record Sample(String labels, AcceleratorReading reading, boolean slice) {}

    static ExporterMetric gauge(String name, String help, ToDoubleFunction<AcceleratorReading> value) {
        return new ExporterMetric(name, help, false, 0, false, value);
    }

    static ExporterMetric ratio(String name, String help, ToDoubleFunction<AcceleratorReading> value) {
        return new ExporterMetric(name, help, false, 6, true, value);
    }

    static ExporterMetric counter(String name, String help, ToDoubleFunction<AcceleratorReading> value) {
        return new ExporterMetric(name, help, true, 0, false, value);
    }

    ExporterMetric withDecimals(int digits) {
        return new ExporterMetric(name, help, counter, digits, slices, value);
    }

    ExporterMetric withSlices() {
        return new ExporterMetric(name, help, counter, decimals, true, value);
    }

    /** Prints the metric for all samples it is for. */
    void print(StringBuilder out, List<Sample> samples) {
        if (samples.isEmpty()) {
            return;
        }
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(counter ? " counter\n" : " gauge\n");
        for (Sample sample : samples) {
            if (!sample.slice() || slices) {
                out.append(name).append('{').append(sample.labels()).append("} ");
                number(out, value.applyAsDouble(sample.reading()));
                out.append('\n');
            }
        }
    }

    private void number(StringBuilder out, double number) {
        if (decimals == 0) {
            out.append(Math.round(number));
        } else {
            out.append(String.format(Locale.ROOT, "%." + decimals + "f", number));
        }
    }
}
