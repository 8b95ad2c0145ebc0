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
    private static final long SIZE = Layouts.FIELD.byteSize();
    private static final long ID = Layouts.offset(Layouts.FIELD, "fieldId");
    private static final long SCOPE = Layouts.offset(Layouts.FIELD, "scopeId");
    private static final long TYPE = Layouts.offset(Layouts.FIELD, "valueType");
    private static final long CODE = Layouts.offset(Layouts.FIELD, "nvmlReturn");
    private static final long VALUE = Layouts.offset(Layouts.FIELD, "value");

    private final Map<FieldId, Answer<Double>> answers;

    private FieldValues(Map<FieldId, Answer<Double>> answers) {
        this.answers = answers;
    }

    /** @param scope number of a link, {@link FieldId#ALL_LINKS}, or 0 for a field that has no scope */
    static FieldValues read(NvmlFunctions functions, MemorySegment device, int scope, List<FieldId> fields) {
        Map<FieldId, Answer<Double>> answers = new EnumMap<>(FieldId.class);
        try (Arena arena = Arena.ofConfined()) {
            int count = fields.size();
            MemorySegment values = arena.allocate(Layouts.FIELD, count);
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
                answers.put(fields.get(i), code == NvmlCode.SUCCESS ? answer(value) : Answer.none(code));
            }
        }
        return new FieldValues(answers);
    }

    /** The value in the unit of the field; of a field that was not asked for NOT_FOUND. */
    public Answer<Double> get(FieldId field) {
        return answers.getOrDefault(field, Answer.none(NvmlCode.NOT_FOUND));
    }

    private static Answer<Double> answer(MemorySegment field) {
        NvmlCode code = NvmlCode.of(field.get(JAVA_INT, CODE));
        return code == NvmlCode.SUCCESS ? number(field) : Answer.none(code);
    }

    /** nvmlValueType_t says which member of the union holds. */
    private static Answer<Double> number(MemorySegment field) {
        return switch (field.get(JAVA_INT, TYPE)) {
            case 0 -> Answer.of(field.get(JAVA_DOUBLE, VALUE));
            case 1 -> Answer.of((double) Integer.toUnsignedLong(field.get(JAVA_INT, VALUE)));
            case 2, 3 -> Answer.of(unsigned(field.get(JAVA_LONG, VALUE)));
            case 4 -> Answer.of((double) field.get(JAVA_LONG, VALUE));
            case 5 -> Answer.of((double) field.get(JAVA_INT, VALUE));
            case 6 -> Answer.of((double) Short.toUnsignedInt(field.get(JAVA_SHORT, VALUE)));
            default -> Answer.none(NvmlCode.UNKNOWN);
        };
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : (value >>> 1) * 2.0;
    }
}
