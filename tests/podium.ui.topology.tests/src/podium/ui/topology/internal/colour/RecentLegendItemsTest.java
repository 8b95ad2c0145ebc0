// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.colour;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import podium.ui.topology.internal.colour.LegendItems.Item;

class RecentLegendItemsTest {
    private static final LegendItems NONE = LegendItems.NONE;
    private static final LegendItems WHICH = new LegendItems(Set.of(Item.WHICH));
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
                new LegendItems(Set.of(Item.WHICH, Item.STALE)), marks.with(new LegendItems(Set.of(Item.STALE)), true));
        now = now.plusMillis(1);
        assertEquals(new LegendItems(Set.of(Item.STALE)), marks.with(NONE, true));
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
