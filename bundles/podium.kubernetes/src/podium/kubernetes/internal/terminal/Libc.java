// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.terminal;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The calls of the C library that a program on a terminal takes (Linux, glibc 2.34). Any thread. */
final class Libc {
    /** How a call of each name is written: what comes back, and its arguments (i int, l long, s short, p pointer). */
    private static final Map<String, String> CALLS = Map.ofEntries(
            Map.entry("posix_openpt", "i i"),
            Map.entry("grantpt", "i i"),
            Map.entry("unlockpt", "i i"),
            Map.entry("ptsname_r", "i ipl"),
            Map.entry("ioctl", "i ilp"),
            Map.entry("pipe2", "i pi"),
            Map.entry("poll", "i pli"),
            Map.entry("read", "l ipl"),
            Map.entry("write", "l ipl"),
            Map.entry("close", "i i"),
            Map.entry("kill", "i ii"),
            Map.entry("waitpid", "i ipi"),
            Map.entry("sigfillset", "i p"),
            Map.entry("sigemptyset", "i p"),
            Map.entry("posix_spawn_file_actions_init", "i p"),
            Map.entry("posix_spawn_file_actions_destroy", "i p"),
            Map.entry("posix_spawn_file_actions_addopen", "i pipii"),
            Map.entry("posix_spawn_file_actions_adddup2", "i pii"),
            Map.entry("posix_spawn_file_actions_addclosefrom_np", "i pi"),
            Map.entry("posix_spawnattr_init", "i p"),
            Map.entry("posix_spawnattr_destroy", "i p"),
            Map.entry("posix_spawnattr_setsigdefault", "i pp"),
            Map.entry("posix_spawnattr_setsigmask", "i pp"),
            Map.entry("posix_spawnattr_setflags", "i ps"),
            Map.entry("posix_spawn", "i pppppp"));

    private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
    private static final MemoryLayout STATE = Linker.Option.captureStateLayout();

    private static final Optional<Libc> FOUND = find();

    private final Map<String, MethodHandle> handles;

    private Libc(Map<String, MethodHandle> handles) {
        this.handles = Map.copyOf(handles);
    }

    /** What a call gave back, and the number of its error where that says that it failed. */
    record Result(long value, int errno) {}

    /** The library of this process; empty: it lacks a call. */
    static Optional<Libc> ofProcess() {
        return FOUND;
    }

    private static Optional<Libc> find() {
        Linker linker = Linker.nativeLinker();
        SymbolLookup symbols = linker.defaultLookup();
        Map<String, MethodHandle> found = new HashMap<>();
        CALLS.forEach((name, form) -> symbols.find(name)
                .ifPresent(
                        address -> found.put(name, linker.downcallHandle(address, descriptor(form), options(name)))));
        return found.size() == CALLS.size() ? Optional.of(new Libc(found)) : Optional.empty();
    }

    private static Linker.Option[] options(String name) {
        return name.equals("ioctl")
                ? new Linker.Option[] {ERRNO, Linker.Option.firstVariadicArg(2)}
                : new Linker.Option[] {ERRNO};
    }

    private static FunctionDescriptor descriptor(String form) {
        return FunctionDescriptor.of(
                layout(form.charAt(0)),
                form.substring(2).chars().mapToObj(Libc::layout).toArray(MemoryLayout[]::new));
    }

    private static MemoryLayout layout(int letter) {
        return switch (letter) {
            case 'i' -> JAVA_INT;
            case 'l' -> JAVA_LONG;
            case 's' -> JAVA_SHORT;
            default -> ADDRESS;
        };
    }

    /** Calls it; what comes back is for the caller to judge. */
    Result call(String name, Object... arguments) {
        MethodHandle handle = handles.get(name);
        if (handle == null) {
            throw new IllegalArgumentException(name);
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            Object[] all = new Object[arguments.length + 1];
            all[0] = state;
            System.arraycopy(arguments, 0, all, 1, arguments.length);
            Object value = handle.invokeWithArguments(all);
            return new Result(value instanceof Number number ? number.longValue() : 0, state.get(JAVA_INT, 0));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e); // a call of C throws nothing
        }
    }

    /** Calls one that gives back -1 where it fails. */
    int must(String name, Object... arguments) throws IOException {
        Result result = call(name, arguments);
        if (result.value < 0) {
            throw new IOException(name + ": error " + result.errno);
        }
        return (int) result.value;
    }

    /** Calls one that gives back the number of its error. */
    void zero(String name, Object... arguments) throws IOException {
        long error = call(name, arguments).value;
        if (error != 0) {
            throw new IOException(name + ": error " + error);
        }
    }
}
