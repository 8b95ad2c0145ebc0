// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.copy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import podium.operation.texts.Texts;

/**
 * The head of an entry of a tar archive (POSIX.1-2024, pax: ustar).
 *
 * @param type as in the head: {@code 0} a file, {@code 5} a folder, {@code x} more about the next entry
 */
record TarHeader(String name, char type, long size) {
    static final int BLOCK = 512;
    private static final int NAME = 100;

    /** As it stands in a block. */
    static TarHeader of(byte[] block) throws IOException {
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : block[i] & 0xFF;
        }
        if (sum != number(block, 148, 8)) {
            throw new IOException(Texts.of("TarHeader.whatTheContainerSends"));
        }
        String prefix = text(block, 257, 5).equals("ustar") && block[262] == 0 ? text(block, 345, 155) : "";
        String name = text(block, 0, NAME);
        char type = block[156] == 0 ? '0' : (char) block[156];
        return new TarHeader(prefix.isEmpty() ? name : prefix + "/" + name, type, number(block, 124, 12));
    }

    /** In octal, or where that is too short in binary, as GNU writes it. */
    private static long number(byte[] block, int from, int length) throws IOException {
        if (block[from] == (byte) 0x80) {
            long value = 0;
            for (int i = from + length - 8; i < from + length; i++) {
                value = value << 8 | block[i] & 0xFF;
            }
            return positive(value);
        }
        String digits = text(block, from, length).strip();
        if (!digits.matches("[0-7]{0,20}")) {
            throw new IOException(Texts.of("TarHeader.whatTheContainerSends"));
        }
        return digits.isEmpty() ? 0 : positive(Long.parseLong(digits, 8));
    }

    private static long positive(long value) throws IOException {
        if (value < 0) {
            throw new IOException(Texts.of("TarHeader.whatTheContainerSends"));
        }
        return value;
    }

    static String text(byte[] bytes, int from, int length) {
        int end = from;
        while (end < from + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    /** What is left to the end of the block behind its bytes. */
    int padding() {
        return (int) ((BLOCK - size % BLOCK) % BLOCK);
    }

    /** As a block; the name has to fit. */
    byte[] block(int mode, long seconds) {
        byte[] block = new byte[BLOCK];
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, block, 0, Math.min(bytes.length, NAME));
        put(block, 100, String.format(Locale.ROOT, "%07o", mode));
        put(block, 108, "0000000");
        put(block, 116, "0000000");
        put(block, 124, size < 1L << 33 ? String.format(Locale.ROOT, "%011o", size) : "");
        if (size >= 1L << 33) {
            block[124] = (byte) 0x80;
            for (int i = 0; i < 8; i++) {
                block[135 - i] = (byte) (size >> 8 * i);
            }
        }
        put(block, 136, String.format(Locale.ROOT, "%011o", Math.max(0, seconds)));
        block[156] = (byte) type;
        put(block, 257, "ustar");
        put(block, 263, "00");
        put(block, 148, "        ");
        int sum = 0;
        for (byte b : block) {
            sum += b & 0xFF;
        }
        put(block, 148, String.format(Locale.ROOT, "%06o\0", sum));
        return block;
    }

    /** Whether the name fits into a block. */
    boolean fits() {
        return name.getBytes(StandardCharsets.UTF_8).length <= NAME;
    }

    private static void put(byte[] block, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }
}
