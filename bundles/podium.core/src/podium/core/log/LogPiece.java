// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import java.nio.charset.StandardCharsets;

/**
 * Lines to be searched, as they lie in a {@link LogChunk}. Nothing of it changes; any thread.
 *
 * @param first number of the line at 0
 * @param from the first line to be looked at
 * @param to the line after the last
 * @param text of all lines, with {@link #BETWEEN} after each
 * @param ends where the text of each line is over
 * @param traits of each line
 */
record LogPiece(long first, int from, int to, byte[] text, int[] ends, byte[] traits) {
    /** Stands after each line: nothing that is looked for has it, so nothing is found across two lines. */
    static final byte BETWEEN = '\n';

    /** Bits of the kind of a line among its traits. */
    static final int KIND = 3;

    private static final int ASCII = 4;
    private static final int FOLDS = 8;

    /** What a search has to know of a line. */
    static int traits(String text, int bytes) {
        if (bytes == text.length()) {
            return ASCII;
        }
        return text.chars().anyMatch(LogPiece::foldsToAscii) ? FOLDS : 0;
    }

    /**
     * Whether a character that is not ASCII is the same as one that is where case does not matter: the dotted and the dotless i, the
     * long s and the sign of kelvin (Unicode, CaseFolding.txt, as {@link java.util.regex.Pattern#UNICODE_CASE} takes it).
     */
    static boolean foldsToAscii(int c) {
        return c == 0x130 || c == 0x131 || c == 0x17f || c == 0x212a;
    }

    static int start(int[] ends, int line) {
        return line == 0 ? 0 : ends[line - 1] + 1;
    }

    int start(int line) {
        return start(ends, line);
    }

    int end(int line) {
        return ends[line];
    }

    /** Whether each byte of a line is a character of it. */
    boolean isAscii(int line) {
        return (traits[line] & ASCII) != 0;
    }

    /** Whether a line has a character that {@link #foldsToAscii}. */
    boolean folds(int line) {
        return (traits[line] & FOLDS) != 0;
    }

    /** Whether a container wrote it. */
    boolean isWritten(int line) {
        return (traits[line] & KIND) == LogLine.Kind.WRITTEN.ordinal();
    }

    /** The line that a byte belongs to, which is this one or a later one. */
    int lineOf(int at, int line) {
        int found = line;
        while (ends[found] < at) {
            found++;
        }
        return found;
    }

    String words(int line) {
        return new String(text, start(line), end(line) - start(line), StandardCharsets.UTF_8);
    }
}
