// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellGridTest {
    @Test
    void aFlatNodeHasOneRowAndASquareOneTwo() {
        assertEquals(1, CellGrid.of(new WorldRect(0, 0, 160, 20), 8).rows());
        assertEquals(2, CellGrid.of(new WorldRect(0, 0, 80, 40), 8).rows());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7, 8, 13, 16, 72})
    void thePlaceUnderTheMiddleOfACellIsThatCell(int count) {
        CellGrid grid = CellGrid.of(new WorldRect(5, 7, 130, 44), count);
        for (int place = 0; place < count; place++) {
            WorldRect cell = grid.cell(place);
            assertEquals(place, grid.placeAt(cell.x() + cell.width() / 2, cell.y() + cell.height() / 2));
        }
    }

    @Test
    void outsideAndInTheEmptyPlacesOfTheLastRowThereIsNone() {
        CellGrid grid = CellGrid.of(new WorldRect(0, 0, 90, 90), 7);
        assertTrue(grid.columns() * grid.rows() > 7);
        assertEquals(-1, grid.placeAt(-1, 5));
        assertEquals(-1, grid.placeAt(5, 90));
        assertEquals(-1, grid.placeAt(85, 85));
    }

    @Test
    void aNodeWithoutDevicesHasNoPlace() {
        assertEquals(-1, CellGrid.of(new WorldRect(0, 0, 10, 10), 0).placeAt(5, 5));
    }
}
