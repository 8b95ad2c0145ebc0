// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import podium.core.fleet.Holdings;
import podium.ui.topology.internal.layout.Pixels;
import podium.ui.topology.internal.layout.View;
import podium.ui.topology.internal.scene.BoxState;

/** The small pure rules of painting. */
class PaintRulesTest {
    @Test
    void ranksAreWrittenAsSpans() {
        assertEquals("0-7", Overlay.spans(List.of(0, 1, 2, 3, 4, 5, 6, 7)));
        assertEquals("0, 2-3, 9", Overlay.spans(List.of(0, 2, 3, 9)));
        assertEquals("", Overlay.spans(List.of()));
    }

    @Test
    void aNodeWhoseStateIsUnknownCountsNothing() {
        assertEquals("?/8", NodeHeader.counts(new Holdings(8, 0, 0, 0, 8), false));
        assertEquals("6/8", NodeHeader.counts(new Holdings(8, 6, 2, 0, 0), false));
        assertEquals("2 free, 6/8 held", NodeHeader.counts(new Holdings(8, 6, 2, 0, 0), true));
        assertEquals("1 free, 6/8 held, 1 failed", NodeHeader.counts(new Holdings(8, 6, 1, 1, 0), true));
    }

    @Test
    void theWorstIsSaidFirst() {
        assertEquals("", NodeHeader.note(new BoxState(Holdings.NONE, 1, 0, 0, 0)));
        assertEquals("cordoned", NodeHeader.note(new BoxState(Holdings.NONE, 1, 1, 0, 0)));
        assertTrue(NodeHeader.note(new BoxState(Holdings.NONE, 1, 1, 1, 0)).startsWith("not ready"));
    }

    @Test
    void theMapIsShownOnlyWhileNotEverythingIsSeen() {
        View fit = View.fit(800, 500);
        assertTrue(MiniMap.place(fit).isEmpty());
        Pixels map = MiniMap.place(fit.zoom(0, 0, 2));
        assertTrue(new Pixels(0, 0, 800, 500).common(map).equals(map));
    }

    @Test
    void aClickOnTheMapBringsThatPlaceIntoTheMiddle() {
        View view = View.fit(800, 500).zoom(0, 0, 8);
        Pixels map = MiniMap.place(view);
        View next = MiniMap.center(view, map.x() + map.width() / 4, map.y() + map.height() * 3 / 4);
        assertEquals(200, next.worldX(400), 8);
        assertEquals(375, next.worldY(250), 8);
    }
}
