// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ViewportTest {
    private final Viewport fit = Viewport.fit(800, 500);

    @Test
    void theFittingViewShowsTheWholeWorldPixelByPixel() {
        assertTrue(fit.isFit());
        assertEquals(new WorldRect(0, 0, 800, 500), fit.world());
        assertEquals(new PixelRect(10, 20, 30, 40), fit.pixels(new WorldRect(10, 20, 30, 40)));
    }

    @RepeatedTest(40)
    void zoomingKeepsThePointUnderThePointer(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Viewport view = fit;
        for (int i = 0; i < 8; i++) {
            int x = random.nextInt(800);
            int y = random.nextInt(500);
            double wx = view.worldX(x);
            double wy = view.worldY(y);
            Viewport next = view.zoom(x, y, 1.1 + random.nextDouble());
            assertEquals(wx, next.worldX(x), 1 / next.scale() + 1e-9);
            assertEquals(wy, next.worldY(y), 1 / next.scale() + 1e-9);
            view = next;
        }
    }

    @Test
    void zoomingOutEndsWithTheWholeWorld() {
        Viewport view = fit.zoom(700, 20, 9).zoom(3, 400, 1 / 40.0);
        assertTrue(view.isFit());
    }

    @RepeatedTest(20)
    void theViewNeverLeavesTheWorld(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Viewport view = fit;
        for (int i = 0; i < 30; i++) {
            view = random.nextBoolean()
                    ? view.pan(random.nextInt(-900, 900), random.nextInt(-900, 900))
                    : view.zoom(random.nextInt(800), random.nextInt(500), 0.4 + random.nextDouble() * 2);
            WorldRect seen = view.world();
            assertTrue(seen.x() >= 0 && seen.y() >= 0, seen.toString());
            assertTrue(seen.right() <= 800.5 && seen.bottom() <= 500.5, seen.toString());
        }
    }

    @Test
    void panningMovesEveryEdgeByTheSamePixels() {
        Viewport view = fit.zoom(400, 250, 3.7);
        Viewport moved = view.pan(-13, 29);
        for (double world = 100; world < 700; world += 3.3) {
            assertEquals(view.x(world) - 13, moved.x(world));
            assertEquals(view.y(world) + 29, moved.y(world));
        }
    }

    @Test
    void neighboursThatTouchInTheWorldTouchOnTheScreen() {
        Viewport view = fit.zoom(123, 77, 2.3);
        for (double x = 0; x < 300; x += 7.7) {
            PixelRect left = view.pixels(new WorldRect(x, 0, 7.7, 5));
            PixelRect right = view.pixels(new WorldRect(x + 7.7, 0, 7.7, 5));
            assertEquals(left.right(), right.x(), 1);
        }
    }

    @Test
    void showingBringsAThingIntoTheMiddleAtAUsefulSize() {
        WorldRect thing = new WorldRect(300, 200, 20, 10);
        Viewport view = fit.show(thing, 0.8, 100);
        PixelRect at = view.pixels(thing);
        assertEquals(640, at.width(), 2);
        assertEquals(400, at.x() + at.width() / 2, 2);
        assertEquals(234, at.y() + at.height() / 2, 2, "above the map, which would cover its corner in the middle");
        assertEquals(4, fit.show(thing, 0.8, 4).scale(), 1e-9);
    }

    @RepeatedTest(150)
    void whatIsGoneToLiesUnderNeitherThePathNorTheMap(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        // as racks and nodes lie: within the world's own header and edges
        double width = 20 + random.nextInt(170);
        double height = 20 + random.nextInt(110);
        WorldRect thing = new WorldRect(
                12 + random.nextDouble() * (776 - width), 40 + random.nextDouble() * (448 - height), width, height);
        Viewport view = fit.show(thing, 0.95, 12);
        PixelRect at = view.pixels(thing);
        assertTrue(view.scale() > 1, "it is gone to");
        assertTrue(at.y() >= FreeView.PATH, at + " under the path");
        assertTrue(!at.overlaps(FreeView.map(view)), at + " under the map at " + FreeView.map(view));
        assertTrue(at.right() <= 800 && at.bottom() <= 500 && at.x() >= 0, at + " is seen whole");
    }

    @Test
    void revealingMovesOnlyAsFarAsNeeded() {
        Viewport view = fit.zoom(0, 0, 4);
        WorldRect seen = new WorldRect(10, 10, 20, 20);
        assertSame(view, view.reveal(seen));
        WorldRect beside = new WorldRect(210, 10, 20, 20);
        PixelRect at = view.reveal(beside).pixels(beside);
        assertEquals(800, at.right());
        assertEquals(view.pixels(beside).y(), at.y());
    }

    @Test
    void aNewSizeKeepsTheMiddle() {
        Viewport view = fit.zoom(400, 250, 3).pan(-120, 60);
        double share = view.worldX(400) / 800;
        Viewport wide = view.resized(1600, 700);
        assertEquals(share, wide.worldX(800) / 1600, 0.002);
        assertEquals(3, wide.scale());
    }
}
