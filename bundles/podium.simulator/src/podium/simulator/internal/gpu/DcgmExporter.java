// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.gpu;

import static podium.simulator.internal.gpu.ExporterMetric.counter;
import static podium.simulator.internal.gpu.ExporterMetric.gauge;
import static podium.simulator.internal.gpu.ExporterMetric.ratio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import podium.simulator.internal.gpu.ExporterMetric.Sample;
import podium.simulator.internal.kubelet.DeviceInventory;
import podium.simulator.internal.kubelet.DeviceManager.Entry;

/**
 * Prints what NVIDIA's dcgm-exporter 4 prints with its default counters and the profiling ones. Source:
 * dcgm-exporter, etc/default-counters.csv and etc/dcp-metrics-included.csv. Of a device that is cut into MIG instances it
 * prints each instance, with the memory of that instance, and not the whole; what is measured of the whole alone, as power,
 * stands at each of them. So does the output of an A100 with four instances.
 */
final class DcgmExporter implements Exporter {

    static final String DRIVER = "580.105.08";

    /** NVML does not tell these of a device in MIG mode. Source: NVML, nvmlDeviceGetUtilizationRates. */
    private static final Set<String> NOT_OF_INSTANCES =
            Set.of("DCGM_FI_DEV_GPU_UTIL", "DCGM_FI_DEV_MEM_COPY_UTIL", "DCGM_FI_DEV_ENC_UTIL", "DCGM_FI_DEV_DEC_UTIL");

    private static final List<ExporterMetric> METRICS = List.of(
            gauge("DCGM_FI_DEV_SM_CLOCK", "SM clock frequency (in MHz).", AcceleratorReading::smClock)
                    .withSlices(),
            gauge("DCGM_FI_DEV_MEM_CLOCK", "Memory clock frequency (in MHz).", AcceleratorReading::memoryClock)
                    .withSlices(),
            gauge("DCGM_FI_DEV_MEMORY_TEMP", "Memory temperature (in C).", AcceleratorReading::memoryCelsius),
            gauge("DCGM_FI_DEV_GPU_TEMP", "GPU temperature (in C).", AcceleratorReading::celsius),
            gauge("DCGM_FI_DEV_POWER_USAGE", "Power draw (in W).", AcceleratorReading::powerWatts)
                    .withDecimals(6),
            counter(
                    "DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION",
                    "Total energy consumption since boot (in mJ).",
                    AcceleratorReading::energyMillijoules),
            counter("DCGM_FI_DEV_PCIE_REPLAY_COUNTER", "Total number of PCIe retries.", reading -> 0),
            gauge(
                    "DCGM_FI_DEV_GPU_UTIL",
                    "GPU utilization (in %).",
                    reading -> 100 * reading.load().active()),
            gauge(
                    "DCGM_FI_DEV_MEM_COPY_UTIL",
                    "Memory utilization (in %).",
                    reading -> 100 * reading.load().dram()),
            gauge("DCGM_FI_DEV_ENC_UTIL", "Encoder utilization (in %).", reading -> 0),
            gauge("DCGM_FI_DEV_DEC_UTIL", "Decoder utilization (in %).", reading -> 0),
            gauge("DCGM_FI_DEV_XID_ERRORS", "Value of the last XID error encountered.", AcceleratorReading::xid),
            gauge(
                    "DCGM_FI_DEV_CLOCK_THROTTLE_REASONS",
                    "Current clock throttle reasons (bitmask).",
                    AcceleratorReading::throttle),
            gauge("DCGM_FI_DEV_FB_FREE", "Framebuffer memory free (in MiB).", DcgmExporter::free),
            gauge("DCGM_FI_DEV_FB_USED", "Framebuffer memory used (in MiB).", AcceleratorReading::memoryMiB)
                    .withSlices(),
            counter(
                    "DCGM_FI_DEV_ECC_SBE_VOL_TOTAL",
                    "Total number of single-bit volatile ECC errors.",
                    AcceleratorReading::correctable),
            counter(
                    "DCGM_FI_DEV_ECC_DBE_VOL_TOTAL",
                    "Total number of double-bit volatile ECC errors.",
                    AcceleratorReading::uncorrectable),
            counter(
                    "DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS",
                    "Number of remapped rows for uncorrectable errors",
                    AcceleratorReading::uncorrectable),
            counter(
                    "DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS",
                    "Number of remapped rows for correctable errors",
                    reading -> 0),
            gauge("DCGM_FI_DEV_ROW_REMAP_FAILURE", "Whether remapping of rows has failed", reading -> 0),
            gauge("DCGM_FI_DEV_VGPU_LICENSE_STATUS", "vGPU License status", reading -> 0),
            ratio(
                    "DCGM_FI_PROF_GR_ENGINE_ACTIVE",
                    "Ratio of time the graphics engine is active.",
                    reading -> reading.load().active()),
            ratio(
                    "DCGM_FI_PROF_SM_ACTIVE",
                    "The ratio of cycles an SM has at least 1 warp assigned.",
                    reading -> reading.load().multiprocessors()),
            ratio(
                    "DCGM_FI_PROF_PIPE_TENSOR_ACTIVE",
                    "Ratio of cycles the tensor (HMMA) pipe is active.",
                    reading -> reading.load().tensor()),
            ratio(
                    "DCGM_FI_PROF_DRAM_ACTIVE",
                    "Ratio of cycles the device memory interface is active sending or receiving data.",
                    reading -> reading.load().dram()),
            gauge(
                    "DCGM_FI_PROF_PCIE_TX_BYTES",
                    "The rate of data transmitted over the PCIe bus - including both protocol headers and data payloads"
                            + " - in bytes per second.",
                    AcceleratorReading::pcieTxBytes),
            gauge(
                    "DCGM_FI_PROF_PCIE_RX_BYTES",
                    "The rate of data received over the PCIe bus - including both protocol headers and data payloads"
                            + " - in bytes per second.",
                    AcceleratorReading::pcieRxBytes));

    private static final List<ExporterMetric> LINKS = List.of(
            gauge(
                    "DCGM_FI_PROF_NVLINK_TX_BYTES",
                    "The number of bytes of active NvLink tx (transmit) data including both header and payload.",
                    AcceleratorReading::linkBytes),
            gauge(
                    "DCGM_FI_PROF_NVLINK_RX_BYTES",
                    "The number of bytes of active NvLink rx (read) data including both header and payload.",
                    AcceleratorReading::linkBytes));

    @Override
    public String text(NodeReadings node) {
        List<Sample> samples = new ArrayList<>();
        List<Sample> uncut = new ArrayList<>();
        for (NodeReadings.Measured measured : node.measured()) {
            Sample sample =
                    new Sample(labels(node, measured), measured.reading(), !measured.whole() && !measured.instance());
            if (!measured.isCut()) {
                uncut.add(sample);
            }
            if (!measured.whole() || !measured.isCut()) {
                samples.add(sample);
            }
        }
        StringBuilder out = new StringBuilder(METRICS.size() * (samples.size() + 1) * 300);
        for (ExporterMetric metric : METRICS) {
            metric.print(out, NOT_OF_INSTANCES.contains(metric.name()) ? uncut : samples);
        }
        if (node.model().links() > 0) {
            LINKS.forEach(metric -> metric.print(out, samples));
        }
        return out.toString();
    }

    private static double free(AcceleratorReading reading) {
        return Math.max(0, reading.totalMiB() * 109 / 110 - reading.memoryMiB());
    }

    private static String labels(NodeReadings node, NodeReadings.Measured measured) {
        Entry entry = measured.entry();
        int gpu = entry.device().gpu();
        StringBuilder labels = new StringBuilder(400);
        label(labels, "gpu", Integer.toString(gpu));
        label(labels, "UUID", measured.uuid());
        label(labels, "pci_bus_id", "0000" + DeviceInventory.pciAddress(gpu).toUpperCase(Locale.ROOT));
        label(labels, "device", "nvidia" + gpu);
        label(labels, "modelName", node.model().product());
        if (measured.instance()) {
            label(labels, "GPU_I_PROFILE", entry.device().slice());
            label(labels, "GPU_I_ID", Integer.toString(entry.device().instance()));
        }
        label(labels, "Hostname", node.node());
        label(labels, "DCGM_FI_DRIVER_VERSION", DRIVER);
        entry.holder().ifPresent(holder -> {
            label(labels, "container", holder.container());
            label(labels, "namespace", holder.namespace());
            label(labels, "pod", holder.pod());
            label(labels, "pod_uid", "");
        });
        return labels.substring(0, labels.length() - 1);
    }

    static void label(StringBuilder labels, String name, String value) {
        labels.append(name).append("=\"").append(value).append("\",");
    }
}
