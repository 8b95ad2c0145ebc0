// SPDX-License-Identifier: Apache-2.0
package podium.core.machine;

import podium.core.metrics.Unit;

/** Something a driver tells of a device that makes no series. */
public enum DeviceProperty {
    SERIAL(Topic.IDENTITY, Kind.WORDS),
    PART_NUMBER(Topic.IDENTITY, Kind.WORDS),
    FIRMWARE(Topic.IDENTITY, Kind.WORDS),
    ARCHITECTURE(Topic.IDENTITY, Kind.WORDS),
    /** CUDA compute capability. */
    CAPABILITY(Topic.IDENTITY, Kind.WORDS),
    /** Number of the device file. */
    MINOR_NUMBER(Topic.IDENTITY, Unit.COUNT),
    /** Kernel module that serves the device. */
    KERNEL_DRIVER(Topic.IDENTITY, Kind.WORDS),

    PERSISTENCE(Topic.MODE, Kind.WORDS),
    COMPUTE_MODE(Topic.MODE, Kind.WORDS),
    MIG(Topic.MODE, Kind.WORDS),
    ECC(Topic.MODE, Kind.WORDS),
    /** How a device of AMD is cut into parts: compute and memory partition. */
    PARTITION(Topic.MODE, Kind.WORDS),

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
    RETIREMENT_PENDING(Topic.MEMORY, Kind.WORDS),
    /** Banks of memory by how many spare rows they still have. */
    SPARE_ROWS(Topic.MEMORY, Kind.WORDS),

    PCIE_GENERATION(Topic.PCIE, Unit.COUNT),
    PCIE_GENERATION_HIGHEST(Topic.PCIE, Unit.COUNT),
    PCIE_WIDTH(Topic.PCIE, Unit.COUNT),
    PCIE_WIDTH_GREATEST(Topic.PCIE, Unit.COUNT),
    PCIE_CORRECTABLE_ERRORS(Topic.PCIE, Unit.COUNT),
    PCIE_NON_FATAL_ERRORS(Topic.PCIE, Unit.COUNT),
    PCIE_FATAL_ERRORS(Topic.PCIE, Unit.COUNT),

    /** Bytes per second of one link and direction. */
    NVLINK_SPEED(Topic.FABRIC, Unit.BYTES_PER_SECOND),
    FABRIC_STATE(Topic.FABRIC, Kind.WORDS),
    /** GPUs of one cluster and clique reach each other over NVLink. */
    FABRIC_CLUSTER(Topic.FABRIC, Kind.WORDS),
    FABRIC_CLIQUE(Topic.FABRIC, Unit.COUNT),
    FABRIC_HEALTH(Topic.FABRIC, Kind.WORDS),

    /** Processors near the device, as ranges. */
    PROCESSORS(Topic.PLACE, Kind.WORDS),
    /** NUMA nodes near the device, as ranges. */
    MEMORY_NODES(Topic.PLACE, Kind.WORDS);

    private final Topic topic;
    private final Kind kind;
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

    /** What a fact is. */
    public enum Kind {
        WORDS,
        QUANTITY
    }

    DeviceProperty(Topic topic, Kind kind) {
        this.topic = topic;
        this.kind = kind;
        this.unit = Unit.CODE;
    }

    DeviceProperty(Topic topic, Unit unit) {
        this.topic = topic;
        this.kind = Kind.QUANTITY;
        this.unit = unit;
    }

    public Topic topic() {
        return topic;
    }

    public Kind kind() {
        return kind;
    }

    /** Of a quantity. */
    public Unit unit() {
        return unit;
    }
}
