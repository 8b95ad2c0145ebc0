// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.colour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LastingMarksTest {
    private static final Marks NONE = new Marks(false, false, false, false, false);
    private static final Marks WHICH = new Marks(true, false, false, false, false);
    private Instant now = Instant.EPOCH;
    private final LastingMarks marks = new LastingMarks(() -> now);

    @Test
    void whatWasNeverSeenIsNotThere() {
        assertEquals(NONE, marks.with(NONE));
    }

    @Test
    void whatWasSeenStaysForAWhile() {
        assertEquals(WHICH, marks.with(WHICH));
        now = now.plus(LastingMarks.KEPT).minusMillis(1);
        assertEquals(WHICH, marks.with(NONE));
        assertEquals(
                new Marks(true, false, false, false, true), marks.with(new Marks(false, false, false, false, true)));
        now = now.plusMillis(1);
        assertEquals(new Marks(false, false, false, false, true), marks.with(NONE));
    }

    @Test
    void whatIsSeenAgainStaysAsLongAgain() {
        marks.with(WHICH);
        now = now.plus(LastingMarks.KEPT).minusMillis(1);
        marks.with(WHICH);
        now = now.plus(LastingMarks.KEPT).minusMillis(1);
        assertEquals(WHICH, marks.with(NONE));
    }

    @Test
    void ofAnotherColouringNothingStays() {
        marks.with(WHICH);
        marks.forget();
        assertEquals(NONE, marks.with(NONE));
    }
}
