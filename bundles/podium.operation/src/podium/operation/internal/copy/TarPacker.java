// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.copy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import podium.core.file.PlainFiles;
import podium.operation.copy.CopyService.Copied;
import podium.operation.texts.Texts;

/** A file or a folder as a tar archive, whose size is known before: whoever unpacks it is told how much to read. */
final class TarPacker {
    private static final int PIECE = 64 * 1024;
    private static final int FOLDER_MODE = 0755;
    private static final int FILE_MODE = 0644;
    private static final int EXECUTABLE_MODE = 0755;

    private final Path file;
    private final List<Entry> entries = new ArrayList<>();
    private long size = 2L * TarHeader.BLOCK;
    private long bytes;
    private int leftOut;

    /** One file or folder as it was when it was looked at. */
    private record Entry(Path path, TarHeader head, long seconds, int mode) {}

    /** Looks at what there is. */
    TarPacker(Path file) throws IOException {
        this.file = file;
        try (Stream<Path> all = Files.walk(file)) {
            for (Path path : all.sorted().toList()) {
                add(path);
            }
        }
    }

    private void add(Path path) throws IOException {
        BasicFileAttributes is = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!is.isDirectory() && !is.isRegularFile()) {
            leftOut++;
            return;
        }
        String below = file.relativize(path).toString().replace('\\', '/');
        String name = String.valueOf(file.getFileName())
                + (below.isEmpty() ? "" : "/" + below)
                + (is.isDirectory() ? "/" : "");
        TarHeader head = new TarHeader(name, is.isDirectory() ? '5' : '0', is.isDirectory() ? 0 : is.size());
        int mode = is.isDirectory() ? FOLDER_MODE : Files.isExecutable(path) ? EXECUTABLE_MODE : FILE_MODE;
        entries.add(new Entry(path, head, is.lastModifiedTime().toMillis() / 1000, mode));
        size += TarHeader.BLOCK + head.size() + head.padding() + longName(head).length;
    }

    /** The size of the archive. */
    long size() {
        return size;
    }

    private static byte[] longName(TarHeader head) {
        if (head.fits()) {
            return new byte[0];
        }
        String rest = " path=" + head.name() + "\n";
        int length = rest.getBytes(StandardCharsets.UTF_8).length;
        int whole = length + Integer.toString(length + 4).length();
        byte[] record = (whole + rest).getBytes(StandardCharsets.UTF_8);
        TarHeader about = new TarHeader("pax", 'x', record.length);
        byte[] all = new byte[TarHeader.BLOCK + record.length + about.padding()];
        System.arraycopy(about.block(FILE_MODE, 0), 0, all, 0, TarHeader.BLOCK);
        System.arraycopy(record, 0, all, TarHeader.BLOCK, record.length);
        return all;
    }

    /** Writes it; a file that has grown is cut, one that has shrunk is the end of it. */
    Copied write(OutputStream out, LongConsumer progress) throws IOException {
        int files = 0;
        for (Entry entry : entries) {
            out.write(longName(entry.head()));
            out.write(entry.head().block(entry.mode(), entry.seconds()));
            if (entry.head().type() == '0') {
                content(entry, out, progress);
                files++;
            }
            out.write(new byte[entry.head().padding()]);
        }
        out.write(new byte[2 * TarHeader.BLOCK]);
        out.flush();
        return new Copied(files, bytes, leftOut);
    }

    private void content(Entry entry, OutputStream out, LongConsumer progress) throws IOException {
        // it was a plain file when it was looked at; a pipe in its place would hold this up
        PlainFiles.check(entry.path());
        try (InputStream in = Files.newInputStream(entry.path(), LinkOption.NOFOLLOW_LINKS)) {
            byte[] some = new byte[PIECE];
            for (long left = entry.head().size(); left > 0; ) {
                int read = in.read(some, 0, (int) Math.min(left, PIECE));
                if (read < 0) {
                    throw new IOException(Texts.of("TarPacker.becameShorterWhileIt", entry.path()));
                }
                out.write(some, 0, read);
                left -= read;
                bytes += read;
                progress.accept(bytes);
            }
        }
    }
}
