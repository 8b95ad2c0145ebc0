// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import podium.ui.topology.internal.layout.PixelRect;

/**
 * The frame of a box, filled and not drawn: on a screen with two dots for a pixel a line of GTK lies half a pixel outside, where
 * nobody paints over it. UI thread.
 */
final class BoxFrame {
    private static final int DASH = 6;
    private static final int GAP = 3;

    private BoxFrame() {}

    static void solid(GC gc, Color ink, PixelRect at) {
        paint(gc, ink, at, Integer.MAX_VALUE / 4);
    }

    static void dashed(GC gc, Color ink, PixelRect at) {
        paint(gc, ink, at, DASH);
    }

    private static void paint(GC gc, Color ink, PixelRect at, int dash) {
        if (at.isEmpty()) {
            return;
        }
        gc.setBackground(ink);
        for (int x = at.x(); x < at.right(); x += dash + GAP) {
            int width = Math.min(dash, at.right() - x);
            gc.fillRectangle(x, at.y(), width, 1);
            gc.fillRectangle(x, at.bottom() - 1, width, 1);
        }
        for (int y = at.y(); y < at.bottom(); y += dash + GAP) {
            int height = Math.min(dash, at.bottom() - y);
            gc.fillRectangle(at.x(), y, 1, height);
            gc.fillRectangle(at.right() - 1, y, 1, height);
        }
    }
}
