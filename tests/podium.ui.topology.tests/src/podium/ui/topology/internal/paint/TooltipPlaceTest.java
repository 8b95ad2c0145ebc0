// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import podium.ui.topology.internal.layout.PixelRect;

class TooltipPlaceTest {
    @Test
    void aCardLiesBelowAndToTheRightOfThePointer() {
        PixelRect card = TooltipPainter.place(200, 60, 100, 100, 0, 800, 500, List.of());
        assertTrue(card.x() > 100 && card.y() > 100, card.toString());
    }

    @Test
    void aCardDoesNotCoverTheNodesThatItSpeaksOf() {
        List<PixelRect> nodes = List.of(new PixelRect(470, 350, 78, 75), new PixelRect(550, 350, 78, 75));
        PixelRect card = TooltipPainter.place(360, 75, 548, 340, 0, 740, 440, nodes);
        assertTrue(nodes.stream().noneMatch(card::overlaps), card + " over " + nodes);
        assertTrue(!card.contains(548, 340), "nor the pointer");
    }

    @Test
    void aCardDoesNotCoverTheNodeUnderThePointerWhereverInItThePointerIs() {
        PixelRect node = new PixelRect(400, 200, 80, 60);
        for (int x = node.x(); x < node.right(); x += 7) {
            for (int y = node.y(); y < node.bottom(); y += 7) {
                PixelRect card = TooltipPainter.place(230, 80, x, y, 28, 740, 440, List.of(node));
                assertTrue(!card.overlaps(node), card + " at " + x + " " + y);
            }
        }
    }

    @Test
    void whereEverySideIsTakenItLiesWhereItWould() {
        List<PixelRect> all = List.of(new PixelRect(0, 0, 800, 500));
        assertEquals(
                TooltipPainter.place(200, 60, 100, 100, 0, 800, 500, List.of()),
                TooltipPainter.place(200, 60, 100, 100, 0, 800, 500, all));
    }
}
