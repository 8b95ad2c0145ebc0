// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.core.machine.DeviceProperty;
import podium.core.machine.LocalAccelerators.LinkEnd;
import podium.core.machine.LocalAccelerators.LocalDetails;
import podium.core.machine.LocalAccelerators.LocalDevice;
import podium.core.machine.LocalAccelerators.LocalLink;
import podium.core.machine.LocalSlice;
import podium.core.machine.PeerDevice;
import podium.core.machine.PropertyValue;
import podium.core.machine.SampleWindow;
import podium.core.metrics.Metric;
import podium.gpu.internal.nvml.Nvml;
import podium.gpu.internal.nvml.NvmlStub;

@NonNullByDefault({})
class SlowReadingsTest {
    private static final String TOLD = """
        count 2
        0.uuid GPU-a
        0.pci 00000000:1A:00.0
        0.power 1000
        0.serial 1650522001122
        0.architecture 9
        0.capability 9 0
        0.mig 0 1
        0.eccmode 1 1
        0.computemode 3
        0.field.31 1 1
        0.field.82 1 0
        0.field.90 1 26562
        0.field.186 1 512345
        0.spares 640 3 2 1 0
        0.cpus 0xf0000000f
        0.fabric 3 999 7 2 2 0a0b0c0d0e0f101112131415161718ff
        0.migmax 7
        0m1.uuid MIG-b
        0m1.name NVIDIA H100 80GB HBM3 MIG 3g.40gb
        0m1.gi 2
        0.link.0 1
        0.linkversion.0 4
        0.linkend.0 0
        0.linkremote.0 00000000:1B:00.0
        0.linkerrors.0.0 5
        0.field.209.0 3 2
        0.link.1 0
        0.linkremote.1 00000000:1B:00.0
        0.ancestor.1 50
        0.peer.1.0 0
        0.peer.1.1 5
        1.pci 00000000:1B:00.0
        1.power 1000
        """;

    private static final Set<DeviceProperty> OTHER_MAKERS =
            Set.of(DeviceProperty.KERNEL_DRIVER, DeviceProperty.PARTITION);

    @TempDir
    static Path folder;

    private static NvmlStub stub;

    private final Map<String, Double> sunk = new HashMap<>();

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        stub = NvmlStub.compile(folder);
    }

    @Test
    void everyFactIsAValueOrTheReasonWhyThereIsNone() throws Throwable {
        Map<DeviceProperty, PropertyValue> facts = read(TOLD, 1).details().facts();
        assertEquals(new PropertyValue.Words("1650522001122"), facts.get(DeviceProperty.SERIAL));
        assertEquals(new PropertyValue.Words("hopper"), facts.get(DeviceProperty.ARCHITECTURE));
        assertEquals(new PropertyValue.Words("9.0"), facts.get(DeviceProperty.CAPABILITY));
        assertEquals(new PropertyValue.Switch(false, "off, on after a reset"), facts.get(DeviceProperty.MIG));
        assertEquals(new PropertyValue.Switch(true, "on"), facts.get(DeviceProperty.ECC));
        assertEquals(new PropertyValue.Words("one process"), facts.get(DeviceProperty.COMPUTE_MODE));
        assertEquals(new PropertyValue.Words("at the next reset"), facts.get(DeviceProperty.RETIREMENT_PENDING));
        assertEquals(
                new PropertyValue.Words("all 640, many 3, some 2, few 1, none 0"),
                facts.get(DeviceProperty.SPARE_ROWS));
        assertEquals(new PropertyValue.Quantity(512.345), facts.get(DeviceProperty.POWER_INSTANT));
        assertEquals(new PropertyValue.Quantity(26562e6), facts.get(DeviceProperty.NVLINK_SPEED));
        assertEquals(new PropertyValue.Words("0-3,32-35"), facts.get(DeviceProperty.PROCESSORS));
        assertEquals(
                new PropertyValue.Words("completed: unknown driver error", "completed: unknown"),
                facts.get(DeviceProperty.FABRIC_STATE));
        assertEquals(new PropertyValue.Quantity(7), facts.get(DeviceProperty.FABRIC_CLIQUE));
        assertEquals(new PropertyValue.Words("unhealthy"), facts.get(DeviceProperty.FABRIC_HEALTH));
        assertEquals(
                new PropertyValue.Unknown("not supported by this device"),
                facts.get(DeviceProperty.SHUTDOWN_TEMPERATURE));
        for (DeviceProperty fact : DeviceProperty.values()) {
            assertTrue(facts.containsKey(fact) || OTHER_MAKERS.contains(fact), "every fact of NVML is asked: " + fact);
        }
    }

    @Test
    void aMemoryWithoutASensorIsNotAtZeroDegrees() throws Throwable {
        assertFalse(read(TOLD, 1).readings().containsKey(Metric.MEMORY_TEMPERATURE));
        assertEquals(
                70,
                read(TOLD + "0.field.82 1 70\n", 1)
                        .readings()
                        .get(Metric.MEMORY_TEMPERATURE)
                        .value());
    }

    @Test
    void linksTellTheirEndAndErrorsOfEveryGeneration() throws Throwable {
        List<LocalLink> links = read(TOLD, 1).details().links();
        assertEquals(
                new LocalLink(
                        0,
                        true,
                        OptionalInt.of(4),
                        "00000000:1B:00.0",
                        LinkEnd.DEVICE,
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        Map.of("replay", 5L, "remote", 2L)),
                links.getFirst());
        assertFalse(links.getLast().active());
    }

    @Test
    void slicesHaveTheProfileOfTheirName() throws Throwable {
        LocalSlice slice = read(TOLD, 1).details().slices().getFirst();
        assertEquals("3g.40gb", slice.profile());
        assertEquals("MIG-b", slice.uuid());
        assertEquals(OptionalInt.of(2), slice.gpuInstance());
        assertEquals(OptionalInt.empty(), slice.firstMemorySlice(), "what may not be seen is not known");
    }

    @Test
    void neighboursAreLinkedByActiveLinksThatLeadToThem() throws Throwable {
        assertEquals(
                List.of(new PeerDevice(1, PeerDevice.Way.SYSTEM, 1, PeerDevice.Peer.NO)),
                read(TOLD, 1).details().neighbours());
    }

    @Test
    void everyMetricSaysOverWhichTimeItWasMeasured() throws Throwable {
        Map<Metric, SampleWindow> windows = read(TOLD, 1).details().windows();
        assertEquals(SampleWindow.mean(Duration.ofSeconds(1)), windows.get(Metric.POWER));
        assertEquals(SampleWindow.mean(Duration.ofMillis(20)), windows.get(Metric.PCIE_RX));
        assertEquals(SampleWindow.mean(Duration.ofSeconds(5)), windows.get(Metric.NVLINK_TRAFFIC));
        assertEquals(SampleWindow.moment(), windows.get(Metric.TEMPERATURE));
        assertEquals(SampleWindow.sinceLoad(), windows.get(Metric.ENERGY));
        assertEquals(
                SampleWindow.moment(),
                read(TOLD + "0.capability 8 0\n0.architecture 7\n", 1)
                        .details()
                        .windows()
                        .get(Metric.POWER));
        assertFalse(
                read(TOLD.replace("0.architecture 9\n", ""), 1)
                        .details()
                        .windows()
                        .containsKey(Metric.POWER),
                "a window that is not known is not guessed");
    }

    @Test
    void trafficOverNvLinkIsTheDifferenceOfTwoReadings() throws Throwable {
        String before = TOLD + "0.field.138.0 3 1000\n0.field.139.0 3 500\n";
        stub.says(before);
        try (Nvml nvml = Nvml.open(stub.library());
                Arena arena = Arena.ofConfined()) {
            List<DeviceWatch> watches = watches(nvml, arena);
            DeviceWatch first = watches.getFirst();
            first.readSlowly(10_000, watches, this::sink);
            assertFalse(sunk.containsKey("0 NVLINK_TRAFFIC"), "one reading is no rate");
            stub.says(TOLD + "0.field.138.0 3 3000\n0.field.139.0 3 1000\n");
            first.readSlowly(12_000, watches, this::sink);
            assertEquals(2500 * 1024 / 2.0, sunk.get("0 NVLINK_TRAFFIC"));
        }
    }

    @Test
    void aCounterThatBeganAnewMakesNoRate() {
        SlowReadings.Rate rate = new SlowReadings.Rate();
        assertEquals(OptionalDouble.empty(), rate.next(0, 100));
        assertEquals(OptionalDouble.empty(), rate.next(1000, 50));
        assertEquals(OptionalDouble.of(25), rate.next(3000, 100));
        assertEquals(OptionalDouble.empty(), rate.next(3000, 200), "no time went by");
    }

    @Test
    void aLostDeviceIsStillKnownByItsSerialNumber() throws Throwable {
        stub.says(TOLD);
        try (Nvml nvml = Nvml.open(stub.library());
                Arena arena = Arena.ofConfined()) {
            List<DeviceWatch> watches = watches(nvml, arena);
            DeviceWatch first = watches.getFirst();
            first.readSlowly(1, watches, this::sink);
            stub.says(TOLD + "0.*! 15\n");
            first.sample(2, this::sink);
            first.readSlowly(2, watches, this::sink);
            LocalDetails lost = first.state().details();
            assertEquals(new PropertyValue.Words("1650522001122"), lost.facts().get(DeviceProperty.SERIAL));
            assertEquals(
                    Set.of(DeviceProperty.Topic.IDENTITY),
                    Set.copyOf(lost.facts().keySet().stream()
                            .map(DeviceProperty::topic)
                            .distinct()
                            .toList()));
            assertTrue(lost.links().isEmpty() && lost.slices().isEmpty());
        }
    }

    @Test
    void setsAreWrittenAsRanges() {
        BitSet set = new BitSet();
        assertEquals("", NvmlFacts.ranges(set));
        set.set(0);
        set.set(2, 5);
        set.set(63, 66);
        assertEquals("0,2-4,63-65", NvmlFacts.ranges(set));
    }

    private LocalDevice read(String told, long time) throws Throwable {
        stub.says(told);
        try (Nvml nvml = Nvml.open(stub.library());
                Arena arena = Arena.ofConfined()) {
            List<DeviceWatch> watches = watches(nvml, arena);
            watches.getFirst().readSlowly(time, watches, this::sink);
            return watches.getFirst().state();
        }
    }

    private void sink(int index, Metric metric, long time, double value) {
        sunk.put(index + " " + metric, value);
    }

    private static List<DeviceWatch> watches(Nvml nvml, Arena arena) {
        return nvml.devices().get().orElseThrow().present().stream()
                .map(device -> new DeviceWatch(device, arena, Duration.ofSeconds(5)))
                .toList();
    }
}
