// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import podium.gpu.texts.Texts;

/** The initialised library. Used by one thread; {@link #close()} shuts NVML down and unloads it. */
public final class Nvml implements AutoCloseable {
    private static final int VERSION_LENGTH = 80;

    private final Arena arena;
    private final NvmlCalls calls;

    private Nvml(Arena arena, NvmlFunctions functions) {
        this.arena = arena;
        this.calls = new NvmlCalls(functions, arena);
    }

    /**
     * Loads and initialises the driver's library.
     *
     * @throws NvmlException when there is no driver or it cannot be used
     */
    public static Nvml open() throws NvmlException {
        Arena arena = Arena.ofShared();
        try {
            return initialised(arena, NvmlFunctions.load(arena));
        } catch (NvmlException e) {
            arena.close();
            throw e;
        }
    }

    /** Loads and initialises a library from a file. */
    public static Nvml open(Path library) throws NvmlException {
        Arena arena = Arena.ofShared();
        try {
            return initialised(arena, NvmlFunctions.load(library, arena));
        } catch (NvmlException e) {
            arena.close();
            throw e;
        }
    }

    private static Nvml initialised(Arena arena, NvmlFunctions functions) throws NvmlException {
        Nvml nvml = new Nvml(arena, functions);
        NvmlCode code = nvml.calls.plain("nvmlInit_v2");
        if (code != NvmlCode.SUCCESS) {
            throw new NvmlException(Texts.of("Nvml.nvmlCannotBeUsed", code.words(), code));
        }
        return nvml;
    }

    public NvmlResult<String> driverVersion() {
        return calls.text("nvmlSystemGetDriverVersion", VERSION_LENGTH);
    }

    /**
     * All devices, in NVML's order (by PCI bus id). One whose handle cannot be had (lost, no permission) is left out
     * of {@link Devices#present()} and named in {@link Devices#missing()}.
     */
    public NvmlResult<Devices> devices() {
        NvmlResult<Long> count = count();
        return count.map(number -> {
            List<NvmlDevice> present = new ArrayList<>();
            List<Missing> missing = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                int index = i;
                NvmlResult<MemorySegment> handle = handle(index);
                handle.get()
                        .ifPresentOrElse(
                                device -> present.add(new NvmlDevice(index, device, calls)),
                                () -> missing.add(new Missing(index, handle.code())));
            }
            return new Devices(present, missing);
        });
    }

    /** Devices by index. */
    public record Devices(List<NvmlDevice> present, List<Missing> missing) {}

    /** A device that is counted but cannot be opened. */
    public record Missing(int index, NvmlCode code) {}

    /** Starts to listen for XID errors of these devices; empty-handed when the driver has no events. */
    public NvmlResult<XidEvents> xidEvents(List<NvmlDevice> devices) {
        return XidEvents.open(calls.functions(), arena, devices);
    }

    private NvmlResult<Long> count() {
        MemorySegment result = arena.allocate(JAVA_INT);
        return calls.functions()
                .find("nvmlDeviceGetCount_v2", ADDRESS)
                .map(function -> {
                    NvmlCode code = NvmlCalls.call(() -> (int) function.invokeExact(result));
                    return code == NvmlCode.SUCCESS
                            ? NvmlResult.of(Integer.toUnsignedLong(result.get(JAVA_INT, 0)))
                            : NvmlResult.<Long>none(code);
                })
                .orElse(NvmlResult.none(NvmlCode.FUNCTION_NOT_FOUND));
    }

    private NvmlResult<MemorySegment> handle(int index) {
        MemorySegment result = arena.allocate(ADDRESS);
        return calls.functions()
                .find("nvmlDeviceGetHandleByIndex_v2", JAVA_INT, ADDRESS)
                .map((MethodHandle function) -> {
                    NvmlCode code = NvmlCalls.call(() -> (int) function.invokeExact(index, result));
                    return code == NvmlCode.SUCCESS
                            ? NvmlResult.of(result.get(ADDRESS, 0))
                            : NvmlResult.<MemorySegment>none(code);
                })
                .orElse(NvmlResult.none(NvmlCode.FUNCTION_NOT_FOUND));
    }

    @Override
    public void close() {
        calls.plain("nvmlShutdown");
        arena.close();
    }
}
