// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import podium.core.machine.DeviceProperty;
import podium.core.machine.LocalAccelerators.Condition;
import podium.model.fleet.Accelerator;
import podium.model.fleet.FleetFactory;
import podium.ui.fake.FakeMachine;
import podium.ui.label.LocalDeviceLabels;
import podium.ui.table.StateIcon;
import podium.ui.toolkit.Icon;

class LocalDevicePropertiesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final FakeMachine machine = new FakeMachine();
    private final LocalDeviceProperties local = new LocalDeviceProperties(machine, InstantSource.fixed(NOW));

    @Test
    void onlyAnAcceleratorOfThisMachineHasThem() {
        machine.devices.put("GPU-a", FakeMachine.device(new Condition.Answering(), NOW));
        assertTrue(local.isFor(accelerator("GPU-a")));
        assertFalse(local.isFor(accelerator("GPU-b")));
        assertFalse(local.isFor(accelerator(null)), "one whose identifier is not known");
        assertFalse(local.isFor(FleetFactory.INSTANCE.createNode()));
        assertEquals(Map.of(), local.of(accelerator("GPU-b")));
    }

    @Test
    void aMeasuredValueSaysItsWindowAndTheAgeOfAllIsSaidOnce() {
        Map<String, List<PropertyEntry>> facts = of(new Condition.Answering());
        assertEquals("2 s ago", value(facts, "Measured", "read"));
        assertEquals("688 W, mean of 1.0 s", value(facts, "Measured", "power"));
        assertEquals("97 %, mean of 167 ms to 1.0 s", value(facts, "Measured", "activity"));
        assertEquals("61 °C, instantaneous", value(facts, "Measured", "temperature"));
        assertEquals("1 980 MHz", value(facts, "Measured", "SM clock"), "a window that is not known is not said");
    }

    @Test
    void aFactThatIsNotToldIsShownWithTheReason() {
        PropertyEntry fact = fact(of(new Condition.Answering()), "NVLink fabric", "clique");
        assertEquals("not supported by this device", fact.value());
        assertEquals(Optional.of(Icon.UNKNOWN), fact.mark().map(StateIcon::icon));
    }

    @Test
    void factsHaveTheirUnit() {
        Map<String, List<PropertyEntry>> facts = of(new Condition.Answering());
        assertEquals("700 W", value(facts, "Power limits", "in force"));
        assertEquals("95 °C", value(facts, "Temperature limits", "memory, operating"));
        assertEquals("1650522001122", value(facts, "Board", "serial number"));
        assertEquals("at the next reset", value(facts, "Remapped rows", "pending"));
    }

    @Test
    void linksSlicesNeighboursAndProcessesAreListed() {
        Map<String, List<PropertyEntry>> facts = of(new Condition.Answering());
        assertEquals(
                "up to switch 00000000:05:00.0, sent 1 KiB, received 2 KiB, errors: CRC of data 9",
                value(facts, "NVLinks", "link 0"));
        PropertyEntry down = fact(facts, "NVLinks", "link 1");
        assertEquals("down", down.value());
        assertEquals(Optional.of(Icon.FAILED), down.mark().map(StateIcon::icon));
        assertEquals(
                "4 NVLinks, PCIe: the link between processors (SYS), reads and writes its memory",
                value(facts, "Other GPUs", "GPU 5"));
        assertTrue(value(facts, "Slices", "1g.10gb").startsWith("? of 10 KiB, multiprocessors 16, GPU instance 7"));
        assertEquals("1 KiB, python3 train.py", value(facts, "Processes", "process 4711"));
    }

    @Test
    void aLostDeviceSaysSoFirst() {
        Map<String, List<PropertyEntry>> facts = of(new Condition.Lost("GPU 0: fallen off the bus."));
        PropertyEntry first = facts.values().iterator().next().getFirst();
        assertEquals("GPU 0: fallen off the bus.", first.value());
        assertEquals(Optional.of(Icon.FAILED), first.mark().map(StateIcon::icon));
        PropertyEntry stalled = of(new Condition.Stalled("It hangs.", Duration.ofSeconds(9)))
                .values()
                .iterator()
                .next()
                .getFirst();
        assertEquals("It hangs. This has lasted 9.0 s.", stalled.value().replace('\u2009', ' '));
    }

    @Test
    void noTwoFactsOfATopicHaveOneLabel() {
        Set<String> seen = new HashSet<>();
        for (DeviceProperty fact : DeviceProperty.values()) {
            assertTrue(seen.add(fact.topic() + LocalDeviceLabels.label(fact)), fact.name());
        }
    }

    private Map<String, List<PropertyEntry>> of(Condition condition) {
        machine.devices.put("GPU-a", FakeMachine.device(condition, NOW));
        return local.of(accelerator("GPU-a"));
    }

    private static String value(Map<String, List<PropertyEntry>> facts, String group, String label) {
        return fact(facts, group, label).value().replace('\u2009', ' ');
    }

    private static PropertyEntry fact(Map<String, List<PropertyEntry>> facts, String group, String label) {
        return facts.getOrDefault(group, List.of()).stream()
                .filter(fact -> fact.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + label + " in " + group + " of " + facts));
    }

    private static Accelerator accelerator(String uuid) {
        Accelerator accelerator = FleetFactory.INSTANCE.createAccelerator();
        accelerator.setUuid(uuid);
        return accelerator;
    }
}
