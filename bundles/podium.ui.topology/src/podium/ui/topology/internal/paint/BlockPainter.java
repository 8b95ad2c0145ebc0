// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import podium.core.fleet.Holdings;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.colour.CellStyle;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.BoxState;

/** Paints a box that is too small to be drawn inside: one block that shows the whole of what is in it. UI thread. */
final class BlockPainter {
    /** Pixels of what is seen to be hollow. */
    private static final int LEAST_HOLLOW = 3;

    private final CanvasColours inks;

    BlockPainter(CanvasColours inks) {
        this.inks = inks;
    }

    void paint(GC gc, PaintState picture, Box box, PixelRect at) {
        if (at.width() <= 0 || at.height() <= 0) {
            return;
        }
        BoxState state = picture.styles().states().of(box);
        CellStyle style = picture.styles().of(box);
        gc.setBackground(inks.of(Name.RAISED));
        gc.fillRectangle(at.x(), at.y(), at.width(), at.height());
        if (style.fill() == CellStyle.Fill.UNKNOWN) {
            dots(gc, at);
        } else if (picture.styles().readings().by().isHolding() && style.fill() != CellStyle.Fill.IDLE) {
            share(gc, state.holdings(), style, at);
        } else {
            boolean rim = style.fill() == CellStyle.Fill.RAMP_FREE;
            Color ink = fill(style);
            gc.setBackground(rim && isDot(at) ? CanvasColours.mix(ink, inks.of(Name.RAISED), 45) : ink);
            gc.fillRectangle(at.x(), at.y(), at.width(), at.height());
            if (rim && !isDot(at)) {
                rim(gc, inks, at, 1);
            }
        }
        marks(gc, state, style, at);
    }

    /** Held from the left, failed at the right, before it tainted and not known, free between: lengths follow the counts. */
    private void share(GC gc, Holdings holdings, CellStyle style, PixelRect at) {
        if (holdings.total() == 0) {
            return;
        }
        int held = (int) Math.round((double) at.width() * holdings.held() / holdings.total());
        int failed = width(at, holdings.failed(), holdings.total());
        int tainted = width(at, holdings.tainted(), holdings.total());
        hollow(gc, new PixelRect(at.x() + held, at.y(), at.width() - held, at.height()));
        gc.setBackground(style.fill() == CellStyle.Fill.GROUP ? inks.group(style.ramp()) : inks.of(Name.HELD));
        gc.fillRectangle(at.x(), at.y(), held, at.height());
        CellPainter.stripes(gc, inks, style, new PixelRect(at.x(), at.y(), held, at.height()));
        int perhaps = holdings.unknown() + holdings.withheld();
        if (perhaps > 0) {
            int unknown = Math.min(at.width() - held, width(at, perhaps, holdings.total()));
            PixelRect part = new PixelRect(at.right() - failed - tainted - unknown, at.y(), unknown, at.height());
            gc.setBackground(inks.of(Name.RAISED));
            gc.fillRectangle(part.x(), part.y(), part.width(), part.height());
            dots(gc, part);
        }
        if (tainted > 0) {
            PixelRect part = new PixelRect(at.right() - failed - tainted, at.y(), tainted, at.height());
            gc.setBackground(inks.of(Name.RAISED));
            gc.fillRectangle(part.x(), part.y(), part.width(), part.height());
            gc.setForeground(inks.of(Name.CORDONED));
            Hatch.rising(gc, part, 4);
        }
        if (failed > 0) {
            gc.setBackground(inks.of(Name.CRITICAL));
            gc.fillRectangle(at.right() - failed, at.y(), failed, at.height());
        }
    }

    private static boolean isDot(PixelRect at) {
        return Math.min(at.width(), at.height()) < LEAST_HOLLOW;
    }

    /** What nobody holds: as its cells would be. */
    private void hollow(GC gc, PixelRect at) {
        gc.setBackground(isDot(at) ? inks.mix(Name.FREE, Name.RAISED, 35) : inks.of(Name.RAISED));
        gc.fillRectangle(at.x(), at.y(), at.width(), at.height());
        if (!isDot(at)) {
            gc.setForeground(inks.of(Name.FREE));
            gc.drawRectangle(at.x(), at.y(), at.width() - 1, at.height() - 1);
        }
    }

    /** The rim, so many pixels wide, that tells on a ramp what nobody holds. */
    static void rim(GC gc, CanvasColours inks, PixelRect at, int width) {
        gc.setForeground(inks.of(Name.RAISED));
        for (int i = 1; i <= width; i++) {
            gc.drawRectangle(at.x() + i, at.y() + i, at.width() - 1 - 2 * i, at.height() - 1 - 2 * i);
        }
        gc.setForeground(inks.of(Name.FREE));
        gc.drawRectangle(at.x(), at.y(), at.width() - 1, at.height() - 1);
    }

    private static int width(PixelRect at, int part, int total) {
        return (int) Math.ceil((double) at.width() * part / total);
    }

    private void dots(GC gc, PixelRect at) {
        gc.setBackground(inks.of(Name.MUTED));
        for (int x = at.x(); x < at.right(); x += 3) {
            gc.fillRectangle(x, at.y(), 1, 1);
            gc.fillRectangle(x, at.bottom() - 1, 1, 1);
        }
    }

    private Color fill(CellStyle style) {
        return switch (style.fill()) {
            case RAMP, RAMP_FREE -> inks.ramp(style.ramp());
            case GROUP -> inks.group(style.ramp());
            case IDLE -> inks.mix(Name.WARNING, Name.RAISED, 60);
            case CRITICAL -> inks.of(Name.CRITICAL);
            case WARNING -> inks.corrected();
            case HELD -> inks.of(Name.HELD);
            case FREE, TAINTED, NONE, UNKNOWN, UNKNOWN_WHICH -> inks.mix(Name.LINE, Name.RAISED, 55);
        };
    }

    private void marks(GC gc, BoxState state, CellStyle style, PixelRect at) {
        if (state.nodes() > 0 && state.cordoned() == state.nodes()) {
            gc.setForeground(inks.of(Name.CORDONED));
            Hatch.rising(gc, at, 4);
        }
        if (style.mark() == CellStyle.Mark.STALE) {
            gc.setForeground(inks.of(Name.SURFACE));
            Hatch.level(gc, at, 4);
        }
        if (state.notReady() > 0 || state.silent() > 0 || state.holdings().withheld() > 0) {
            gc.setBackground(inks.of(state.notReady() > 0 ? Name.CRITICAL : Name.WARNING));
            gc.fillRectangle(at.x(), at.bottom() - Math.min(2, at.height()), at.width(), Math.min(2, at.height()));
        }
    }
}
