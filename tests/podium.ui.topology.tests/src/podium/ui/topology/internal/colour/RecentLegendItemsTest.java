// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.colour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentLegendItemsTest {
    private static final LegendItems NONE = new LegendItems(false, false, false, false, false);
    private static final LegendItems WHICH = new LegendItems(true, false, false, false, false);
    private Instant now = Instant.EPOCH;
    private final RecentLegendItems marks = new RecentLegendItems(() -> now);

    @Test
    void whatWasNeverSeenIsNotThere() {
        assertEquals(NONE, marks.with(NONE));
    }

    @Test
    void whatWasSeenStaysForAWhile() {
        assertEquals(WHICH, marks.with(WHICH));
        now = now.plus(RecentLegendItems.KEPT).minusMillis(1);
        assertEquals(WHICH, marks.with(NONE));
        assertEquals(
                new LegendItems(true, false, false, false, true),
                marks.with(new LegendItems(false, false, false, false, true)));
        now = now.plusMillis(1);
        assertEquals(new LegendItems(false, false, false, false, true), marks.with(NONE));
    }

    @Test
    void whatIsSeenAgainStaysAsLongAgain() {
        marks.with(WHICH);
        now = now.plus(RecentLegendItems.KEPT).minusMillis(1);
        marks.with(WHICH);
        now = now.plus(RecentLegendItems.KEPT).minusMillis(1);
        assertEquals(WHICH, marks.with(NONE));
    }

    @Test
    void ofAnotherColouringNothingStays() {
        marks.with(WHICH);
        marks.forget();
        assertEquals(NONE, marks.with(NONE));
    }
}
