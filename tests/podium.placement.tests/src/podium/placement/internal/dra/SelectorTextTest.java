// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.dra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Selectors of the usual forms are said in words, all others as they are. */
class SelectorTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "device.attributes['d'].type == 'gpu' | type gpu",
                "device.attributes[\"d\"].profile == \"1g.5gb\" | profile 1g.5gb",
                "device.attributes['d'].index == 3 | index 3",
                "device.attributes['d'].ecc | ecc",
                "device.capacity['d'].memory.compareTo(quantity('80Gi')) >= 0 | memory of at least 80Gi",
                "device.capacity['d'].memory.compareTo(quantity('80Gi')) < 0 | memory of less than 80Gi",
                "device.capacity['d'].memory.isGreaterThan(quantity('1Ti')) | memory of more than 1Ti",
                "device.capacity['d'].memory.isLessThan(quantity(\"1Ti\")) | memory of less than 1Ti",
                "device.driver == 'd' && device.attributes['d'].type == 'mig' | type mig",
                "!(device.driver == 'd' && device.attributes['d'].ecc) | !(device.driver == 'd' &&"
                        + " device.attributes['d'].ecc)",
            })
    void aSelectorInWords(String selector, String words) {
        assertEquals(words, SelectorText.of(List.of(selector)));
    }

    @Test
    void theDriverAloneIsNoWishAndSeveralSelectorsAreJoined() {
        assertEquals("", SelectorText.of(List.of("device.driver == 'd'")));
        assertEquals("", SelectorText.of(List.of()));
        assertEquals(
                "type gpu, ecc",
                SelectorText.of(List.of("device.attributes['d'].type == 'gpu'", "device.attributes['d'].ecc")));
    }

    @Test
    void aLongOneIsCutAndItsLinesJoined() {
        String words = SelectorText.of(List.of("device.attributes['d'].exists(name,\n    " + "x".repeat(200) + ")"));
        assertEquals(80, words.length());
        assertEquals(-1, words.indexOf('\n'));
    }
}
