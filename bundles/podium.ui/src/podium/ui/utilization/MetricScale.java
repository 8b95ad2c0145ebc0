// SPDX-License-Identifier: Apache-2.0
package podium.ui.utilization;

import podium.core.metrics.Metric;

/**
 * How a metric is drawn.
 *
 * @param label its name and the unit of its axis
 * @param divisor what a value is divided by for the axis
 * @param least value of the store at the low end of the axis and the ramp
 * @param most value of the store at the high end, unless larger ones were seen
 */
record MetricScale(String label, double divisor, double least, double most) {
    private static final double GIB = 1L << 30;

    /** The scale of a metric for devices with this much memory. */
    static MetricScale of(Metric metric, double memoryBytes) {
        return switch (metric) {
            case ACTIVITY -> new MetricScale("activity, %", 0.01, 0, 1);
            case TENSOR_ACTIVITY -> new MetricScale("tensor activity, %", 0.01, 0, 1);
            case MEMORY_USED -> new MetricScale("memory, GiB", GIB, 0, memoryBytes > 0 ? memoryBytes : GIB);
            case POWER -> new MetricScale("power, W", 1, 0, 100);
            case TEMPERATURE -> new MetricScale("temperature, \u00b0C", 1, 20, 60);
            default ->
                new MetricScale(metric.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '), 1, 0, 1);
        };
    }

    /** This scale, reaching up to a larger value where one was seen. */
    MetricScale reaching(double value) {
        return Double.isNaN(value) || value <= most ? this : new MetricScale(label, divisor, least, value);
    }

    /** Where a value lies between the ends: 0 to 1. */
    double place(double value) {
        return Math.clamp((value - least) / (most - least), 0, 1);
    }
}
