// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compiles {@code native/nvml-stub.c} with the system's C compiler and tells it what to answer. */
public final class NvmlStub {
    private final Path library;

    private NvmlStub(Path library) {
        this.library = library;
    }

    /** Skips the test, saying so, where there is no C compiler. */
    public static NvmlStub compile(Path folder, String... options) throws IOException, InterruptedException {
        Path library = folder.resolve("libnvidia-ml-stub.so");
        copy("nvml-types.h", folder);
        Path source = copy("nvml-stub.c", folder);
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

    private static Path copy(String name, Path folder) throws IOException {
        Path copy = folder.resolve(name);
        try (InputStream text = NvmlStub.class.getResourceAsStream("/native/" + name)) {
            Files.write(copy, text == null ? Files.readAllBytes(Path.of("native", name)) : text.readAllBytes());
        }
        return copy;
    }

    /** Where the C compiler puts a member of a structure. */
    record Place(long offset, long size) {}

    /** An empty member is the structure itself; empty when the header of the tests has none such. */
    Optional<Place> place(String type, String member) throws Throwable {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment numbers = arena.allocate(JAVA_LONG, 2);
            MethodHandle ask = function("stub_place", ADDRESS, ADDRESS, ADDRESS, ADDRESS);
            int found = (int) ask.invokeExact(
                    arena.allocateFrom(type), arena.allocateFrom(member), numbers, numbers.asSlice(Long.BYTES));
            return found == 0
                    ? Optional.empty()
                    : Optional.of(new Place(numbers.getAtIndex(JAVA_LONG, 0), numbers.getAtIndex(JAVA_LONG, 1)));
        }
    }

    /** How many structures and members the header of the tests has. */
    int places() throws Throwable {
        return (int) function("stub_places").invokeExact();
    }

    private MethodHandle function(String name, MemoryLayout... arguments) {
        return Linker.nativeLinker()
                .downcallHandle(
                        SymbolLookup.libraryLookup(library, Arena.global())
                                .find(name)
                                .orElseThrow(),
                        FunctionDescriptor.of(JAVA_INT, arguments));
    }

    public Path library() {
        return library;
    }

    /** What the stub answers from now on. */
    public void says(String text) throws Throwable {
        Path file = Files.createTempFile("nvml", ".txt");
        Files.writeString(file, text);
        try (Arena arena = Arena.ofConfined()) {
            MethodHandle load = function("stub_load", ADDRESS);
            int lines = (int) load.invokeExact(arena.allocateFrom(file.toString()));
            assertEquals(text.lines().filter(line -> !line.isBlank()).count(), lines);
        } finally {
            Files.delete(file);
        }
    }
}
