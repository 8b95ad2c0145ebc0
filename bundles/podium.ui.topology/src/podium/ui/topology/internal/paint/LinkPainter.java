// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.List;
import java.util.Objects;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import podium.model.fleet.Health;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.layout.CellGrid;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.internal.scene.Wiring;
import podium.ui.topology.texts.Texts;

/** Paints the links between the devices of a node: a rail for a switch, lines for direct links. UI thread. */
final class LinkPainter {
    private final CanvasColours inks;
    private final TextPainter texts;

    LinkPainter(CanvasColours inks, TextPainter texts) {
        this.inks = inks;
        this.texts = texts;
    }

    void paint(GC gc, PaintState picture, Box node) {
        numa(gc, picture, node);
        Wiring wiring = Wiring.of(picture.layout().scene(), node);
        if (!wiring.onSwitch().isEmpty()) {
            rail(gc, picture, node, wiring);
        }
        for (Wiring.Pair pair : wiring.pairs()) {
            line(gc, picture, node, pair);
        }
        for (int place : wiring.slowHost()) {
            toHost(gc, picture.view().pixels(picture.layout().grid(node).cell(place)));
        }
    }

    /** A broken red bar inside the lower edge of a cell: its way to the memory of the node is slow. */
    private void toHost(GC gc, PixelRect cell) {
        gc.setForeground(inks.of(Name.CRITICAL));
        gc.setLineStyle(SWT.LINE_DASH);
        gc.setLineWidth(2);
        gc.drawLine(cell.x() + 4, cell.bottom() - 3, cell.right() - 5, cell.bottom() - 3);
        gc.setLineWidth(1);
        gc.setLineStyle(SWT.LINE_SOLID);
    }

    /** A rail in the gap below each row of cells, with a stub to each cell; dashed when it follows from the product only. */
    private void rail(GC gc, PaintState picture, Box node, Wiring wiring) {
        CellGrid grid = picture.layout().grid(node);
        gc.setForeground(inks.of(Name.LINK));
        gc.setLineStyle(wiring.told() ? SWT.LINE_SOLID : SWT.LINE_DASH);
        gc.setLineWidth(2);
        int first = -1;
        int last = -1;
        int y = 0;
        for (int place = 0; place < grid.count(); place++) {
            PixelRect cell = picture.view().pixels(grid.cell(place));
            boolean lower = place / grid.columns() % 2 == 1 || grid.rows() == 1;
            int edge = lower ? cell.y() : cell.bottom();
            int middle = cell.x() + cell.width() / 2;
            if (place % grid.columns() == 0) {
                first = middle;
                int gap = gap(picture, grid);
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
        name(gc, picture, node);
    }

    private static int gap(PaintState picture, CellGrid grid) {
        return Math.max(2, (int) (grid.gap() * picture.view().scale()));
    }

    /** Says what the rail is, at its right end and above it, where there is room above the cells. */
    void name(GC gc, PaintState picture, Box node) {
        Wiring wiring = Wiring.of(picture.layout().scene(), node);
        if (wiring.onSwitch().isEmpty()) {
            return;
        }
        TextPainter.MeasuredFont font = texts.small();
        CellGrid grid = picture.layout().grid(node);
        String words = wiring.told() ? wiring.words() : Texts.of("LinkPainter.byProduct", wiring.words());
        PixelRect cell = picture.view().pixels(grid.cell(grid.columns() - 1));
        int header = cell.y() - picture.view().y(picture.layout().of(node).y());
        int width = font.width(gc, words);
        if (header > 3 * font.height()
                && width < picture.view().pixels(picture.layout().of(node)).width() / 3) {
            int y = cell.y() - font.height() - 6 - (grid.rows() == 1 ? gap(picture, grid) / 2 : 0);
            gc.setBackground(inks.of(Name.RAISED));
            gc.fillRectangle(cell.right() - width - 2, y, width + 2, font.height());
            gc.setForeground(inks.of(Name.LINK));
            font.draw(gc, words, cell.right() - width, y);
        }
    }

    /** A line below the cells of each NUMA node, where there are several and a source tells. */
    private void numa(GC gc, PaintState picture, Box node) {
        CellGrid grid = picture.layout().grid(node);
        List<Cell> cells = picture.layout().scene().cells(node);
        boolean several = cells.stream()
                        .map(cell -> cell.accelerator().getNumaNode())
                        .distinct()
                        .count()
                > 1;
        if (!several || cells.getFirst().accelerator().getNumaNode() == null) {
            return;
        }
        gc.setForeground(inks.of(Name.MUTED));
        int from = 0;
        for (int place = 1; place <= cells.size(); place++) {
            boolean ends = place == cells.size()
                    || place % grid.columns() == 0
                    || !Objects.equals(
                            cells.get(place).accelerator().getNumaNode(),
                            cells.get(from).accelerator().getNumaNode());
            if (ends) {
                PixelRect left = picture.view().pixels(grid.cell(from));
                PixelRect right = picture.view().pixels(grid.cell(place - 1));
                gc.drawLine(left.x(), left.bottom() + 2, right.right() - 1, left.bottom() + 2);
                from = place;
            }
        }
    }

    private void line(GC gc, PaintState picture, Box node, Wiring.Pair pair) {
        CellGrid grid = picture.layout().grid(node);
        PixelRect from = picture.view().pixels(grid.cell(pair.from()));
        PixelRect to = picture.view().pixels(grid.cell(pair.to()));
        boolean well = pair.isWell();
        gc.setForeground(inks.of(well ? Name.LINK : Name.CRITICAL));
        gc.setLineStyle(well ? SWT.LINE_SOLID : pair.health() == Health.FAILED ? SWT.LINE_DOT : SWT.LINE_DASH);
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
