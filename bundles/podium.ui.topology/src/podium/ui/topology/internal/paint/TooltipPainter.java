// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.graphics.GC;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.model.CanvasTooltip;

/** Paints a card beside the pointer, always wholly inside the canvas; what is too long goes on in the next line. UI thread. */
final class TooltipPainter {
    private static final int PADDING = 8;
    private static final int AWAY = 18;
    private static final int MOST_WIDTH = 460;
    private static final int LABEL_GAP = 8;

    private final CanvasColours inks;
    private final TextPainter texts;

    /** A card broken into lines: where its texts begin, how large it is. */
    private record Page(List<CanvasTooltip.Line> lines, int indent, int width, int height) {}

    TooltipPainter(CanvasColours inks, TextPainter texts) {
        this.inks = inks;
        this.texts = texts;
    }

    /**
     * Paints a card for a pointer at a point, not within {@code clear} pixels below it, and beside what it speaks of where there is a
     * side with room.
     */
    void paint(GC gc, CanvasTooltip tooltip, int x, int y, int clear, int width, int height, List<PixelRect> aims) {
        Page page = page(gc, tooltip, Math.min(MOST_WIDTH, Math.max(80, width - 8)));
        paint(gc, tooltip.title(), page, place(page.width, page.height, x, y, clear, width, height, aims));
    }

    private Page page(GC gc, CanvasTooltip tooltip, int most) {
        int indent = 0;
        for (CanvasTooltip.Line line : tooltip.lines()) {
            indent = Math.max(indent, texts.label().width(gc, line.label()));
        }
        indent = indent == 0 ? 0 : indent + LABEL_GAP;
        List<CanvasTooltip.Line> lines = new ArrayList<>();
        int wide = Math.min(most - 2 * PADDING, texts.bold().width(gc, tooltip.title()));
        for (CanvasTooltip.Line line : tooltip.lines()) {
            int at = line.label().isEmpty() ? 0 : indent;
            String label = line.label();
            for (String part : texts.label().wrap(gc, line.text(), most - 2 * PADDING - at)) {
                wide = Math.max(wide, at + texts.label().width(gc, part));
                lines.add(new CanvasTooltip.Line(label, part, line.ink()));
                label = label.isEmpty() ? "" : " ";
            }
        }
        int height = texts.bold().height() + lines.size() * texts.label().height() + 2 * PADDING;
        return new Page(lines, indent, wide + 2 * PADDING, height);
    }

    /** Right or left, below or above the pointer and the aim under it: the first that covers least of the aims. */
    static PixelRect place(int wide, int high, int x, int y, int clear, int width, int height, List<PixelRect> aims) {
        int right = x + AWAY;
        int left = x - AWAY - wide;
        int bottom = y + Math.max(AWAY, clear + 4);
        int top = y - AWAY;
        for (PixelRect aim : aims) {
            if (aim.contains(x, y) && aim.height() < height / 3) {
                bottom = Math.max(bottom, aim.bottom() + 4);
                top = Math.min(top, aim.y() - 4);
            }
        }
        int below = bottom;
        int above = top - high;
        boolean toRight = right + wide <= width;
        boolean downward = below + high <= height;
        PixelRect best = within(wide, high, toRight ? right : left, downward ? below : above, width, height);
        for (int i = 1; i < 4; i++) {
            PixelRect other = within(
                    wide,
                    high,
                    toRight == (i % 2 == 0) ? right : left,
                    downward == (i < 2) ? below : above,
                    width,
                    height);
            boolean underPointer = other.contains(x, y);
            if (!underPointer && covered(other, aims) < covered(best, aims)) {
                best = other;
            }
        }
        return best;
    }

    private static PixelRect within(int wide, int high, int left, int top, int width, int height) {
        return new PixelRect(
                Math.clamp(left, 2, Math.max(2, width - wide - 2)),
                Math.clamp(top, 2, Math.max(2, height - high - 2)),
                wide,
                high);
    }

    private static long covered(PixelRect at, List<PixelRect> aims) {
        return aims.stream()
                .map(at::common)
                .mapToLong(part -> part.isEmpty() ? 0 : (long) part.width() * part.height())
                .sum();
    }

    private void paint(GC gc, String title, Page page, PixelRect at) {
        gc.setBackground(inks.of(Name.SURFACE));
        gc.fillRectangle(at.x(), at.y(), at.width(), at.height());
        gc.setForeground(inks.of(Name.MUTED));
        gc.drawRectangle(at.x(), at.y(), at.width() - 1, at.height() - 1);
        int x = at.x() + PADDING;
        int y = at.y() + PADDING;
        gc.setForeground(inks.of(Name.TEXT));
        texts.bold().draw(gc, texts.bold().fit(gc, title, at.width() - 2 * PADDING), x, y);
        y += texts.bold().height();
        for (CanvasTooltip.Line line : page.lines) {
            gc.setForeground(inks.of(Name.MUTED));
            texts.label().draw(gc, line.label(), x, y);
            gc.setForeground(inks.of(line.ink()));
            texts.label().draw(gc, line.text(), x + (line.label().isEmpty() ? 0 : page.indent), y);
            y += texts.label().height();
        }
    }
}
