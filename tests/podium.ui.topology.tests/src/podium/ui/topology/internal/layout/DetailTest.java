// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.internal.testing.Fleets;

class DetailTest {
    @Test
    void thirtyTwoNodesShowIndexedGpusWhenEverythingFits() {
        Layout layout = Layout.of(Scene.of(Fleets.aiFactory().fleet()), 770, 455);
        assertEquals(Detail.INDEXED, Detail.of(layout, node(layout), 1));
        assertEquals(Detail.OPEN, Detail.of(layout, layout.scene().clusters().getFirst(), 1));
    }

    @Test
    void nearerShowsHolderAndNumber() {
        Layout layout = Layout.of(Scene.of(Fleets.aiFactory().fleet()), 770, 455);
        assertEquals(Detail.NEAR, Detail.of(layout, node(layout), 5));
    }

    @Test
    void fiveThousandNodesAreBlocksUntilTheZoomOpensThem() {
        Layout layout = Layout.of(Scene.of(Fleets.large(5000, 13).fleet()), 1280, 800);
        assertEquals(Detail.BLOCK, Detail.of(layout, node(layout), 1));
        assertEquals(Detail.OPEN, Detail.of(layout, node(layout), 3));
    }

    @Test
    void racksOfATinyPictureAreBlocks() {
        Layout layout = Layout.of(Scene.of(Fleets.large(5000, 13).fleet()), 300, 200);
        Box rack = node(layout).parent().orElseThrow();
        assertEquals(Detail.BLOCK, Detail.of(layout, rack, 1));
        assertEquals(Detail.OPEN, Detail.of(layout, rack, 12));
    }

    @Test
    void detailNeverShrinksWhenZoomingIn() {
        Layout layout = Layout.of(Scene.of(Fleets.large(600, 8).fleet()), 500, 400);
        for (Box box : layout.scene().boxes()) {
            Detail last = Detail.BLOCK;
            for (double scale = 1; scale < 200; scale *= 1.25) {
                Detail detail = Detail.of(layout, box, scale);
                assertTrue(detail.compareTo(last) >= 0, box + " at " + scale);
                last = detail;
            }
        }
    }

    private static Box node(Layout layout) {
        return layout.scene().boxes().stream().filter(Box::isNode).findFirst().orElseThrow();
    }
}
