// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Fields of a device or of one of its links, asked for together: the driver then answers what belongs together at once.
 */
public final class FieldValues {
    private static final long SIZE = NvmlStructLayouts.FIELD.byteSize();
    private static final long ID = NvmlStructLayouts.offset(NvmlStructLayouts.FIELD, "fieldId");
    private static final long SCOPE = NvmlStructLayouts.offset(NvmlStructLayouts.FIELD, "scopeId");
    private static final long TYPE = NvmlStructLayouts.offset(NvmlStructLayouts.FIELD, "valueType");
    private static final long CODE = NvmlStructLayouts.offset(NvmlStructLayouts.FIELD, "nvmlReturn");
    private static final long VALUE = NvmlStructLayouts.offset(NvmlStructLayouts.FIELD, "value");

    private final Map<FieldId, NvmlResult<Double>> answers;

    private FieldValues(Map<FieldId, NvmlResult<Double>> answers) {
        this.answers = answers;
    }

    /** @param scope number of a link, {@link FieldId#ALL_LINKS}, or 0 for a field that has no scope */
    static FieldValues read(NvmlFunctions functions, MemorySegment device, int scope, List<FieldId> fields) {
        Map<FieldId, NvmlResult<Double>> answers = new EnumMap<>(FieldId.class);
        try (Arena arena = Arena.ofConfined()) {
            int count = fields.size();
            MemorySegment values = arena.allocate(NvmlStructLayouts.FIELD, count);
            for (int i = 0; i < count; i++) {
                values.set(JAVA_INT, i * SIZE + ID, fields.get(i).number());
                values.set(JAVA_INT, i * SIZE + SCOPE, scope);
            }
            NvmlCode code = functions
                    .find("nvmlDeviceGetFieldValues", ADDRESS, JAVA_INT, ADDRESS)
                    .map(handle -> NvmlCalls.call(() -> (int) handle.invokeExact(device, count, values)))
                    .orElse(NvmlCode.FUNCTION_NOT_FOUND);
            for (int i = 0; i < count; i++) {
                MemorySegment value = values.asSlice(i * SIZE, SIZE);
                answers.put(fields.get(i), code == NvmlCode.SUCCESS ? answer(value) : NvmlResult.none(code));
            }
        }
        return new FieldValues(answers);
    }

    /** The value in the unit of the field; of a field that was not asked for NOT_FOUND. */
    public NvmlResult<Double> get(FieldId field) {
        return answers.getOrDefault(field, NvmlResult.none(NvmlCode.NOT_FOUND));
    }

    private static NvmlResult<Double> answer(MemorySegment field) {
        NvmlCode code = NvmlCode.of(field.get(JAVA_INT, CODE));
        return code == NvmlCode.SUCCESS ? number(field) : NvmlResult.none(code);
    }

    /** nvmlValueType_t says which member of the union holds. */
    private static NvmlResult<Double> number(MemorySegment field) {
        return switch (field.get(JAVA_INT, TYPE)) {
            case 0 -> NvmlResult.of(field.get(JAVA_DOUBLE, VALUE));
            case 1 -> NvmlResult.of((double) Integer.toUnsignedLong(field.get(JAVA_INT, VALUE)));
            case 2, 3 -> NvmlResult.of(unsigned(field.get(JAVA_LONG, VALUE)));
            case 4 -> NvmlResult.of((double) field.get(JAVA_LONG, VALUE));
            case 5 -> NvmlResult.of((double) field.get(JAVA_INT, VALUE));
            case 6 -> NvmlResult.of((double) Short.toUnsignedInt(field.get(JAVA_SHORT, VALUE)));
            default -> NvmlResult.none(NvmlCode.UNKNOWN);
        };
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : (value >>> 1) * 2.0;
    }
}
