// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.eclipse.jdt.annotation.Nullable;

/**
 * Gives one String for equal bytes without making one to ask. A bounded two-way cache: a string that keeps coming stays,
 * one that came once is pushed out; what is pushed out only costs a second copy.
 */
public final class StringPool {
    private static final int LONGEST = 256;

    private final int mask;
    private final @Nullable String[] values;
    private final byte[] @Nullable [] keys;
    private final int[] hashes;

    /** A cache of twice as many strings; a power of two. */
    public StringPool(int sets) {
        mask = sets - 1;
        values = new String[2 * sets];
        keys = new byte[2 * sets][];
        hashes = new int[2 * sets];
    }

    /** The string of the bytes [from, to), UTF-8 with broken sequences replaced. The array is padded. */
    String get(byte[] data, int from, int to) {
        int length = to - from;
        if (length == 0) {
            return "";
        }
        if (length > LONGEST) {
            return new String(data, from, length, StandardCharsets.UTF_8);
        }
        int hash = ByteRun.hash(data, from, to);
        int first = 2 * (hash & mask);
        String found = at(first, hash, data, from, to);
        if (found != null) {
            return found;
        }
        found = at(first + 1, hash, data, from, to);
        if (found != null) {
            move(first + 1, first);
        } else {
            move(first, first + 1);
            found = new String(data, from, length, StandardCharsets.UTF_8);
            keys[first] = Arrays.copyOfRange(data, from, to);
        }
        values[first] = found;
        hashes[first] = hash;
        return found;
    }

    private @Nullable String at(int slot, int hash, byte[] data, int from, int to) {
        byte[] key = keys[slot];
        return hashes[slot] == hash && key != null && Arrays.equals(key, 0, key.length, data, from, to)
                ? values[slot]
                : null;
    }

    /** Moves a slot; where both are in use they change places. */
    private void move(int from, int to) {
        byte[] key = keys[to];
        String value = values[to];
        int hash = hashes[to];
        keys[to] = keys[from];
        values[to] = values[from];
        hashes[to] = hashes[from];
        keys[from] = key;
        values[from] = value;
        hashes[from] = hash;
    }
}
