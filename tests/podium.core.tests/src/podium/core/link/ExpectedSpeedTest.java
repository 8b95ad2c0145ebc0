// SPDX-License-Identifier: Apache-2.0
package podium.core.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import podium.core.change.DeviceReport;
import podium.core.link.LinkResult.Verdict;
import podium.core.machine.DeviceProperty;
import podium.core.machine.LocalAccelerators;
import podium.core.machine.LocalAccelerators.Condition;
import podium.core.machine.LocalAccelerators.LocalDetails;
import podium.core.machine.LocalAccelerators.LocalDevice;
import podium.core.machine.LocalAccelerators.LocalLink;
import podium.core.machine.PeerDevice;
import podium.core.machine.PropertyValue;
import podium.model.fleet.Health;

class ExpectedSpeedTest {
    @ParameterizedTest(name = "PCIe {0} x{1} carries {2} GB/s")
    @CsvSource({
        "1, 16, 4.0",
        "2, 16, 8.0",
        "3, 16, 15.754",
        "4, 16, 31.508",
        "4, 8, 15.754",
        "5, 16, 63.015",
        "6, 16, 121.0"
    })
    void pcieIsReckonedFromGenerationAndLanes(int generation, int lanes, double gigabytes) {
        ExpectedSpeed expected = ExpectedSpeed.withHost(device(0, generation, lanes));
        assertEquals(gigabytes * 1e9, expected.bytesPerSecond().orElseThrow(), 1e6);
        assertEquals("PCIe " + generation + " x" + lanes, expected.words());
    }

    @Test
    void whatNvmlDoesNotTellIsNotExpected() {
        ExpectedSpeed none = ExpectedSpeed.withHost(new Made(0).made());
        assertEquals(ExpectedSpeed.none("NVML does not report the PCIe link"), none);
        assertTrue(ExpectedSpeed.withHost(device(0, 9, 16)).bytesPerSecond().isEmpty(), "a generation to come");
    }

    @ParameterizedTest(name = "a link of version {0} carries {1} GB/s")
    @CsvSource({"1, 20", "2, 25", "3, 25", "4, 25", "6, 25", "7, 50"})
    void anNvLinkIsReckonedFromItsVersionWhereItsSpeedIsNotTold(int version, double gigabytes) {
        LocalDevice one = new Made(0).switched(4, 0, version).made();
        LocalDevice other = new Made(1).switched(4, 0, version).made();
        assertEquals(
                4 * gigabytes * 1e9,
                ExpectedSpeed.between(one, other, true).bytesPerSecond().orElseThrow());
    }

    @Test
    void aVersionThatDriversUseForTwoGenerationsSaysNothing() {
        LocalDevice one = new Made(0).pcie(5, 16).switched(4, 0, 5).made();
        LocalDevice other = new Made(1).pcie(5, 16).switched(4, 0, 5).made();
        ExpectedSpeed expected = ExpectedSpeed.between(one, other, true);
        assertTrue(expected.bytesPerSecond().isEmpty(), "and PCIe is not the way between them");
        assertTrue(expected.nvLink(), "whatever its words are");
    }

    @Test
    void theSpeedTheDriverTellsComesBeforeTheVersion() {
        LocalDevice one = new Made(0).switched(18, 0, 6).speed(26.562e9).made();
        LocalDevice other = new Made(1).switched(18, 0, 6).speed(26.562e9).made();
        ExpectedSpeed expected = ExpectedSpeed.between(one, other, true);
        assertEquals(18 * 26.562e9, expected.bytesPerSecond().orElseThrow());
        assertEquals("18 NVLinks of 26.6 GB/s", expected.words());
    }

    @Test
    void linksToASwitchThatAreDownAreExpectedToCarryToo() {
        LocalDevice whole = new Made(0).switched(18, 0, 6).made();
        LocalDevice lame = new Made(1).switched(9, 9, 6).made();
        assertEquals(
                18 * 25e9,
                ExpectedSpeed.between(whole, lame, true).bytesPerSecond().orElseThrow());
        LinkResult half = new LinkResult(
                new LinkEnd.Device(0),
                new LinkEnd.Device(1),
                Optional.empty(),
                OptionalDouble.of(9 * 22e9),
                OptionalDouble.empty(),
                ExpectedSpeed.between(whole, lame, true),
                Optional.empty());
        assertEquals(Verdict.SLOW, half.verdict());
    }

    @Test
    void linksThatLeadStraightToTheOtherComeBeforeThoseToASwitch() {
        LocalDevice one =
                new Made(0).neighbour(1, PeerDevice.Way.SYSTEM, 2).speed(25e9).made();
        LocalDevice other =
                new Made(1).neighbour(0, PeerDevice.Way.SYSTEM, 2).speed(25e9).made();
        assertEquals(
                50e9, ExpectedSpeed.between(one, other, true).bytesPerSecond().orElseThrow());
    }

    @Test
    void withoutNvLinkTheSlowerPcieOfTheTwoCounts() {
        LocalDevice narrow = new Made(1)
                .pcie(4, 8)
                .neighbour(0, PeerDevice.Way.ONE_SWITCH, 0)
                .made();
        ExpectedSpeed there = ExpectedSpeed.between(device(0, 4, 16), narrow, true);
        ExpectedSpeed back = ExpectedSpeed.between(narrow, device(0, 4, 16), true);
        assertEquals("PCIe 4 x8", there.words());
        assertFalse(there.nvLink());
        assertEquals(there, back);
        ExpectedSpeed untold = ExpectedSpeed.between(device(0, 4, 16), new Made(1).made(), true);
        assertTrue(untold.bytesPerSecond().isEmpty(), "of one nothing is known");
    }

    @Test
    void overTheLinkBetweenProcessorsAndThroughTheHostNothingIsExpected() {
        LocalDevice far =
                new Made(0).pcie(5, 16).neighbour(1, PeerDevice.Way.SYSTEM, 0).made();
        assertTrue(ExpectedSpeed.between(far, device(1, 5, 16), true)
                .bytesPerSecond()
                .isEmpty());
        ExpectedSpeed staged = ExpectedSpeed.between(device(0, 5, 16), device(1, 5, 16), false);
        assertTrue(staged.words().startsWith("no peer access"));
    }

    private static LocalDevice device(int index, int generation, int lanes) {
        return new Made(index).pcie(generation, lanes).made();
    }

    private static final class Made {
        private final int index;
        private final Map<DeviceProperty, PropertyValue> facts = new EnumMap<>(DeviceProperty.class);
        private final List<LocalLink> links = new ArrayList<>();
        private List<PeerDevice> neighbours = List.of();

        Made(int index) {
            this.index = index;
        }

        Made pcie(int generation, int lanes) {
            facts.put(DeviceProperty.PCIE_GENERATION_HIGHEST, new PropertyValue.Quantity(generation));
            facts.put(DeviceProperty.PCIE_WIDTH_GREATEST, new PropertyValue.Quantity(lanes));
            return this;
        }

        Made speed(double bytesPerSecond) {
            facts.put(DeviceProperty.NVLINK_SPEED, new PropertyValue.Quantity(bytesPerSecond));
            return this;
        }

        Made neighbour(int other, PeerDevice.Way way, int nvLinks) {
            neighbours = List.of(new PeerDevice(other, way, nvLinks, PeerDevice.Peer.YES));
            return this;
        }

        Made switched(int up, int down, int version) {
            for (int i = 0; i < up + down; i++) {
                boolean active = i < up;
                links.add(new LocalLink(
                        i,
                        active,
                        OptionalInt.of(version),
                        "",
                        active ? LocalAccelerators.LinkEnd.SWITCH : LocalAccelerators.LinkEnd.UNKNOWN,
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        Map.of()));
            }
            return this;
        }

        LocalDevice made() {
            return new LocalDevice(
                    new DeviceReport(index, "", "", OptionalLong.empty(), "", OptionalInt.empty(), Health.UNKNOWN, ""),
                    new Condition.Answering(),
                    Map.of(),
                    new LocalDetails(
                            facts, Map.of(), Optional.empty(), links, Optional.empty(), List.of(), neighbours));
        }
    }
}
