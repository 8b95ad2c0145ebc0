// SPDX-License-Identifier: Apache-2.0
package podium.core.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import podium.core.texts.Texts;

/**
 * Reads files that are plain ones, and of a size that was foreseen. A pipe holds up whoever opens it for as long as nobody writes, and a
 * device may have no end: the window would never come. All of Podium that reads a file of its user goes through here. Any thread.
 */
public final class PlainFiles {
    private PlainFiles() {}

    /**
     * Why what is there is no plain file, as a sentence without its full stop; symbolic links are followed. Empty: it is one. It is
     * not opened.
     *
     * @throws IOException when it is not there, or cannot be looked at
     */
    public static Optional<String> whyNot(Path path) throws IOException {
        BasicFileAttributes kind = Files.readAttributes(path, BasicFileAttributes.class);
        if (kind.isDirectory()) {
            return Optional.of(Texts.of("PlainFiles.isAFolderNot"));
        }
        return kind.isRegularFile() ? Optional.empty() : Optional.of(Texts.of("PlainFiles.isAPipeA"));
    }

    /** Refuses what is no plain file, without opening it. */
    public static void check(Path path) throws IOException {
        Optional<String> why = whyNot(path);
        if (why.isPresent()) {
            throw new IOException(path + ": " + why.get());
        }
    }

    /**
     * True when nothing has this name. A link whose end is not there is something: what it should lead to may lie on a disk that is not
     * mounted now, and is not to be taken for what never was.
     */
    public static boolean isAbsent(Path path) {
        return Files.notExists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * The whole of a file.
     *
     * @param largest bytes at most
     * @throws IOException when it is no plain file, larger, or cannot be read
     */
    public static byte[] read(Path path, int largest) throws IOException {
        check(path);
        if (Files.size(path) > largest) {
            throw new IOException(Texts.of("PlainFiles.isLargerThan", path, size(largest)));
        }
        return Files.readAllBytes(path);
    }

    /** The whole of a file as text in UTF-8; what is none of it is replaced. */
    public static String text(Path path, int largest) throws IOException {
        return new String(read(path, largest), StandardCharsets.UTF_8);
    }

    private static String size(int bytes) {
        return bytes % (1 << 20) == 0 ? Texts.of("PlainFiles.mb", bytes >> 20) : Texts.of("PlainFiles.kb", bytes >> 10);
    }
}
