// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.StructLayout;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import podium.gpu.internal.nvml.NvmlStub.Place;

class NvmlStructLayoutsTest {
    @Test
    void everyMemberLiesWhereTheCompilerPutsIt(@TempDir Path folder) throws Throwable {
        NvmlStub stub = NvmlStub.compile(folder);
        int compared = 0;
        for (StructLayout layout : NvmlStructLayouts.ALL) {
            String type = layout.name().orElseThrow();
            assertEquals(new Place(0, layout.byteSize()), place(stub, type, ""), type);
            compared++;
            for (MemoryLayout member : layout.memberLayouts()) {
                if (member.name().isPresent()) {
                    String name = member.name().get();
                    assertEquals(
                            new Place(layout.byteOffset(PathElement.groupElement(name)), member.byteSize()),
                            place(stub, type, name),
                            type + "." + name);
                    compared++;
                }
            }
        }
        assertEquals(stub.places(), compared, "the header of the tests has no member that Podium lacks");
    }

    @Test
    void aVersionCarriesTheSizeOfItsStructure() {
        assertEquals(40 | 2 << 24, NvmlStructLayouts.version(NvmlStructLayouts.MEMORY, 2));
        assertEquals(
                NvmlStructLayouts.FABRIC_3.byteSize() | 3 << 24,
                NvmlStructLayouts.version(NvmlStructLayouts.FABRIC_3, 3));
    }

    @Test
    void everyStructureHasANameOfItsOwn() {
        Set<String> names = new HashSet<>();
        NvmlStructLayouts.ALL.forEach(
                layout -> assertTrue(names.add(layout.name().orElseThrow())));
    }

    private static Place place(NvmlStub stub, String type, String member) throws Throwable {
        return stub.place(type, member).orElseThrow(() -> new AssertionError("no " + type + "." + member + " in C"));
    }
}
