// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.function.BiConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import podium.placement.Fit;
import podium.placement.Target;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.model.MarkedPlaces;

/**
 * Marks the best places for what is carried: a frame, thick around the first, and on its edge the number of the key that
 * takes it: of a node at its lower left corner, of a domain below, where neither has words. One that kills others has a thin frame and
 * an empty disc: it is not to draw a hand to it. UI thread.
 */
final class BestPlacePainter {
    private static final int BADGE = 17;

    private final CanvasColours inks;
    private final TextPainter texts;

    BestPlacePainter(CanvasColours inks, TextPainter texts) {
        this.inks = inks;
        this.texts = texts;
    }

    /** Frames them, the first last, so that it lies on top. */
    void frames(GC gc, PaintState picture, MarkedPlaces best) {
        each(picture, best, (number, at) -> {
            gc.setForeground(ink(best, number));
            boolean low = VerdictPainter.isLow(at, texts); // below and above it are others as near
            int lines = kills(best, number) ? 1 : number == 1 && !low ? 4 : 2;
            for (int i = 0; i < lines; i++) {
                PixelRect ring = at.grow((low || lines == 1 ? 1 : 2) - i);
                gc.drawRectangle(ring.x(), ring.y(), Math.max(1, ring.width() - 1), Math.max(1, ring.height() - 1));
            }
        });
    }

    /** Numbers them, on top of all other frames. */
    void numbers(GC gc, PaintState picture, MarkedPlaces best) {
        PixelRect seen =
                new PixelRect(0, 0, picture.view().width(), picture.view().height());
        each(picture, best, (number, at) -> {
            boolean node = best.places().get(number - 1).target() instanceof Target.OnNode;
            badge(gc, texts, inks, best.places().get(number - 1).verdict().fit(), number, badge(at, node, seen));
        });
    }

    private static boolean kills(MarkedPlaces best, int number) {
        return best.places().get(number - 1).verdict().fit() == Fit.EVICTS;
    }

    private Color ink(MarkedPlaces best, int number) {
        return inks.of(
                VerdictPainter.name(best.places().get(number - 1).verdict().fit()));
    }

    /** Each place that is in sight by its number from 1 and its area, the first place last. */
    private static void each(PaintState picture, MarkedPlaces best, BiConsumer<Integer, PixelRect> paint) {
        PixelRect seen =
                new PixelRect(0, 0, picture.view().width(), picture.view().height());
        for (int number = best.places().size(); number >= 1; number--) {
            int n = number;
            MarkedPlaces.hit(picture.layout().scene(), best.places().get(number - 1))
                    .map(hit -> BoxPainter.area(picture, hit.box()))
                    .filter(at -> at.grow(3).overlaps(seen))
                    .ifPresent(at -> paint.accept(n, at));
        }
    }

    /** Where the number stands: on the lower left corner of a node or the lower edge of a domain, always where it is seen. */
    static PixelRect badge(PixelRect at, boolean node, PixelRect seen) {
        int x = node ? at.x() - BADGE / 2 : at.x() + (at.width() - BADGE) / 2;
        int y = at.bottom() - BADGE / 2;
        return new PixelRect(
                Math.clamp(x, 1, Math.max(1, seen.width() - BADGE - 1)),
                Math.clamp(y, 1, Math.max(1, seen.height() - BADGE - 1)),
                BADGE,
                BADGE);
    }

    /** A number on a disc, which is a ring where others are killed. */
    static void badge(GC gc, TextPainter texts, CanvasColours inks, Fit fit, int number, PixelRect at) {
        int antialias = gc.getAntialias();
        Color ink = inks.of(VerdictPainter.name(fit));
        boolean empty = fit == Fit.EVICTS;
        gc.setAntialias(SWT.ON);
        gc.setBackground(inks.of(Name.SURFACE));
        gc.fillOval(at.x() - 1, at.y() - 1, at.width() + 2, at.height() + 2);
        gc.setBackground(ink);
        gc.setForeground(ink);
        if (empty) {
            gc.drawOval(at.x(), at.y(), at.width() - 1, at.height() - 1);
        } else {
            gc.fillOval(at.x(), at.y(), at.width(), at.height());
        }
        gc.setAntialias(antialias);
        TextPainter.MeasuredFont font = texts.bold();
        String text = Integer.toString(number);
        gc.setForeground(empty ? ink : inks.on(ink));
        font.draw(
                gc, text, at.x() + (at.width() - font.width(gc, text)) / 2, at.y() + (at.height() - font.height()) / 2);
    }
}
