// SPDX-License-Identifier: Apache-2.0
package podium.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CleanTextTest {
    @Test
    void plainTextIsReturnedAsItIs() {
        String text = "llm-pretrain-7b 日本 é";
        assertSame(text, CleanText.clean(text));
    }

    @Test
    void escapesOverridesAndInvisibleCharactersAreTakenOut() {
        assertEquals("[31mred", CleanText.clean("\u001b[31mred"));
        assertEquals("abc", CleanText.clean("a\u202eb\u2066c"));
        assertEquals("ab", CleanText.clean("a\u200b\u200d\ufeffb"));
        assertEquals("a b", CleanText.clean("a\r\n\tb"));
        assertEquals("a", CleanText.clean("a\ud800"));
    }

    @Test
    void nothingThatHidesOrReordersTextIsEverLeft() {
        Random random = new Random(4);
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(12); j > 0; j--) {
                text.append((char) random.nextInt(0x10000));
            }
            String clean = CleanText.clean(text.toString());
            assertFalse(
                    clean.codePoints().anyMatch(CleanTextTest::dangerous),
                    () -> "of " + text.chars().boxed().toList());
            assertEquals(clean, CleanText.clean(clean));
        }
    }

    private static boolean dangerous(int c) {
        int type = Character.getType(c);
        byte direction = Character.getDirectionality(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE
                || direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE;
    }

    @Test
    void theLevelOfADomainIsNotSaidTwice() {
        assertEquals("rack a2", CleanText.domain("rack", "a2"));
        assertEquals("rack-1", CleanText.domain("rack", "rack-1"));
        assertEquals("eu-Zone-b", CleanText.domain("zone", "eu-Zone-b"));
        assertEquals("rack tracks", CleanText.domain("rack", "tracks"), "a part of a word is no word");
    }

    @Test
    void longNamesAreCutInTheMiddle() {
        assertEquals("llm-pretrain-7b-worker-12", CleanText.middle("llm-pretrain-7b-worker-12", 25));
        assertEquals("llm-pr…ker-12", CleanText.middle("llm-pretrain-7b-worker-12", 13));
        assertEquals("l…2", CleanText.middle("llm-pretrain-7b-worker-12", 3));
    }

    @Test
    void cuttingNeverSplitsACharacterOrExceedsTheLength() {
        String text = "\ud83d\ude00".repeat(20);
        for (int most = 3; most < 45; most++) {
            String cut = CleanText.middle(text, most);
            assertTrue(cut.length() <= most);
            assertEquals(cut, CleanText.clean(cut));
        }
    }
}
