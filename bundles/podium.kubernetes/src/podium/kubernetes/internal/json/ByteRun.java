// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A growing run of bytes, reused from object to object, and arithmetic on eight bytes at a time. */
public final class ByteRun {
    /** Readers of eight bytes may look this far past the last valid byte. */
    static final int PADDING = 8;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long QUOTES = '"' * ONES;
    private static final long SLASHES = '\\' * ONES;
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    byte[] data = new byte[512];
    int length;

    public int length() {
        return length;
    }

    /** Its bytes as a copy of their own. */
    public byte[] copy() {
        return Arrays.copyOf(data, length);
    }

    public boolean holds(byte[] other) {
        return Arrays.equals(other, 0, other.length, data, 0, length);
    }

    public int hash() {
        return hash(data, 0, length);
    }

    public void add(ByteRun other) {
        add(other.data, 0, other.length);
    }

    public void clear() {
        length = 0;
    }

    public void add(byte[] from, int start, int end) {
        int count = end - start;
        room(count);
        System.arraycopy(from, start, data, length, count);
        length += count;
    }

    public void add(int value) {
        room(1);
        data[length++] = (byte) value;
    }

    public void add(byte[] all) {
        add(all, 0, all.length);
    }

    private void room(int count) {
        if (data.length - PADDING < length + count) {
            data = Arrays.copyOf(data, Math.max(2 * data.length, length + count + PADDING));
        }
    }

    /** Index of the first quote or backslash in [from, limit), or limit. The array is padded by {@link #PADDING}. */
    static int quoteOrSlash(byte[] data, int from, int limit) {
        for (int i = from; i < limit; i += 8) {
            long word = (long) LONGS.get(data, i);
            long quote = word ^ QUOTES;
            long slash = word ^ SLASHES;
            long hits = (quote - ONES & ~quote | slash - ONES & ~slash) & HIGHS;
            if (hits != 0) {
                return Math.min(limit, i + (Long.numberOfTrailingZeros(hits) >>> 3));
            }
        }
        return limit;
    }

    /** A hash of [from, to). The array is padded by {@link #PADDING}. */
    static int hash(byte[] data, int from, int to) {
        long hash = to - from;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            hash = Long.rotateLeft((hash ^ (long) LONGS.get(data, i)) * PRIME, 29);
        }
        if (i < to) {
            long tail = (long) LONGS.get(data, i) << (8 - (to - i)) * 8;
            hash = Long.rotateLeft((hash ^ tail) * PRIME, 29);
        }
        hash *= PRIME;
        return (int) (hash ^ hash >>> 32);
    }
}
