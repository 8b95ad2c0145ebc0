// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.copy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;
import podium.core.text.Counted;
import podium.operation.copy.CopyService.Copied;
import podium.operation.texts.Texts;

/**
 * Writes what a container sends into a folder. The container is not trusted: nothing leaves the folder, nothing there is overwritten,
 * no link is made, and none is followed. A name that would is the end of it; what is no file and no folder is left out and counted.
 */
final class TarUnpacker {
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_NAME = 64 * 1024;

    private final InputStream in;
    private final Path root;
    private final String wanted;
    private final LongConsumer progress;
    private int files;
    private long bytes;
    private int leftOut;

    /**
     * @param root exists
     * @param wanted the one name in the folder that may be written, and below it
     */
    TarUnpacker(InputStream in, Path root, String wanted, LongConsumer progress) {
        this.in = in;
        this.root = root;
        this.wanted = wanted;
        this.progress = progress;
    }

    Copied run() throws IOException {
        String longName = "";
        for (TarHeader head = next(); head.type() != 0; head = next()) {
            switch (head.type()) {
                case 'x', 'L' -> longName = name(head, longName);
                case 'g', 'K' -> skip(head);
                default -> {
                    take(head, longName.isEmpty() ? head.name() : longName);
                    longName = "";
                }
            }
        }
        return new Copied(files, bytes, leftOut);
    }

    /** Type 0: the archive has ended. */
    private TarHeader next() throws IOException {
        byte[] block = in.readNBytes(TarHeader.BLOCK);
        if (block.length == 0 || block.length == TarHeader.BLOCK && block[0] == 0) {
            // what is behind the end is padding
            in.transferTo(OutputStream.nullOutputStream());
            return new TarHeader("", (char) 0, 0);
        }
        if (block.length < TarHeader.BLOCK) {
            throw new EOFException(Texts.of("TarUnpacker.theArchiveEndedToo"));
        }
        return TarHeader.of(block);
    }

    private String name(TarHeader head, String before) throws IOException {
        if (head.size() > LONGEST_NAME) {
            throw new IOException(Texts.of("TarUnpacker.aNameOfBytes", head.size()));
        }
        byte[] text = in.readNBytes((int) head.size());
        in.skipNBytes(head.padding());
        return head.type() == 'L' ? TarHeader.text(text, 0, text.length) : pax(text, before);
    }

    /** Records of "length key=value\n"; only the path is of interest. */
    private static String pax(byte[] records, String before) throws IOException {
        String path = before;
        for (int at = 0; at < records.length; ) {
            int space = at;
            while (space < records.length && records[space] != ' ') {
                space++;
            }
            String digits = new String(records, at, space - at, StandardCharsets.US_ASCII);
            int length = digits.matches("\\d{1,5}") ? Integer.parseInt(digits) : 0;
            if (length <= space - at + 1 || at + length > records.length) {
                throw new IOException(Texts.of("TarUnpacker.whatTheContainerSends"));
            }
            String record = new String(records, space + 1, at + length - space - 2, StandardCharsets.UTF_8);
            if (record.startsWith("path=")) {
                path = record.substring(5);
            } else if (record.startsWith("size=")) {
                throw new IOException(Texts.of("TarUnpacker.aFileOfMore"));
            }
            at += length;
        }
        return path;
    }

    private void skip(TarHeader head) throws IOException {
        in.skipNBytes(head.size());
        in.skipNBytes(head.padding());
    }

    private void take(TarHeader head, String name) throws IOException {
        if (head.type() != '0' && head.type() != '5' && head.type() != '7') {
            leftOut++;
            skip(head);
            return;
        }
        Path target = target(name);
        if (head.type() == '5') {
            folder(target);
            skip(head);
        } else {
            folder(target.getParent());
            file(target, head);
        }
    }

    /** Where an entry is written. */
    private Path target(String name) throws IOException {
        Path path;
        try {
            path = Path.of(name);
        } catch (InvalidPathException e) {
            throw refused(name);
        }
        if (path.isAbsolute() || name.startsWith("/") || name.contains("\\") || name.isEmpty()) {
            throw refused(name);
        }
        for (Path step : path) {
            if (step.toString().equals("..")) {
                throw refused(name);
            }
        }
        Path target = root.resolve(path).normalize();
        if (target.equals(root) || !target.startsWith(root.resolve(wanted))) {
            throw refused(name);
        }
        return target;
    }

    private IOException refused(String name) {
        String before = Counted.of(files, "file");
        return new IOException(
                name.contains("\\")
                        ? Texts.of("TarUnpacker.theContainerSentABackslash", name, before)
                        : Texts.of("TarUnpacker.theContainerSentWhatIsNotBelow", name, wanted, before));
    }

    /** Makes a folder and those above it, up to the root; none of them is a link. */
    private void folder(Path folder) throws IOException {
        Path at = root;
        for (Path step : root.relativize(folder)) {
            at = at.resolve(step);
            if (at.equals(root)) {
                continue;
            }
            if (!Files.exists(at, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(at);
            } else if (!Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
                throw new IOException(Texts.of("TarUnpacker.existsAlreadyAndIs", at));
            }
        }
    }

    /** What is not whole does not stay under the name of what was wanted. */
    private void file(Path target, TarHeader head) throws IOException {
        OutputStream out = made(target);
        boolean whole = false;
        try (out) {
            byte[] some = new byte[PIECE];
            for (long left = head.size(); left > 0; ) {
                int read = in.read(some, 0, (int) Math.min(left, PIECE));
                if (read < 0) {
                    throw new EOFException(Texts.of("TarUnpacker.theArchiveEndedWithin", target.getFileName()));
                }
                out.write(some, 0, read);
                left -= read;
                bytes += read;
                progress.accept(bytes);
            }
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(target);
            }
        }
        in.skipNBytes(head.padding());
        files++;
    }

    private static OutputStream made(Path target) throws IOException {
        try {
            return Files.newOutputStream(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(Texts.of("TarUnpacker.isThereAlready", target));
        }
    }
}
