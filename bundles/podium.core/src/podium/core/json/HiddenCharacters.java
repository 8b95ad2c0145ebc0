// SPDX-License-Identifier: Apache-2.0
package podium.core.json;

import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * Characters that are not seen, or that hide or rearrange what stands beside them: control, line-separating, bidirectional-override
 * and zero-width ones, and unpaired surrogates (CVE-2021-25743, Unicode TR36). Pure functions; any thread.
 */
public final class HiddenCharacters {
    private HiddenCharacters() {}

    /** Whether a code point is one; line ends and tabs are. */
    public static boolean is(int c) {
        if (c < 0x7f) {
            return c < 0x20;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            // fillers and joiners that take no room though they are letters or marks
            default ->
                c == 0x034f
                        || c == 0x115f
                        || c == 0x1160
                        || c == 0x17b4
                        || c == 0x17b5
                        || c == 0x3164
                        || c == 0xffa0
                        || (c >= 0xfe00 && c <= 0xfe0f)
                        || (c >= 0xe0100 && c <= 0xe01ef);
        };
    }

    /** As YAML and the quotes of shells write one: {@code u200b} or {@code U000e0041} behind a backslash. */
    public static String escape(int c) {
        return String.format(Locale.ROOT, c > 0xffff ? "\\U%08x" : "\\u%04x", c);
    }

    /** A text with some of its characters written otherwise; most have none of them. */
    public static String replaced(String text, IntPredicate which, IntFunction<String> escape) {
        if (text.codePoints().noneMatch(which)) {
            return text;
        }
        StringBuilder seen = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (which.test(c)) {
                seen.append(escape.apply(c));
            } else {
                seen.appendCodePoint(c);
            }
        });
        return seen.toString();
    }
}
