// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.MemorySegment;

/** Errors in the memory of a device, and what was done about them. */
public final class MemoryHealth {
    private static final int CORRECTED = 0;
    private static final int UNCORRECTED = 1;
    private static final int AGGREGATE = 1;

    private final MemorySegment device;
    private final NvmlCalls calls;

    MemoryHealth(MemorySegment device, NvmlCalls calls) {
        this.device = device;
        this.calls = calls;
    }

    /** Memory errors. */
    public record EccCounts(long corrected, long uncorrected) {}

    /** A mode now, and after the next reset. */
    public record Mode(boolean on, boolean pendingOn) {}

    /** Rows of memory remapped after errors (Ampere and later). */
    public record RemappedRows(long corrected, long uncorrected, boolean pending, boolean failed) {}

    /** Banks of memory by how many of their spare rows are left: all, many, some, few, none. */
    public record SpareRows(long all, long many, long some, long few, long none) {}

    /** Whether errors are detected and corrected. */
    public NvmlResult<Mode> ecc() {
        return calls.numbers("nvmlDeviceGetEccMode", device, 2).map(values -> new Mode(values[0] != 0, values[1] != 0));
    }

    /** Errors in the life of the device. */
    public NvmlResult<EccCounts> eccOfLife() {
        NvmlResult<Long> corrected = calls.wide("nvmlDeviceGetTotalEccErrors", device, CORRECTED, AGGREGATE);
        NvmlResult<Long> uncorrected = calls.wide("nvmlDeviceGetTotalEccErrors", device, UNCORRECTED, AGGREGATE);
        Long first = corrected.value();
        return first == null
                ? NvmlResult.none(corrected.code())
                : uncorrected.map(second -> new EccCounts(first, second));
    }

    /** NOT_SUPPORTED while MIG has instances (nvml.h). */
    public NvmlResult<RemappedRows> remappedRows() {
        return calls.numbers("nvmlDeviceGetRemappedRows", device, 4)
                .map(values -> new RemappedRows(values[0], values[1], values[2] != 0, values[3] != 0));
    }

    public NvmlResult<SpareRows> spareRows() {
        return calls.struct("nvmlDeviceGetRowRemapperHistogram", device, NvmlStructLayouts.HISTOGRAM, 0)
                .map(struct -> new SpareRows(
                        banks(struct, "max"),
                        banks(struct, "high"),
                        banks(struct, "partial"),
                        banks(struct, "low"),
                        banks(struct, "none")));
    }

    private static long banks(MemorySegment struct, String field) {
        return Integer.toUnsignedLong(
                struct.get(JAVA_INT, NvmlStructLayouts.offset(NvmlStructLayouts.HISTOGRAM, field)));
    }
}
