// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NonNullByDefault({})
class NvLinkFabricTest {
    private static final String TOLD = "count 1\n0.fabric 3 0 7 2 3 0a0b0c0d0e0f101112131415161718ff\n";
    private static final String UUID = "0a0b0c0d-0e0f-1011-1213-1415161718ff";

    @TempDir
    static Path folder;

    private static NvmlStub stub;

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        stub = NvmlStub.compile(folder);
    }

    @Test
    void theNewestStructureTellsTheHealthToo() throws Throwable {
        assertEquals(
                NvmlResult.of(new NvLinkFabric(
                        UUID,
                        7,
                        NvLinkFabric.State.COMPLETED,
                        NvmlCode.SUCCESS,
                        OptionalInt.of(2),
                        NvLinkFabric.Health.LIMITED_CAPACITY)),
                ask(stub, TOLD));
    }

    @Test
    void aDriverThatKnowsTheSecondStructureOnlyIsAskedWithIt() throws Throwable {
        assertEquals(
                NvmlResult.of(new NvLinkFabric(
                        UUID,
                        7,
                        NvLinkFabric.State.COMPLETED,
                        NvmlCode.SUCCESS,
                        OptionalInt.of(2),
                        NvLinkFabric.Health.NOT_SUPPORTED)),
                ask(stub, TOLD + "fabricversion 2\n"));
    }

    @Test
    void aDriverWithTheOldFunctionOnlyIsAskedWithIt(@TempDir Path old) throws Throwable {
        assertEquals(
                NvmlResult.of(new NvLinkFabric(
                        UUID,
                        7,
                        NvLinkFabric.State.COMPLETED,
                        NvmlCode.SUCCESS,
                        OptionalInt.empty(),
                        NvLinkFabric.Health.NOT_SUPPORTED)),
                ask(NvmlStub.compile(old, "-DOLD_DRIVER"), TOLD));
    }

    @Test
    void aFabricThatWasNotProbedHasNoUuidAndAFailedProbeSaysHow() throws Throwable {
        NvLinkFabric fabric = ask(stub, "count 1\n0.fabric 2 999 0 0 9 00000000000000000000000000000000\n")
                .get()
                .orElseThrow();
        assertEquals("", fabric.clusterUuid());
        assertEquals(NvLinkFabric.State.IN_PROGRESS, fabric.state());
        assertEquals(NvmlCode.UNKNOWN, fabric.status());
        assertEquals(NvLinkFabric.Health.UNKNOWN, fabric.health(), "a summary this header does not have");
    }

    @Test
    void aDeviceWithoutAFabricSaysSo() throws Throwable {
        assertEquals(NvmlResult.none(NvmlCode.NOT_SUPPORTED), ask(stub, "count 1\n"));
    }

    private static NvmlResult<NvLinkFabric> ask(NvmlStub library, String told) throws Throwable {
        library.says(told);
        try (Nvml nvml = Nvml.open(library.library())) {
            return nvml.devices().get().orElseThrow().present().getFirst().fabric();
        }
    }
}
