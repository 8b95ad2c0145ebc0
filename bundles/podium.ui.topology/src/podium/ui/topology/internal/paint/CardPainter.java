// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import org.eclipse.swt.graphics.GC;
import podium.ui.kit.Palette.Name;
import podium.ui.topology.internal.layout.Pixels;
import podium.ui.topology.internal.stage.Card;

/** Paints a card beside the pointer, always wholly inside the canvas. UI thread. */
final class CardPainter {
    private static final int PADDING = 8;
    private static final int AWAY = 18;
    private static final int MOST_WIDTH = 460;
    private static final int LABEL_GAP = 8;

    private final Inks inks;
    private final Texts texts;

    CardPainter(Inks inks, Texts texts) {
        this.inks = inks;
        this.texts = texts;
    }

    /** Where a card lies when the pointer is at a point: not within {@code clear} pixels below it. */
    Pixels place(GC gc, Card card, int x, int y, int clear, int width, int height) {
        int labels = labelWidth(gc, card);
        int wide = texts.bold().width(gc, card.title());
        for (Card.Line line : card.lines()) {
            wide = Math.max(
                    wide, texts.label().width(gc, line.text()) + (line.label().isEmpty() ? 0 : labels));
        }
        int w = Math.min(Math.min(MOST_WIDTH, Math.max(80, width - 8)), wide + 2 * PADDING);
        int h = texts.bold().height() + card.lines().size() * texts.label().height() + 2 * PADDING;
        int left = x + AWAY + w <= width ? x + AWAY : x - AWAY - w;
        int below = y + Math.max(AWAY, clear + 4);
        int top = below + h <= height ? below : y - AWAY - h;
        return new Pixels(
                Math.clamp(left, 2, Math.max(2, width - w - 2)), Math.clamp(top, 2, Math.max(2, height - h - 2)), w, h);
    }

    void paint(GC gc, Card card, Pixels at) {
        gc.setBackground(inks.of(Name.SURFACE));
        gc.fillRectangle(at.x(), at.y(), at.width(), at.height());
        gc.setForeground(inks.of(Name.MUTED));
        gc.drawRectangle(at.x(), at.y(), at.width() - 1, at.height() - 1);
        int room = at.width() - 2 * PADDING;
        int x = at.x() + PADDING;
        int y = at.y() + PADDING;
        gc.setForeground(inks.of(Name.TEXT));
        texts.bold().draw(gc, texts.bold().fit(gc, card.title(), room), x, y);
        y += texts.bold().height();
        int labels = labelWidth(gc, card);
        for (Card.Line line : card.lines()) {
            int indent = line.label().isEmpty() ? 0 : labels;
            gc.setForeground(inks.of(Name.MUTED));
            texts.label().draw(gc, line.label(), x, y);
            gc.setForeground(inks.of(line.ink()));
            texts.label().draw(gc, texts.label().fit(gc, line.text(), room - indent), x + indent, y);
            y += texts.label().height();
        }
    }

    private int labelWidth(GC gc, Card card) {
        int widest = 0;
        for (Card.Line line : card.lines()) {
            widest = Math.max(widest, texts.label().width(gc, line.label()));
        }
        return widest == 0 ? 0 : widest + LABEL_GAP;
    }
}
