// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.sysfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.change.DeviceReport;
import podium.core.machine.DeviceProperty;
import podium.core.machine.PropertyValue;
import podium.core.machine.SampleWindow;
import podium.core.metrics.Metric;
import podium.model.fleet.Health;

class CardsTest {
    @TempDir
    private Path root;

    @Test
    void aCardOfAmdTellsEveryMetricInItsUnit() throws IOException {
        AmdCard card = amd("card0");
        assertEquals(
                new DeviceReport(
                        0,
                        "7e19f4f3a1b2c3d4",
                        "AMD Instinct MI300X OAM",
                        OptionalLong.of(206141652992L),
                        "0000:05:00.0",
                        OptionalInt.of(0),
                        Health.UNKNOWN,
                        ""),
                card.identity(0));
        Map<Metric, Double> read = sample(card, 1);
        assertEquals(0.97, read.get(Metric.ACTIVITY), 1e-12);
        assertEquals(180e9, read.get(Metric.MEMORY_USED));
        assertEquals(712, read.get(Metric.POWER), 1e-9);
        assertEquals(71, read.get(Metric.TEMPERATURE), 1e-9);
        assertEquals(63, read.get(Metric.MEMORY_TEMPERATURE), 1e-9);
        assertEquals(2.1e9, read.get(Metric.SM_CLOCK));
        assertEquals(3, read.get(Metric.PCIE_REPLAYS));
        assertEquals(12, read.get(Metric.ECC_CORRECTED));
        assertEquals(1, read.get(Metric.ECC_UNCORRECTED));
        assertFalse(read.containsKey(Metric.ENERGY), "what the driver does not tell is unknown");
        assertEquals(SampleWindow.moment(), card.windows().get(Metric.POWER));
    }

    @Test
    void aCardOfAmdTellsItsFacts() throws IOException {
        Map<DeviceProperty, PropertyValue> facts = amd("card0").facts();
        assertEquals(new PropertyValue.Words("692432000123"), facts.get(DeviceProperty.SERIAL));
        assertEquals(new PropertyValue.Words("amdgpu"), facts.get(DeviceProperty.KERNEL_DRIVER));
        assertEquals(new PropertyValue.Words("SPX, NPS1"), facts.get(DeviceProperty.PARTITION));
        assertEquals(new PropertyValue.Words("0-47,96-143"), facts.get(DeviceProperty.PROCESSORS));
        assertEquals(new PropertyValue.Quantity(750), facts.get(DeviceProperty.POWER_LIMIT));
        assertEquals(new PropertyValue.Quantity(0), facts.get(DeviceProperty.POWER_LIMIT_LOWEST));
        assertEquals(new PropertyValue.Quantity(105), facts.get(DeviceProperty.LIMIT_TEMPERATURE));
        assertEquals(new PropertyValue.Quantity(5), facts.get(DeviceProperty.PCIE_GENERATION));
        assertEquals(new PropertyValue.Quantity(16), facts.get(DeviceProperty.PCIE_WIDTH));
    }

    @Test
    void anOlderCardOfAmdIsReadByWhatItHas() throws IOException {
        AmdCard card = amd("card1");
        assertEquals("AMD GPU 1002:740f", card.identity(1).model());
        assertEquals(OptionalInt.empty(), card.identity(1).numaNode(), "-1 is no node");
        assertEquals(OptionalLong.empty(), card.identity(1).memoryBytes());
        Map<Metric, Double> read = sample(card, 1);
        assertEquals(0, read.get(Metric.ACTIVITY));
        assertEquals(1.3e9, read.get(Metric.SM_CLOCK), "the level with the star");
        assertEquals(4e8, read.get(Metric.MEMORY_CLOCK));
        assertEquals(35, read.get(Metric.TEMPERATURE), 1e-9, "edge, where there is no junction");
        assertEquals(41, read.get(Metric.POWER), 1e-9);
        assertFalse(card.windows().containsKey(Metric.POWER), "a mean of unknown length");
    }

    @Test
    void whatIsNoNumberIsUnknown() throws IOException {
        SysfsTree tree = SysfsTree.grow(root, "mi300x-and-mi210.txt");
        AmdCard card = new AmdCard(new SysFolder(root).folder("class/drm/card0/device"));
        tree.write("devices/pci0000:00/0000:05:00.0/gpu_busy_percent", "N/A");
        tree.write("devices/pci0000:00/0000:05:00.0/ras/umc_err_count", "ue: \nce: many");
        tree.write("devices/pci0000:00/0000:05:00.0/hwmon/hwmon7/freq1_input", "");
        tree.write("devices/pci0000:00/0000:05:00.0/pp_dpm_sclk", "S: *");
        Map<Metric, Double> read = sample(card, 1);
        assertFalse(read.keySet().stream()
                .anyMatch(
                        Set.of(Metric.ACTIVITY, Metric.ECC_CORRECTED, Metric.ECC_UNCORRECTED, Metric.SM_CLOCK)
                                ::contains));
    }

    @Test
    void aCardOfXeHasPowerFromItsEnergy() throws IOException {
        SysfsTree tree = SysfsTree.grow(root, "nvidia-and-intel.txt");
        IntelCard card = intel("card1");
        assertEquals("Intel GPU 8086:e20b", card.identity(1).model());
        assertEquals(OptionalLong.of(0x2f0000000L), card.identity(1).memoryBytes());
        Map<Metric, Double> first = sample(card, 1000);
        assertEquals(5, first.get(Metric.ENERGY), 1e-9);
        assertFalse(first.containsKey(Metric.POWER), "one reading is no rate");
        tree.write("devices/pci0000:00/0000:03:00.0/hwmon/hwmon4/energy1_input", "245000000");
        Map<Metric, Double> second = sample(card, 3000);
        assertEquals(120, second.get(Metric.POWER), 1e-9);
        tree.write("devices/pci0000:00/0000:03:00.0/hwmon/hwmon4/energy1_input", "1000");
        assertFalse(sample(card, 4000).containsKey(Metric.POWER), "the counter began anew");
        assertEquals(44, second.get(Metric.TEMPERATURE), 1e-9);
        assertEquals(52, second.get(Metric.MEMORY_TEMPERATURE), 1e-9);
        assertEquals(2.85e9, second.get(Metric.SM_CLOCK));
        assertFalse(second.containsKey(Metric.ACTIVITY), "the driver tells it through perf only");
        assertEquals(new PropertyValue.Quantity(190), card.facts().get(DeviceProperty.POWER_LIMIT));
        assertEquals(new PropertyValue.Quantity(4), card.facts().get(DeviceProperty.PCIE_GENERATION_HIGHEST));
    }

    @Test
    void aCardOfI915IsReadByItsOwnNames() throws IOException {
        SysfsTree.grow(root, "nvidia-and-intel.txt");
        IntelCard card = intel("card2");
        Map<Metric, Double> read = sample(card, 1);
        assertEquals(2.05e9, read.get(Metric.SM_CLOCK));
        assertEquals(41, read.get(Metric.TEMPERATURE), 1e-9);
        assertEquals(16225243136.0, read.get(Metric.MEMORY_TOTAL));
        assertEquals(new PropertyValue.Quantity(2.05e9), card.facts().get(DeviceProperty.SM_CLOCK_HIGHEST));
        assertTrue(card.isThere());
    }

    private AmdCard amd(String card) throws IOException {
        SysfsTree.grow(root, "mi300x-and-mi210.txt");
        return new AmdCard(new SysFolder(root).folder("class/drm/" + card + "/device"));
    }

    private IntelCard intel(String card) {
        return new IntelCard(new SysFolder(root).folder("class/drm/" + card));
    }

    private static Map<Metric, Double> sample(SysfsCard card, long time) {
        Map<Metric, Double> read = new EnumMap<>(Metric.class);
        card.sample(time, (metric, value) -> value.ifPresent(number -> read.put(metric, number)));
        return read;
    }
}
