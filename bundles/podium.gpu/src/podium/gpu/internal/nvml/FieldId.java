// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

/** Fields of nvmlDeviceGetFieldValues that Podium reads (NVML_FI_DEV_*, nvml.h). */
public enum FieldId {
    /** Pages retired after single-bit errors (before Ampere). */
    RETIRED_SINGLE_BIT(29),
    /** Pages retired after double-bit errors (before Ampere). */
    RETIRED_DOUBLE_BIT(30),
    /** Whether pages will be retired at the next reset: 1 or 0. */
    RETIRED_PENDING(31),
    /** Celsius. */
    MEMORY_TEMPERATURE(82),
    /** Megabytes per second of one active link. */
    NVLINK_SPEED(90),
    /** KiB sent over a link, or over all of them, since the driver was loaded. */
    NVLINK_SENT(138),
    /** KiB received over a link, or over all of them, since the driver was loaded. */
    NVLINK_RECEIVED(139),
    /** Number of the link at the other end. */
    NVLINK_REMOTE_NUMBER(146),
    PCIE_CORRECTABLE_ERRORS(173),
    PCIE_NON_FATAL_ERRORS(179),
    PCIE_FATAL_ERRORS(180),
    /** Milliwatts at this moment. */
    POWER_INSTANT(186),
    /** Degrees left until the device shuts down, may slow down for its memory's heat, and may slow down for its own. */
    MARGIN_SHUTDOWN(193),
    MARGIN_SLOWDOWN(194),
    MARGIN_MEMORY_MAX(195),
    MARGIN_GPU_MAX(196),
    /** Bytes sent over a link since the driver was loaded (NVLink 5 and later). */
    NVLINK_SENT_BYTES(202),
    /** Bytes received over a link since the driver was loaded (NVLink 5 and later). */
    NVLINK_RECEIVED_BYTES(204),
    /** Packets with errors that came in over a link. */
    NVLINK_RECEIVE_ERRORS(208),
    /** Packets that came in already marked broken by the other end. */
    NVLINK_REMOTE_ERRORS(209),
    NVLINK_RECOVERIES(213),
    NVLINK_FAILED_RECOVERIES(214),
    NVLINK_SYMBOL_ERRORS(221);

    /** Scope of a field summed up over all links. */
    static final int ALL_LINKS = -1;

    private final int number;

    FieldId(int number) {
        this.number = number;
    }

    /** Value in nvml.h. */
    public int number() {
        return number;
    }
}
