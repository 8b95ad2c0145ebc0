// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.internal.testing.Fleets;

class HitTest {
    private final SceneLayout layout =
            SceneLayout.of(Scene.of(Fleets.aiFactory().fleet()), 770, 455);
    private final Viewport fit = Viewport.fit(770, 455);

    @Test
    void theMiddleOfEveryCellHitsItAtEveryZoom() {
        for (Viewport view : new Viewport[] {fit, fit.zoom(300, 200, 2.7), fit.zoom(700, 30, 8)}) {
            for (Cell cell : layout.scene().cells()) {
                PixelRect at = view.pixels(layout.of(cell));
                int x = at.x() + at.width() / 2;
                int y = at.y() + at.height() / 2;
                if (x >= 0 && y >= 0 && x < 770 && y < 455) {
                    assertEquals(Hit.of(cell), Hit.at(layout, view, x, y).orElseThrow());
                }
            }
        }
    }

    @Test
    void theHeaderOfABoxHitsTheBox() {
        for (Box box : layout.scene().boxes()) {
            PixelRect at = fit.pixels(layout.of(box));
            Hit hit = Hit.at(layout, fit, at.x() + 3, at.y() + 3).orElseThrow();
            assertSame(box, hit.box());
            assertEquals(Optional.empty(), hit.cell());
        }
    }

    @Test
    void theSubjectIsTheAcceleratorOfACellAndTheThingOfABox() {
        Cell cell = layout.scene().cells().getFirst();
        assertSame(cell.accelerator(), Hit.of(cell).subject());
        assertSame(cell.node().subject(), Hit.of(cell.node()).subject());
    }

    @Test
    void outsideThereIsNothing() {
        assertEquals(Optional.empty(), Hit.at(layout, fit, -5, 10));
        assertEquals(Optional.empty(), Hit.at(layout, fit, 10, 455));
    }

    @Test
    void whatIsDrawnAsABlockIsHitAsABlock() {
        SceneLayout far = SceneLayout.of(Scene.of(Fleets.large(5000, 13).fleet()), 300, 200);
        Viewport view = Viewport.fit(300, 200);
        Box rack = far.scene().boxes().get(2);
        PixelRect at = view.pixels(far.of(rack));
        Hit hit = Hit.at(far, view, at.x() + at.width() / 2, at.y() + at.height() / 2)
                .orElseThrow();
        assertTrue(rack.id() >= hit.box().id() && rack.end() <= hit.box().end());
        assertEquals(LevelOfDetail.BLOCK, LevelOfDetail.of(far, hit.box(), 1));
        assertNotEquals(
                LevelOfDetail.BLOCK, LevelOfDetail.of(far, hit.box().parent().orElseThrow(), 1));
    }
}
