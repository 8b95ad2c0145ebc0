// SPDX-License-Identifier: Apache-2.0
package podium.gpu.internal.exporter;

import java.nio.charset.StandardCharsets;

/**
 * Walks the sample lines of an exposition text without copying what is not asked for. One line is current at a time.
 * Format: Prometheus text format 0.0.4 and OpenMetrics 1.0, spaces between labels allowed.
 */
final class ExpositionLines {
    private final byte[] text;
    private int next;
    private int start;
    private int nameEnd;
    private int labelsStart;
    private int labelsEnd;
    private int valueStart;
    private int end;

    ExpositionLines(byte[] text) {
        this.text = text;
    }

    /** What the next line is. */
    enum Kind {
        SAMPLE,
        BROKEN,
        END
    }

    /** Moves to the next line that is neither empty nor a comment. */
    Kind advance() {
        while (next < text.length) {
            start = next;
            int stop = start;
            while (stop < text.length && text[stop] != '\n') {
                stop++;
            }
            next = stop + 1;
            end = stop > start && text[stop - 1] == '\r' ? stop - 1 : stop;
            start = skipBlanks(start);
            if (start < end && text[start] != '#') {
                return split() ? Kind.SAMPLE : Kind.BROKEN;
            }
        }
        return Kind.END;
    }

    String name() {
        return new String(text, start, nameEnd - start, StandardCharsets.US_ASCII);
    }

    /** The text between the braces; empty without any. */
    String labels() {
        return new String(text, labelsStart, labelsEnd - labelsStart, StandardCharsets.UTF_8);
    }

    /** The value; NaN when it is no number. */
    double value() {
        return number(valueText());
    }

    /** True for what {@link #number} reads: "NaN" is a number that is none. */
    static boolean isNumber(String text) {
        return text.equals("NaN") || !Double.isNaN(number(text));
    }

    /** A number as exporters and Prometheus write it; NaN when it is none. */
    static double number(String number) {
        try {
            return switch (number) {
                case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
                case "-Inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(number);
            };
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** The value as written. */
    String valueText() {
        int stop = valueStart;
        while (stop < end && text[stop] != ' ' && text[stop] != '\t') {
            stop++;
        }
        return new String(text, valueStart, stop - valueStart, StandardCharsets.US_ASCII);
    }

    private boolean split() {
        int at = start;
        while (at < end && isNameByte(text[at])) {
            at++;
        }
        nameEnd = at;
        labelsStart = at;
        labelsEnd = at;
        at = skipBlanks(at);
        if (at < end && text[at] == '{') {
            int close = closingBrace(at + 1);
            if (close < 0) {
                return false;
            }
            labelsStart = at + 1;
            labelsEnd = close;
            at = close + 1;
        } else if (at == nameEnd) {
            return false;
        }
        valueStart = skipBlanks(at);
        return nameEnd > start && valueStart < end;
    }

    private int closingBrace(int from) {
        boolean quoted = false;
        for (int i = from; i < end; i++) {
            byte b = text[i];
            if (quoted && b == '\\') {
                i++;
            } else if (b == '"') {
                quoted = !quoted;
            } else if (b == '}' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private int skipBlanks(int from) {
        int at = from;
        while (at < end && (text[at] == ' ' || text[at] == '\t')) {
            at++;
        }
        return at;
    }

    private static boolean isNameByte(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_' || b == ':';
    }
}
