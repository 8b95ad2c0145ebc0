// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.Optional;
import java.util.function.Predicate;
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
 * some of the tasks only, how many of how many, behind "if" where that too needs something first. Evicts others: veiled, a faint dashed frame, and "!". Does not fit: veiled, with a small
 * cross. Refused: veiled, with the word. UI thread.
 */
final class VerdictPainter {
    /** How much of what is below a veil it hides, of 255. */
    private static final int VEIL = 165;
    /** How much of the frame of a node that kills others is seen, of 255: many together are not to outshine one that fits. */
    private static final int FAINT = 110;
    /** Pixels of the shorter side of a node that has a sign. */
    private static final int LEAST_WITH_SIGN = 18;

    static final String EVICTS = Texts.of("VerdictPainter.evicts");
    private static final String REFUSED = Texts.of("VerdictPainter.refused");

    private final CanvasColours inks;
    private final TextPainter texts;

    VerdictPainter(CanvasColours inks, TextPainter texts) {
        this.inks = inks;
        this.texts = texts;
    }

    /**
     * The badge in the lower right corner of a node.
     *
     * @param quiet it takes nothing, or nothing without killing others: such a place is not to draw a hand to it
     */
    record Sign(String text, boolean quiet, Color ink, PixelRect at) {}

    /** What lies over the cells of a node, below its name. */
    void cover(GC gc, Box node, NodeVerdicts all, PixelRect at) {
        Fit fit = fit(all, node);
        if (isSmall(at)) {
            small(gc, fit, inks.of(name(fit)), at);
        } else if (isQuiet(all.of(node).fit())) {
            veil(gc, at);
        }
    }

    /** Frame and sign of a node. */
    void paint(GC gc, PaintState picture, Box node, NodeVerdicts all, PixelRect at) {
        Fit fit = fit(all, node);
        if (fit.takes() && !isSmall(at)) {
            frame(gc, isLow(at, texts) || fit == Fit.EVICTS ? 1 : 2, fit, inks.of(name(fit)), at);
        }
        sign(gc, picture, node, all, at).ifPresent(sign -> paint(gc, sign));
    }

    private static boolean isQuiet(Fit fit) {
        return !fit.takes() || fit == Fit.EVICTS;
    }

    /** Whether a veil lies over the cells of a node, which is not small. */
    static boolean isVeiled(PaintState picture, Box node) {
        return picture.verdicts()
                .filter(all -> all.isKnown(node) && isQuiet(all.of(node).fit()))
                .isPresent();
    }

    /** What is seen of a colour through it. */
    static Color veiled(CanvasColours inks, Color below) {
        return CanvasColours.mix(inks.of(Name.PANEL), below, 100 * VEIL / 255);
    }

    private static boolean isSmall(PixelRect at) {
        return Math.min(at.width(), at.height()) < LEAST_WITH_SIGN / 2;
    }

    private static Fit fit(NodeVerdicts all, Box node) {
        Verdict verdict = all.of(node);
        return verdict.fit().takes() && NodeVerdicts.takesSome(verdict, all.wanted()) ? Fit.FITS_IF : verdict.fit();
    }

    /** Whether a node has no line to spare for a frame or a sign: they must leave its name and its GPUs in sight. */
    static boolean isLow(PixelRect node, TextPainter texts) {
        return node.height() < 3 * texts.small().height();
    }

    /** What stands in the corner of a node, beside its name where it is low and there is room; empty: it is too small for it. */
    Optional<Sign> sign(GC gc, PaintState picture, Box node, NodeVerdicts all, PixelRect at) {
        if (Math.min(at.width(), at.height()) < LEAST_WITH_SIGN) {
            return Optional.empty();
        }
        Verdict verdict = all.of(node);
        TextPainter.MeasuredFont font = texts.small();
        // in a node that is too low for two lines the name stands beside it
        int room = isLow(at, texts) ? at.width() / 2 : at.width();
        String text = verdict.fit().takes() && NodeVerdicts.takesSome(verdict, all.wanted())
                ? some(verdict, all.wanted(), words -> font.width(gc, words) + 12 <= room)
                : text(gc, verdict, at);
        if (font.width(gc, text) + 8 > at.width()) {
            text = verdict.fit() == Fit.FITS ? "\u25d0" : Texts.of("VerdictPainter.ifSign");
        }
        int width = font.width(gc, text) + 8;
        int height = Math.min(font.height(), at.height() - 2);
        int line = (int) (picture.layout().header(node) * picture.view().scale());
        boolean beside = (isLow(at, texts) || picture.layout().grid(node).rows() == 1)
                && line >= font.height() - 2
                && font.width(gc, node.brief()) + width + 14 <= at.width();
        int y = beside ? at.y() + 1 : at.bottom() - height - 2;
        return Optional.of(new Sign(
                text,
                isQuiet(verdict.fit()),
                inks.of(name(fit(all, node))),
                new PixelRect(at.right() - width - 2, y, width, beside ? Math.min(height, line - 1) : height)));
    }

    /** How many of the tasks a node takes, and whether on a condition such as its cordon, in the longest words there is room for. */
    static String some(Verdict verdict, int wanted, Predicate<String> fits) {
        int fit = verdict.tasksThatFit();
        boolean free = verdict.fit() == Fit.FITS;
        String words =
                free ? Texts.of("VerdictPainter.fitOf", fit, wanted) : Texts.of("VerdictPainter.ifFitOf", fit, wanted);
        String tasks = free
                ? Texts.of("VerdictPainter.ofTasks", fit, wanted)
                : Texts.of("VerdictPainter.ifOfTasks", fit, wanted);
        String numbers = free ? fit + "/" + wanted : Texts.of("VerdictPainter.ifSign");
        return fits.test(tasks) ? tasks : fits.test(words) ? words : numbers;
    }

    private static void frame(GC gc, int lines, Fit fit, Color ink, PixelRect at) {
        gc.setAlpha(fit == Fit.EVICTS ? FAINT : 255);
        for (int i = 0; i < lines; i++) {
            if (fit != Fit.FITS) {
                BoxFrame.dashed(gc, ink, at.grow(-i));
            } else {
                BoxFrame.solid(gc, ink, at.grow(-i));
            }
        }
        gc.setAlpha(255);
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
                veil(gc, at);
                gc.setForeground(ink);
                Hatch.falling(gc, at, 6);
            }
            case DOES_NOT_FIT, REFUSED -> veil(gc, at);
        }
    }

    /** Shape or letter, and how many of the tasks fit. */
    private String text(GC gc, Verdict verdict, PixelRect at) {
        TextPainter.MeasuredFont font = texts.small();
        return switch (verdict.fit()) {
            case FITS -> "\u2713" + (verdict.tasksThatFit() > 1 ? " " + verdict.tasksThatFit() : "");
            case FITS_IF -> Texts.of("VerdictPainter.ifSign");
            case EVICTS -> 4 * font.width(gc, EVICTS) <= at.width() ? EVICTS : "!"; // the word would lie over its GPUs
            case REFUSED -> font.width(gc, REFUSED) + 12 <= at.width() ? REFUSED : "\u2715";
            case DOES_NOT_FIT -> "\u2715";
        };
    }

    void paint(GC gc, Sign sign) {
        TextPainter.MeasuredFont font = texts.small();
        PixelRect at = sign.at();
        gc.setBackground(sign.quiet() ? inks.of(Name.PANEL) : sign.ink());
        gc.fillRectangle(at.x(), at.y(), at.width(), at.height());
        gc.setForeground(sign.quiet() ? sign.ink() : inks.on(sign.ink()));
        font.draw(gc, sign.text(), at.x() + 4, at.y() + (at.height() - font.height()) / 2);
    }
}
