// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.BitSet;
import java.util.Optional;

/**
 * The shapes of call that NVML has, each once. A scratch buffer of its own makes it fit for one thread at a time.
 */
final class NvmlCalls {
    private static final int SCRATCH = 4096;
    /** Room for 4,096 processors or memory nodes. */
    private static final int SET_WORDS = 64;

    private final NvmlFunctions functions;
    private final MemorySegment scratch;

    NvmlCalls(NvmlFunctions functions, Arena arena) {
        this.functions = functions;
        this.scratch = arena.allocate(SCRATCH, 16);
    }

    NvmlFunctions functions() {
        return functions;
    }

    /** {@code f(void)}. */
    NvmlCode plain(String function) {
        return functions
                .find(function)
                .map(handle -> call(() -> (int) handle.invokeExact()))
                .orElse(missing());
    }

    /** {@code f(device, unsigned int *)}. */
    NvmlResult<Long> number(String function, MemorySegment device) {
        return functions
                .find(function, ADDRESS, ADDRESS)
                .map(handle -> read(call(() -> (int) handle.invokeExact(device, scratch))))
                .orElse(NvmlResult.none(missing()));
    }

    /** {@code f(device, argument, unsigned int *)}. */
    NvmlResult<Long> number(String function, MemorySegment device, int argument) {
        return functions
                .find(function, ADDRESS, JAVA_INT, ADDRESS)
                .map(handle -> read(call(() -> (int) handle.invokeExact(device, argument, scratch))))
                .orElse(NvmlResult.none(missing()));
    }

    /** {@code f(device, other, unsigned int *)}. */
    NvmlResult<Long> between(String function, MemorySegment device, MemorySegment other) {
        return functions
                .find(function, ADDRESS, ADDRESS, ADDRESS)
                .map(handle -> read(call(() -> (int) handle.invokeExact(device, other, scratch))))
                .orElse(NvmlResult.none(missing()));
    }

    /** {@code f(device, other, argument, unsigned int *)}. */
    NvmlResult<Long> between(String function, MemorySegment device, MemorySegment other, int argument) {
        return functions
                .find(function, ADDRESS, ADDRESS, JAVA_INT, ADDRESS)
                .map(handle -> read(call(() -> (int) handle.invokeExact(device, other, argument, scratch))))
                .orElse(NvmlResult.none(missing()));
    }

    /** {@code f(device, argument, handle *)}: the handle of a part of the device. */
    NvmlResult<MemorySegment> part(String function, MemorySegment device, int argument) {
        return functions
                .find(function, ADDRESS, JAVA_INT, ADDRESS)
                .map(handle -> {
                    NvmlCode code = call(() -> (int) handle.invokeExact(device, argument, scratch));
                    return code == NvmlCode.SUCCESS
                            ? NvmlResult.of(scratch.get(ADDRESS, 0))
                            : NvmlResult.<MemorySegment>none(code);
                })
                .orElse(NvmlResult.none(missing()));
    }

    /** {@code f(device, unsigned int words, unsigned long *, scope)}: a set of small numbers. */
    NvmlResult<BitSet> set(String function, MemorySegment device, int scope) {
        return functions
                .find(function, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT)
                .map(handle -> {
                    MemorySegment set =
                            scratch.asSlice(0, SET_WORDS * Long.BYTES).fill((byte) 0);
                    NvmlCode code = call(() -> (int) handle.invokeExact(device, SET_WORDS, set, scope));
                    return code == NvmlCode.SUCCESS
                            ? NvmlResult.of(BitSet.valueOf(set.toArray(JAVA_LONG)))
                            : NvmlResult.<BitSet>none(code);
                })
                .orElse(NvmlResult.none(missing()));
    }

    /** {@code f(device, first, second, unsigned long long *)}. */
    NvmlResult<Long> wide(String function, MemorySegment device, int first, int second) {
        Optional<MethodHandle> found = functions.find(function, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
        return found.map(handle -> readWide(call(() -> (int) handle.invokeExact(device, first, second, scratch))))
                .orElse(NvmlResult.none(missing()));
    }

    /** {@code f(device, char *, unsigned int length)}. */
    NvmlResult<String> text(String function, MemorySegment device, int length) {
        return functions
                .find(function, ADDRESS, ADDRESS, JAVA_INT)
                .map(handle -> readText(call(() -> (int) handle.invokeExact(device, scratch, length))))
                .orElse(NvmlResult.none(missing()));
    }

    /** {@code f(unsigned int, char *, unsigned int length)}. */
    NvmlResult<String> text(String function, int argument, int length) {
        return functions
                .find(function, JAVA_INT, ADDRESS, JAVA_INT)
                .map(handle -> readText(call(() -> (int) handle.invokeExact(argument, scratch, length))))
                .orElse(NvmlResult.none(missing()));
    }

    /** {@code f(char *, unsigned int length)}. */
    NvmlResult<String> text(String function, int length) {
        return functions
                .find(function, ADDRESS, JAVA_INT)
                .map(handle -> readText(call(() -> (int) handle.invokeExact(scratch, length))))
                .orElse(NvmlResult.none(missing()));
    }

    /** {@code f(device, struct *)}; the result is the scratch buffer, valid until the next call. */
    NvmlResult<MemorySegment> struct(String function, MemorySegment device, MemoryLayout layout, int version) {
        MemorySegment struct = scratch.asSlice(0, layout);
        struct.fill((byte) 0);
        if (version != 0) {
            struct.set(JAVA_INT, 0, version);
        }
        return functions
                .find(function, ADDRESS, ADDRESS)
                .map(handle -> wrap(call(() -> (int) handle.invokeExact(device, scratch)), struct))
                .orElse(NvmlResult.none(missing()));
    }

    /** {@code f(device, argument, struct *)}; valid until the next call. */
    NvmlResult<MemorySegment> struct(String function, MemorySegment device, int argument, MemoryLayout layout) {
        MemorySegment struct = scratch.asSlice(0, layout);
        struct.fill((byte) 0);
        return functions
                .find(function, ADDRESS, JAVA_INT, ADDRESS)
                .map(handle -> wrap(call(() -> (int) handle.invokeExact(device, argument, scratch)), struct))
                .orElse(NvmlResult.none(missing()));
    }

    /** {@code f(device, unsigned int *first, unsigned int *second, ...)} with up to four results. */
    NvmlResult<long[]> numbers(String function, MemorySegment device, int count) {
        MemoryLayout[] shape = new MemoryLayout[count + 1];
        Object[] arguments = new Object[count + 1];
        shape[0] = ADDRESS;
        arguments[0] = device;
        for (int i = 1; i <= count; i++) {
            shape[i] = ADDRESS;
            arguments[i] = scratch.asSlice(16L * i);
        }
        return functions
                .find(function, shape)
                .map(handle -> {
                    NvmlCode code = call(() -> (int) handle.invokeWithArguments(arguments));
                    if (code != NvmlCode.SUCCESS) {
                        return NvmlResult.<long[]>none(code);
                    }
                    long[] values = new long[count];
                    for (int i = 0; i < count; i++) {
                        values[i] = Integer.toUnsignedLong(scratch.get(JAVA_INT, 16L * (i + 1)));
                    }
                    return NvmlResult.of(values);
                })
                .orElse(NvmlResult.none(missing()));
    }

    /** Runs a native call; a failure of the foreign-function machinery itself is a fault of this code. */
    static NvmlCode call(NativeCall call) {
        try {
            return NvmlCode.of(call.run());
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** One native call. */
    interface NativeCall {
        int run() throws Throwable;
    }

    private NvmlResult<Long> read(NvmlCode code) {
        return code == NvmlCode.SUCCESS
                ? NvmlResult.of(Integer.toUnsignedLong(scratch.get(JAVA_INT, 0)))
                : NvmlResult.none(code);
    }

    private NvmlResult<Long> readWide(NvmlCode code) {
        return code == NvmlCode.SUCCESS ? NvmlResult.of(scratch.get(JAVA_LONG, 0)) : NvmlResult.none(code);
    }

    private NvmlResult<String> readText(NvmlCode code) {
        return code == NvmlCode.SUCCESS ? NvmlResult.of(scratch.getString(0)) : NvmlResult.none(code);
    }

    private static NvmlResult<MemorySegment> wrap(NvmlCode code, MemorySegment struct) {
        return code == NvmlCode.SUCCESS ? NvmlResult.of(struct) : NvmlResult.none(code);
    }

    private static NvmlCode missing() {
        return NvmlCode.FUNCTION_NOT_FOUND;
    }
}
