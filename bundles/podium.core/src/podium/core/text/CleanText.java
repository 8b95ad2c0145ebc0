// SPDX-License-Identifier: Apache-2.0
package podium.core.text;

import java.lang.Character.UnicodeScript;
import java.util.Locale;
import podium.core.json.HiddenCharacters;

/** Text from a cluster made fit to be shown. Pure functions; any thread. */
public final class CleanText {
    private CleanText() {}

    /**
     * The text without control, line-separating, bidirectional-override and zero-width characters and without unpaired
     * surrogates: text from a cluster cannot rearrange or hide what stands beside it (CVE-2021-25743, Unicode TR36).
     * Tabs and line ends become one space. Text without such characters is returned as it is.
     */
    public static String clean(String text) {
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            if (HiddenCharacters.is(c)) {
                return cleanFrom(text, i);
            }
            i += Character.charCount(c);
        }
        return text;
    }

    private static String cleanFrom(String text, int start) {
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, start);
        text.codePoints().skip(text.codePointCount(0, start)).forEach(c -> {
            if (c == '\n' || c == '\t' || c == 0x2028 || c == 0x2029) {
                if (out.isEmpty() || out.charAt(out.length() - 1) != ' ') {
                    out.append(' ');
                }
            } else if (!HiddenCharacters.is(c)) {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /**
     * A name of which each character counts, so that no two are read as one: what {@link #clean} takes away, a blank at an end and a
     * letter of another script among Latin ones stand as escapes ({@code &#92;u0430na}).
     */
    public static String exact(String name) {
        boolean latin = name.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.LATIN);
        String shown = HiddenCharacters.replaced(
                name,
                c -> HiddenCharacters.is(c)
                        || Character.isSpaceChar(c) && c != ' '
                        || latin && Character.isLetter(c) && UnicodeScript.of(c) != UnicodeScript.LATIN,
                HiddenCharacters::escape);
        String blank = HiddenCharacters.escape(' ');
        String begun = shown.startsWith(" ") ? blank + shown.substring(1) : shown;
        return begun.endsWith(" ") ? begun.substring(0, begun.length() - 1) + blank : begun;
    }

    /**
     * The name of a domain with the word for its level, which is left out where the name has it: rack a2, but rack-1.
     * Cleaned.
     */
    public static String domain(String level, String name) {
        String clean = clean(name);
        String word = clean(level);
        int at = clean.toLowerCase(Locale.ROOT).indexOf(word.toLowerCase(Locale.ROOT));
        boolean says = at == 0 || (at > 0 && !Character.isLetter(clean.charAt(at - 1)));
        return says ? clean : word + " " + clean;
    }

    /**
     * The text cut in the middle to at most this many characters, since both ends of generated names tell things apart:
     * {@code llm-pretrain-7b…worker-12}. Cleaned first.
     *
     * @param most at least 3
     */
    public static String middle(String text, int most) {
        String clean = clean(text);
        if (clean.length() <= most) {
            return clean;
        }
        return cut(clean, most, most - 1 - (most - 1) / 2);
    }

    /** A clean text cut to so many characters, {@code first} of them from its beginning. */
    static String cut(String clean, int most, int first) {
        int head = first;
        int tail = most - 1 - head;
        if (head > 0 && Character.isHighSurrogate(clean.charAt(head - 1))) {
            head--;
        }
        int from = clean.length() - tail;
        if (tail > 0 && Character.isLowSurrogate(clean.charAt(from))) {
            from++;
        }
        return clean.substring(0, head) + "…" + clean.substring(from);
    }
}
