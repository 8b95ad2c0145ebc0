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
record Metric(
        String name, String help, boolean counter, int decimals, boolean slices, ToDoubleFunction<Reading> value) {

    /** One printed line's labels and what is measured there. */
    record Sample(String labels, Reading reading, boolean slice) {}

    static Metric gauge(String name, String help, ToDoubleFunction<Reading> value) {
        return new Metric(name, help, false, 0, false, value);
    }

    static Metric ratio(String name, String help, ToDoubleFunction<Reading> value) {
        return new Metric(name, help, false, 6, true, value);
    }

    static Metric counter(String name, String help, ToDoubleFunction<Reading> value) {
        return new Metric(name, help, true, 0, false, value);
    }

    Metric withDecimals(int digits) {
        return new Metric(name, help, counter, digits, slices, value);
    }

    Metric withSlices() {
        return new Metric(name, help, counter, decimals, true, value);
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
