// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.exporter;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import podium.core.telemetry.Metric;

/**
 * The metric names Podium reads, by exporter. Sources: dcgm_fields.h and default-counters.csv (dcgm-exporter), the metric
 * list of AMD's device-metrics-exporter, habana's metric exporter, all-smi, nvidia_gpu_exporter.
 *
 * <p>DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL is not read: its unit differs between driver branches; the PROF counters are rates
 * in bytes per second.
 */
final class MetricNames {
    private static final double MEBI = 1024.0 * 1024.0;
    private static final double MEGA = 1e6;
    private static final double PERCENT = 0.01;

    /** Low rank: "a kernel ran" (DCGM_FI_DEV_GPU_UTIL); high rank: the share of time engines were busy. */
    private static final Map<String, MetricName> NAMES = Map.ofEntries(
            entry("DCGM_FI_DEV_GPU_UTIL", name(Metric.ACTIVITY, PERCENT, 1)),
            entry("DCGM_FI_PROF_GR_ENGINE_ACTIVE", name(Metric.ACTIVITY, 1, 2)),
            entry("DCGM_FI_PROF_PIPE_TENSOR_ACTIVE", name(Metric.TENSOR_ACTIVITY, 1, 1)),
            entry("DCGM_FI_DEV_FB_USED", name(Metric.MEMORY_USED, MEBI, 1)),
            entry("DCGM_FI_DEV_FB_TOTAL", name(Metric.MEMORY_TOTAL, MEBI, 1)),
            entry("DCGM_FI_DEV_POWER_USAGE", name(Metric.POWER, 1, 1)),
            entry("DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION", name(Metric.ENERGY, 0.001, 1)),
            entry("DCGM_FI_DEV_GPU_TEMP", name(Metric.TEMPERATURE, 1, 1)),
            entry("DCGM_FI_DEV_MEMORY_TEMP", name(Metric.MEMORY_TEMPERATURE, 1, 1)),
            entry("DCGM_FI_DEV_SM_CLOCK", name(Metric.SM_CLOCK, MEGA, 1)),
            entry("DCGM_FI_DEV_MEM_CLOCK", name(Metric.MEMORY_CLOCK, MEGA, 1)),
            entry("DCGM_FI_PROF_NVLINK_TX_BYTES", name(Metric.NVLINK_TRAFFIC, 1, 1)),
            entry("DCGM_FI_PROF_NVLINK_RX_BYTES", name(Metric.NVLINK_TRAFFIC, 1, 1)),
            entry("DCGM_FI_PROF_PCIE_TX_BYTES", name(Metric.PCIE_TX, 1, 1)),
            entry("DCGM_FI_PROF_PCIE_RX_BYTES", name(Metric.PCIE_RX, 1, 1)),
            entry("DCGM_FI_DEV_XID_ERRORS", name(Metric.XID, 1, 1)),
            entry("DCGM_FI_DEV_ECC_SBE_VOL_TOTAL", name(Metric.ECC_CORRECTED, 1, 1)),
            entry("DCGM_FI_DEV_ECC_DBE_VOL_TOTAL", name(Metric.ECC_UNCORRECTED, 1, 1)),
            entry("DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS", name(Metric.REMAPPED_ROWS, 1, 1)),
            entry("DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS", name(Metric.REMAPPED_ROWS, 1, 1)),
            entry("DCGM_FI_DEV_PCIE_REPLAY_COUNTER", name(Metric.PCIE_REPLAYS, 1, 1)),
            entry("DCGM_FI_DEV_CLOCK_THROTTLE_REASONS", name(Metric.THROTTLE_REASONS, 1, 1)),
            entry("DCGM_FI_DEV_CLOCKS_EVENT_REASONS", name(Metric.THROTTLE_REASONS, 1, 2)),
            // Podium's own agent, where DCGM has no name
            entry("podium_nvlink_bytes_per_second", name(Metric.NVLINK_TRAFFIC, 1, 2)),
            // AMD device-metrics-exporter; memory in MB of 10^6 bytes
            entry("gpu_gfx_activity", name(Metric.ACTIVITY, PERCENT, 1)),
            entry("gpu_used_vram", name(Metric.MEMORY_USED, MEGA, 2)),
            entry("gpu_total_vram", name(Metric.MEMORY_TOTAL, MEGA, 2)),
            entry("gpu_total_memory", name(Metric.MEMORY_TOTAL, MEGA, 1)),
            entry("gpu_used_memory", name(Metric.MEMORY_USED, MEGA, 1)),
            entry("gpu_power_usage", name(Metric.POWER, 1, 3)),
            entry("gpu_average_package_power", name(Metric.POWER, 1, 2)),
            entry("gpu_package_power", name(Metric.POWER, 1, 1)),
            entry("gpu_junction_temperature", name(Metric.TEMPERATURE, 1, 2)),
            entry("gpu_edge_temperature", name(Metric.TEMPERATURE, 1, 1)),
            entry("gpu_memory_temperature", name(Metric.MEMORY_TEMPERATURE, 1, 1)),
            entry("gpu_ecc_correct_total", name(Metric.ECC_CORRECTED, 1, 1)),
            entry("gpu_ecc_uncorrect_total", name(Metric.ECC_UNCORRECTED, 1, 1)),
            // Intel Gaudi (habana metric exporter)
            entry("habanalabs_utilization", name(Metric.ACTIVITY, PERCENT, 1)),
            entry("habanalabs_memory_used_bytes", name(Metric.MEMORY_USED, 1, 1)),
            entry("habanalabs_memory_total_bytes", name(Metric.MEMORY_TOTAL, 1, 1)),
            entry("habanalabs_power_mW", name(Metric.POWER, 0.001, 1)),
            entry("habanalabs_temperature_onchip", name(Metric.TEMPERATURE, 1, 1)),
            entry("habanalabs_clock_soc_mhz", name(Metric.SM_CLOCK, MEGA, 1)),
            // all-smi
            entry("all_smi_gpu_utilization", name(Metric.ACTIVITY, PERCENT, 1)),
            entry("all_smi_gpu_memory_used_bytes", name(Metric.MEMORY_USED, 1, 1)),
            entry("all_smi_gpu_memory_total_bytes", name(Metric.MEMORY_TOTAL, 1, 1)),
            entry("all_smi_gpu_power_consumption_watts", name(Metric.POWER, 1, 1)),
            entry("all_smi_gpu_temperature_celsius", name(Metric.TEMPERATURE, 1, 1)),
            entry("all_smi_gpu_frequency_mhz", name(Metric.SM_CLOCK, MEGA, 1)),
            // nvidia_gpu_exporter
            entry("nvidia_smi_utilization_gpu_ratio", name(Metric.ACTIVITY, 1, 1)),
            entry("nvidia_smi_memory_used_bytes", name(Metric.MEMORY_USED, 1, 1)),
            entry("nvidia_smi_memory_total_bytes", name(Metric.MEMORY_TOTAL, 1, 1)),
            entry("nvidia_smi_power_draw_watts", name(Metric.POWER, 1, 1)),
            entry("nvidia_smi_temperature_gpu", name(Metric.TEMPERATURE, 1, 1)),
            entry("nvidia_smi_temperature_memory", name(Metric.MEMORY_TEMPERATURE, 1, 1)),
            entry("nvidia_smi_clocks_current_sm_clock_hz", name(Metric.SM_CLOCK, 1, 1)),
            entry("nvidia_smi_clocks_current_memory_clock_hz", name(Metric.MEMORY_CLOCK, 1, 1)),
            entry("nvidia_smi_ecc_errors_corrected_volatile_total", name(Metric.ECC_CORRECTED, 1, 1)),
            entry("nvidia_smi_ecc_errors_uncorrected_volatile_total", name(Metric.ECC_UNCORRECTED, 1, 1)));

    private MetricNames() {}

    static Optional<MetricName> find(String name) {
        return Optional.ofNullable(NAMES.get(name));
    }

    private static MetricName name(Metric metric, double factor, int rank) {
        return new MetricName(metric, factor, rank);
    }
}
