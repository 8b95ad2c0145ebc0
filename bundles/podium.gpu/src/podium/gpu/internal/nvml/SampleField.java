// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import podium.core.metrics.Metric;

/**
 * The readings taken at every sample, in the order of {@link DeviceSampler}'s results. Slow readings (processes, PCIe
 * throughput, which takes 20 ms, NVLink errors) are not among them.
 */
public enum SampleField {
    ACTIVITY("nvmlDeviceGetUtilizationRates", Shape.UTILIZATION, 0, Metric.ACTIVITY, 0.01),
    MEMORY_USED("nvmlDeviceGetMemoryInfo_v2", Shape.MEMORY, 0, Metric.MEMORY_USED, 1),
    POWER("nvmlDeviceGetPowerUsage", Shape.NUMBER, 0, Metric.POWER, 0.001),
    ENERGY("nvmlDeviceGetTotalEnergyConsumption", Shape.WIDE, 0, Metric.ENERGY, 0.001),
    TEMPERATURE("nvmlDeviceGetTemperature", Shape.NUMBER_OF, 0, Metric.TEMPERATURE, 1),
    SM_CLOCK("nvmlDeviceGetClockInfo", Shape.NUMBER_OF, 1, Metric.SM_CLOCK, 1e6),
    MEMORY_CLOCK("nvmlDeviceGetClockInfo", Shape.NUMBER_OF, 2, Metric.MEMORY_CLOCK, 1e6),
    THROTTLE_REASONS("nvmlDeviceGetCurrentClocksEventReasons", Shape.WIDE, 0, Metric.THROTTLE_REASONS, 1),
    ECC_CORRECTED("nvmlDeviceGetTotalEccErrors", Shape.WIDE_OF, 0, Metric.ECC_CORRECTED, 1),
    ECC_UNCORRECTED("nvmlDeviceGetTotalEccErrors", Shape.WIDE_OF, 1, Metric.ECC_UNCORRECTED, 1);

    /** How the function is called. */
    enum Shape {
        /** device, unsigned int * */
        NUMBER,
        /** device, argument, unsigned int * */
        NUMBER_OF,
        /** device, unsigned long long * */
        WIDE,
        /** device, argument, 0, unsigned long long * */
        WIDE_OF,
        UTILIZATION,
        MEMORY
    }

    final String function;
    final Shape shape;
    final int argument;
    final Metric metric;
    final double factor;
    /** 688127 / 1000 is 688.127; 688127 * 0.001 is not. */
    final double divisor;

    /** The NVML function that is called. */
    public String function() {
        return function;
    }

    /** What drivers before 535 call it, or the same name. */
    String olderFunction() {
        return this == THROTTLE_REASONS ? "nvmlDeviceGetCurrentClocksThrottleReasons" : function;
    }

    /** What is read. */
    public Metric metric() {
        return metric;
    }

    SampleField(String function, Shape shape, int argument, Metric metric, double factor) {
        this.function = function;
        this.shape = shape;
        this.argument = argument;
        this.metric = metric;
        this.factor = Math.max(1, factor);
        this.divisor = Math.max(1, Math.rint(1 / factor));
    }
}
