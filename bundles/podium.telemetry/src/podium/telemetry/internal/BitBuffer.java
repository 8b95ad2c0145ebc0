// SPDX-License-Identifier: Apache-2.0
package podium.telemetry.internal;

import java.util.Arrays;

/** A growing string of bits, written at its end. One writer, guarded by its series. */
final class BitBuffer {
    private long[] words = new long[3];
    private int length;

    BitBuffer() {}

    /** Bits that were written before; they can be read only. */
    BitBuffer(long[] words) {
        this.words = words;
        this.length = 64 * words.length;
    }

    /** The words that are used, the last filled up with zeros. */
    long[] words() {
        return Arrays.copyOf(words, (length + 63) >>> 6);
    }

    /** Forgets what was written and keeps the room. */
    void clear() {
        Arrays.fill(words, 0, Math.min(words.length, (length >>> 6) + 1), 0);
        length = 0;
    }

    /** Copies the first bits, 32 in each number. */
    void copy(int[] into, int at, int count) {
        for (int i = 0; i < count; i++) {
            into[at + i] = (int) (words[i >> 1] >>> ((i & 1) == 0 ? 32 : 0));
        }
    }

    /** Appends the lowest bits of a value, highest first; 1 to 64 of them. */
    void write(long value, int count) {
        reserve(count);
        int word = length >>> 6;
        long bits = count == 64 ? value : value & ((1L << count) - 1);
        int free = 64 - (length & 63);
        if (count <= free) {
            words[word] |= bits << (free - count);
        } else {
            words[word] |= bits >>> (count - free);
            words[word + 1] |= bits << (64 - (count - free));
        }
        length += count;
    }

    /** Appends the lowest bits of each of the first numbers; 0 to 64 of them. */
    void write(long[] numbers, int size, int width) {
        if (width == 0) {
            return;
        }
        reserve(size * width);
        long mask = -1L >>> 64 - width;
        int word = length >>> 6;
        int free = 64 - (length & 63);
        long open = words[word];
        for (int i = 0; i < size; i++) {
            long bits = numbers[i] & mask;
            if (width < free) {
                free -= width;
                open |= bits << free;
            } else {
                words[word++] = open | bits >>> width - free;
                free += 64 - width;
                open = free == 64 ? 0 : bits << free;
            }
        }
        words[word] = open;
        length += size * width;
    }

    private void reserve(int bits) {
        int needed = (length + bits >>> 6) + 1;
        if (needed > words.length) {
            words = Arrays.copyOf(words, Math.max(needed, words.length + Math.max(4, words.length >> 3)));
        }
    }

    int length() {
        return length;
    }

    /** Gives back the room that is not used; nothing is written afterwards. */
    void trim() {
        words = Arrays.copyOf(words, (length + 63) >>> 6);
    }

    int bytes() {
        return 8 * words.length;
    }

    Reader reader() {
        return new Reader(words);
    }

    /** Reads from the start. */
    static final class Reader {
        private final long[] words;
        private int at;

        private Reader(long[] words) {
            this.words = words;
        }

        boolean bit() {
            boolean set = (words[at >>> 6] << (at & 63)) < 0;
            at++;
            return set;
        }

        long read(int count) {
            int word = at >>> 6;
            int offset = at & 63;
            at += count;
            long head = words[word] << offset;
            if (offset + count > 64) {
                head |= words[word + 1] >>> (64 - offset);
            }
            return head >>> (64 - count);
        }
    }
}
