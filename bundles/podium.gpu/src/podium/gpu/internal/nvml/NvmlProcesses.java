// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The processes on one device. A slow call: the driver walks its clients. */
public final class NvmlProcesses {
    private static final int ROOM = 64;
    private static final int NAME_LENGTH = 256;
    /** Processes may start between two calls; more tries than this would be a driver that never agrees with itself. */
    private static final int TRIES = 4;

    private static final long NOT_AVAILABLE = -1;
    private static final int NO_INSTANCE = -1;
    private static final long PID = NvmlStructLayouts.offset(NvmlStructLayouts.PROCESS, "pid");
    private static final long MEMORY = NvmlStructLayouts.offset(NvmlStructLayouts.PROCESS, "usedGpuMemory");
    private static final long GPU_INSTANCE = NvmlStructLayouts.offset(NvmlStructLayouts.PROCESS, "gpuInstanceId");

    private final MemorySegment device;
    private final NvmlCalls calls;
    private final NvmlFunctions functions;

    NvmlProcesses(MemorySegment device, NvmlCalls calls) {
        this.device = device;
        this.calls = calls;
        this.functions = calls.functions();
    }

    /**
     * A process.
     *
     * @param pid in the namespace of the host
     * @param memory bytes; empty when the driver does not tell
     * @param gpuInstance MIG GPU instance it runs in; empty without MIG
     */
    public record Process(long pid, OptionalLong memory, OptionalInt gpuInstance) {}

    public NvmlResult<List<Process>> compute() {
        return newest("nvmlDeviceGetComputeRunningProcesses");
    }

    public NvmlResult<List<Process>> graphics() {
        return newest("nvmlDeviceGetGraphicsRunningProcesses");
    }

    /** Name of the program of a process; NO_PERMISSION or NOT_FOUND for one of another container. */
    public NvmlResult<String> program(long pid) {
        return calls.text("nvmlSystemGetProcessName", (int) pid, NAME_LENGTH);
    }

    /** The functions _v3 and _v2 fill the same structure, the one without a suffix (before 510) a shorter one. */
    private NvmlResult<List<Process>> newest(String function) {
        return functions
                .find(function + "_v3", ADDRESS, ADDRESS, ADDRESS)
                .or(() -> functions.find(function + "_v2", ADDRESS, ADDRESS, ADDRESS))
                .map(handle -> read(handle, NvmlStructLayouts.PROCESS))
                .or(() -> functions
                        .find(function, ADDRESS, ADDRESS, ADDRESS)
                        .map(handle -> read(handle, NvmlStructLayouts.PROCESS_1)))
                .orElse(NvmlResult.none(NvmlCode.FUNCTION_NOT_FOUND));
    }

    private NvmlResult<List<Process>> read(MethodHandle function, StructLayout layout) {
        int room = ROOM;
        for (int i = 0; i < TRIES; i++) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment count = arena.allocate(JAVA_INT);
                MemorySegment list = arena.allocate(layout, room);
                count.set(JAVA_INT, 0, room);
                NvmlCode code = NvmlCalls.call(() -> (int) function.invokeExact(device, count, list));
                int number = count.get(JAVA_INT, 0);
                if (code == NvmlCode.SUCCESS) {
                    return NvmlResult.of(processes(list, layout, Math.min(number, room)));
                }
                if (code != NvmlCode.INSUFFICIENT_SIZE) {
                    return NvmlResult.none(code);
                }
                room = Math.max(number, room) * 2;
            }
        }
        return NvmlResult.none(NvmlCode.INSUFFICIENT_SIZE);
    }

    private static List<Process> processes(MemorySegment list, StructLayout layout, int number) {
        long size = layout.byteSize();
        List<Process> processes = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            MemorySegment entry = list.asSlice(i * size, size);
            long memory = entry.get(JAVA_LONG, MEMORY);
            int instance = layout == NvmlStructLayouts.PROCESS ? entry.get(JAVA_INT, GPU_INSTANCE) : NO_INSTANCE;
            processes.add(new Process(
                    Integer.toUnsignedLong(entry.get(JAVA_INT, PID)),
                    memory == NOT_AVAILABLE ? OptionalLong.empty() : OptionalLong.of(memory),
                    instance == NO_INSTANCE ? OptionalInt.empty() : OptionalInt.of(instance)));
        }
        return processes;
    }
}
