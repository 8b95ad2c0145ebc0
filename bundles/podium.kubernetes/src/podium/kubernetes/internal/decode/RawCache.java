// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.decode;

import java.io.IOException;
import org.eclipse.jdt.annotation.Nullable;
import podium.kubernetes.internal.json.ByteRun;

/**
 * Remembers what a run of raw JSON became, so that the labels or the template that a thousand pods share are decoded
 * once. Bounded; the newest of a slot stays.
 *
 * @param <T> what the bytes become; immutable
 */
final class RawCache<T> {
    /** Decodes the bytes [0, length) of a padded run. */
    interface Decoder<T> {
        T decode(ByteRun raw) throws IOException;
    }

    private static final int LONGEST = 16 * 1024;

    private final byte[] @Nullable [] keys;
    private final @Nullable Object[] values;
    private final Decoder<T> decoder;

    RawCache(int slots, Decoder<T> decoder) {
        this.keys = new byte[slots][];
        this.values = new Object[slots];
        this.decoder = decoder;
    }

    @SuppressWarnings("unchecked")
    T get(ByteRun raw) throws IOException {
        int slot = raw.hash() & keys.length - 1;
        byte[] key = keys[slot];
        Object value = values[slot];
        if (key != null && value != null && raw.holds(key)) {
            return (T) value;
        }
        T made = decoder.decode(raw);
        if (raw.length() <= LONGEST) {
            keys[slot] = raw.copy();
            values[slot] = made;
        }
        return made;
    }
}
