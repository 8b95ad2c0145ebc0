// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PixelRectTest {
    private final PixelRect a = new PixelRect(0, 0, 10, 10);

    @Test
    void theCommonPartOfApartRectanglesIsEmpty() {
        assertTrue(a.common(new PixelRect(10, 0, 5, 5)).isEmpty());
        assertEquals(new PixelRect(5, 5, 5, 5), a.common(new PixelRect(5, 5, 50, 50)));
    }

    @Test
    void touchingIsNotOverlapping() {
        assertFalse(a.overlaps(new PixelRect(10, 0, 5, 5)));
        assertTrue(a.overlaps(new PixelRect(9, 9, 5, 5)));
    }

    @Test
    void anEmptyRectangleAddsNothingAround() {
        assertEquals(a, a.around(new PixelRect(50, 50, 0, 0)));
        assertEquals(a, new PixelRect(50, 50, 0, 0).around(a));
        assertEquals(new PixelRect(0, 0, 30, 10), a.around(new PixelRect(20, 2, 10, 2)));
    }
}
