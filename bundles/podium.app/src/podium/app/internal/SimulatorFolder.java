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

/** The private temporary folder of a simulated fleet. A lock on a file in it says that its process still runs. */
record SimulatorFolder(Path path, FileChannel lock) implements AutoCloseable {
    private static final String NAME = "podium-simulated-";
    private static final String LOCK = "lock";

    /** A younger one may be about to be locked. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    static SimulatorFolder create() throws IOException {
        Path path = Files.createTempDirectory(NAME);
        FileChannel lock =
                FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock();
        return new SimulatorFolder(path, lock);
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
                            && Files.isRegularFile(other.resolve(LOCK), LinkOption.NOFOLLOW_LINKS)
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

    private static void end(Path path) throws IOException {
        FileChannel lock = FileChannel.open(path.resolve(LOCK), StandardOpenOption.WRITE);
        SimulatorFolder left = new SimulatorFolder(path, lock);
        boolean free;
        try {
            free = lock.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            free = false;
        }
        if (free) {
            left.close();
        } else {
            lock.close();
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(kubeconfig());
        Files.deleteIfExists(path.resolve(LOCK));
        lock.close();
        Files.deleteIfExists(path);
    }
}
