// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.metrics;

import podium.core.machine.DeviceProperty;
import podium.gpu.internal.metrics.MetricFamily.Type;

/** Facts that DCGM has too (dcgm_fields.h), with its names and units. */
enum DcgmFact {
    DCGM_FI_DEV_ENFORCED_POWER_LIMIT(DeviceProperty.POWER_LIMIT, 1, Type.GAUGE, "Power limit in force (in W)."),
    DCGM_FI_DEV_POWER_MGMT_LIMIT(DeviceProperty.POWER_LIMIT_SET, 1, Type.GAUGE, "Power limit that is set (in W)."),
    DCGM_FI_DEV_POWER_MGMT_LIMIT_DEF(
            DeviceProperty.POWER_LIMIT_DEFAULT, 1, Type.GAUGE, "Power limit after a reset (in W)."),
    DCGM_FI_DEV_MAX_SM_CLOCK(DeviceProperty.SM_CLOCK_HIGHEST, 1e6, Type.GAUGE, "Highest SM clock (in MHz)."),
    DCGM_FI_DEV_MAX_MEM_CLOCK(DeviceProperty.MEMORY_CLOCK_HIGHEST, 1e6, Type.GAUGE, "Highest memory clock (in MHz)."),
    DCGM_FI_DEV_PSTATE(DeviceProperty.PERFORMANCE_STATE, 1, Type.GAUGE, "Performance state, 0 is the fastest."),
    DCGM_FI_DEV_SLOWDOWN_TEMP(
            DeviceProperty.SLOWDOWN_TEMPERATURE, 1, Type.GAUGE, "Temperature at which clocks are lowered (in C)."),
    DCGM_FI_DEV_SHUTDOWN_TEMP(
            DeviceProperty.SHUTDOWN_TEMPERATURE, 1, Type.GAUGE, "Temperature at which the device shuts down (in C)."),
    DCGM_FI_DEV_MEM_MAX_OP_TEMP(
            DeviceProperty.MEMORY_LIMIT_TEMPERATURE,
            1,
            Type.GAUGE,
            "Highest temperature of the memory at work (in C)."),
    DCGM_FI_DEV_GPU_MAX_OP_TEMP(
            DeviceProperty.LIMIT_TEMPERATURE, 1, Type.GAUGE, "Highest temperature of the device at work (in C)."),
    DCGM_FI_DEV_FB_FREE(DeviceProperty.MEMORY_FREE, 1 << 20, Type.GAUGE, "Framebuffer memory free (in MiB)."),
    DCGM_FI_DEV_ECC_SBE_AGG_TOTAL(
            DeviceProperty.ECC_CORRECTED_OF_LIFE, 1, Type.COUNTER, "Total number of single-bit persistent ECC errors."),
    DCGM_FI_DEV_ECC_DBE_AGG_TOTAL(
            DeviceProperty.ECC_UNCORRECTED_OF_LIFE,
            1,
            Type.COUNTER,
            "Total number of double-bit persistent ECC errors."),
    DCGM_FI_DEV_RETIRED_SBE(
            DeviceProperty.RETIRED_SINGLE_BIT, 1, Type.COUNTER, "Pages retired because of single-bit errors."),
    DCGM_FI_DEV_RETIRED_DBE(
            DeviceProperty.RETIRED_DOUBLE_BIT, 1, Type.COUNTER, "Pages retired because of double-bit errors."),
    DCGM_FI_DEV_PCIE_LINK_GEN(DeviceProperty.PCIE_GENERATION, 1, Type.GAUGE, "PCIe generation in use."),
    DCGM_FI_DEV_PCIE_MAX_LINK_GEN(DeviceProperty.PCIE_GENERATION_HIGHEST, 1, Type.GAUGE, "Highest PCIe generation."),
    DCGM_FI_DEV_PCIE_LINK_WIDTH(DeviceProperty.PCIE_WIDTH, 1, Type.GAUGE, "PCIe lanes in use."),
    DCGM_FI_DEV_PCIE_MAX_LINK_WIDTH(DeviceProperty.PCIE_WIDTH_GREATEST, 1, Type.GAUGE, "Most PCIe lanes.");

    private final DeviceProperty fact;
    private final double unit;
    private final Type type;
    private final String help;

    /** @param unit of DCGM's name, in units of the fact */
    DcgmFact(DeviceProperty fact, double unit, Type type, String help) {
        this.fact = fact;
        this.unit = unit;
        this.type = type;
        this.help = help;
    }

    DeviceProperty fact() {
        return fact;
    }

    /** The value in DCGM's unit. */
    double value(double ofFact) {
        return DcgmMetric.inUnit(ofFact, unit);
    }

    MetricFamily family() {
        return new MetricFamily(name(), type, help);
    }
}
