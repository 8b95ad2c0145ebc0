// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds one text among bytes of UTF-8, and of each byte looks at few: as far as the text is long it is passed over by what stands at
 * its end (R. N. Horspool, Practical fast searching in strings, 1980). Immutable; any thread.
 */
final class Needle {
    private final byte[] bytes;
    private final byte[] fold = new byte[256];
    private final int[] skip = new int[256];
    private final int again;

    /** @param folds whether the case of letters of ASCII does not matter */
    Needle(String text, boolean folds) {
        for (int i = 0; i < fold.length; i++) {
            fold[i] = (byte) (folds && i >= 'A' && i <= 'Z' ? i + 'a' - 'A' : i);
        }
        bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = fold[bytes[i] & 0xff];
        }
        int last = bytes.length - 1;
        int[] shifts = new int[256];
        Arrays.fill(shifts, bytes.length);
        for (int i = 0; i < last; i++) {
            shifts[bytes[i] & 0xff] = last - i;
        }
        again = shifts[bytes[last] & 0xff];
        shifts[bytes[last] & 0xff] = 0;
        for (int i = 0; i < skip.length; i++) {
            skip[i] = shifts[fold[i] & 0xff];
        }
    }

    /** Where it begins next; negative: it is not there any more. */
    int find(byte[] text, int from, int to) {
        int last = bytes.length - 1;
        int at = from + last;
        while (at < to) {
            int step = skip[text[at] & 0xff];
            if (step == 0) {
                if (ends(text, at - last)) {
                    return at - last;
                }
                step = again;
            }
            at += step;
        }
        return -1;
    }

    private boolean ends(byte[] text, int from) {
        for (int i = bytes.length - 2; i >= 0; i--) {
            if (fold[text[from + i] & 0xff] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
