// SPDX-License-Identifier: Apache-2.0
package podium.model.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;
import podium.model.texts.sample.Said;

class TextBundleTest {
    private final TextBundle english = new TextBundle(Said.class, Locale.ENGLISH);

    @Test
    void valuesStandWhereTheLanguageHasThem() {
        assertEquals("3 of n-1's GPUs are lost.", english.of("Said.lost", "n-1", 3));
        assertEquals("Von n-1 sind 3 GPUs verloren.", german().of("Said.lost", "n-1", 3));
    }

    @Test
    void whatALanguageDoesNotHaveIsEnglish() {
        assertEquals("only in English", german().of("Said.onlyEnglish"));
    }

    @Test
    void aValueIsShownAsItIs() {
        assertEquals("{1} of it's '{0}' null's GPUs are lost.", english.of("Said.lost", "it's '{0}' null", "{1}"));
        assertEquals("null of 1000000's GPUs are lost.", english.of("Said.lost", 1_000_000, null));
        assertEquals("a map is {a: b}", english.of("Said.braces"));
    }

    @Test
    void aKeyThatIsNotThereIsNamed() {
        MissingResourceException missing =
                assertThrows(MissingResourceException.class, () -> english.of("Said.nothing"));
        assertEquals("Said.nothing", missing.getKey());
    }

    private static TextBundle german() {
        return new TextBundle(Said.class, Locale.GERMAN);
    }
}
