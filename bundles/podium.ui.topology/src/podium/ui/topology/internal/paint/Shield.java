// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import org.eclipse.swt.graphics.GC;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.layout.PixelRect;

/** The mark of a node that a rule of the operator protects: a small shield at the end of its header. UI thread. */
final class Shield {
    private static final int WIDTH = 9;
    private static final int HEIGHT = 10;
    private static final int MARGIN = 3;

    private Shield() {}

    /** Paints it where there is room; what of the header is left for words. */
    static PixelRect paint(GC gc, CanvasColours inks, PixelRect header) {
        if (header.height() < HEIGHT || header.width() < 4 * WIDTH) {
            return header;
        }
        int x = header.right() - MARGIN - WIDTH;
        int y = header.y() + Math.min(MARGIN, (header.height() - HEIGHT) / 2);
        int middle = x + WIDTH / 2;
        int[] outline = {
            x, y + 1, middle, y, x + WIDTH - 1, y + 1, x + WIDTH - 1, y + 5, middle, y + HEIGHT - 1, x, y + 5
        };
        gc.setBackground(inks.of(Name.RAISED));
        gc.fillPolygon(outline);
        gc.setForeground(inks.of(Name.LINK));
        gc.drawPolygon(outline);
        gc.drawLine(middle, y + 2, middle, y + HEIGHT - 3);
        return new PixelRect(header.x(), header.y(), header.width() - WIDTH - MARGIN, header.height());
    }
}
