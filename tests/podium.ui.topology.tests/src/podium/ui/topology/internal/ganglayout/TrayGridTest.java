// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.ganglayout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

class TrayGridTest {
    private final TrayGrid grid = TrayGrid.of(200, 400, 78, 0);

    @Test
    void chipsLieRowByRowWithinTheWidth() {
        assertEquals(10, grid.columns());
        Rectangle last = grid.place(9).orElseThrow();
        Rectangle below = grid.place(10).orElseThrow();
        assertTrue(last.x + last.width <= 400);
        assertEquals(grid.place(0).orElseThrow().x, below.x);
        assertTrue(below.y > last.y + last.height);
    }

    @Test
    void onlyWholeRowsAreSeenAndTheRestIsScrolledTo() {
        assertEquals(3, grid.rows());
        assertEquals(Optional.empty(), grid.place(30));
        TrayGrid down = grid.scrolled(1);
        assertEquals(Optional.empty(), down.place(9));
        assertTrue(down.place(30).isPresent());
    }

    @Test
    void scrollingEndsWithTheLastRow() {
        assertEquals(17, grid.scrolled(100).first());
        assertEquals(0, grid.scrolled(-5).first());
        assertTrue(grid.scrolled(100).place(199).isPresent());
        assertEquals(0, TrayGrid.of(5, 400, 78, 9).first(), "fewer chips than room");
    }

    @Test
    void aChipIsFoundWhereItLiesAndNoneBetweenThem() {
        for (int chip : new int[] {0, 9, 10, 29}) {
            Rectangle place = grid.place(chip).orElseThrow();
            assertEquals(chip, grid.at(place.x + 3, place.y + 3));
            assertEquals(-1, grid.at(place.x + place.width + 1, place.y + 3));
        }
        assertEquals(-1, grid.at(300, 200));
    }

    @Test
    void aChipIsScrolledIntoSightByAsLittleAsNeeded() {
        assertEquals(0, grid.showing(25).first());
        assertEquals(1, grid.showing(30).first());
        assertEquals(5, grid.scrolled(9).showing(55).first());
    }

    @Test
    void theTrayIsAsHighAsItsRowsButNotHigherThanAllowed() {
        assertEquals(TrayGrid.height(1, 400, 3), TrayGrid.height(10, 400, 3));
        assertEquals(2 * TrayGrid.height(1, 400, 3), TrayGrid.height(11, 400, 3));
        assertEquals(3 * TrayGrid.height(1, 400, 3), TrayGrid.height(200, 400, 3));
    }
}
