// SPDX-License-Identifier: Apache-2.0
package podium.core.file;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Folders and files that hold what a cluster told: only their owner may enter and read them (0700 and 0600), whatever the
 * process's umask is. All that Podium keeps is made here. Where the file system knows no such rights (Windows), the folder's own
 * access list decides. Any thread.
 */
public final class PrivateFiles {
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final int STICKY = 01000;
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private PrivateFiles() {}

    /** Makes a folder of Podium's own, and those above it that are missing; one that is there is closed to others. */
    public static Path folder(Path folder) throws IOException {
        Path made = folders(folder);
        tighten(made, FOLDER);
        return made;
    }

    /** Makes a folder that is missing, and those above it; one that is there is left as it is: it may be somebody else's. */
    public static Path folders(Path folder) throws IOException {
        return Files.isDirectory(folder) ? folder : Files.createDirectories(folder, rights(folder, FOLDER));
    }

    /** Makes a file unless it is there; one that is there is closed to others, and must be a plain one. True: it was made. */
    public static boolean create(Path file) throws IOException {
        try {
            Files.createFile(file, rights(file, FILE));
            return true;
        } catch (FileAlreadyExistsException e) {
            PlainFiles.check(file);
            tighten(file, FILE);
            return false;
        }
    }

    /** Opens a file, which is made if need be. */
    public static FileChannel open(Path file, OpenOption... options) throws IOException {
        create(file);
        return FileChannel.open(file, options);
    }

    /** Puts a text in place at once and for good: a reader finds the old one or this. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Puts bytes in place at once and for good: a reader, and the next start after a crash, finds the old ones or these. */
    public static void write(Path file, byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        create(fresh);
        // no channel: it would be closed, and the text lost, when its thread is interrupted
        try (FileOutputStream out = new FileOutputStream(fresh.toFile())) {
            out.write(bytes);
            out.getFD().sync();
        } catch (IOException e) {
            Files.deleteIfExists(fresh);
            throw e;
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] rights(Path path, Set<PosixFilePermission> rights) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
                : new FileAttribute<?>[0];
    }

    private static void tighten(Path path, Set<PosixFilePermission> rights) throws IOException {
        // what is behind a link is what its maker chose; a folder with the sticky bit is for all, such as /tmp
        if (isPosix(path) && !Files.isSymbolicLink(path) && !isSticky(path)) {
            Set<PosixFilePermission> has = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
            if (!rights.containsAll(has)) {
                Files.setPosixFilePermissions(path, rights);
            }
        }
    }

    /** True for a folder in which each may only take away what is his own. */
    public static boolean isSticky(Path path) throws IOException {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix")
                && Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS) instanceof Integer mode
                && (mode & STICKY) != 0;
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
