// SPDX-License-Identifier: Apache-2.0
package podium.kubernetes.internal.credential;

import java.util.stream.Collectors;
import podium.core.json.HiddenCharacters;

/** Text as it is, so that two that look alike do not look alike any more: blanks between quotes, what is not seen by its number. */
final class QuotedText {
    private QuotedText() {}

    /** A word of letters, digits and what stands in paths is left alone; all else goes between quotes. */
    static String of(String text) {
        return !text.isEmpty() && text.chars().allMatch(QuotedText::plain)
                ? text
                : "'" + text.codePoints().mapToObj(QuotedText::shown).collect(Collectors.joining()) + "'";
    }

    private static boolean plain(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || "-_./:=@%+,".indexOf(c) >= 0);
    }

    private static String shown(int c) {
        return switch (c) {
            case '\'' -> "\\'";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c == ' ' || seen(c) ? Character.toString(c) : "\\u{" + Integer.toHexString(c) + "}";
        };
    }

    private static boolean seen(int c) {
        return !HiddenCharacters.is(c)
                && switch (Character.getType(c)) {
                    case Character.SPACE_SEPARATOR, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> false;
                    default -> true;
                };
    }
}
