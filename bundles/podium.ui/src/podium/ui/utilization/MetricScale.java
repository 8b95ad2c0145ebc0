// SPDX-License-Identifier: Apache-2.0
package podium.ui.utilization;

import podium.core.metrics.Metric;
import podium.ui.label.MetricLabels;
import podium.ui.texts.Texts;

/**
 * How a metric is drawn.
 *
 * @param name what it is called
 * @param unit of its axis; empty: it has none
 * @param divisor what a value is divided by for the axis
 * @param least value of the store at the low end of the axis and the ramp
 * @param most value of the store at the high end, unless larger ones were seen
 */
record MetricScale(String name, String unit, double divisor, double least, double most) {
    private static final double GIB = 1L << 30;

    /** The scale of a metric for devices with this much memory. */
    static MetricScale of(Metric metric, double memoryBytes) {
        return switch (metric) {
            case ACTIVITY -> new MetricScale(MetricLabels.word(metric), "%", 0.01, 0, 1);
            case TENSOR_ACTIVITY -> new MetricScale(MetricLabels.word(metric), "%", 0.01, 0, 1);
            case MEMORY_USED ->
                new MetricScale(Texts.of("MetricScale.memory"), "GiB", GIB, 0, memoryBytes > 0 ? memoryBytes : GIB);
            case POWER -> new MetricScale(MetricLabels.word(metric), "W", 1, 0, 100);
            case TEMPERATURE -> new MetricScale(MetricLabels.word(metric), "\u00b0C", 1, 20, 60);
            default -> new MetricScale(MetricLabels.word(metric), "", 1, 0, 1);
        };
    }

    /** Its name and the unit of its axis: "power, W". */
    String label() {
        return unit.isEmpty() ? name : name + ", " + unit;
    }

    /** This scale, reaching up to a larger value where one was seen. */
    MetricScale reaching(double value) {
        return Double.isNaN(value) || value <= most ? this : new MetricScale(name, unit, divisor, least, value);
    }

    /** Where a value lies between the ends: 0 to 1. */
    double place(double value) {
        return Math.clamp((value - least) / (most - least), 0, 1);
    }
}
