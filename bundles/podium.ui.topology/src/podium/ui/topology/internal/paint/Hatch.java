// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import org.eclipse.swt.graphics.GC;
import podium.ui.topology.internal.layout.PixelRect;

/**
 * Lines, cut to a rectangle. They are counted from its corner, so that a pan moves them with it, and leave out its first
 * column and row: with two dots for a pixel lines of GTK begin half a pixel further left and up.
 */
final class Hatch {
    private Hatch() {}

    /** Lines from bottom left to top right in the foreground colour, {@code step} pixels apart. */
    static void rising(GC gc, PixelRect area, int step) {
        int first = area.x() + area.y() + step / 2;
        for (int sum = first; sum < area.right() + area.bottom() - 1; sum += step) {
            int left = Math.max(area.x() + 1, sum - area.bottom() + 1);
            int right = Math.min(area.right() - 1, sum - area.y() - 1);
            if (left <= right) {
                gc.drawLine(left, sum - left, right, sum - right);
            }
        }
    }

    /** Lines from top left to bottom right in the foreground colour, {@code step} pixels apart. */
    static void falling(GC gc, PixelRect area, int step) {
        int corner = area.x() - area.y();
        int first = corner - Math.floorDiv(area.height() - 1, step) * step;
        for (int difference = first; difference < area.right() - area.y(); difference += step) {
            int left = Math.max(area.x() + 1, difference + area.y() + 1);
            int right = Math.min(area.right() - 1, difference + area.bottom() - 1);
            if (left <= right) {
                gc.drawLine(left, left - difference, right, right - difference);
            }
        }
    }

    /** Upright lines in the foreground colour, {@code step} pixels apart. */
    static void upright(GC gc, PixelRect area, int step) {
        for (int x = area.x() + step / 2; x < area.right() - 1; x += step) {
            gc.drawLine(x, area.y() + 1, x, area.bottom() - 2);
        }
    }

    /** Level lines in the foreground colour, {@code step} pixels apart: what is old looks like nothing that is out of service. */
    static void level(GC gc, PixelRect area, int step) {
        for (int y = area.y() + step / 2; y < area.bottom() - 1; y += step) {
            gc.drawLine(area.x() + 1, y, area.right() - 2, y);
        }
    }
}
