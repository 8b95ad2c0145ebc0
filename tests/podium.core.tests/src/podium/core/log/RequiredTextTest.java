// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RequiredTextTest {
    private static final int IGNORES_CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static List<RequiredText> of(String regex) {
        return RequiredText.of(Pattern.compile(regex, IGNORES_CASE));
    }

    private static RequiredText part(String text) {
        return new RequiredText(text, false, false);
    }

    private static RequiredText first(String text) {
        return new RequiredText(text, false, true);
    }

    @Test
    void aTextIsItself() {
        RequiredText whole = new RequiredText("loss 2.1", true, true);
        assertEquals(List.of(whole), of("loss 2\\.1"));
        assertEquals(List.of(whole), of("\\Qloss 2.1\\E"));
        assertEquals(List.of(whole), RequiredText.of(Pattern.compile("loss 2.1", Pattern.LITERAL)));
        assertEquals(List.of(new RequiredText("a", true, false), new RequiredText("bc", true, false)), of("a|bc"));
    }

    @Test
    void theLongestThatIsRequiredIsTaken() {
        assertEquals(List.of(first("loss 2.")), of("loss 2\\.[0-3]"));
        assertEquals(List.of(part(" of rank ")), of("step \\d+ of rank (1|2)"));
        assertEquals(List.of(part("rank")), of("^rank$"));
        assertEquals(
                List.of(first("error"), part("x")).get(1), of("error \\d+|x.").get(1));
        assertEquals(List.of(part("error "), part("x")), of("error \\d+|x."));
    }

    @Test
    void whatMayBeLeftOutIsNotRequired() {
        assertEquals(List.of(first("ab")), of("abc?"));
        assertEquals(List.of(first("ab")), of("abc*?d"));
        assertEquals(List.of(first("ab")), of("abc{0,3}"));
        assertEquals(List.of(first("abc")), of("abc+"));
        assertEquals(List.of(part("yz")), of("(abcd)?yz"));
        assertEquals(List.of(part("yz")), of("[abcd(]yz"));
        assertEquals(List.of(part("yz")), of("(?!no [(] \\( )yz"));
        assertEquals(List.of(first("a")), of("\\Qab\\E*"));
    }

    @Test
    void nothingIsRequiredByWhatIsNotUnderstood() {
        for (String regex : List.of(
                "", "a|", ".*", "\\x41bc", "(?i)abc", "(?x) a b", "[]a]bc", "\\p{L}abc", "(a)\\1", "a?", "(a|b)")) {
            assertEquals(List.of(), of(regex), regex);
        }
        assertEquals(List.of(), RequiredText.of(Pattern.compile("a b", Pattern.COMMENTS)));
    }

    @Test
    void lettersOfOtherScriptsAreOnlyTrustedWhereTheyHaveNoCase() {
        assertEquals(List.of(new RequiredText("\u9519\u8bef", true, true)), of("\u9519\u8bef"));
        assertEquals(List.of(first("gr")), of("gr\u00f6\u00dfe"));
        assertEquals(List.of(), of("\u00e9"));
    }

    /** What the search of bytes rests on: of the Java that runs it, and its Unicode. */
    @Test
    void onlyFourCharactersFoldToAsciiAndNoneToWhatHasNoCase() {
        Map<Integer, Integer> ofSameFold = new HashMap<>();
        for (int c = 0; c < Character.MIN_SUPPLEMENTARY_CODE_POINT; c++) {
            int folded = Character.toLowerCase(Character.toUpperCase(c));
            assertEquals(c >= 0x80 && folded < 0x80, LogPiece.foldsToAscii(c), Integer.toHexString(c));
            ofSameFold.merge(folded, 1, Integer::sum);
        }
        for (int c = 0x80; c < Character.MIN_SUPPLEMENTARY_CODE_POINT; c++) {
            if (RequiredText.isPlain((char) c)) {
                assertEquals(
                        1, ofSameFold.get(Character.toLowerCase(Character.toUpperCase(c))), Integer.toHexString(c));
            }
        }
    }
}
