// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.metrics;

import podium.gpu.internal.metrics.MetricFamily.Type;

/** Metrics whose labels or numbers are put together here: rows under DCGM's names, the rest under Podium's. */
enum PodiumMetric {
    CORRECTABLE_ROWS("DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS", Type.COUNTER, "Rows remapped after correctable errors."),
    UNCORRECTABLE_ROWS(
            "DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS", Type.COUNTER, "Rows remapped after uncorrectable errors."),
    ROWS_FAILED("DCGM_FI_DEV_ROW_REMAP_FAILURE", Type.GAUGE, "Whether remapping of rows has failed."),
    ROWS_PENDING("DCGM_FI_DEV_ROW_REMAP_PENDING", Type.GAUGE, "Whether rows will be remapped at the next reset."),
    DRIVER("podium_driver_answers", Type.GAUGE, "Whether the driver of this machine can be used."),
    DEVICE("podium_device_answers", Type.GAUGE, "Whether the device answers; else the reason it does not."),
    PROCESSES("podium_device_processes", Type.GAUGE, "Processes that hold memory of the device."),
    LINK_TRAFFIC(
            "podium_nvlink_bytes_per_second",
            Type.GAUGE,
            "Bytes over all NVLinks of the device and both directions, the mean between two slow readings."),
    LINK_UP("podium_nvlink_up", Type.GAUGE, "Whether the NVLink is active."),
    LINK_BYTES("podium_nvlink_bytes_total", Type.COUNTER, "Bytes over an NVLink since the driver was loaded."),
    LINK_ERRORS(
            "podium_nvlink_errors_total", Type.COUNTER, "Errors of an NVLink since the driver was loaded, by kind."),
    FABRIC("podium_fabric_info", Type.GAUGE, "The NVLink fabric the device belongs to; always 1."),
    NEIGHBOUR(
            "podium_neighbour_info",
            Type.GAUGE,
            "What lies between the device and another of its machine, and the NVLinks between them; always 1."),
    SLICE_MEMORY("podium_slice_memory_bytes", Type.GAUGE, "Memory of a slice of the device."),
    SLICE_MEMORY_USED("podium_slice_memory_used_bytes", Type.GAUGE, "Memory used in a slice of the device."),
    SLICE_PROCESSORS("podium_slice_multiprocessors", Type.GAUGE, "Multiprocessors of a slice of the device.");

    private final String metric;
    private final Type type;
    private final String help;

    PodiumMetric(String metric, Type type, String help) {
        this.metric = metric;
        this.type = type;
        this.help = help;
    }

    MetricFamily family() {
        return new MetricFamily(metric, type, help);
    }
}
