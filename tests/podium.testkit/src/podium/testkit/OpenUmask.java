// SPDX-License-Identifier: Apache-2.0
package podium.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Takes the umask off this process until it is closed: what is made meanwhile has exactly the rights it was made with. */
public final class OpenUmask implements AutoCloseable {
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rwx------");

    private final int before;

    /** Takes it off. */
    public OpenUmask() {
        before = umask(0);
    }

    /** True where files have owners and there is a umask. */
    public static boolean isKnown() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    /** What below a folder others than its owner may enter, read or write, the folder included. */
    public static List<String> open(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(OpenUmask::isOpen).map(Path::toString).toList();
        }
    }

    private static boolean isOpen(Path path) {
        try {
            return !OWNER.containsAll(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        umask(before);
    }

    private static int umask(int mask) {
        Linker linker = Linker.nativeLinker();
        MethodHandle call = linker.downcallHandle(
                linker.defaultLookup().find("umask").orElseThrow(),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        try {
            return (int) call.invokeExact(mask);
        } catch (Throwable e) {
            throw new IllegalStateException("umask", e);
        }
    }
}
