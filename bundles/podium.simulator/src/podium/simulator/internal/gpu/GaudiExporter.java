// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.gpu;

import static podium.simulator.internal.gpu.ExporterMetric.counter;
import static podium.simulator.internal.gpu.ExporterMetric.gauge;

import java.util.ArrayList;
import java.util.List;
import podium.simulator.internal.gpu.ExporterMetric.Sample;
import podium.simulator.internal.kubelet.DeviceManager.Entry;

/** Prints what Intel's Gaudi metric exporter prints. Source: Gaudi documentation, Prometheus Metric Exporter. */
final class GaudiExporter implements Exporter {

    private static final List<ExporterMetric> METRICS = List.of(
            gauge(
                    "habanalabs_utilization",
                    "Utilization of the device (in %)",
                    reading -> 100 * reading.load().active()),
            gauge("habanalabs_power_mW", "Power of the device (in mW)", reading -> 1000 * reading.powerWatts()),
            counter("habanalabs_energy", "Energy of the device (in mJ)", AcceleratorReading::energyMillijoules),
            gauge("habanalabs_temperature_onchip", "Temperature on chip (in C)", AcceleratorReading::celsius),
            gauge("habanalabs_temperature_onboard", "Temperature on board (in C)", reading -> reading.celsius() - 12),
            gauge(
                    "habanalabs_memory_used_bytes",
                    "Used memory (in bytes)",
                    reading -> SensorModel.bytes(reading.memoryMiB())),
            gauge("habanalabs_clock_soc_mhz", "Clock of the SoC (in MHz)", AcceleratorReading::smClock),
            counter("habanalabs_pcie_replay_count", "PCIe replays", reading -> 0),
            gauge("habanalabs_pcie_rx", "PCIe receive throughput (in KB/s)", reading -> reading.pcieRxBytes() / 1e3),
            gauge("habanalabs_pcie_tx", "PCIe transmit throughput (in KB/s)", reading -> reading.pcieTxBytes() / 1e3),
            counter("habanalabs_ecc_feature_mode", "ECC mode", reading -> 1),
            counter(
                    "habanalabs_pending_rows_with_single_bit_ecc_errors",
                    "Rows to be replaced",
                    AcceleratorReading::correctable),
            counter(
                    "habanalabs_pending_rows_with_double_bit_ecc_errors",
                    "Rows to be replaced",
                    AcceleratorReading::uncorrectable));

    @Override
    public String text(NodeReadings node) {
        List<Sample> samples = new ArrayList<>();
        for (NodeReadings.Measured measured : node.measured()) {
            samples.add(new Sample(labels(node, measured), measured.reading(), false));
        }
        StringBuilder out = new StringBuilder();
        METRICS.forEach(metric -> metric.print(out, samples));
        gauge(
                        "habanalabs_memory_total_bytes",
                        "Memory (in bytes)",
                        reading -> SensorModel.bytes(node.model().memoryMiB()))
                .print(out, samples);
        gauge(
                        "habanalabs_power_default_limit_mW",
                        "Default power limit of the device (in mW)",
                        reading -> 1000.0 * node.model().maxWatts())
                .print(out, samples);
        return out.toString();
    }

    private static String labels(NodeReadings node, NodeReadings.Measured measured) {
        Entry entry = measured.entry();
        StringBuilder labels = new StringBuilder(200);
        // the serial number of the board is in it: no two nodes have the same
        String serial = String.format(
                "TN%08X%02d", measured.uuid().hashCode(), entry.device().gpu());
        DcgmExporter.label(labels, "UUID", "01P4-HL3080A0-15-" + serial + "-01-01-01");
        DcgmExporter.label(labels, "device", "accel" + entry.device().gpu());
        DcgmExporter.label(labels, "busid", entry.device().id());
        DcgmExporter.label(labels, "hostname", node.node());
        entry.holder().ifPresent(holder -> {
            DcgmExporter.label(labels, "exported_pod", holder.pod());
            DcgmExporter.label(labels, "exported_namespace", holder.namespace());
            DcgmExporter.label(labels, "exported_container", holder.container());
        });
        return labels.substring(0, labels.length() - 1);
    }
}
