// SPDX-License-Identifier: Apache-2.0
package podium.core.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AnsiTextTest {
    private static LogLine line(String raw) {
        return LogLine.written(0, 0, raw);
    }

    @Test
    void coloursAreReadAndTakenOut() {
        LogLine line = line("a \u001b[1;33mWARN\u001b[0m b");
        assertEquals("a WARN b", line.text());
        assertArrayEquals(new int[] {2, AnsiText.BOLD | 4, 6, 0}, line.styles());
    }

    @Test
    void allOtherSequencesHaveNoEffectAndLeaveNothing() {
        assertEquals(
                "ab",
                line("a\u001b[2J\u001b[1;1H\u001b]0;title\u0007\u001b]8;;http://x\u001b\\\u001bcb")
                        .text());
        assertEquals("a", line("a\u001b[31").text());
        assertEquals("a", line("a\u001b]0;never ends").text());
        assertEquals("a", line("a\u001b").text());
    }

    @Test
    void whatHidesOrTurnsTextIsTakenOut() {
        assertEquals("abc", line("a\u202eb\u200bc\r").text());
    }

    @Test
    void coloursOfMoreThanSixteenArePassedOver() {
        assertEquals("x", line("\u001b[38;2;1;2;3;1mx").text());
        assertArrayEquals(
                new int[] {0, AnsiText.BOLD}, line("\u001b[38;2;1;2;3;1mx").styles());
        assertArrayEquals(new int[] {0, 10}, line("\u001b[38;5;9mx").styles());
    }
}
