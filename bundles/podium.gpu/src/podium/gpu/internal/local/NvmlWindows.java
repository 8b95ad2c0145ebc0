// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.local;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import podium.core.machine.SampleWindow;
import podium.core.metrics.Metric;
import podium.gpu.internal.nvml.NvmlDevice;

/** Over which time NVML measures what it tells (nvml.h, comments of the functions). */
final class NvmlWindows {
    /** nvmlUtilization_t: "the sample period may be between 1 second and 1/6 second, depending on the product". */
    private static final SampleWindow UTILIZATION = SampleWindow.mean(Duration.ofMillis(167), Duration.ofSeconds(1));

    private static final SampleWindow PCIE = SampleWindow.mean(Duration.ofMillis(20));
    private static final SampleWindow SECOND = SampleWindow.mean(Duration.ofSeconds(1));

    private NvmlWindows() {}

    /** @param between two readings of counters that are told as rates */
    static Map<Metric, SampleWindow> of(NvmlDevice device, Duration between) {
        Map<Metric, SampleWindow> windows = new EnumMap<>(Metric.class);
        windows.put(Metric.ACTIVITY, UTILIZATION);
        device.board()
                .averagesPower()
                .get()
                .ifPresent(mean -> windows.put(Metric.POWER, mean ? SECOND : SampleWindow.moment()));
        windows.put(Metric.PCIE_TX, PCIE);
        windows.put(Metric.PCIE_RX, PCIE);
        windows.put(Metric.NVLINK_TRAFFIC, SampleWindow.mean(between));
        windows.put(Metric.XID, SampleWindow.lastEvent());
        for (Metric moment : new Metric[] {
            Metric.MEMORY_USED,
            Metric.MEMORY_TOTAL,
            Metric.TEMPERATURE,
            Metric.MEMORY_TEMPERATURE,
            Metric.SM_CLOCK,
            Metric.MEMORY_CLOCK,
            Metric.THROTTLE_REASONS
        }) {
            windows.put(moment, SampleWindow.moment());
        }
        for (Metric count :
                new Metric[] {Metric.ENERGY, Metric.ECC_CORRECTED, Metric.ECC_UNCORRECTED, Metric.PCIE_REPLAYS}) {
            windows.put(count, SampleWindow.sinceLoad());
        }
        return windows;
    }
}
