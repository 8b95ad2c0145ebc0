// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;

/** What NVML returns for a device, as values: memory, PCI address, ranges. */
public final class DeviceReadings {
    private DeviceReadings() {}

    /** Bytes. */
    public record Memory(long total, long reserved, long free, long used) {}

    /** @param busId domain:bus:device.function with a domain of eight digits */
    public record Pci(String busId, int domain, int bus, int device, int deviceId) {
        static Pci of(MemorySegment struct) {
            return new Pci(
                    struct.getString(NvmlStructLayouts.offset(NvmlStructLayouts.PCI, "busId")),
                    struct.get(JAVA_INT, NvmlStructLayouts.offset(NvmlStructLayouts.PCI, "domain")),
                    struct.get(JAVA_INT, NvmlStructLayouts.offset(NvmlStructLayouts.PCI, "bus")),
                    struct.get(JAVA_INT, NvmlStructLayouts.offset(NvmlStructLayouts.PCI, "device")),
                    struct.get(JAVA_INT, NvmlStructLayouts.offset(NvmlStructLayouts.PCI, "pciDeviceId")));
        }
    }

    /** From the lowest to the highest. */
    public record Range(double lowest, double highest) {}
}
