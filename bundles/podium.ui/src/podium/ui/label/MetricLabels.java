// SPDX-License-Identifier: Apache-2.0
package podium.ui.label;

import podium.core.fleet.MigShare;
import podium.core.metrics.Metric;
import podium.model.fleet.Accelerator;
import podium.ui.texts.Texts;

/** What a metric is called: the same wherever it is shown. */
public final class MetricLabels {
    private MetricLabels() {}

    /** The same of one device: no source measures a GPU that is cut by MIG, but for its instances. */
    public static String word(Metric metric, Accelerator device) {
        boolean summed = device.getSlices().stream()
                .anyMatch(slice ->
                        MigShare.of(String.valueOf(slice.getProfile()), "").isPresent());
        return summed && metric == Metric.ACTIVITY
                ? Texts.of("MetricLabels.activityOfItsSlices")
                : summed && metric == Metric.TENSOR_ACTIVITY
                        ? Texts.of("MetricLabels.tensorActivityOfItsSlices")
                        : word(metric);
    }

    public static String word(Metric metric) {
        return switch (metric) {
            case ACTIVITY -> Texts.of("MetricLabels.activity");
            case TENSOR_ACTIVITY -> Texts.of("MetricLabels.tensorActivity");
            case MEMORY_USED -> Texts.of("MetricLabels.memoryUsed");
            case MEMORY_TOTAL -> Texts.of("MetricLabels.memoryTotal");
            case POWER -> Texts.of("MetricLabels.power");
            case POWER_LIMIT -> Texts.of("MetricLabels.powerLimit");
            case ENERGY -> Texts.of("MetricLabels.energy");
            case TEMPERATURE -> Texts.of("MetricLabels.temperature");
            case MEMORY_TEMPERATURE -> Texts.of("MetricLabels.memoryTemperature");
            case SM_CLOCK -> Texts.of("MetricLabels.smClock");
            case MEMORY_CLOCK -> Texts.of("MetricLabels.memoryClock");
            case NVLINK_TRAFFIC -> Texts.of("MetricLabels.nvlinkTraffic");
            case PCIE_TX -> Texts.of("MetricLabels.pcieTx");
            case PCIE_RX -> Texts.of("MetricLabels.pcieRx");
            case XID -> Texts.of("MetricLabels.xid");
            case ECC_CORRECTED -> Texts.of("MetricLabels.eccCorrected");
            case ECC_UNCORRECTED -> Texts.of("MetricLabels.eccUncorrected");
            case REMAPPED_ROWS -> Texts.of("MetricLabels.remappedRows");
            case PCIE_REPLAYS -> Texts.of("MetricLabels.pcieReplays");
            case THROTTLE_REASONS -> Texts.of("MetricLabels.throttleReasons");
            case NODE_CPU -> Texts.of("MetricLabels.nodeCpu");
            case NODE_MEMORY -> Texts.of("MetricLabels.nodeMemory");
        };
    }
}
