// SPDX-License-Identifier: Apache-2.0
package podium.app.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import podium.app.texts.Texts;

/** Whether another Podium works with a home: the platform says so in words of its own, which name neither Podium nor the folder. */
public final class HomeInUse {
    /** The lock of the framework on a workspace (Equinox, {@code BasicLocation.DEFAULT_LOCK_FILENAME}). */
    private static final Path LOCK = Path.of(".metadata", ".lock");

    private HomeInUse() {}

    /** What to tell the operator; empty: nobody else has it, or that cannot be told. */
    public static Optional<String> words(Path home) {
        return isLocked(home.resolve(LOCK))
                ? Optional.of(Texts.of("HomeInUse.anotherPodiumUsesThe", home))
                : Optional.empty();
    }

    private static boolean isLocked(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
