// SPDX-License-Identifier: Apache-2.0
package podium.core.machine;

import podium.core.metrics.Unit;

/** A property that a driver reports of a device and that is kept without history, such as a serial number. */
public enum DeviceProperty {
    SERIAL(Topic.IDENTITY),
    PART_NUMBER(Topic.IDENTITY),
    FIRMWARE(Topic.IDENTITY),
    ARCHITECTURE(Topic.IDENTITY),
    /** CUDA compute capability. */
    CAPABILITY(Topic.IDENTITY),
    /** Number of the device file. */
    MINOR_NUMBER(Topic.IDENTITY, Unit.COUNT),
    /** Kernel module that serves the device. */
    KERNEL_DRIVER(Topic.IDENTITY),

    PERSISTENCE(Topic.MODE),
    COMPUTE_MODE(Topic.MODE),
    MIG(Topic.MODE),
    ECC(Topic.MODE),
    /** How a device of AMD is cut into parts: compute and memory partition. */
    PARTITION(Topic.MODE),

    /** The limit in force. */
    POWER_LIMIT(Topic.POWER, Unit.WATTS),
    POWER_LIMIT_SET(Topic.POWER, Unit.WATTS),
    POWER_LIMIT_DEFAULT(Topic.POWER, Unit.WATTS),
    POWER_LIMIT_LOWEST(Topic.POWER, Unit.WATTS),
    POWER_LIMIT_HIGHEST(Topic.POWER, Unit.WATTS),
    /** Power at the moment of reading. */
    POWER_INSTANT(Topic.POWER, Unit.WATTS),

    SM_CLOCK_HIGHEST(Topic.CLOCKS, Unit.HERTZ),
    MEMORY_CLOCK_HIGHEST(Topic.CLOCKS, Unit.HERTZ),
    /** P-state, 0 is the fastest. */
    PERFORMANCE_STATE(Topic.CLOCKS, Unit.COUNT),

    SHUTDOWN_TEMPERATURE(Topic.TEMPERATURE, Unit.CELSIUS),
    SLOWDOWN_TEMPERATURE(Topic.TEMPERATURE, Unit.CELSIUS),
    MEMORY_LIMIT_TEMPERATURE(Topic.TEMPERATURE, Unit.CELSIUS),
    LIMIT_TEMPERATURE(Topic.TEMPERATURE, Unit.CELSIUS),

    MEMORY_RESERVED(Topic.MEMORY, Unit.BYTES),
    MEMORY_FREE(Topic.MEMORY, Unit.BYTES),
    /** Errors in the life of the device. */
    ECC_CORRECTED_OF_LIFE(Topic.MEMORY, Unit.COUNT),
    ECC_UNCORRECTED_OF_LIFE(Topic.MEMORY, Unit.COUNT),
    RETIRED_SINGLE_BIT(Topic.MEMORY, Unit.COUNT),
    RETIRED_DOUBLE_BIT(Topic.MEMORY, Unit.COUNT),
    RETIREMENT_PENDING(Topic.MEMORY),
    /** Banks of memory by how many spare rows they still have. */
    SPARE_ROWS(Topic.MEMORY),

    PCIE_GENERATION(Topic.PCIE, Unit.COUNT),
    PCIE_GENERATION_HIGHEST(Topic.PCIE, Unit.COUNT),
    PCIE_WIDTH(Topic.PCIE, Unit.COUNT),
    PCIE_WIDTH_GREATEST(Topic.PCIE, Unit.COUNT),
    PCIE_CORRECTABLE_ERRORS(Topic.PCIE, Unit.COUNT),
    PCIE_NON_FATAL_ERRORS(Topic.PCIE, Unit.COUNT),
    PCIE_FATAL_ERRORS(Topic.PCIE, Unit.COUNT),

    /** Bytes per second of one link and direction. */
    NVLINK_SPEED(Topic.FABRIC, Unit.BYTES_PER_SECOND),
    FABRIC_STATE(Topic.FABRIC),
    /** GPUs of one cluster and clique reach each other over NVLink. */
    FABRIC_CLUSTER(Topic.FABRIC),
    FABRIC_CLIQUE(Topic.FABRIC, Unit.COUNT),
    FABRIC_HEALTH(Topic.FABRIC),

    /** Processors near the device, as ranges. */
    PROCESSORS(Topic.PLACE),
    /** NUMA nodes near the device, as ranges. */
    MEMORY_NODES(Topic.PLACE);

    private final Topic topic;
    private final Unit unit;

    /** What a fact is about. */
    public enum Topic {
        IDENTITY,
        MODE,
        POWER,
        CLOCKS,
        TEMPERATURE,
        MEMORY,
        PCIE,
        FABRIC,
        PLACE
    }

    DeviceProperty(Topic topic) {
        this.topic = topic;
        this.unit = Unit.CODE;
    }

    DeviceProperty(Topic topic, Unit unit) {
        this.topic = topic;
        this.unit = unit;
    }

    public Topic topic() {
        return topic;
    }

    /** Of a quantity; {@link Unit#CODE} of what is told in words. */
    public Unit unit() {
        return unit;
    }
}
