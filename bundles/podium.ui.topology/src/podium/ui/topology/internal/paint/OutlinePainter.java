// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.layout.LevelOfDetail;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.model.Highlights.Marks;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Cell;

/** Outlines boxes and cells over the base picture. Cells too small for an outline are filled. UI thread. */
final class OutlinePainter {
    private static final int DOT = 6;
    private static final int LEAST_WITH_FOCUS = 14;

    private final CanvasColours inks;

    OutlinePainter(CanvasColours inks) {
        this.inks = inks;
    }

    /** Outlines all marks that are seen. */
    void paint(GC gc, PaintState picture, Marks marks, Name ink, int width) {
        Color color = inks.of(ink);
        PixelRect seen =
                new PixelRect(0, 0, picture.view().width(), picture.view().height());
        for (Box box : marks.boxes()) {
            outline(gc, BoxPainter.area(picture, box), seen, color, width);
        }
        Map<Box, Integer> counts = new HashMap<>();
        marks.cells().forEach(cell -> counts.merge(cell.node(), 1, Integer::sum));
        counts.forEach((node, count) -> {
            if (whole(picture, node, count)) {
                outline(gc, picture.view().pixels(picture.layout().grid(node).area()), seen, color, width);
            }
        });
        for (Cell cell : marks.cells()) {
            if (!whole(picture, cell.node(), counts.getOrDefault(cell.node(), 0))) {
                cell(gc, picture, cell, seen, color, width);
            }
        }
    }

    /** A ring around one thing. */
    void ring(GC gc, PaintState picture, Hit hit, Name ink) {
        PixelRect at = picture.view().pixels(hit.rect(picture.layout())).grow(1);
        gc.setForeground(inks.of(ink));
        gc.drawRectangle(at.x(), at.y(), at.width() - 1, at.height() - 1);
    }

    /** A dotted line at the one thing that keys go to; inside a GPU, on whose edge it would break the frame of its selected node. */
    void focus(GC gc, PaintState picture, Hit hit) {
        PixelRect all = picture.view().pixels(hit.rect(picture.layout()));
        boolean inside = hit.cell().isPresent() && Math.min(all.width(), all.height()) >= LEAST_WITH_FOCUS;
        PixelRect at = all.grow(inside ? -2 : 1);
        if (inside) {
            gc.setForeground(inks.of(Name.SURFACE));
            gc.drawRectangle(at.x(), at.y(), at.width() - 1, at.height() - 1);
        }
        gc.setLineStyle(SWT.LINE_DOT);
        gc.setForeground(inks.of(Name.TEXT));
        gc.drawRectangle(at.x(), at.y(), at.width() - 1, at.height() - 1);
        gc.setLineStyle(SWT.LINE_SOLID);
    }

    /** True when the marked cells of a node are shown as one: all of them are marked, or none can be seen apart. */
    private static boolean whole(PaintState picture, Box node, int marked) {
        return marked == node.cells()
                || LevelOfDetail.of(picture.layout(), node, picture.view().scale()) == LevelOfDetail.BLOCK;
    }

    private void cell(GC gc, PaintState picture, Cell cell, PixelRect seen, Color color, int width) {
        PixelRect at = picture.view().pixels(picture.layout().of(cell));
        if (Math.min(at.width(), at.height()) >= DOT) {
            outline(gc, at, seen, color, width);
        } else if (at.overlaps(seen)) {
            gc.setBackground(color);
            gc.fillRectangle(at.x(), at.y(), Math.max(2, at.width()), Math.max(2, at.height()));
        }
    }

    /** A frame with a hair of the ground around it, so that it stands out on every colour. */
    private void outline(GC gc, PixelRect at, PixelRect seen, Color color, int width) {
        if (!at.grow(2).overlaps(seen)) {
            return;
        }
        gc.setForeground(color);
        for (int i = 0; i < width; i++) {
            PixelRect ring = at.grow(1 - i);
            gc.drawRectangle(ring.x(), ring.y(), Math.max(1, ring.width() - 1), Math.max(1, ring.height() - 1));
        }
        if (at.width() > 8 && at.height() > 8) {
            PixelRect hair = at.grow(1 - width);
            gc.setForeground(inks.of(Name.SURFACE));
            gc.drawRectangle(hair.x(), hair.y(), hair.width() - 1, hair.height() - 1);
        }
    }
}
