// SPDX-License-Identifier: Apache-2.0
package podium.core.metrics;

/** A measured quantity of an accelerator. Ratios are 0 to 1. */
public enum Metric {
    /** Fraction of time a kernel or engine was active (DCGM_FI_PROF_GR_ENGINE_ACTIVE, else DCGM_FI_DEV_GPU_UTIL). */
    ACTIVITY(Unit.RATIO),
    /** Fraction of cycles the tensor pipe was active (DCGM_FI_PROF_PIPE_TENSOR_ACTIVE). */
    TENSOR_ACTIVITY(Unit.RATIO),
    MEMORY_USED(Unit.BYTES),
    MEMORY_TOTAL(Unit.BYTES),
    POWER(Unit.WATTS),
    /** Power that the device may draw: the limit in force where the source tells it, else the default. */
    POWER_LIMIT(Unit.WATTS),
    /** Total energy since the driver was loaded. */
    ENERGY(Unit.JOULES),
    TEMPERATURE(Unit.CELSIUS),
    MEMORY_TEMPERATURE(Unit.CELSIUS),
    SM_CLOCK(Unit.HERTZ),
    MEMORY_CLOCK(Unit.HERTZ),
    NVLINK_TRAFFIC(Unit.BYTES_PER_SECOND),
    PCIE_TX(Unit.BYTES_PER_SECOND),
    PCIE_RX(Unit.BYTES_PER_SECOND),
    /** Last XID error, a code. */
    XID(Unit.CODE),
    ECC_CORRECTED(Unit.COUNT),
    ECC_UNCORRECTED(Unit.COUNT),
    REMAPPED_ROWS(Unit.COUNT),
    PCIE_REPLAYS(Unit.COUNT),
    /** Clock throttle reasons, a bit mask as in nvml.h. */
    THROTTLE_REASONS(Unit.CODE),
    /** CPU time a node uses in a second of time: CPUs busy. Of a node, not of a device. */
    NODE_CPU(Unit.CPUS),
    /** Working set of a node. Of a node, not of a device. */
    NODE_MEMORY(Unit.BYTES);

    private final Unit unit;

    Metric(Unit unit) {
        this.unit = unit;
    }

    public Unit unit() {
        return unit;
    }
}
