// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.gpu.internal.nvml.DeviceInfo.Architecture;
import podium.gpu.internal.nvml.DeviceInfo.Capability;
import podium.gpu.internal.nvml.DeviceReadings.Memory;
import podium.gpu.internal.nvml.DeviceReadings.Range;
import podium.gpu.internal.nvml.DeviceTopology.Ancestor;
import podium.gpu.internal.nvml.DeviceTopology.Peer;
import podium.gpu.internal.nvml.DeviceTopology.Peering;
import podium.gpu.internal.nvml.MemoryHealth.Mode;
import podium.gpu.internal.nvml.MemoryHealth.SpareRows;
import podium.gpu.internal.nvml.MigSlices.Attributes;
import podium.gpu.internal.nvml.MigSlices.MigDevice;
import podium.gpu.internal.nvml.MigSlices.Placement;
import podium.gpu.internal.nvml.NvLinks.NvLink;
import podium.gpu.internal.nvml.NvLinks.RemoteEnd;

@NonNullByDefault({})
class DeviceDetailsTest {
    @TempDir
    static Path folder;

    private static NvmlStub stub;

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        stub = NvmlStub.compile(folder);
    }

    @Test
    void theBoardTellsWhatItIsAndHowItIsSetUp() throws Throwable {
        stub.says("""
            count 1
            cuda 13010
            0.part 900-21010-0000-000
            0.vbios 96.00.30.00.01
            0.minor 3
            0.architecture 9
            0.capability 9 0
            0.persistence 1
            0.computemode 3
            0.pstate 2
            0.maxclock.2 2619
            0.powerlimitset 650000
            0.powerlimitdefault 700000
            0.powerlimitrange 200000 700000
            0.pciemaxgen 5
            0.pciemaxwidth 16
            """);
        try (Nvml nvml = Nvml.open(stub.library())) {
            NvmlDevice gpu = device(nvml, 0);
            assertEquals(NvmlResult.of("900-21010-0000-000"), gpu.board().partNumber());
            assertEquals(NvmlResult.of("96.00.30.00.01"), gpu.board().vbios());
            assertEquals(NvmlResult.of(3L), gpu.board().minorNumber());
            assertEquals(NvmlResult.of(Architecture.HOPPER), gpu.board().architecture());
            assertEquals(NvmlResult.of(new Capability(9, 0)), gpu.board().capability());
            assertEquals(NvmlResult.of(true), gpu.board().persistence());
            assertEquals(NvmlResult.of(3L), gpu.board().computeMode());
            assertEquals(NvmlResult.of(2L), gpu.board().performanceState());
            assertEquals(NvmlResult.of(2.619e9), gpu.maxMemoryClock());
            assertEquals(NvmlResult.of(650.0), gpu.powerLimitSet());
            assertEquals(NvmlResult.of(700.0), gpu.powerLimitDefault());
            assertEquals(NvmlResult.of(new Range(200, 700)), gpu.powerLimitRange());
            assertEquals(NvmlResult.of(5L), gpu.pcie().highestGeneration());
            assertEquals(NvmlResult.of(16L), gpu.pcie().greatestWidth());
        }
    }

    @Test
    void powerIsAMeanFromAmpereOnExceptOnGa100() throws Throwable {
        assertEquals(NvmlResult.of(false), averages("0.architecture 6\n0.capability 7 5\n"));
        assertEquals(NvmlResult.of(false), averages("0.architecture 7\n0.capability 8 0\n"));
        assertEquals(NvmlResult.of(true), averages("0.architecture 7\n0.capability 8 6\n"));
        assertEquals(NvmlResult.of(true), averages("0.architecture 10\n0.capability 10 0\n"));
        assertEquals(NvmlResult.none(NvmlCode.NOT_SUPPORTED), averages(""));
    }

    @Test
    void memoryTellsItsModeAndTheRowsItHasToSpare() throws Throwable {
        stub.says("count 1\n0.eccmode 1 0\n0.spares 640 3 2 1 0\n");
        try (Nvml nvml = Nvml.open(stub.library())) {
            assertEquals(
                    NvmlResult.of(new Mode(true, false)),
                    device(nvml, 0).memoryHealth().ecc());
            assertEquals(
                    NvmlResult.of(new SpareRows(640, 3, 2, 1, 0)),
                    device(nvml, 0).memoryHealth().spareRows());
        }
    }

    @Test
    void twoDevicesTellWhatLiesBetweenThem() throws Throwable {
        stub.says("""
            count 3
            0.ancestor.1 10
            1.ancestor.0 10
            0.ancestor.2 77
            0.peer.1.0 0
            0.peer.1.1 4
            0.peer.1.2 99
            0.cpus 0xff 0x1
            0.nodes 0x2
            """);
        try (Nvml nvml = Nvml.open(stub.library())) {
            DeviceTopology place = device(nvml, 0).neighbourhood();
            assertEquals(NvmlResult.of(Ancestor.ONE_SWITCH), place.ancestor(device(nvml, 1)));
            assertEquals(NvmlResult.none(NvmlCode.UNKNOWN), place.ancestor(device(nvml, 2)), "no level of this header");
            assertEquals(
                    NvmlResult.none(NvmlCode.NOT_SUPPORTED),
                    device(nvml, 1).neighbourhood().ancestor(device(nvml, 2)));
            assertEquals(NvmlResult.of(Peer.OK), place.peer(device(nvml, 1), Peering.READ));
            assertEquals(NvmlResult.of(Peer.DISABLED_BY_REGKEY), place.peer(device(nvml, 1), Peering.WRITE));
            assertEquals(NvmlResult.of(Peer.UNKNOWN), place.peer(device(nvml, 1), Peering.NVLINK));
            BitSet cpus = new BitSet();
            cpus.set(0, 8);
            cpus.set(64);
            assertEquals(NvmlResult.of(cpus), place.processors());
            assertEquals(
                    List.of(1),
                    place.memoryNodes().get().orElseThrow().stream().boxed().toList());
        }
    }

    @Test
    void aMigDeviceTellsItsInstancesAndWhatItHasOfItsGpu() throws Throwable {
        stub.says("""
            count 1
            0.mig 1 1
            0.migmax 7
            0m0.uuid MIG-a
            0m0.name NVIDIA H100 80GB HBM3 MIG 1g.10gb
            0m0.gi 7
            0m0.ci 0
            0m0.memory 10737418240 0 10000000000 737418240
            0m0.attributes 16 1 1 9856
            0.instance.7 19 2 1
            0m3.uuid MIG-b
            0m3.gi 9
            0.instance.9! 4
            """);
        try (Nvml nvml = Nvml.open(stub.library())) {
            List<MigDevice> slices = device(nvml, 0).mig().all().get().orElseThrow();
            assertEquals(List.of(0, 3), slices.stream().map(MigDevice::number).toList(), "numbers may have gaps");
            MigDevice first = slices.getFirst();
            assertEquals(NvmlResult.of("MIG-a"), first.uuid());
            assertEquals(NvmlResult.of("NVIDIA H100 80GB HBM3 MIG 1g.10gb"), first.name());
            assertEquals(NvmlResult.of(7L), first.gpuInstance());
            assertEquals(NvmlResult.of(0L), first.computeInstance());
            assertEquals(NvmlResult.of(new Memory(10737418240L, 0, 10000000000L, 737418240L)), first.memory());
            assertEquals(NvmlResult.of(new Attributes(16, 1, 1, 9856L << 20)), first.attributes());
            assertEquals(NvmlResult.of(new Placement(2, 1, 19)), first.placement());
            assertEquals(
                    NvmlResult.none(NvmlCode.NO_PERMISSION), slices.getLast().placement());
            assertEquals(
                    NvmlResult.none(NvmlCode.NOT_SUPPORTED), slices.getLast().memory());
        }
    }

    @Test
    void aGpuWithoutMigHasNoSlicesAndSaysWhy() throws Throwable {
        stub.says("count 1\n");
        try (Nvml nvml = Nvml.open(stub.library())) {
            assertEquals(
                    NvmlResult.none(NvmlCode.NOT_SUPPORTED),
                    device(nvml, 0).mig().all());
        }
    }

    @Test
    void aLinkTellsWhereItLeadsAndWhatItCarried() throws Throwable {
        stub.says("""
            count 1
            0.link.0 1
            0.linkend.0 2
            0.field.138.0 3 10
            0.field.139.0 3 20
            0.field.146.0 1 11
            0.link.1 1
            0.linkend.1 255
            0.field.138.1 3 1
            0.field.202.1 3 5000
            0.field.204.1 3 6000
            0.field.209.1 3 4
            """);
        try (Nvml nvml = Nvml.open(stub.library())) {
            List<NvLink> links = device(nvml, 0).nvLinks().all();
            NvLink fourth = links.getFirst();
            assertEquals(NvmlResult.of(RemoteEnd.SWITCH), fourth.end());
            assertEquals(NvmlResult.of(10 * 1024.0), fourth.sent(), "up to NVLink 4 in KiB");
            assertEquals(NvmlResult.of(20 * 1024.0), fourth.received());
            assertEquals(NvmlResult.of(11.0), fourth.fields().get(FieldId.NVLINK_REMOTE_NUMBER));
            NvLink fifth = links.getLast();
            assertEquals(NvmlResult.of(RemoteEnd.UNKNOWN), fifth.end());
            assertEquals(NvmlResult.of(5000.0), fifth.sent(), "from NVLink 5 on in bytes");
            assertEquals(NvmlResult.of(6000.0), fifth.received());
            assertEquals(NvmlResult.of(4.0), fifth.fields().get(FieldId.NVLINK_REMOTE_ERRORS));
            assertTrue(device(nvml, 0).fabric().get().isEmpty());
        }
    }

    private static NvmlResult<Boolean> averages(String told) throws Throwable {
        stub.says("count 1\n" + told);
        try (Nvml nvml = Nvml.open(stub.library())) {
            return device(nvml, 0).board().averagesPower();
        }
    }

    private static NvmlDevice device(Nvml nvml, int index) {
        return nvml.devices().get().orElseThrow().present().get(index);
    }
}
