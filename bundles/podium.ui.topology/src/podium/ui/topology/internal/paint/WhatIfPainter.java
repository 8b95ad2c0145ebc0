// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import podium.placement.whatif.WhatIfResult;
import podium.placement.whatif.WhatIfResult.NodeChange;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.texts.Texts;

/**
 * Paints what is only supposed over what is: a node that is supposed gone is crossed out and hatched below its name, one that would take
 * or lose GPUs has a dashed frame, or a dot where it is small, and in its header a badge with a question mark in place of
 * its counts. The colour is that of what waits, and means nothing else that is drawn over nodes. UI thread.
 */
final class WhatIfPainter {
    private static final int LEAST_WITH_BADGE = 22;
    private static final int LEAST_WITH_FRAME = 12;
    private static final int DOT = 3;
    private static final int VEIL = 150;
    private static final int FRAME = 2;
    private static final int MARGIN = 4;
    private static final int GAP = 2;
    private static final int PAD = 4;

    private final CanvasColours inks;
    private final TextPainter texts;

    WhatIfPainter(CanvasColours inks, TextPainter texts) {
        this.inks = inks;
        this.texts = texts;
    }

    void paint(GC gc, PaintState picture, WhatIfResult outlook) {
        Color ink = inks.of(Name.WAITING);
        PixelRect seen =
                new PixelRect(0, 0, picture.view().width(), picture.view().height());
        outlook.nodes().forEach((node, change) -> picture.layout()
                .scene()
                .box(node)
                .filter(box -> BoxPainter.area(picture, box).overlaps(seen))
                .ifPresent(box -> node(gc, picture, box, change, ink)));
    }

    private void node(GC gc, PaintState picture, Box box, NodeChange change, Color ink) {
        PixelRect at = BoxPainter.area(picture, box);
        double bottom = picture.layout().of(box).y() + picture.layout().header(box);
        PixelRect header =
                new PixelRect(at.x(), at.y(), at.width(), picture.view().y(bottom) - at.y());
        boolean named = Math.min(at.width(), at.height()) >= LEAST_WITH_BADGE
                && header.height() >= texts.small().height() - 2;
        gc.setForeground(ink);
        if (change.down()) {
            int top = named ? header.bottom() : at.y();
            strike(gc, new PixelRect(at.x(), top, at.width(), at.bottom() - top));
        }
        if (!change.down() && Math.min(at.width(), at.height()) < LEAST_WITH_FRAME) {
            gc.setBackground(ink); // frames of thousands would cover what the nodes hold
            gc.fillRectangle(at.right() - DOT, at.y(), DOT, DOT);
            return;
        }
        gc.setLineStyle(SWT.LINE_DASH);
        for (int i = 0; i < 2; i++) {
            gc.drawRectangle(at.x() + i, at.y() + i, at.width() - 1 - 2 * i, at.height() - 1 - 2 * i);
        }
        gc.setLineStyle(SWT.LINE_SOLID);
        if (named) {
            badge(gc, box, change, ink, header);
        }
    }

    private void strike(GC gc, PixelRect at) {
        gc.setAlpha(VEIL);
        gc.setBackground(inks.of(Name.PANEL));
        gc.fillRectangle(at.x(), at.y(), at.width(), at.height());
        gc.setAlpha(255);
        Hatch.rising(gc, at, Math.clamp(at.height() / 6, 3, 10));
        gc.drawLine(at.x(), at.y(), at.right() - 1, at.bottom() - 1);
        gc.drawLine(at.x(), at.bottom() - 1, at.right() - 1, at.y());
    }

    /** What the badge of a node says; the question mark says that it is supposed. */
    static String badge(NodeChange change) {
        return brief(change)
                + (!change.down() && change.who().size() == 1
                        ? " " + change.who().getFirst()
                        : "");
    }

    /** The same without who takes them. */
    static String brief(NodeChange change) {
        if (change.down()) {
            return Texts.of("WhatIfPainter.down");
        }
        if (change.taken() > 0 && change.taken() == change.freed()) {
            return "\u00b1" + change.taken() + "?"; // as the part explains it, however much room there is
        }
        List<String> words = new ArrayList<>();
        if (change.taken() > 0) {
            words.add("+" + change.taken());
        }
        if (change.freed() > 0) {
            words.add("\u2212" + change.freed());
        }
        return String.join(" ", words) + "?";
    }

    /** The same in little room. */
    static String least(NodeChange change) {
        boolean both = change.taken() != change.freed() && change.taken() > 0 && change.freed() > 0;
        return both && !change.down() ? "\u00b1?" : brief(change);
    }

    /**
     * Over the counts in the node's header, which tell of now; never over its cells. What tells the node apart comes first: before
     * that is cut, who takes the GPUs is left out, then how many, then the badge, since the frame and the hatch show it.
     */
    private void badge(GC gc, Box box, NodeChange change, Color ink, PixelRect header) {
        TextPainter.MeasuredFont font = texts.small();
        int room = header.width() - MARGIN - GAP - PAD - FRAME;
        List<String> says = Stream.of(badge(change), brief(change), least(change))
                .distinct()
                .toList();
        for (String name : List.of(box.brief(), box.core(), box.core().replace("\u2026", ""))) {
            for (String words : says) {
                if (font.width(gc, name) + font.width(gc, words) <= room) {
                    badge(gc, name, words, ink, header);
                    return;
                }
            }
        }
    }

    private void badge(GC gc, String name, String words, Color ink, PixelRect header) {
        TextPainter.MeasuredFont font = texts.small();
        int width = font.width(gc, words) + PAD;
        int height = Math.min(header.height() - FRAME, font.height() + PAD);
        int y = header.y() + FRAME + Math.max(0, height - font.height()) / 2;
        int x = header.right() - FRAME - width;
        gc.setBackground(inks.of(Name.RAISED));
        gc.fillRectangle(header.x() + FRAME, header.y() + FRAME, header.width() - 2 * FRAME, height);
        gc.setForeground(inks.of(Name.TEXT));
        font.draw(gc, name, header.x() + MARGIN, y);
        gc.setBackground(ink);
        gc.fillRectangle(x, y, width, font.height());
        gc.setForeground(inks.on(ink));
        font.draw(gc, words, x + PAD / 2, y);
    }
}
