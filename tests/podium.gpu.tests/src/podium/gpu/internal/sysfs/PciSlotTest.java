// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.sysfs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import podium.core.machine.DeviceProperty;
import podium.core.machine.PropertyValue;

class PciSlotTest {
    @TempDir
    private Path folder;

    private PciSlot slot(String file, String content) throws IOException {
        Files.writeString(folder.resolve(file), content + "\n");
        return new PciSlot(new SysFolder(folder));
    }

    private static Map<DeviceProperty, PropertyValue> facts(PciSlot slot) {
        Map<DeviceProperty, PropertyValue> facts = new EnumMap<>(DeviceProperty.class);
        slot.addFacts(facts);
        return facts;
    }

    /** As pci_speed_string of the kernel writes them, in older and newer ones. */
    @ParameterizedTest
    @CsvSource({
        "2.5 GT/s PCIe, 1",
        "5.0 GT/s PCIe, 2",
        "5 GT/s, 2",
        "8.0 GT/s PCIe, 3",
        "8 GT/s, 3",
        "16.0 GT/s PCIe, 4",
        "32.0 GT/s PCIe, 5",
        "64.0 GT/s PCIe, 6"
    })
    void theSpeedOfALaneTellsItsGeneration(String speed, double generation) throws IOException {
        slot("current_link_speed", speed);
        Map<DeviceProperty, PropertyValue> facts = facts(slot("max_link_speed", speed));
        assertEquals(new PropertyValue.Quantity(generation), facts.get(DeviceProperty.PCIE_GENERATION));
        assertEquals(new PropertyValue.Quantity(generation), facts.get(DeviceProperty.PCIE_GENERATION_HIGHEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Unknown", "", "128.0 GT/s PCIe"})
    void aSpeedThatIsNotKnownIsNoGeneration(String speed) throws IOException {
        assertFalse(facts(slot("current_link_speed", speed)).containsKey(DeviceProperty.PCIE_GENERATION));
    }

    @ParameterizedTest
    @CsvSource({
        "0x030000, true",
        "0x030200, true",
        "0x120000, true",
        "0x038000, true",
        "0x020000, false",
        "0x040300, false",
        "'', false"
    })
    void displayControllersAndProcessingAcceleratorsAreGpus(String kind, boolean gpu) throws IOException {
        assertEquals(gpu, slot("class", kind).isGpu());
    }

    @Test
    void aMachineWithoutNumaNodesTellsNone() throws IOException {
        assertEquals(OptionalInt.empty(), slot("numa_node", "-1").numaNode());
        assertEquals(OptionalInt.of(0), slot("numa_node", "0").numaNode());
        assertEquals(OptionalInt.empty(), slot("numa_node", "x").numaNode());
    }

    @Test
    void aDeviceThatTellsNothingHasNoFacts() {
        assertEquals(Map.of(), facts(new PciSlot(new SysFolder(folder))));
    }
}
