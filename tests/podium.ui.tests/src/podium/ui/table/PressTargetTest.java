// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PressTargetTest {
    private static final long MILLIS = 1_000_000;

    private long now;
    private final PressTarget target = new PressTarget(() -> now);
    private final List<String> before = List.of("a", "b", "c");
    private final List<String> after = List.of("b", "c", "d");

    private Optional<String> press(int line, List<String> rows) {
        return target.of(line, rows, now);
    }

    @Test
    void aPressBeforeAMoveCanHaveBeenSeenIsForTheRowThatWasThere() {
        target.moved(before, after);
        now += 200 * MILLIS;
        assertEquals(Optional.of("b"), press(1, after));
    }

    @Test
    void ofSeveralMovesTheRowIsMeantThatWasThereBeforeTheFirstUnseenOne() {
        target.moved(List.of("z", "a", "b"), before);
        now += 500 * MILLIS;
        target.moved(before, after);
        now += 300 * MILLIS;
        target.moved(after, List.of("c", "d", "e"));
        assertEquals(Optional.of("b"), press(1, List.of("c", "d", "e")), "the first was to be seen");
    }

    @Test
    void whoHasSeenTheMoveMeansWhatIsThereNow() {
        target.moved(before, after);
        now += 601 * MILLIS;
        assertEquals(Optional.empty(), press(1, after));
    }

    @Test
    void theSecondPressOfADoubleClickIsForTheSameRow() {
        target.moved(before, after);
        now += 500 * MILLIS;
        press(1, after);
        now += 300 * MILLIS;
        assertEquals(Optional.of("b"), press(1, after));
    }

    @Test
    void rowsThatTheOperatorMovedAreKnown() {
        target.moved(before, after);
        assertEquals(Optional.empty(), press(1, List.of("c", "d", "e")), "scrolled");
        target.forget();
        assertEquals(Optional.empty(), press(1, after), "sorted or filtered");
    }

    @Test
    void aRowThatStayedAndALineThatWasEmptyAreWhatTheyAre() {
        target.moved(List.of("a", "b"), List.of("a", "c", "d"));
        assertEquals(Optional.empty(), press(0, List.of("a", "c", "d")));
        assertEquals(Optional.empty(), press(2, List.of("a", "c", "d")));
    }

    @Test
    void whoSetOutBeforeAMoveCanHaveBeenSeenMeansTheRowThatWasThere() {
        target.moved(before, after);
        long out = now + 500 * MILLIS;
        now += 1_300 * MILLIS;
        assertEquals(Optional.of("b"), target.of(1, after, out));
    }

    @Test
    void whereThePointerRestsSinceAPressItsRowIsStillMeantThoughRowsMoved() {
        target.pressed(Optional.of("b"));
        assertEquals(Optional.empty(), target.pressedBefore(before), "none has moved");
        target.moved(before, after);
        now += 5_000 * MILLIS;
        assertEquals(Optional.of("b"), target.pressedBefore(after));
        assertEquals(Optional.empty(), target.pressedBefore(List.of("c", "d")), "scrolled");
        target.pressed(Optional.empty());
        assertEquals(Optional.empty(), target.pressedBefore(after), "the pointer was moved");
    }
}
