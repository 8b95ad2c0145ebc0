// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.json;

/** The escapes of JSON strings (RFC 8259, section 7). */
final class JsonEscapes {
    private static final int REPLACEMENT = 0xFFFD;

    private JsonEscapes() {}

    /** Appends the UTF-8 of the escaped bytes [from, to). Unknown escapes stand for themselves; halves of pairs are replaced. */
    static void decode(byte[] data, int from, int to, ByteRun out) {
        int i = from;
        while (i < to) {
            byte b = data[i++];
            if (b != '\\' || i == to) {
                out.add(b);
                continue;
            }
            byte escape = data[i++];
            switch (escape) {
                case 'n' -> out.add('\n');
                case 't' -> out.add('\t');
                case 'r' -> out.add('\r');
                case 'b' -> out.add('\b');
                case 'f' -> out.add('\f');
                case 'u' -> {
                    int unit = hex(data, i, to);
                    i = Math.min(to, i + 4);
                    if (Character.isHighSurrogate((char) unit)
                            && i + 1 < to
                            && data[i] == '\\'
                            && data[i + 1] == 'u'
                            && Character.isLowSurrogate((char) hex(data, i + 2, to))) {
                        unit = Character.toCodePoint((char) unit, (char) hex(data, i + 2, to));
                        i += 6;
                    }
                    utf8(unit, out);
                }
                default -> out.add(escape);
            }
        }
    }

    private static int hex(byte[] data, int at, int to) {
        if (at + 4 > to) {
            return REPLACEMENT;
        }
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            int digit = Character.digit(data[i], 16);
            if (digit < 0) {
                return REPLACEMENT;
            }
            value = 16 * value + digit;
        }
        return value;
    }

    private static void utf8(int unit, ByteRun out) {
        int code = unit >= 0xD800 && unit <= 0xDFFF ? REPLACEMENT : unit;
        if (code < 0x80) {
            out.add(code);
        } else if (code < 0x800) {
            out.add(0xC0 | code >> 6);
            out.add(0x80 | code & 0x3F);
        } else if (code < 0x10000) {
            out.add(0xE0 | code >> 12);
            out.add(0x80 | code >> 6 & 0x3F);
            out.add(0x80 | code & 0x3F);
        } else {
            out.add(0xF0 | code >> 18);
            out.add(0x80 | code >> 12 & 0x3F);
            out.add(0x80 | code >> 6 & 0x3F);
            out.add(0x80 | code & 0x3F);
        }
    }
}
