// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.Comparator;
import java.util.List;
import org.eclipse.swt.graphics.GC;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.layout.LevelOfDetail;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.layout.SceneLayout;
import podium.ui.topology.internal.model.CanvasTooltips;
import podium.ui.topology.internal.scene.Box;

/** The name of a domain that is too low for a header, as a chip in its corner. UI thread. */
final class NameChip {
    /** Pixels of a cell that have to stay in sight. */
    private static final int LEAST_OF_CELL = 4;

    private final CanvasColours inks;
    private final TextPainter texts;
    private final NodeHeader nodes;

    NameChip(CanvasColours inks, TextPainter texts) {
        this.inks = inks;
        this.texts = texts;
        this.nodes = new NodeHeader(inks, texts);
    }

    /** The name of a box in its corner; nothing where it would take half of it. */
    void paint(GC gc, Box box, PixelRect at) {
        paint(gc, box, at, false);
    }

    private void paint(GC gc, Box box, PixelRect at, boolean right) {
        PixelRect chip = place(gc, box, at, right);
        if (chip.width() > at.width() - 2 || chip.height() > at.height() / 2) {
            return;
        }
        gc.setBackground(inks.of(Name.SURFACE));
        gc.fillRectangle(chip.x(), chip.y(), chip.width(), chip.height());
        gc.setForeground(inks.of(Name.TEXT));
        texts.small().draw(gc, CanvasTooltips.title(box), chip.x() + 3, chip.y());
    }

    private PixelRect place(GC gc, Box box, PixelRect at, boolean right) {
        TextPainter.Presentation presentation = texts.small();
        int width = presentation.width(gc, CanvasTooltips.title(box)) + 6;
        return new PixelRect(right ? at.right() - width - 1 : at.x() + 1, at.y() + 1, width, presentation.height());
    }

    /** The names of the outermost domains of which the content is drawn, but no header yet. */
    void paintOpen(GC gc, PaintState picture) {
        paintOpen(gc, picture, picture.layout().scene().clusters());
    }

    private void paintOpen(GC gc, PaintState picture, List<Box> boxes) {
        PixelRect view =
                new PixelRect(0, 0, picture.view().width(), picture.view().height());
        for (Box box : boxes) {
            PixelRect at = BoxPainter.area(picture, box);
            boolean open = !box.isNode()
                    && at.overlaps(view)
                    && LevelOfDetail.of(picture.layout(), box, picture.view().scale()) != LevelOfDetail.BLOCK;
            if (open && hasHeader(picture, box)) {
                paintOpen(gc, picture, box.children());
            } else if (open && box.children().stream().anyMatch(node -> node.isNode() && hasHeader(picture, node))) {
                besideNames(gc, picture, box, at);
            } else if (open && !hides(gc, picture, box, at)) {
                paint(gc, box, at);
            }
        }
    }

    /** Whether the name would lie over what is written on a cell, or over so much of one that it is not seen what it is. */
    private boolean hides(GC gc, PaintState picture, Box box, PixelRect at) {
        SceneLayout layout = picture.layout();
        PixelRect chip = place(gc, box, at, false);
        return layout.scene().boxes().subList(box.id(), box.end()).stream()
                .filter(node -> node.isNode() && BoxPainter.area(picture, node).overlaps(chip))
                .anyMatch(node -> {
                    LevelOfDetail detail =
                            LevelOfDetail.of(layout, node, picture.view().scale());
                    return detail != LevelOfDetail.BLOCK
                            && layout.scene().cells(node).stream()
                                    .map(cell -> picture.view().pixels(layout.of(cell)))
                                    .filter(chip::overlaps)
                                    .anyMatch(cell -> detail != LevelOfDetail.OPEN
                                            || cell.height() - cell.common(chip).height() < LEAST_OF_CELL);
                });
    }

    /**
     * Nodes whose names are written keep them: the name of what they lie in goes between name and counts of the one in its
     * corner, where there is room.
     */
    private void besideNames(GC gc, PaintState picture, Box box, PixelRect at) {
        Box last = box.children().stream()
                .min(Comparator.comparingInt(
                                (Box node) -> BoxPainter.area(picture, node).y())
                        .thenComparingInt(
                                node -> -BoxPainter.area(picture, node).right()))
                .orElseThrow();
        int width = texts.small().width(gc, CanvasTooltips.title(box)) + 6;
        PixelRect strip = BoxPainter.header(picture, last, BoxPainter.area(picture, last));
        NodeHeader.Taken taken = nodes.taken(gc, last, picture.styles().states().of(last), strip);
        if (taken.left() + width + taken.right() <= strip.width()) {
            paint(gc, box, new PixelRect(at.x(), at.y(), strip.right() - taken.right() - at.x(), at.height()), true);
        }
    }

    private boolean hasHeader(PaintState picture, Box box) {
        return isHighEnough(
                picture.layout().header(box) * picture.view().scale(),
                texts.small().height());
    }

    /** Whether a strip of so many pixels holds a line of text of so many. */
    static boolean isHighEnough(double toolbar, int line) {
        return toolbar >= line - 2;
    }
}
