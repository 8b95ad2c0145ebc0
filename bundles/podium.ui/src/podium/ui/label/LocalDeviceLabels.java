// SPDX-License-Identifier: Apache-2.0
package podium.ui.label;

import java.time.Duration;
import podium.core.machine.DeviceProperty;
import podium.core.machine.PeerDevice;
import podium.core.machine.SampleWindow;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;

/** Words for what a driver tells of a device of this machine. */
public final class LocalDeviceLabels {
    private LocalDeviceLabels() {}

    /** Heading over facts of one topic. */
    public static String topic(DeviceProperty.Topic topic) {
        return switch (topic) {
            case IDENTITY -> Texts.of("LocalDeviceLabels.board");
            case MODE -> Texts.of("LocalDeviceLabels.modes");
            case POWER -> Texts.of("LocalDeviceLabels.powerLimits");
            case CLOCKS -> Texts.of("LocalDeviceLabels.clocks");
            case TEMPERATURE -> Texts.of("LocalDeviceLabels.temperatureLimits");
            case MEMORY -> Texts.of("LocalDeviceLabels.memory");
            case PCIE -> "PCIe";
            case FABRIC -> Texts.of("LocalDeviceLabels.nvlinkFabric");
            case PLACE -> Texts.of("LocalDeviceLabels.nearTheDevice");
        };
    }

    public static String label(DeviceProperty fact) {
        return switch (fact) {
            case SERIAL -> Texts.of("LocalDeviceLabels.serialNumber");
            case PART_NUMBER -> Texts.of("LocalDeviceLabels.partNumber");
            case CAPABILITY -> Texts.of("LocalDeviceLabels.cudaCapability");
            case MINOR_NUMBER -> Texts.of("LocalDeviceLabels.deviceFile");
            case KERNEL_DRIVER -> Texts.of("LocalDeviceLabels.kernelModule");
            case MIG -> "MIG";
            case ECC -> "ECC";
            case POWER_LIMIT -> Texts.of("LocalDeviceLabels.inForce");
            case POWER_LIMIT_SET -> Texts.of("LocalDeviceLabels.set");
            case POWER_LIMIT_DEFAULT -> Texts.of("LocalDeviceLabels.afterAReset");
            case POWER_LIMIT_LOWEST -> Texts.of("LocalDeviceLabels.lowest");
            case POWER_LIMIT_HIGHEST -> Texts.of("LocalDeviceLabels.highest");
            case POWER_INSTANT -> Texts.of("LocalDeviceLabels.powerNow");
            case SM_CLOCK_HIGHEST -> Texts.of("LocalDeviceLabels.smMaximum");
            case MEMORY_CLOCK_HIGHEST -> Texts.of("LocalDeviceLabels.memoryMaximum");
            case PERFORMANCE_STATE -> Texts.of("LocalDeviceLabels.pState");
            case SHUTDOWN_TEMPERATURE -> Texts.of("LocalDeviceLabels.shutsDown");
            case SLOWDOWN_TEMPERATURE -> Texts.of("LocalDeviceLabels.slowsDown");
            case MEMORY_LIMIT_TEMPERATURE -> Texts.of("LocalDeviceLabels.memoryOperating");
            case LIMIT_TEMPERATURE -> Texts.of("LocalDeviceLabels.deviceOperating");
            case MEMORY_RESERVED -> Texts.of("LocalDeviceLabels.reserved");
            case MEMORY_FREE -> Texts.of("LocalDeviceLabels.free");
            case ECC_CORRECTED_OF_LIFE -> Texts.of("LocalDeviceLabels.correctedLifetime");
            case ECC_UNCORRECTED_OF_LIFE -> Texts.of("LocalDeviceLabels.uncorrectedLifetime");
            case RETIRED_SINGLE_BIT -> Texts.of("LocalDeviceLabels.pagesBit");
            case RETIRED_DOUBLE_BIT -> Texts.of("LocalDeviceLabels.pagesBits");
            case RETIREMENT_PENDING -> Texts.of("LocalDeviceLabels.pagesToRetire");
            case SPARE_ROWS -> Texts.of("LocalDeviceLabels.spareRowsBanks");
            case PCIE_GENERATION -> Texts.of("LocalDeviceLabels.generation");
            case PCIE_GENERATION_HIGHEST -> Texts.of("LocalDeviceLabels.generationMaximum");
            case PCIE_WIDTH -> Texts.of("LocalDeviceLabels.lanes");
            case PCIE_WIDTH_GREATEST -> Texts.of("LocalDeviceLabels.lanesMaximum");
            case PCIE_CORRECTABLE_ERRORS -> Texts.of("LocalDeviceLabels.errorsCorrectable");
            case PCIE_NON_FATAL_ERRORS -> Texts.of("LocalDeviceLabels.errorsNonFatal");
            case PCIE_FATAL_ERRORS -> Texts.of("LocalDeviceLabels.errorsFatal");
            case NVLINK_SPEED -> Texts.of("LocalDeviceLabels.speedOfALink");
            case FABRIC_STATE -> Texts.of("LocalDeviceLabels.state");
            case FABRIC_CLUSTER -> Texts.of("LocalDeviceLabels.cluster");
            case FABRIC_CLIQUE -> Texts.of("LocalDeviceLabels.clique");
            case FABRIC_HEALTH -> Texts.of("LocalDeviceLabels.health");
            case MEMORY_NODES -> Texts.of("LocalDeviceLabels.numaNodes");
            case FIRMWARE -> Texts.of("LocalDeviceLabels.firmware");
            case ARCHITECTURE -> Texts.of("LocalDeviceLabels.architecture");
            case PERSISTENCE -> Texts.of("LocalDeviceLabels.persistence");
            case COMPUTE_MODE -> Texts.of("LocalDeviceLabels.computeMode");
            case PARTITION -> Texts.of("LocalDeviceLabels.partition");
            case PROCESSORS -> Texts.of("LocalDeviceLabels.processors");
        };
    }

    /** Over which time a value was measured. */
    public static String window(SampleWindow window) {
        return switch (window.kind()) {
            case MOMENT -> Texts.of("LocalDeviceLabels.instantaneous");
            case MEAN ->
                window.shortest().equals(window.longest())
                        ? Texts.of(
                                "LocalDeviceLabels.meanOf",
                                millis(window.longest().toMillis()))
                        : Texts.of(
                                "LocalDeviceLabels.meanOfTo",
                                millis(window.shortest().toMillis()),
                                millis(window.longest().toMillis()));
            case SINCE_LOAD -> Texts.of("LocalDeviceLabels.sinceTheDriverWas");
            case LAST_EVENT -> Texts.of("LocalDeviceLabels.lastEvent");
        };
    }

    /** What lies between two devices, with the letters of nvidia-smi topo. */
    public static String way(PeerDevice.Way way) {
        return switch (way) {
            case ONE_BOARD -> Texts.of("LocalDeviceLabels.sameBoard");
            case ONE_SWITCH -> Texts.of("LocalDeviceLabels.onePcieSwitchPix");
            case SEVERAL_SWITCHES -> Texts.of("LocalDeviceLabels.severalPcieSwitchesPxb");
            case HOST_BRIDGE -> Texts.of("LocalDeviceLabels.aHostBridgePhb");
            case NUMA_NODE -> Texts.of("LocalDeviceLabels.hostBridgesOfA");
            case SYSTEM -> Texts.of("LocalDeviceLabels.theLinkBetweenProcessors");
            case UNKNOWN -> Texts.of("LocalDeviceLabels.notReported");
        };
    }

    private static String millis(long millis) {
        return millis < 1000 ? Formats.count(millis) + "\u2009ms" : Formats.span(Duration.ofMillis(millis));
    }

    /** How many errors of a kind an NVLink had. */
    public static String errors(String kind, long count) {
        String number = Formats.count(count);
        return switch (kind) {
            case "replay" -> Texts.of("LocalDeviceLabels.replay", number);
            case "recovery" -> Texts.of("LocalDeviceLabels.recovery", number);
            case "crc_flit" -> Texts.of("LocalDeviceLabels.crcFlit", number);
            case "crc_data" -> Texts.of("LocalDeviceLabels.crcData", number);
            case "ecc_data" -> Texts.of("LocalDeviceLabels.eccData", number);
            case "receive" -> Texts.of("LocalDeviceLabels.receive", number);
            case "remote" -> Texts.of("LocalDeviceLabels.remote", number);
            case "failed_recovery" -> Texts.of("LocalDeviceLabels.failedRecovery", number);
            case "successful_recovery" -> Texts.of("LocalDeviceLabels.successfulRecovery", number);
            case "symbol" -> Texts.of("LocalDeviceLabels.symbol", number);
            default -> kind + " " + number;
        };
    }
}
