// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.gpu;

import static podium.simulator.internal.gpu.ExporterMetric.counter;
import static podium.simulator.internal.gpu.ExporterMetric.gauge;

import java.util.ArrayList;
import java.util.List;
import podium.simulator.internal.gpu.ExporterMetric.Sample;
import podium.simulator.internal.kubelet.DeviceManager.Entry;

/** Prints what AMD's device-metrics-exporter prints. Source: device-metrics-exporter, docs/configuration/metricslist. */
final class AmdExporter implements Exporter {

    private static final List<ExporterMetric> METRICS = List.of(
            gauge(
                    "gpu_gfx_activity",
                    "Graphics engine usage in Percentage (0-100)",
                    reading -> 100 * reading.load().active()),
            gauge(
                    "gpu_umc_activity",
                    "Memory engine usage in Percentage (0-100)",
                    reading -> 100 * reading.load().dram()),
            gauge("gpu_package_power", "Current socket power in Watts", AcceleratorReading::powerWatts),
            gauge("gpu_average_package_power", "Average package power in Watts", AcceleratorReading::powerWatts),
            gauge(
                    "gpu_junction_temperature",
                    "Current junction/hotspot temperature in Celsius",
                    AcceleratorReading::celsius),
            gauge("gpu_memory_temperature", "Current memory temperature in Celsius", AcceleratorReading::memoryCelsius),
            gauge("gpu_used_vram", "Used VRAM of the GPU (in MB)", AcceleratorReading::memoryMiB),
            gauge("gpu_clock", "Current clock of the GPU in MHz", AcceleratorReading::smClock),
            counter(
                    "gpu_energy_consumed",
                    "Accumulated energy consumed by the GPU in uJ",
                    reading -> reading.energyMillijoules() * 1000.0),
            gauge("pcie_bandwidth", "Current PCIe bandwidth in Mb/s", reading -> reading.pcieRxBytes() * 8 / 1e6),
            counter("gpu_xgmi_link_tx", "XGMI data transmitted in KB", reading -> reading.linkBytes() / 1e3),
            counter("gpu_xgmi_link_rx", "XGMI data received in KB", reading -> reading.linkBytes() / 1e3),
            counter("gpu_ecc_correct_total", "Total correctable error count", AcceleratorReading::correctable),
            counter("gpu_ecc_uncorrect_total", "Total uncorrectable error count", AcceleratorReading::uncorrectable));

    @Override
    public String text(NodeReadings node) {
        List<Sample> samples = new ArrayList<>();
        for (NodeReadings.Measured measured : node.measured()) {
            samples.add(new Sample(labels(node, measured.entry()), measured.reading(), false));
        }
        StringBuilder out = new StringBuilder();
        int count = node.measured().size();
        out.append("# HELP gpu_nodes_total Number of nodes with GPUs\n# TYPE gpu_nodes_total gauge\n");
        out.append("gpu_nodes_total ").append(count).append('\n');
        METRICS.forEach(metric -> metric.print(out, samples));
        gauge("gpu_total_vram", "Total VRAM of the GPU (in MB)", reading -> node.model()
                        .memoryMiB())
                .print(out, samples);
        return out.toString();
    }

    private static String labels(NodeReadings node, Entry entry) {
        StringBuilder labels = new StringBuilder(300);
        DcgmExporter.label(labels, "gpu_id", Integer.toString(entry.device().gpu()));
        DcgmExporter.label(
                labels, "serial_number", "69224700" + (1200 + entry.device().gpu()));
        DcgmExporter.label(labels, "card_model", node.model().product());
        DcgmExporter.label(labels, "hostname", node.node());
        DcgmExporter.label(labels, "gpu_pci_bus", entry.device().id());
        entry.holder().ifPresent(holder -> {
            DcgmExporter.label(labels, "pod", holder.pod());
            DcgmExporter.label(labels, "namespace", holder.namespace());
            DcgmExporter.label(labels, "container", holder.container());
        });
        return labels.substring(0, labels.length() - 1);
    }
}
