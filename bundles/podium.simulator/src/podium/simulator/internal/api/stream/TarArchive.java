// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.api.stream;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes tar archives (POSIX.1-2024, pax: ustar with extended headers), as much of them as a copy needs. */
final class TarArchive {
    private static final int BLOCK = 512;
    private static final int LARGEST = 64 * 1024 * 1024;
    private static final int NAME = 100;
    /** Where the header has what a link leads to. */
    private static final int LINK = 157;

    private static final Pattern PATH = Pattern.compile("\\d+ path=([^\\n]*)\\n");

    private TarArchive() {}

    /**
     * One entry.
     *
     * @param folder whether it is one; else a file or a link
     * @param link where a symbolic link leads; empty: it is none
     */
    record Entry(String name, boolean folder, byte[] bytes, String link) {}

    /** The next file or folder; empty: the archive has ended. */
    static Optional<Entry> read(InputStream in) throws IOException {
        String longName = "";
        while (true) {
            byte[] head = in.readNBytes(BLOCK);
            if (head.length < BLOCK || head[0] == 0) {
                in.skip(Long.MAX_VALUE);
                return Optional.empty();
            }
            long size = Long.parseLong("0" + text(head, 124, 12).strip(), 8);
            if (size > LARGEST) {
                throw new IOException("No space left on device");
            }
            byte[] bytes = in.readNBytes((int) size);
            if (bytes.length < size) {
                throw new EOFException("Unexpected EOF in archive");
            }
            in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            char type = (char) head[156];
            if (type == 'x' || type == 'L') {
                Matcher path = PATH.matcher(new String(bytes, StandardCharsets.UTF_8));
                longName = type == 'L' ? text(bytes, 0, bytes.length) : path.find() ? path.group(1) : longName;
            } else if (type == '0' || type == 0 || type == '5' || type == '2') {
                String prefix = text(head, 345, 155);
                String name = (prefix.isEmpty() ? "" : prefix + "/") + text(head, 0, NAME);
                return Optional.of(new Entry(
                        longName.isEmpty() ? name : longName,
                        type == '5',
                        bytes,
                        type == '2' ? text(head, LINK, NAME) : ""));
            } else {
                longName = "";
            }
        }
    }

    private static String text(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    /** Writes one entry. */
    static void write(OutputStream out, Entry entry) throws IOException {
        byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
        if (name.length > NAME) {
            byte[] record = pax(entry.name());
            block(out, "pax".getBytes(StandardCharsets.UTF_8), 'x', record, "");
        }
        char type = entry.folder() ? '5' : entry.link().isEmpty() ? '0' : '2';
        block(out, Arrays.copyOf(name, Math.min(name.length, NAME)), type, entry.bytes(), entry.link());
    }

    private static byte[] pax(String name) {
        String rest = " path=" + name + "\n";
        int length = rest.getBytes(StandardCharsets.UTF_8).length;
        int digits = Integer.toString(length + 4).length();
        return (length + digits + rest).getBytes(StandardCharsets.UTF_8);
    }

    private static void block(OutputStream out, byte[] name, char type, byte[] bytes, String link) throws IOException {
        byte[] head = new byte[BLOCK];
        System.arraycopy(name, 0, head, 0, name.length);
        put(head, 100, type == '5' ? "0000755" : "0000644");
        put(head, 108, "0000000");
        put(head, 116, "0000000");
        put(head, 124, String.format("%011o", bytes.length));
        put(head, 136, "15160000000");
        head[156] = (byte) type;
        byte[] target = link.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(target, 0, head, LINK, Math.min(target.length, NAME));
        put(head, 257, "ustar");
        put(head, 263, "00");
        put(head, 148, "        ");
        int sum = 0;
        for (byte b : head) {
            sum += b & 0xFF;
        }
        put(head, 148, String.format("%06o\0", sum));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head);
        all.writeBytes(bytes);
        all.writeBytes(new byte[(BLOCK - bytes.length % BLOCK) % BLOCK]);
        out.write(all.toByteArray());
    }

    private static void put(byte[] head, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, head, at, bytes.length);
    }

    /** Writes the end of an archive. */
    static void end(OutputStream out) throws IOException {
        out.write(new byte[2 * BLOCK]);
    }
}
