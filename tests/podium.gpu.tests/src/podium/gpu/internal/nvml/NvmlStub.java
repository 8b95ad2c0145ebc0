// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compiles {@code native/nvml-stub.c} with the system's C compiler and tells it what to answer. */
public final class NvmlStub {
    private final Path library;

    private NvmlStub(Path library) {
        this.library = library;
    }

    /** Skips the test, saying so, where there is no C compiler. */
    public static NvmlStub compile(Path folder, String... options) throws IOException, InterruptedException {
        Path library = folder.resolve("libnvidia-ml-stub.so");
        Path source = folder.resolve("nvml-stub.c");
        try (InputStream text = NvmlStub.class.getResourceAsStream("/native/nvml-stub.c")) {
            Files.write(source, text == null ? Files.readAllBytes(Path.of("native/nvml-stub.c")) : text.readAllBytes());
        }
        List<String> command = new ArrayList<>(List.of("cc", "-shared", "-fPIC", "-O1", "-o", library.toString()));
        command.addAll(List.of(options));
        command.add(source.toString());
        int exit = -1;
        try {
            exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            assumeTrue(false, "skipped: no C compiler 'cc' to build the NVML stub with");
        }
        assertEquals(0, exit, "the stub does not compile");
        return new NvmlStub(library);
    }

    public Path library() {
        return library;
    }

    /** What the stub answers from now on. */
    public void says(String text) throws Throwable {
        Path file = Files.createTempFile("nvml", ".txt");
        Files.writeString(file, text);
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle load = Linker.nativeLinker()
                    .downcallHandle(
                            SymbolLookup.libraryLookup(library, Arena.global())
                                    .find("stub_load")
                                    .orElseThrow(),
                            FunctionDescriptor.of(JAVA_INT, ADDRESS));
            int lines = (int) load.invokeExact(arena.allocateFrom(file.toString()));
            assertEquals(text.lines().filter(line -> !line.isBlank()).count(), lines);
        } finally {
            Files.delete(file);
        }
    }
}
