// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.List;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.layout.LevelOfDetail;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.scene.Box;

/**
 * What is said of a node at the upper edge of it, such as the ranks it would get. Its name stays: where both do not fit beside each
 * other, the badge takes the whole edge and names the node by what tells it apart, or lies below the name. UI thread.
 */
final class NodeBadge {
    private static final int MARGIN = 4;

    private final CanvasColours inks;
    private final TextPainter texts;
    private final VerdictPainter verdicts;

    NodeBadge(CanvasColours inks, TextPainter texts) {
        this.inks = inks;
        this.texts = texts;
        this.verdicts = new VerdictPainter(inks, texts);
    }

    /**
     * Writes it on a ground; {@code brief} is taken where the words have no room beside the name.
     *
     * @param needed false: it is left out where the name leaves it no room, since it is said elsewhere too
     */
    void paint(GC gc, PaintState picture, Box node, Color ground, String words, String brief, boolean needed) {
        PixelRect at = free(gc, picture, node);
        TextPainter.MeasuredFont small = texts.small();
        if (at.height() < small.height()) {
            return;
        }
        boolean open = LevelOfDetail.of(picture.layout(), node, picture.view().scale()) != LevelOfDetail.BLOCK;
        PixelRect header = BoxPainter.header(picture, node, at);
        boolean named = open && isNamed(picture, node);
        int room = at.width() - 8 - (named ? texts.label().width(gc, node.brief()) + 3 * MARGIN : 0);
        for (String text : named || !open ? List.of(words, brief) : List.<String>of()) {
            if (small.width(gc, text) <= room) {
                // of the counts that the badge leaves too little room nothing is left over
                gc.setBackground(inks.of(Name.RAISED));
                gc.fillRectangle(at.right() - room - 4, at.y() + 2, named ? room : 0, small.height());
                write(gc, at.right() - small.width(gc, text) - 8, at.y() + 2, ground, text);
                return;
            }
        }
        String name = node.core().isEmpty() ? node.brief() : node.core();
        for (String text :
                open ? List.of(name + "  " + words, name + "  " + brief, name + " " + brief) : List.<String>of()) {
            int margin = Math.min(MARGIN, (at.width() - 4 - small.width(gc, text)) / 2);
            if (margin > 0) {
                gc.setBackground(ground);
                gc.fillRectangle(at.x() + 2, at.y() + 2, at.width() - 4, small.height());
                gc.setForeground(inks.on(ground));
                small.draw(gc, text, at.x() + 2 + margin, at.y() + 2);
                return;
            }
        }
        if (needed) {
            String text = small.fit(gc, brief, at.width() - 6);
            boolean below = named && header.bottom() + small.height() < at.bottom();
            write(gc, at.x() + 2, below ? header.bottom() - 1 : at.y() + 2, ground, text);
        }
    }

    /** Whether the name of a node has a line of its own, above its cells. */
    boolean isNamed(PaintState picture, Box node) {
        return NameChip.isHighEnough(
                picture.layout().header(node) * picture.view().scale(),
                texts.small().height());
    }

    /** All of a node, or where it is too low for two lines what its answer to a drag leaves of it. */
    private PixelRect free(GC gc, PaintState picture, Box node) {
        PixelRect at = BoxPainter.area(picture, node);
        return picture.verdicts()
                .filter(all -> all.isKnown(node))
                .flatMap(all -> verdicts.sign(gc, picture, node, all, at))
                .filter(sign -> sign.at().y() < at.y() + 2 + texts.small().height())
                .map(sign -> new PixelRect(at.x(), at.y(), sign.at().x() - at.x(), at.height()))
                .orElse(at);
    }

    private void write(GC gc, int x, int y, Color ground, String text) {
        if (text.isEmpty()) {
            return;
        }
        TextPainter.MeasuredFont small = texts.small();
        gc.setBackground(ground);
        gc.fillRectangle(x, y, small.width(gc, text) + 6, small.height());
        gc.setForeground(inks.on(ground));
        small.draw(gc, text, x + 3, y);
    }
}
