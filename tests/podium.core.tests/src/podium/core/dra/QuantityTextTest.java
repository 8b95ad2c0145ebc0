// SPDX-License-Identifier: Apache-2.0
package podium.core.dra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Quantities as apimachinery reads them, exactly. */
class QuantityTextTest {
    @ParameterizedTest
    @CsvSource({
        "80Gi, 85899345920",
        "1Ki, 1024",
        "0.5, 0.5",
        "1.5Gi, 1610612736",
        "100m, 0.1",
        "3k, 3000",
        "2M, 2000000",
        "1e3, 1000",
        "1E3, 1000",
        "1E, 1000000000000000000",
        "-3, -3",
        "+3, 3",
        ".5, 0.5",
        "5., 5",
        "7n, 0.000000007",
        "2u, 0.000002",
        "0, 0",
        "0.0000000001, 0.000000001",
    })
    void aQuantityIsItsNumberAndWhatIsTooSmallIsRoundedAway(String text, BigDecimal number) {
        assertEquals(0, number.compareTo(QuantityText.parse(text).orElseThrow()), text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Gi", "a lot", "1Xi", "1 Gi", "1 ", "e3", "1e", "--1", "1.2.3", "1KiB", "0x10", "1e999999"})
    void whatIsNoQuantityIsNone(String text) {
        assertEquals(Optional.empty(), QuantityText.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "80Gi, 80Gi",
        "81920Mi, 80Gi",
        "1000, 1000",
        "1025, 1025",
        "0.5, 0.5",
        "1Ei, 1Ei",
        "0, 0",
        "-2, -2",
        "1e3, 1000"
    })
    void theWordsAreTheShortestOfTheBinaryOnes(String text, String words) {
        assertEquals(words, QuantityText.words(QuantityText.parse(text).orElseThrow()));
    }
}
