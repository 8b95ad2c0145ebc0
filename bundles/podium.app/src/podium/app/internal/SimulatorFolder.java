// SPDX-License-Identifier: Apache-2.0
package podium.app.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;

/**
 * The private temporary folder of a simulated fleet. A lock on a file in it says that its process still runs. The locks of a process on
 * a file go as soon as it closes that file once (fcntl(2)), so it never opens those of its other fleets: their names have its number.
 */
record SimulatorFolder(Path path, FileChannel lock) implements AutoCloseable {
    private static final String NAME = "podium-simulated-";
    private static final String LOCK = "lock";

    /** A younger one may be about to be locked. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    static SimulatorFolder create() throws IOException {
        Path path = Files.createTempDirectory(own());
        FileChannel lock =
                FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock();
        return new SimulatorFolder(path, lock);
    }

    private static String own() {
        return NAME + ProcessHandle.current().pid() + "-";
    }

    Path kubeconfig() {
        return path.resolve("kubeconfig");
    }

    /** Deletes what processes of the same user left beside it that were killed. */
    void sweep() throws IOException {
        sweep(Instant.now().minus(YOUNG));
    }

    void sweep(Instant before) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(path.resolveSibling(""), NAME + "*")) {
            for (Path other : folders) {
                try {
                    if (isOurs(other)
                            && !other.getFileName().toString().startsWith(own())
                            && Files.getLastModifiedTime(other).toInstant().isBefore(before)) {
                        end(other);
                    }
                } catch (IOException e) {
                    // another process sweeps it now
                }
            }
        }
    }

    /** Everybody may make a folder beside it. */
    private boolean isOurs(Path other) throws IOException {
        return Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
                && Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(path));
    }

    /** One whose lock is gone was left while it was deleted. */
    private static void end(Path path) throws IOException {
        Path file = path.resolve(LOCK);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            delete(path);
            return;
        }
        try (FileChannel lock = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            if (lock.tryLock() != null) {
                delete(path);
            }
        } catch (OverlappingFileLockException e) {
            // a fleet of this process
        }
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            delete(path);
        }
    }

    /** With what others laid there, such as kubectl its own lock. */
    private static void delete(Path path) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(path);
    }
}
