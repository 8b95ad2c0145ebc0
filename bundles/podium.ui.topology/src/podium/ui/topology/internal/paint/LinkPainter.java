// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import podium.model.fleet.Health;
import podium.ui.kit.Palette.Name;
import podium.ui.topology.internal.layout.CellGrid;
import podium.ui.topology.internal.layout.Pixels;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Wiring;

/** Paints the links between the devices of a node: a rail for a switch, lines for direct links. UI thread. */
final class LinkPainter {
    private final Inks inks;
    private final Texts texts;

    LinkPainter(Inks inks, Texts texts) {
        this.inks = inks;
        this.texts = texts;
    }

    void paint(GC gc, Picture picture, Box node) {
        Wiring wiring = Wiring.of(picture.layout().scene(), node);
        if (!wiring.onSwitch().isEmpty()) {
            rail(gc, picture, node, wiring);
        }
        for (Wiring.Pair pair : wiring.pairs()) {
            line(gc, picture, node, pair);
        }
    }

    /** A rail in the gap below each row of cells, with a stub to each cell; dashed when it follows from the product only. */
    private void rail(GC gc, Picture picture, Box node, Wiring wiring) {
        CellGrid grid = picture.layout().grid(node);
        gc.setForeground(inks.of(Name.LINK));
        gc.setLineStyle(wiring.told() ? SWT.LINE_SOLID : SWT.LINE_DASH);
        gc.setLineWidth(2);
        int first = -1;
        int last = -1;
        int y = 0;
        for (int place = 0; place < grid.count(); place++) {
            Pixels cell = picture.view().pixels(grid.cell(place));
            boolean lower = place / grid.columns() % 2 == 1 || grid.rows() == 1;
            int edge = lower ? cell.y() : cell.bottom();
            int middle = cell.x() + cell.width() / 2;
            if (place % grid.columns() == 0) {
                first = middle;
                int gap = Math.max(2, (int) (grid.gap() * picture.view().scale()));
                y = lower ? cell.y() - gap / 2 : cell.bottom() + gap / 2;
            }
            if (wiring.onSwitch().contains(place)) {
                gc.drawLine(middle, edge, middle, y);
                last = middle;
            }
            if (place % grid.columns() == grid.columns() - 1 || place == grid.count() - 1) {
                gc.drawLine(first, y, Math.max(first, last), y);
            }
        }
        gc.setLineWidth(1);
        gc.setLineStyle(SWT.LINE_SOLID);
        label(gc, picture, grid, wiring);
    }

    private void label(GC gc, Picture picture, CellGrid grid, Wiring wiring) {
        Texts.Face face = texts.small();
        String words = wiring.told() ? wiring.words() : wiring.words() + " (by product)";
        Pixels cell = picture.view().pixels(grid.cell(0));
        int gap = (int) (grid.gap() * picture.view().scale());
        if (gap < face.height()) {
            return;
        }
        int y = (grid.rows() == 1 ? cell.y() - gap / 2 : cell.bottom() + gap / 2) - face.height() / 2;
        int x = cell.x() + 2;
        gc.setBackground(inks.of(Name.RAISED));
        gc.fillRectangle(x, y, face.width(gc, words) + 6, face.height());
        face.draw(gc, words, x + 3, y);
    }

    private void line(GC gc, Picture picture, Box node, Wiring.Pair pair) {
        CellGrid grid = picture.layout().grid(node);
        Pixels from = picture.view().pixels(grid.cell(pair.from()));
        Pixels to = picture.view().pixels(grid.cell(pair.to()));
        boolean well = pair.health() == Health.HEALTHY || pair.health() == Health.UNKNOWN;
        gc.setForeground(inks.of(well ? Name.LINK : pair.health() == Health.FAILED ? Name.CRITICAL : Name.WARNING));
        gc.setLineStyle(well ? SWT.LINE_SOLID : SWT.LINE_DASH);
        gc.setLineWidth(2);
        gc.drawLine(
                towards(from.x(), from.width(), to.x(), to.width()),
                towards(from.y(), from.height(), to.y(), to.height()),
                towards(to.x(), to.width(), from.x(), from.width()),
                towards(to.y(), to.height(), from.y(), from.height()));
        gc.setLineWidth(1);
        gc.setLineStyle(SWT.LINE_SOLID);
    }

    /** A point of a span near its edge that looks at another span; its middle when they lie side by side. */
    private static int towards(int start, int length, int other, int otherLength) {
        if (other >= start + length) {
            return start + length - 6;
        } else if (other + otherLength <= start) {
            return start + 6;
        }
        return start + length / 2;
    }
}
