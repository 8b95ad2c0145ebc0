// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.colour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentLegendItemsTest {
    private static final LegendItems NONE = LegendItems.NONE;
    private static final LegendItems WHICH = new LegendItems(true, false, false, false, false, false, false, false);
    private Instant now = Instant.EPOCH;
    private final RecentLegendItems marks = new RecentLegendItems(() -> now);

    @Test
    void whatWasNeverSeenIsNotThere() {
        assertEquals(NONE, marks.with(NONE, true));
    }

    @Test
    void whatWasSeenStaysForAWhile() {
        assertEquals(WHICH, marks.with(WHICH, true));
        now = now.plus(RecentLegendItems.KEPT).minusMillis(1);
        assertEquals(WHICH, marks.with(NONE, true));
        assertEquals(
                new LegendItems(true, false, false, false, true, false, false, false),
                marks.with(new LegendItems(false, false, false, false, true, false, false, false), true));
        now = now.plusMillis(1);
        assertEquals(new LegendItems(false, false, false, false, true, false, false, false), marks.with(NONE, true));
    }

    @Test
    void whatIsSeenAgainStaysAsLongAgain() {
        marks.with(WHICH, true);
        now = now.plus(RecentLegendItems.KEPT).minusMillis(1);
        marks.with(WHICH, true);
        now = now.plus(RecentLegendItems.KEPT).minusMillis(1);
        assertEquals(WHICH, marks.with(NONE, true));
    }

    @Test
    void ofAnotherColouringNothingStays() {
        marks.with(WHICH, true);
        marks.forget();
        assertEquals(NONE, marks.with(NONE, true));
    }

    @Test
    void onceTheLastClusterIsClosedNothingStays() {
        marks.with(WHICH, true);
        assertEquals(NONE, marks.with(WHICH, false), "not even what the last look had seen");
        assertEquals(NONE, marks.with(NONE, true), "nor when the next one is opened");
    }
}
