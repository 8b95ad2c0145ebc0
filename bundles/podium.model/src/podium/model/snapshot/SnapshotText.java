// SPDX-License-Identifier: Apache-2.0
package podium.model.snapshot;

/**
 * Text made fit for XML 1.0, which has no place for most control characters and lone surrogates: those are written as
 * a backslash, {@code u} and four hexadecimal digits. Messages of containers do hold them.
 */
final class SnapshotText {
    private SnapshotText() {}

    static String encode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (mustEncode(text, i)) {
                return encodeAll(text);
            }
        }
        return text;
    }

    private static String encodeAll(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            if (mustEncode(text, i)) {
                out.append(String.format("\\u%04x", (int) text.charAt(i)));
            } else {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    private static boolean mustEncode(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
        }
        boolean looksEncoded = c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == 'u';
        return looksEncoded || (c < 0x20 && c != '\t' && c != '\n') || c >= 0xfffe;
    }

    /** Reads what {@link #encode} wrote. */
    static String decode(String text) {
        if (!text.contains("\\u")) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            if (text.startsWith("\\u", i)) {
                if (i + 6 > text.length()) {
                    throw new IllegalArgumentException("cut off: " + text);
                }
                out.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
                i += 6;
            } else {
                out.append(text.charAt(i++));
            }
        }
        return out.toString();
    }
}
