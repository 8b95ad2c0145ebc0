// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import podium.placement.Fit;
import podium.placement.Verdict;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.colour.NodeVerdicts;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.texts.Texts;

/**
 * Paints a node's answer while something is dragged. Fits: a solid frame and a tick. Fits if: a dashed frame and "if"; with room for
 * some of the tasks only: how many of how many.
 * Evicts others: a thick frame, hatched, and "! evicts". Does not fit: veiled, with a small cross.
 * Refused: veiled, with the word. UI thread.
 */
final class VerdictPainter {
    private static final int VEIL = 165;
    private static final int LEAST_WITH_SIGN = 18;
    static final String EVICTS = Texts.of("VerdictPainter.evicts");
    private static final String REFUSED = Texts.of("VerdictPainter.refused");

    private final CanvasColours inks;
    private final TextPainter texts;

    VerdictPainter(CanvasColours inks, TextPainter texts) {
        this.inks = inks;
        this.texts = texts;
    }

    void paint(GC gc, PaintState picture, Box node, NodeVerdicts all, PixelRect at) {
        Verdict verdict = all.of(node);
        boolean some = verdict.fit().takes() && NodeVerdicts.takesSome(verdict, all.wanted());
        Fit fit = some ? Fit.FITS_IF : verdict.fit();
        Color ink = inks.of(name(fit));
        if (Math.min(at.width(), at.height()) < LEAST_WITH_SIGN / 2) {
            small(gc, fit, ink, at);
            return;
        }
        if (!verdict.fit().takes()) {
            veil(gc, at);
        }
        if (verdict.fit() == Fit.EVICTS) {
            gc.setForeground(ink);
            Hatch.falling(gc, at, 12);
        }
        if (verdict.fit().takes()) {
            frame(gc, fit, ink, at);
        }
        if (Math.min(at.width(), at.height()) >= LEAST_WITH_SIGN) {
            TextPainter.Presentation presentation = texts.small();
            String text = some
                    ? some(
                            verdict.tasksThatFit(),
                            all.wanted(),
                            words -> presentation.width(gc, words) + 12 <= at.width())
                    : text(gc, verdict, at);
            sign(gc, text, !verdict.fit().takes(), ink, at);
        }
    }

    /** How many of the tasks a node takes, in the longest words there is room for. */
    static String some(int fit, int wanted, Predicate<String> fits) {
        String words = Texts.of("VerdictPainter.fitOf", fit, wanted);
        String tasks = Texts.of("VerdictPainter.ofTasks", fit, wanted);
        return fits.test(tasks) ? tasks : fits.test(words) ? words : fit + "/" + wanted;
    }

    private static void frame(GC gc, Fit fit, Color ink, PixelRect at) {
        gc.setForeground(ink);
        gc.setLineStyle(fit == Fit.FITS_IF ? SWT.LINE_DASH : SWT.LINE_SOLID);
        for (int i = 0; i < (fit == Fit.EVICTS ? 4 : 2); i++) {
            gc.drawRectangle(at.x() + i, at.y() + i, at.width() - 1 - 2 * i, at.height() - 1 - 2 * i);
        }
        gc.setLineStyle(SWT.LINE_SOLID);
    }

    static Name name(Fit fit) {
        return switch (fit) {
            case FITS -> Name.DROP_OK;
            case FITS_IF -> Name.DROP_IF;
            case EVICTS -> Name.DROP_EVICTS;
            case DOES_NOT_FIT, REFUSED -> Name.DROP_NO;
        };
    }

    private void veil(GC gc, PixelRect at) {
        gc.setAlpha(VEIL);
        gc.setBackground(inks.of(Name.PANEL));
        gc.fillRectangle(at.x(), at.y(), at.width(), at.height());
        gc.setAlpha(255);
    }

    private void small(GC gc, Fit fit, Color ink, PixelRect at) {
        switch (fit) {
            case FITS -> {
                gc.setBackground(ink);
                gc.fillRectangle(at.x(), at.y(), at.width(), at.height());
            }
            case FITS_IF -> {
                gc.setForeground(ink);
                Hatch.falling(gc, at, 3);
            }
            case EVICTS -> {
                gc.setForeground(ink);
                Hatch.falling(gc, at, 3);
                Hatch.rising(gc, at, 3);
            }
            case DOES_NOT_FIT, REFUSED -> veil(gc, at);
        }
    }

    /** Shape or letter, and how many of the tasks fit. */
    private String text(GC gc, Verdict verdict, PixelRect at) {
        TextPainter.Presentation presentation = texts.small();
        return switch (verdict.fit()) {
            case FITS -> "\u2713" + (verdict.tasksThatFit() > 1 ? " " + verdict.tasksThatFit() : "");
            case FITS_IF -> Texts.of("VerdictPainter.ifSign");
            case EVICTS -> presentation.width(gc, EVICTS) + 12 <= at.width() ? EVICTS : "!";
            case REFUSED -> presentation.width(gc, REFUSED) + 12 <= at.width() ? REFUSED : "\u2715";
            case DOES_NOT_FIT -> "\u2715";
        };
    }

    /** A badge in the lower right corner. */
    private void sign(GC gc, String text, boolean quiet, Color ink, PixelRect at) {
        TextPainter.Presentation presentation = texts.small();
        int width = presentation.width(gc, text) + 8;
        int height = Math.min(presentation.height(), at.height() - 2);
        int x = at.right() - width - 2;
        int y = at.bottom() - height - 2;
        gc.setBackground(quiet ? inks.of(Name.PANEL) : ink);
        gc.fillRectangle(x, y, width, height);
        gc.setForeground(quiet ? ink : inks.on(ink));
        presentation.draw(gc, text, x + 4, y + (height - presentation.height()) / 2);
    }
}
