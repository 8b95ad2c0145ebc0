// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.gpu.internal.nvml.NvmlProcesses.Process;

class NvmlProcessesTest {
    private static final String UNKNOWN_MEMORY = "18446744073709551615";

    @TempDir
    private Path folder;

    @Test
    void processesTellMemoryAndInstanceWhereTheDriverDoes() throws Throwable {
        NvmlStub stub = NvmlStub.compile(folder);
        stub.says("""
            count 1
            0.processes 2
            0.process.0 4711 1073741824 3 0
            0.process.1 4000000000 %s 4294967295 4294967295
            0.graphics 0
            """.formatted(UNKNOWN_MEMORY));
        try (Nvml nvml = Nvml.open(stub.library())) {
            NvmlProcesses processes = processes(nvml);
            assertEquals(
                    List.of(
                            new Process(4711, OptionalLong.of(1L << 30), OptionalInt.of(3)),
                            new Process(4_000_000_000L, OptionalLong.empty(), OptionalInt.empty())),
                    processes.compute().get().orElseThrow());
            assertEquals(List.of(), processes.graphics().get().orElseThrow());
        }
    }

    @Test
    void moreProcessesThanExpectedAreAllRead() throws Throwable {
        NvmlStub stub = NvmlStub.compile(folder);
        stub.says("count 1\n0.processes 200\n"
                + IntStream.range(0, 200)
                        .mapToObj(i -> "0.process." + i + " " + (i + 1) + " 1 4294967295 4294967295\n")
                        .collect(Collectors.joining()));
        try (Nvml nvml = Nvml.open(stub.library())) {
            List<Process> all = processes(nvml).compute().get().orElseThrow();
            assertEquals(
                    IntStream.rangeClosed(1, 200).mapToObj(i -> (long) i).toList(),
                    all.stream().map(Process::pid).toList());
        }
    }

    @Test
    void anOldDriverTellsProcessesInItsShorterStructure() throws Throwable {
        NvmlStub stub = NvmlStub.compile(folder, "-DOLD_DRIVER");
        stub.says("""
            count 1
            0.processes 2
            0.process.0 4711 1073741824 3 0
            0.process.1 12 %s 4294967295 4294967295
            0.graphics 1
            0.graphic.0 13 5 4294967295 4294967295
            """.formatted(UNKNOWN_MEMORY));
        try (Nvml nvml = Nvml.open(stub.library())) {
            NvmlProcesses processes = processes(nvml);
            assertEquals(
                    List.of(
                            new Process(4711, OptionalLong.of(1L << 30), OptionalInt.empty()),
                            new Process(12, OptionalLong.empty(), OptionalInt.empty())),
                    processes.compute().get().orElseThrow());
            assertEquals(
                    List.of(new Process(13, OptionalLong.of(5), OptionalInt.empty())),
                    processes.graphics().get().orElseThrow());
        }
    }

    @Test
    void aProcessHasTheNameOfItsProgramWhereItCanBeSeen() throws Throwable {
        NvmlStub stub = NvmlStub.compile(folder);
        stub.says("count 1\nprogram.4711 /usr/bin/python3 train.py\n");
        try (Nvml nvml = Nvml.open(stub.library())) {
            assertEquals(
                    NvmlResult.of("/usr/bin/python3 train.py"), processes(nvml).program(4711));
            assertEquals(NvmlCode.NOT_FOUND, processes(nvml).program(4712).code());
        }
    }

    @Test
    void aDeviceThatDoesNotTellSaysSo() throws Throwable {
        NvmlStub stub = NvmlStub.compile(folder);
        stub.says("count 1\n");
        try (Nvml nvml = Nvml.open(stub.library())) {
            assertEquals(NvmlCode.NOT_SUPPORTED, processes(nvml).compute().code());
        }
    }

    private static NvmlProcesses processes(Nvml nvml) {
        return nvml.devices().get().orElseThrow().present().getFirst().processes();
    }
}
