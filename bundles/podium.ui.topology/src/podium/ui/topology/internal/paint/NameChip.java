// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.List;
import java.util.stream.Stream;
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

    NameChip(CanvasColours inks, TextPainter texts) {
        this.inks = inks;
        this.texts = texts;
    }

    /** The name of a box in its corner; nothing where that of it or of one in a row with it would take half of its box. */
    void paint(GC gc, PaintState picture, Box box) {
        int y = BoxPainter.area(picture, box).y();
        List<Box> row = box.parent().map(Box::children).orElse(List.of(box)).stream()
                .filter(it -> BoxPainter.area(picture, it).y() == y)
                .toList();
        if (row.stream().allMatch(it -> fits(gc, it, BoxPainter.area(picture, it)))) {
            write(gc, box, BoxPainter.area(picture, box));
        }
    }

    private boolean fits(GC gc, Box box, PixelRect at) {
        PixelRect chip = place(gc, box, at);
        return chip.width() <= at.width() - 2 && chip.height() <= at.height() / 2;
    }

    private void write(GC gc, Box box, PixelRect at) {
        PixelRect chip = place(gc, box, at);
        gc.setBackground(inks.of(Name.SURFACE));
        gc.fillRectangle(chip.x(), chip.y(), chip.width(), chip.height());
        gc.setForeground(inks.of(Name.TEXT));
        texts.small().draw(gc, CanvasTooltips.title(box), chip.x() + 3, chip.y());
    }

    private PixelRect place(GC gc, Box box, PixelRect at) {
        TextPainter.MeasuredFont font = texts.small();
        int width = font.width(gc, CanvasTooltips.title(box)) + 6;
        return new PixelRect(at.x() + 1, at.y() + 1, width, font.height());
    }

    /** The names of the outermost domains of which the content is drawn, but no header yet. */
    void paintOpen(GC gc, PaintState picture) {
        paintOpen(gc, picture, picture.layout().scene().clusters());
    }

    private void paintOpen(GC gc, PaintState picture, List<Box> boxes) {
        open(picture, boxes)
                .filter(box -> hasHeader(picture, box))
                .forEach(box -> paintOpen(gc, picture, box.children()));
        named(gc, picture, boxes).forEach(box -> write(gc, box, BoxPainter.area(picture, box)));
    }

    private static Stream<Box> open(PaintState picture, List<Box> boxes) {
        PixelRect view =
                new PixelRect(0, 0, picture.view().width(), picture.view().height());
        return boxes.stream()
                .filter(box -> !box.isNode()
                        && BoxPainter.area(picture, box).overlaps(view)
                        && LevelOfDetail.of(
                                        picture.layout(), box, picture.view().scale())
                                != LevelOfDetail.BLOCK);
    }

    /** Which of these get a chip: all that are open and have no header, or, where one has no room that nothing else needs, none. */
    List<Box> named(GC gc, PaintState picture, List<Box> boxes) {
        List<Box> low =
                open(picture, boxes).filter(box -> !hasHeader(picture, box)).toList();
        boolean room = low.stream().allMatch(box -> {
            PixelRect at = BoxPainter.area(picture, box);
            return fits(gc, box, at)
                    && box.children().stream().noneMatch(node -> node.isNode() && hasHeader(picture, node))
                    && !hides(gc, picture, box, at);
        });
        return room ? low : List.of();
    }

    /** Whether the name would lie over what is written on a cell, or over so much of one, or of a node without, that it is not seen. */
    private boolean hides(GC gc, PaintState picture, Box box, PixelRect at) {
        SceneLayout layout = picture.layout();
        PixelRect chip = place(gc, box, at);
        return layout.scene().boxes().subList(box.id(), box.end()).stream()
                .filter(node -> node.isNode() && BoxPainter.area(picture, node).overlaps(chip))
                .anyMatch(node -> {
                    LevelOfDetail detail =
                            LevelOfDetail.of(layout, node, picture.view().scale());
                    Stream<PixelRect> seen = detail == LevelOfDetail.BLOCK
                            ? Stream.of(BoxPainter.area(picture, node))
                            : layout.scene().cells(node).stream()
                                    .map(cell -> picture.view().pixels(layout.of(cell)));
                    boolean written = detail == LevelOfDetail.INDEXED || detail == LevelOfDetail.NEAR;
                    return seen.filter(chip::overlaps)
                            .anyMatch(it ->
                                    written || it.height() - it.common(chip).height() < LEAST_OF_CELL);
                });
    }

    private boolean hasHeader(PaintState picture, Box box) {
        return isHighEnough(
                picture.layout().header(box) * picture.view().scale(),
                texts.small().height());
    }

    /** Whether a strip of so many pixels holds a line of text of so many. */
    static boolean isHighEnough(double strip, int line) {
        return strip >= line - 2;
    }
}
