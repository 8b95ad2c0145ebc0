// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Takes one sample of a device: every {@link SampleField}, into arrays made once. After {@link #sample()} nothing has been
 * allocated. One thread.
 *
 * <p>Pointers are passed as numbers, which spares the JVM to guard two segments for the time of every call: that and a
 * barrier for each were half of what a sample cost beside C. The arena is looked at once a sample instead.
 */
public final class DeviceSampler {
    private static final SampleField[] FIELDS = SampleField.values();
    private static final long USED = NvmlStructLayouts.offset(NvmlStructLayouts.MEMORY, "used");
    private static final int MEMORY_VERSION = NvmlStructLayouts.version(NvmlStructLayouts.MEMORY, 2);
    private static final int FUNCTION_NOT_FOUND = NvmlCode.FUNCTION_NOT_FOUND.number();

    private final MemorySegment out;
    private final long device;
    private final long at;
    private final @Nullable MethodHandle[] handles = new @Nullable MethodHandle[FIELDS.length];
    private final int[] codes = new int[FIELDS.length];
    private final long[] raw = new long[FIELDS.length];
    private int reading;

    DeviceSampler(NvmlFunctions functions, Arena arena, MemorySegment device) {
        this.device = device.address();
        this.out = arena.allocate(NvmlStructLayouts.MEMORY);
        this.at = out.address();
        for (SampleField field : FIELDS) {
            functions
                    .find(field.function, arguments(field))
                    .or(() -> functions.find(field.olderFunction(), arguments(field)))
                    .ifPresent(handle -> handles[field.ordinal()] = handle);
        }
    }

    /**
     * Reads every field once.
     *
     * @throws IllegalStateException when its arena is closed
     */
    public void sample() {
        out.set(JAVA_INT, 0, 0);
        for (int i = 0; i < FIELDS.length; i++) {
            MethodHandle handle = handles[i];
            reading = i;
            codes[i] = handle == null ? FUNCTION_NOT_FOUND : read(FIELDS[i], handle);
            if (codes[i] == 0) {
                raw[i] = result(FIELDS[i]);
            }
        }
    }

    /**
     * The field read now, or last. Any thread: it tells which call does not return. Written without a barrier, ten times a
     * sample: a call that lasts so long that one asks has shown it to all.
     */
    public SampleField reading() {
        return FIELDS[reading];
    }

    /** True when the last sample has a value of the field. */
    public boolean has(SampleField field) {
        return codes[field.ordinal()] == 0;
    }

    public NvmlCode code(SampleField field) {
        return NvmlCode.of(codes[field.ordinal()]);
    }

    /** The value in the unit of its metric; meaningful only where {@link #has}. */
    public double value(SampleField field) {
        return raw[field.ordinal()] * field.factor / field.divisor;
    }

    private int read(SampleField field, MethodHandle handle) {
        try {
            return switch (field.shape) {
                case NUMBER, WIDE, UTILIZATION -> (int) handle.invokeExact(device, at);
                case NUMBER_OF -> (int) handle.invokeExact(device, field.argument, at);
                case WIDE_OF -> (int) handle.invokeExact(device, field.argument, 0, at);
                case MEMORY -> {
                    out.set(JAVA_INT, 0, MEMORY_VERSION);
                    yield (int) handle.invokeExact(device, at);
                }
            };
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private long result(SampleField field) {
        return switch (field.shape) {
            case NUMBER, NUMBER_OF, UTILIZATION -> Integer.toUnsignedLong(out.get(JAVA_INT, 0));
            case WIDE, WIDE_OF -> out.get(JAVA_LONG, 0);
            case MEMORY -> out.get(JAVA_LONG, USED);
        };
    }

    private static MemoryLayout[] arguments(SampleField field) {
        return switch (field.shape) {
            case NUMBER, WIDE, UTILIZATION, MEMORY -> new MemoryLayout[] {JAVA_LONG, JAVA_LONG};
            case NUMBER_OF -> new MemoryLayout[] {JAVA_LONG, JAVA_INT, JAVA_LONG};
            case WIDE_OF -> new MemoryLayout[] {JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_LONG};
        };
    }
}
