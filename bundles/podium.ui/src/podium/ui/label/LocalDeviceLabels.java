// SPDX-License-Identifier: Apache-2.0
package podium.ui.label;

import java.time.Duration;
import java.util.Locale;
import podium.core.machine.DeviceProperty;
import podium.core.machine.PeerDevice;
import podium.core.machine.SampleWindow;
import podium.ui.toolkit.Formats;

/** Words for what a driver tells of a device of this machine. */
public final class LocalDeviceLabels {
    private LocalDeviceLabels() {}

    /** Heading over facts of one topic. */
    public static String topic(DeviceProperty.Topic topic) {
        return switch (topic) {
            case IDENTITY -> "Board";
            case MODE -> "Modes";
            case POWER -> "Power limits";
            case CLOCKS -> "Clocks";
            case TEMPERATURE -> "Temperature limits";
            case MEMORY -> "Memory";
            case PCIE -> "PCIe";
            case FABRIC -> "NVLink fabric";
            case PLACE -> "Near the device";
        };
    }

    public static String label(DeviceProperty fact) {
        return switch (fact) {
            case SERIAL -> "serial number";
            case PART_NUMBER -> "part number";
            case CAPABILITY -> "CUDA capability";
            case MINOR_NUMBER -> "device file";
            case KERNEL_DRIVER -> "kernel module";
            case MIG -> "MIG";
            case ECC -> "ECC";
            case POWER_LIMIT -> "in force";
            case POWER_LIMIT_SET -> "set";
            case POWER_LIMIT_DEFAULT -> "after a reset";
            case POWER_LIMIT_LOWEST -> "lowest";
            case POWER_LIMIT_HIGHEST -> "highest";
            case POWER_INSTANT -> "power now";
            case SM_CLOCK_HIGHEST -> "SM, maximum";
            case MEMORY_CLOCK_HIGHEST -> "memory, maximum";
            case PERFORMANCE_STATE -> "P-state";
            case SHUTDOWN_TEMPERATURE -> "shuts down";
            case SLOWDOWN_TEMPERATURE -> "slows down";
            case MEMORY_LIMIT_TEMPERATURE -> "memory, operating";
            case LIMIT_TEMPERATURE -> "device, operating";
            case MEMORY_RESERVED -> "reserved";
            case MEMORY_FREE -> "free";
            case ECC_CORRECTED_OF_LIFE -> "corrected, lifetime";
            case ECC_UNCORRECTED_OF_LIFE -> "uncorrected, lifetime";
            case RETIRED_SINGLE_BIT -> "pages, 1 bit";
            case RETIRED_DOUBLE_BIT -> "pages, 2 bits";
            case RETIREMENT_PENDING -> "pages to retire";
            case SPARE_ROWS -> "spare rows, banks";
            case PCIE_GENERATION -> "generation";
            case PCIE_GENERATION_HIGHEST -> "generation, maximum";
            case PCIE_WIDTH -> "lanes";
            case PCIE_WIDTH_GREATEST -> "lanes, maximum";
            case PCIE_CORRECTABLE_ERRORS -> "errors, correctable";
            case PCIE_NON_FATAL_ERRORS -> "errors, non-fatal";
            case PCIE_FATAL_ERRORS -> "errors, fatal";
            case NVLINK_SPEED -> "speed of a link";
            case FABRIC_STATE -> "state";
            case FABRIC_CLUSTER -> "cluster";
            case FABRIC_CLIQUE -> "clique";
            case FABRIC_HEALTH -> "health";
            case MEMORY_NODES -> "NUMA nodes";
            case FIRMWARE, ARCHITECTURE, PERSISTENCE, COMPUTE_MODE, PARTITION, PROCESSORS ->
                fact.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }

    /** Over which time a value was measured. */
    public static String window(SampleWindow window) {
        return switch (window.kind()) {
            case MOMENT -> "instantaneous";
            case MEAN ->
                window.shortest().equals(window.longest())
                        ? "mean of " + millis(window.longest().toMillis())
                        : "mean of " + millis(window.shortest().toMillis()) + " to "
                                + millis(window.longest().toMillis());
            case SINCE_LOAD -> "since the driver was loaded";
            case LAST_EVENT -> "last event";
        };
    }

    /** What lies between two devices, with the letters of nvidia-smi topo. */
    public static String way(PeerDevice.Way way) {
        return switch (way) {
            case ONE_BOARD -> "same board";
            case ONE_SWITCH -> "one PCIe switch (PIX)";
            case SEVERAL_SWITCHES -> "several PCIe switches (PXB)";
            case HOST_BRIDGE -> "a host bridge (PHB)";
            case NUMA_NODE -> "host bridges of a NUMA node (NODE)";
            case SYSTEM -> "the link between processors (SYS)";
            case UNKNOWN -> "not reported";
        };
    }

    private static String millis(long millis) {
        return millis < 1000 ? Formats.count(millis) + "\u2009ms" : Formats.span(Duration.ofMillis(millis));
    }
}
