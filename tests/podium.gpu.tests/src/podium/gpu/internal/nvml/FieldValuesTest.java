// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NonNullByDefault({})
class FieldValuesTest {
    @TempDir
    static Path folder;

    private static NvmlStub stub;

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        stub = NvmlStub.compile(folder);
    }

    @Test
    void everyTypeOfTheUnionIsReadAsItIs() throws Throwable {
        assertEquals(61.5, value("0 61.5"), 0);
        assertEquals(4294967295.0, value("1 4294967295"), 0);
        assertEquals(5e9, value("2 5000000000"), 0);
        assertEquals(Math.pow(2, 63), value("3 9223372036854775808"), 0, "an unsigned long long is never negative");
        assertEquals(-5e9, value("4 -5000000000"), 0);
        assertEquals(-7, value("5 -7"), 0);
        assertEquals(65535, value("6 65535"), 0);
    }

    @Test
    void aTypeThatThisHeaderDoesNotHaveIsNotGuessed() throws Throwable {
        assertEquals(
                NvmlCode.UNKNOWN,
                ask("0.field.82 9 1\n", FieldId.MEMORY_TEMPERATURE).code());
    }

    @Test
    void aFieldTheDeviceLacksCostsThatFieldOnly() throws Throwable {
        stub.says("count 1\n0.field.82 1 70\n0.field.186! 3\n");
        try (Nvml nvml = Nvml.open(stub.library())) {
            FieldValues values = first(nvml)
                    .fields(List.of(FieldId.POWER_INSTANT, FieldId.MEMORY_TEMPERATURE, FieldId.RETIRED_PENDING));
            assertEquals(NvmlResult.of(70.0), values.get(FieldId.MEMORY_TEMPERATURE));
            assertEquals(
                    NvmlCode.NOT_SUPPORTED, values.get(FieldId.POWER_INSTANT).code());
            assertEquals(
                    NvmlCode.NOT_SUPPORTED, values.get(FieldId.RETIRED_PENDING).code());
            assertEquals(NvmlCode.NOT_FOUND, values.get(FieldId.NVLINK_SPEED).code(), "it was not asked for");
        }
    }

    @Test
    void theCodeOfTheWholeCallIsThatOfEachField() throws Throwable {
        assertEquals(
                NvmlCode.GPU_IS_LOST,
                ask("0.fields! 15\n0.field.82 1 70\n", FieldId.MEMORY_TEMPERATURE)
                        .code());
    }

    @Test
    void noTwoFieldsHaveOneNumber() {
        Set<Integer> numbers = new HashSet<>();
        EnumSet.allOf(FieldId.class).forEach(field -> numbers.add(field.number()));
        assertEquals(FieldId.values().length, numbers.size());
    }

    private static double value(String typeAndValue) throws Throwable {
        return ask("0.field.82 " + typeAndValue + "\n", FieldId.MEMORY_TEMPERATURE)
                .get()
                .orElseThrow();
    }

    private static NvmlResult<Double> ask(String told, FieldId field) throws Throwable {
        stub.says("count 1\n" + told);
        try (Nvml nvml = Nvml.open(stub.library())) {
            return first(nvml).fields(List.of(field)).get(field);
        }
    }

    private static NvmlDevice first(Nvml nvml) {
        return nvml.devices().get().orElseThrow().present().getFirst();
    }
}
