// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import java.util.Arrays;
import podium.core.text.CleanText;

/**
 * Colours of a terminal in a line (ECMA-48, SGR: {@code ESC [ ... m}), read and taken out; all other control sequences are taken out
 * and have no effect (CVE-2021-25743). A style is packed as two numbers: the character from which it holds, and
 * {@code bold << 8 | colour}, where colour 0 is none and 1 to 16 are the colours of a terminal.
 */
public final class AnsiText {
    /** Bit of a bold style. */
    public static final int BOLD = 1 << 8;

    private static final char ESCAPE = '\u001b';
    private static final int COLOUR = 0xff;

    private final StringBuilder plain = new StringBuilder();
    private int[] styles = new int[8];
    private int used;
    private int style;

    private AnsiText() {}

    /** A line without its escapes, with the styles that they meant. */
    static LogLine line(int source, long time, String raw) {
        if (raw.indexOf(ESCAPE) < 0) {
            return new LogLine(source, time, CleanText.clean(raw), null, LogLine.Kind.WRITTEN);
        }
        AnsiText text = new AnsiText();
        text.read(raw);
        return new LogLine(
                source,
                time,
                text.plain.toString(),
                text.used == 0 ? null : Arrays.copyOf(text.styles, text.used),
                LogLine.Kind.WRITTEN);
    }

    /** A line without its escapes and what they meant. */
    public static String plain(String raw) {
        AnsiText text = new AnsiText();
        text.read(raw);
        return text.plain.toString();
    }

    private void read(String raw) {
        int at = 0;
        while (at < raw.length()) {
            int escape = raw.indexOf(ESCAPE, at);
            int end = escape < 0 ? raw.length() : escape;
            if (end > at) {
                String part = CleanText.clean(raw.substring(at, end));
                if (!part.isEmpty()) {
                    mark();
                    plain.append(part);
                }
            }
            at = escape < 0 ? end : skip(raw, escape);
        }
    }

    /** Where the sequence that begins at an escape is over. */
    private int skip(String raw, int escape) {
        int at = escape + 1;
        if (at >= raw.length()) {
            return at;
        }
        char kind = raw.charAt(at);
        if (kind == ']') {
            // a title or a link: up to BEL or ESC \
            for (at++; at < raw.length(); at++) {
                if (raw.charAt(at) == '\u0007') {
                    return at + 1;
                }
                if (raw.charAt(at) == ESCAPE) {
                    return Math.min(raw.length(), at + 2);
                }
            }
            return at;
        }
        if (kind != '[') {
            return at + 1;
        }
        int from = at + 1;
        for (at = from; at < raw.length(); at++) {
            char c = raw.charAt(at);
            if (c >= 0x40 && c <= 0x7e) {
                if (c == 'm') {
                    select(raw.substring(from, at));
                }
                return at + 1;
            }
        }
        return at;
    }

    private void select(String parameters) {
        String[] numbers = parameters.split("[;:]", -1);
        for (int i = 0; i < numbers.length; i++) {
            int number = number(numbers[i]);
            if (number == 0) {
                style = 0;
            } else if (number == 1) {
                style |= BOLD;
            } else if (number == 22) {
                style &= ~BOLD;
            } else if (number == 39) {
                style &= ~COLOUR;
            } else if (number >= 30 && number <= 37) {
                style = style & ~COLOUR | number - 29;
            } else if (number >= 90 && number <= 97) {
                style = style & ~COLOUR | number - 81;
            } else if (number == 38 || number == 48) {
                // 256 or true colours: their own parameters are passed over, the first sixteen are understood
                boolean indexed = i + 2 < numbers.length && number(numbers[i + 1]) == 5;
                if (number == 38 && indexed && number(numbers[i + 2]) < 16) {
                    style = style & ~COLOUR | number(numbers[i + 2]) + 1;
                }
                i += indexed ? 2 : 4;
            }
        }
    }

    private static int number(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' || value > 1000) {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    private void mark() {
        int before = used == 0 ? 0 : styles[used - 1];
        if (style != before) {
            if (used + 2 > styles.length) {
                styles = Arrays.copyOf(styles, 2 * styles.length);
            }
            styles[used++] = plain.length();
            styles[used++] = style;
        }
    }
}
