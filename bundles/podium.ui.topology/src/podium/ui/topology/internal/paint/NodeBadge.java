// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.List;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import podium.ui.topology.internal.layout.LevelOfDetail;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.scene.Box;

/**
 * What is said of a node at the upper edge of it, such as the ranks it would get. Its name stays: where both do not fit beside each
 * other, the badge takes the whole edge and names the node by what tells it apart. UI thread.
 */
final class NodeBadge {
    private static final int MARGIN = 4;

    private final CanvasColours inks;
    private final TextPainter texts;

    NodeBadge(CanvasColours inks, TextPainter texts) {
        this.inks = inks;
        this.texts = texts;
    }

    /** Writes it on a ground; {@code brief} is taken where the words have no room beside the name. */
    void paint(GC gc, PaintState picture, Box node, Color ground, String words, String brief) {
        PixelRect at = BoxPainter.area(picture, node);
        TextPainter.Presentation small = texts.small();
        if (at.height() < small.height()) {
            return;
        }
        boolean named = LevelOfDetail.of(picture.layout(), node, picture.view().scale()) != LevelOfDetail.BLOCK;
        int beside = named ? texts.label().width(gc, node.brief()) + 3 * MARGIN : 0;
        if (beside + small.width(gc, words) + 8 <= at.width()) {
            corner(gc, at, ground, words);
            return;
        }
        String name = node.core().isEmpty() ? node.brief() : node.core();
        for (String text : named ? List.of(name + "  " + words, name + "  " + brief) : List.<String>of()) {
            if (small.width(gc, text) + 2 * MARGIN <= at.width() - 4) {
                gc.setBackground(ground);
                gc.fillRectangle(at.x() + 2, at.y() + 2, at.width() - 4, small.height());
                gc.setForeground(inks.on(ground));
                small.draw(gc, text, at.x() + 2 + MARGIN, at.y() + 2);
                return;
            }
        }
        corner(gc, at, ground, small.fit(gc, brief, at.width() - 6));
    }

    private void corner(GC gc, PixelRect at, Color ground, String text) {
        if (text.isEmpty()) {
            return;
        }
        TextPainter.Presentation small = texts.small();
        int width = small.width(gc, text) + 6;
        gc.setBackground(ground);
        gc.fillRectangle(at.right() - width - 2, at.y() + 2, width, small.height());
        gc.setForeground(inks.on(ground));
        small.draw(gc, text, at.right() - width + 1, at.y() + 2);
    }
}
