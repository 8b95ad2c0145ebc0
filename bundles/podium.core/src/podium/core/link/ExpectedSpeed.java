// SPDX-License-Identifier: Apache-2.0
package podium.core.link;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import podium.core.machine.DeviceProperty;
import podium.core.machine.LocalAccelerators.LinkEnd;
import podium.core.machine.LocalAccelerators.LocalDevice;
import podium.core.machine.LocalAccelerators.LocalLink;
import podium.core.machine.PeerDevice;
import podium.core.machine.PropertyValue;
import podium.core.text.Counted;
import podium.core.texts.Texts;

/**
 * What a link should carry in one direction, by what NVML tells of it.
 *
 * @param bytesPerSecond nominal; empty when nothing can be expected
 * @param words how it was reckoned, or why there is nothing to expect
 * @param nvLink whether it goes over NVLinks
 */
public record ExpectedSpeed(OptionalDouble bytesPerSecond, String words, boolean nvLink) {
    private static final double GB = 1e9;

    /** Over PCIe. */
    public ExpectedSpeed(OptionalDouble bytesPerSecond, String words) {
        this(bytesPerSecond, words, false);
    }

    /** Nothing can be expected. */
    public static ExpectedSpeed none(String reason) {
        return new ExpectedSpeed(OptionalDouble.empty(), reason);
    }

    /**
     * Between two devices: over the NVLinks that join them, else over the slower PCIe of the two.
     *
     * @param peer whether one reaches the other's memory directly
     */
    public static ExpectedSpeed between(LocalDevice from, LocalDevice to, boolean peer) {
        if (!peer) {
            return none(Texts.of("ExpectedSpeed.noPeerAccessThe"));
        }
        ExpectedSpeed fabric = overNvLinks(from, to);
        if (fabric.bytesPerSecond.isPresent() || linksBetween(from, to) > 0) {
            return fabric;
        }
        boolean processors = from.details().neighbours().stream()
                .anyMatch(one -> one.index() == to.device().index() && one.way() == PeerDevice.Way.SYSTEM);
        if (processors) {
            return none(Texts.of("ExpectedSpeed.throughTheLinkBetween"));
        }
        ExpectedSpeed one = withHost(from);
        ExpectedSpeed other = withHost(to);
        if (one.bytesPerSecond.isEmpty() || other.bytesPerSecond.isEmpty()) {
            return one.bytesPerSecond.isEmpty() ? one : other;
        }
        return one.bytesPerSecond.getAsDouble() <= other.bytesPerSecond.getAsDouble() ? one : other;
    }

    /** Between a device and the memory of the host: the best PCIe that the device and its slot can do together. */
    public static ExpectedSpeed withHost(LocalDevice device) {
        OptionalInt generation = whole(device, DeviceProperty.PCIE_GENERATION_HIGHEST);
        OptionalInt lanes = whole(device, DeviceProperty.PCIE_WIDTH_GREATEST);
        if (generation.isEmpty() || lanes.isEmpty()) {
            return none(Texts.of("ExpectedSpeed.nvmlDoesNotReportPcie"));
        }
        OptionalDouble lane = pcieLane(generation.getAsInt());
        return lane.isEmpty()
                ? none(Texts.of("ExpectedSpeed.pcieOfGenerationWhose", generation.getAsInt()))
                : new ExpectedSpeed(
                        OptionalDouble.of(lane.getAsDouble() * lanes.getAsInt()),
                        "PCIe " + generation.getAsInt() + " x" + lanes.getAsInt());
    }

    /**
     * Bytes a second of one PCIe lane and direction after its line code (PCI Express Base Specification: 2.5 and 5 GT/s
     * with 8b/10b; 8, 16 and 32 GT/s with 128b/130b; 64 GT/s in flits of 256 bytes of which 242 are data and
     * protocol).
     */
    static OptionalDouble pcieLane(int generation) {
        return switch (generation) {
            case 1 -> OptionalDouble.of(2.5 * GB / 8 * 8 / 10);
            case 2 -> OptionalDouble.of(5 * GB / 8 * 8 / 10);
            case 3 -> OptionalDouble.of(8 * GB / 8 * 128 / 130);
            case 4 -> OptionalDouble.of(16 * GB / 8 * 128 / 130);
            case 5 -> OptionalDouble.of(32 * GB / 8 * 128 / 130);
            case 6 -> OptionalDouble.of(64 * GB / 8 * 242 / 256);
            default -> OptionalDouble.empty();
        };
    }

    /**
     * Bytes a second of one NVLink and direction, by what nvmlDeviceGetNvLinkVersion answers (nvmlNvlinkVersion_t of
     * nvml.h: 1 is 1.0, 2 is 2.0, 3 is 2.2, 4 is 3.0, 5 is 3.1, 6 is 4.0, 7 is 5.0) and the data sheets: P100 20 GB/s,
     * V100, A100 and H100 25 GB/s, B200 50 GB/s. Some drivers answer 5 for NVLink 5, so 5 says nothing.
     */
    static OptionalDouble nvLink(int version) {
        return switch (version) {
            case 1 -> OptionalDouble.of(20 * GB);
            case 2, 3, 4, 6 -> OptionalDouble.of(25 * GB);
            case 7 -> OptionalDouble.of(50 * GB);
            default -> OptionalDouble.empty();
        };
    }

    private static ExpectedSpeed overNvLinks(LocalDevice from, LocalDevice to) {
        int links = linksBetween(from, to);
        OptionalDouble one = linkSpeed(from);
        OptionalDouble other = linkSpeed(to);
        if (links == 0 || one.isEmpty() || other.isEmpty()) {
            return new ExpectedSpeed(
                    OptionalDouble.empty(), Texts.of("ExpectedSpeed.nvmlDoesNotReportNvLinkSpeed"), true);
        }
        double slower = Math.min(one.getAsDouble(), other.getAsDouble());
        return new ExpectedSpeed(
                OptionalDouble.of(slower * links),
                Texts.of(
                        "ExpectedSpeed.nvLinksOfGbEach",
                        Counted.of(links, "NVLink"),
                        String.format(Locale.ROOT, "%.1f", slower / GB)),
                true);
    }

    /** Those that lead straight to the other, else those of either to a switch: of the one that has fewer. */
    private static int linksBetween(LocalDevice from, LocalDevice to) {
        int direct = from.details().neighbours().stream()
                .filter(one -> one.index() == to.device().index())
                .mapToInt(PeerDevice::nvLinks)
                .sum();
        return direct > 0 ? direct : Math.min(toSwitch(from), toSwitch(to));
    }

    /** Links that are down count too: what they do not carry is what the measurement is to show. */
    private static int toSwitch(LocalDevice device) {
        boolean any = device.details().links().stream().anyMatch(link -> link.end() == LinkEnd.SWITCH);
        return any
                ? (int) device.details().links().stream()
                        .filter(link -> link.end() == LinkEnd.SWITCH || !link.active())
                        .count()
                : 0;
    }

    /** What the driver says, else what the version says. */
    private static OptionalDouble linkSpeed(LocalDevice device) {
        if (device.details().facts().get(DeviceProperty.NVLINK_SPEED) instanceof PropertyValue.Quantity told
                && told.value() > 0) {
            return OptionalDouble.of(told.value());
        }
        return device.details().links().stream()
                .filter(LocalLink::active)
                .flatMap(link -> link.version().stream().boxed())
                .findFirst()
                .map(ExpectedSpeed::nvLink)
                .orElse(OptionalDouble.empty());
    }

    private static OptionalInt whole(LocalDevice device, DeviceProperty fact) {
        return device.details().facts().get(fact) instanceof PropertyValue.Quantity quantity
                ? OptionalInt.of((int) quantity.value())
                : OptionalInt.empty();
    }
}
