// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.nvml;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import podium.gpu.texts.Texts;

/** The functions of one loaded library. Any thread. */
final class NvmlFunctions {
    private static final String SONAME = "libnvidia-ml.so.1";

    private final SymbolLookup symbols;
    private final Linker linker = Linker.nativeLinker();
    private final Map<Key, Optional<MethodHandle>> known = new ConcurrentHashMap<>();

    /** A function in one of the ways it is called. */
    private record Key(String name, List<MemoryLayout> arguments) {}

    private NvmlFunctions(SymbolLookup symbols) {
        this.symbols = symbols;
    }

    /**
     * Loads the driver's library as the dynamic linker finds it.
     *
     * @param arena unloads the library when it closes
     */
    static NvmlFunctions load(Arena arena) throws NvmlException {
        try {
            return new NvmlFunctions(SymbolLookup.libraryLookup(SONAME, arena));
        } catch (IllegalArgumentException e) {
            throw new NvmlException(Texts.of("NvmlFunctions.noNvidiaDriverOn", SONAME));
        }
    }

    /** Loads a library from a file. */
    static NvmlFunctions load(Path library, Arena arena) throws NvmlException {
        try {
            return new NvmlFunctions(SymbolLookup.libraryLookup(library, arena));
        } catch (IllegalArgumentException e) {
            throw new NvmlException(Texts.of("NvmlFunctions.isNotALibrary", library));
        }
    }

    /** A function returning nvmlReturn_t; empty when this driver lacks it. */
    Optional<MethodHandle> find(String name, MemoryLayout... arguments) {
        return known.computeIfAbsent(new Key(name, List.of(arguments)), key -> symbols.find(name)
                .map(address -> linker.downcallHandle(address, FunctionDescriptor.of(JAVA_INT, arguments))));
    }
}
