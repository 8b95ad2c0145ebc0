// SPDX-License-Identifier: Apache-2.0
package podium.ui.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"\u202e", "\u200b", "\u0007", "\u001b", "\ufeff", "\u2066", "\u009b"})
    void whatCouldHideOrTurnTextIsTakenOut(String evil) {
        assertFalse(SafeText.line("node" + evil + "-7").contains(evil));
        assertFalse(SafeText.lines("a\nnode" + evil + "-7").contains(evil));
    }

    @Test
    void oneLineHasNoLineEnds() {
        assertEquals("a b", SafeText.line("a\nb"));
    }

    @Test
    void severalLinesKeepTheirEndsAndIndentation() {
        assertEquals("spec:\n  suspend: true", SafeText.lines("spec:\n  suspend: true"));
    }

    @Test
    void nothingIsEmptyText() {
        assertEquals("", SafeText.line(null));
        assertEquals("", SafeText.lines(null));
    }
}
