// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.gpu.internal.nvml.DeviceReadings.Memory;
import podium.gpu.internal.nvml.MemoryHealth.EccCounts;
import podium.gpu.internal.nvml.MemoryHealth.Mode;
import podium.gpu.internal.nvml.MemoryHealth.RemappedRows;
import podium.gpu.internal.nvml.NvLinks.NvLink;
import podium.gpu.internal.nvml.Nvml.Devices;
import podium.gpu.internal.nvml.Nvml.Missing;
import podium.gpu.internal.nvml.NvmlDevice.Threshold;
import podium.gpu.internal.nvml.XidEvents.Xid;

@NonNullByDefault({})
class NvmlTest {
    private static final String H100 = """
        driver 580.105.08
        nvml 13.580.105.08
        count 2
        0.name NVIDIA H100 80GB HBM3
        0.uuid GPU-c4529c8d-69c4-b61d-e0bc-7b2460096005
        0.serial 1650522001122
        0.pci 00000000:9B:00.0
        0.memory 85520809984 557842432 4294967296 80668000256
        0.utilization 97 43
        0.clock.1 1980
        0.clock.2 2619
        0.maxclock.1 1980
        0.power 688123
        0.powerlimit 700000
        0.energy 5000000000123
        0.temperature 61
        0.threshold.0 96
        0.threshold.2 95
        0.reasons 0x4
        0.ecc.0.0 12
        0.ecc.1.0 0
        0.ecc.0.1 40
        0.ecc.1.1 2
        0.rows 3 1 1 0
        0.pcie.0 1024
        0.pcie.1 2048
        0.pciegen 5
        0.pciewidth 16
        0.replays 7
        0.numa 1
        0.mig 0 1
        0.link.0 1
        0.linkversion.0 5
        0.linkremote.0 00000000:05:00.0
        0.linkerrors.0.3 9
        0.link.1 0
        0.events 1
        1.name NVIDIA H100 80GB HBM3
        """;

    @TempDir
    static Path folder;

    private static NvmlStub stub;

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        stub = NvmlStub.compile(folder);
    }

    @Test
    void everyReadingCrossesWithItsUnit() throws Throwable {
        stub.says(H100);
        try (Nvml nvml = Nvml.open(stub.library())) {
            assertEquals(NvmlResult.of("580.105.08"), nvml.driverVersion());
            NvmlDevice gpu = first(nvml);
            assertEquals(NvmlResult.of("NVIDIA H100 80GB HBM3"), gpu.name());
            assertEquals(NvmlResult.of("GPU-c4529c8d-69c4-b61d-e0bc-7b2460096005"), gpu.uuid());
            assertEquals(NvmlResult.of("1650522001122"), gpu.board().serial());
            assertEquals("00000000:9B:00.0", gpu.pci().get().orElseThrow().busId());
            assertEquals(0x9b, gpu.pci().get().orElseThrow().bus());
            assertEquals(0x233010de, gpu.pci().get().orElseThrow().deviceId());
            assertEquals(NvmlResult.of(new Memory(85520809984L, 557842432L, 4294967296L, 80668000256L)), gpu.memory());
            assertEquals(NvmlResult.of(1.98e9), gpu.maxSmClock());
            assertEquals(700, gpu.powerLimit().get().orElseThrow(), 1e-9);
            assertEquals(NvmlResult.of(96L), gpu.threshold(Threshold.SHUTDOWN));
            assertEquals(NvmlResult.of(95L), gpu.threshold(Threshold.MEMORY_MAX));
            assertEquals(NvmlResult.of(new EccCounts(40, 2)), gpu.memoryHealth().eccOfLife());
            assertEquals(
                    NvmlResult.of(new RemappedRows(3, 1, true, false)),
                    gpu.memoryHealth().remappedRows());
            assertEquals(NvmlResult.of(1024.0 * 1024), gpu.pcie().transmitted());
            assertEquals(NvmlResult.of(2048.0 * 1024), gpu.pcie().received());
            assertEquals(NvmlResult.of(5L), gpu.pcie().generation());
            assertEquals(NvmlResult.of(16L), gpu.pcie().width());
            assertEquals(NvmlResult.of(7L), gpu.pcie().replays());
            assertEquals(NvmlResult.of(new Mode(false, true)), gpu.mig().mode());
        }
    }

    @Test
    void everySampledReadingCrossesWithItsUnit() throws Throwable {
        stub.says(H100);
        try (Nvml nvml = Nvml.open(stub.library());
                Arena arena = Arena.ofConfined()) {
            DeviceSampler sampled = sampled(first(nvml), arena);
            assertEquals(0.97, sampled.value(SampleField.ACTIVITY), 1e-9);
            assertEquals(1.98e9, sampled.value(SampleField.SM_CLOCK), 1e-9);
            assertEquals(2.619e9, sampled.value(SampleField.MEMORY_CLOCK), 1e-9);
            assertEquals(688.123, sampled.value(SampleField.POWER), 1e-9);
            assertEquals(5_000_000_000.123, sampled.value(SampleField.ENERGY), 1e-3);
            assertEquals(61, sampled.value(SampleField.TEMPERATURE), 1e-9);
            assertEquals(4, sampled.value(SampleField.THROTTLE_REASONS), 1e-9);
            assertEquals(12, sampled.value(SampleField.ECC_CORRECTED), 1e-9);
            assertEquals(0, sampled.value(SampleField.ECC_UNCORRECTED), 1e-9);
        }
    }

    @Test
    void nvLinksTellTheirStateAndWhereTheyLead() throws Throwable {
        stub.says(H100);
        try (Nvml nvml = Nvml.open(stub.library())) {
            List<NvLink> links = first(nvml).nvLinks().all();
            assertEquals(
                    List.of(true, false), links.stream().map(NvLink::active).toList());
            assertEquals(NvmlResult.of(5L), links.getFirst().version());
            assertEquals(5, links.getFirst().remote().get().orElseThrow().bus());
            assertEquals(NvmlCode.NOT_SUPPORTED, links.getLast().remote().code());
            assertEquals(NvmlResult.of(9L), first(nvml).nvLinks().errors(0, NvLinks.Error.CRC_DATA));
        }
    }

    @Test
    void whatADeviceLacksIsNotSupportedNotZero() throws Throwable {
        stub.says(H100);
        try (Nvml nvml = Nvml.open(stub.library());
                Arena arena = Arena.ofConfined()) {
            NvmlDevice bare = devices(nvml).present().get(1);
            assertEquals(NvmlCode.NOT_SUPPORTED, sampled(bare, arena).code(SampleField.POWER));
            assertEquals(NvmlResult.none(NvmlCode.NOT_SUPPORTED), bare.memory());
            assertEquals(
                    NvmlResult.none(NvmlCode.NOT_SUPPORTED), bare.memoryHealth().eccOfLife());
            assertTrue(bare.nvLinks().all().isEmpty());
        }
    }

    @Test
    void aLostGpuIsAStateOfThatDeviceOnly() throws Throwable {
        stub.says(H100 + "0.*! 15\n1.power 5000\n");
        try (Nvml nvml = Nvml.open(stub.library());
                Arena arena = Arena.ofConfined()) {
            assertTrue(sampled(first(nvml), arena).code(SampleField.POWER).deviceIsGone());
            assertEquals(NvmlCode.GPU_IS_LOST, first(nvml).memory().code());
            assertEquals(5, sampled(devices(nvml).present().get(1), arena).value(SampleField.POWER), 1e-9);
        }
    }

    @Test
    void aDeviceThatCannotBeOpenedIsNamedAsMissing() throws Throwable {
        stub.says(H100 + "0.handle! 4\n");
        try (Nvml nvml = Nvml.open(stub.library())) {
            assertEquals(
                    List.of(new Missing(0, NvmlCode.NO_PERMISSION)),
                    devices(nvml).missing());
            assertEquals(1, devices(nvml).present().getFirst().index());
        }
    }

    @Test
    void aDriverMismatchSaysSoInWords() throws Throwable {
        stub.says("init! 18\n");
        NvmlException e = assertThrows(NvmlException.class, () -> Nvml.open(stub.library()));
        assertTrue(e.getMessage().contains("LIB_RM_VERSION_MISMATCH"), e.getMessage());
        assertTrue(e.getMessage().contains("without a reboot"), e.getMessage());
    }

    @Test
    void aFileThatIsNoLibraryIsNamed() {
        Path source = folder.resolve("nvml-stub.c");
        NvmlException e = assertThrows(NvmlException.class, () -> Nvml.open(source));
        assertTrue(e.getMessage().contains("nvml-stub.c"), e.getMessage());
    }

    @Test
    void anOldDriverLacksOnlyTheReadingsItHasNoFunctionFor(@TempDir Path old) throws Throwable {
        NvmlStub without = NvmlStub.compile(old, "-DOLD_DRIVER");
        without.says(H100);
        try (Nvml nvml = Nvml.open(without.library());
                Arena arena = Arena.ofConfined()) {
            NvmlDevice gpu = first(nvml);
            assertEquals(
                    NvmlResult.none(NvmlCode.FUNCTION_NOT_FOUND),
                    gpu.memoryHealth().remappedRows());
            DeviceSampler sampled = sampled(gpu, arena);
            assertEquals(
                    4, sampled.value(SampleField.THROTTLE_REASONS), 1e-9, "falls back to the name old drivers have");
            assertEquals(61, sampled.value(SampleField.TEMPERATURE), 1e-9);
        }
    }

    @Test
    void xidErrorsArriveWithTheirDevice() throws Throwable {
        stub.says(H100 + "xid 0 79\n");
        try (Nvml nvml = Nvml.open(stub.library());
                XidEvents events = nvml.xidEvents(devices(nvml).present()).get().orElseThrow()) {
            assertEquals(List.of(0), events.devices(), "device 1 has no events");
            assertEquals(NvmlResult.of(new Xid(0, 79, OptionalInt.empty())), events.next(Duration.ofMillis(50)));
            assertEquals(NvmlResult.none(NvmlCode.TIMEOUT), events.next(Duration.ofMillis(1)));
            stub.says(H100 + "xid 0 13 5\n");
            assertEquals(NvmlResult.of(new Xid(0, 13, OptionalInt.of(5))), events.next(Duration.ofMillis(50)));
        }
    }

    @Test
    void everyCodeOfTheHeaderIsMappedAndAnUnknownOneIsUnknown() {
        for (NvmlCode code : NvmlCode.values()) {
            assertEquals(code, NvmlCode.of(code.number()));
        }
        assertEquals(NvmlCode.UNKNOWN, NvmlCode.of(31));
        assertEquals(NvmlCode.UNKNOWN, NvmlCode.of(-1));
    }

    private static DeviceSampler sampled(NvmlDevice device, Arena arena) {
        DeviceSampler sampler = device.sampler(arena);
        sampler.sample();
        return sampler;
    }

    private static NvmlDevice first(Nvml nvml) {
        return devices(nvml).present().getFirst();
    }

    private static Devices devices(Nvml nvml) {
        return nvml.devices().get().orElseThrow();
    }
}
