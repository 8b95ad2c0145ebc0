// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.metrics;

import podium.core.metrics.Metric;
import podium.gpu.internal.metrics.MetricFamily.Type;

/** Metrics that dcgm-exporter has too (default-counters.csv, dcgm_fields.h), with its names, units and help texts. */
enum DcgmMetric {
    DCGM_FI_DEV_SM_CLOCK(Metric.SM_CLOCK, 1e6, Type.GAUGE, "SM clock frequency (in MHz)."),
    DCGM_FI_DEV_MEM_CLOCK(Metric.MEMORY_CLOCK, 1e6, Type.GAUGE, "Memory clock frequency (in MHz)."),
    DCGM_FI_DEV_GPU_TEMP(Metric.TEMPERATURE, 1, Type.GAUGE, "GPU temperature (in C)."),
    DCGM_FI_DEV_MEMORY_TEMP(Metric.MEMORY_TEMPERATURE, 1, Type.GAUGE, "Memory temperature (in C)."),
    DCGM_FI_DEV_POWER_USAGE(Metric.POWER, 1, Type.GAUGE, "Power draw (in W)."),
    DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION(
            Metric.ENERGY, 0.001, Type.COUNTER, "Total energy consumption since boot (in mJ)."),
    DCGM_FI_DEV_GPU_UTIL(Metric.ACTIVITY, 0.01, Type.GAUGE, "GPU utilization (in %)."),
    DCGM_FI_DEV_FB_USED(Metric.MEMORY_USED, 1 << 20, Type.GAUGE, "Framebuffer memory used (in MiB)."),
    DCGM_FI_DEV_FB_TOTAL(Metric.MEMORY_TOTAL, 1 << 20, Type.GAUGE, "Total framebuffer memory (in MiB)."),
    DCGM_FI_DEV_XID_ERRORS(Metric.XID, 1, Type.GAUGE, "Value of the last XID error encountered."),
    DCGM_FI_DEV_ECC_SBE_VOL_TOTAL(
            Metric.ECC_CORRECTED, 1, Type.COUNTER, "Total number of single-bit volatile ECC errors."),
    DCGM_FI_DEV_ECC_DBE_VOL_TOTAL(
            Metric.ECC_UNCORRECTED, 1, Type.COUNTER, "Total number of double-bit volatile ECC errors."),
    DCGM_FI_DEV_PCIE_REPLAY_COUNTER(Metric.PCIE_REPLAYS, 1, Type.COUNTER, "Total number of PCIe retries."),
    DCGM_FI_PROF_PCIE_TX_BYTES(
            Metric.PCIE_TX, 1, Type.GAUGE, "Bytes per second sent over PCIe, in the last 20 ms window."),
    DCGM_FI_PROF_PCIE_RX_BYTES(
            Metric.PCIE_RX, 1, Type.GAUGE, "Bytes per second received over PCIe, in the last 20 ms window."),
    DCGM_FI_DEV_CLOCKS_EVENT_REASONS(
            Metric.THROTTLE_REASONS, 1, Type.GAUGE, "Why clocks are below the maximum, a bit mask.");

    private final Metric metric;
    private final double unit;
    private final Type type;
    private final String help;

    /** @param unit of DCGM's name, in units of the metric */
    DcgmMetric(Metric metric, double unit, Type type, String help) {
        this.metric = metric;
        this.unit = unit;
        this.type = type;
        this.help = help;
    }

    Metric metric() {
        return metric;
    }

    /** The value in DCGM's unit. */
    double value(double ofMetric) {
        return inUnit(ofMetric, unit);
    }

    static double inUnit(double measured, double unit) {
        double value = measured / unit;
        // 0.29 / 0.01 is not 29: what was a whole number at the driver is one again
        double whole = Math.rint(value);
        return Math.abs(value - whole) < 1e-9 * Math.max(1, Math.abs(value)) ? whole : value;
    }

    MetricFamily family() {
        return new MetricFamily(name(), type, help);
    }
}
