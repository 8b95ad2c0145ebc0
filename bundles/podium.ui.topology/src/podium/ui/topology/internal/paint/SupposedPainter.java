// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import podium.core.whatif.Hypothesis;
import podium.core.whatif.Outlook;
import podium.core.whatif.Outlook.NodeChange;
import podium.ui.kit.Palette.Name;
import podium.ui.topology.internal.layout.Pixels;

/**
 * Paints what is only supposed over what is: a node that is supposed gone is crossed out and hatched, one that would take
 * or lose GPUs has a dashed frame and a badge with a question mark; a bar over the canvas says that none of it is real. Its
 * colour is that of what waits, and means nothing else that is drawn over nodes. UI thread.
 */
final class SupposedPainter {
    private static final int LEAST_WITH_BADGE = 22;
    private static final int VEIL = 150;

    private final Inks inks;
    private final Texts texts;

    SupposedPainter(Inks inks, Texts texts) {
        this.inks = inks;
        this.texts = texts;
    }

    void paint(GC gc, Picture picture, Outlook outlook) {
        Color ink = inks.of(Name.WAITING);
        Pixels seen = new Pixels(0, 0, picture.view().width(), picture.view().height());
        outlook.nodes().forEach((node, change) -> picture.layout()
                .scene()
                .box(node)
                .map(box -> BoxPainter.area(picture, box))
                .filter(at -> at.overlaps(seen))
                .ifPresent(at -> node(gc, change, ink, at)));
        bar(gc, picture, outlook, ink);
    }

    private void node(GC gc, NodeChange change, Color ink, Pixels at) {
        gc.setForeground(ink);
        if (change.down()) {
            gc.setAlpha(VEIL);
            gc.setBackground(inks.of(Name.PANEL));
            gc.fillRectangle(at.x(), at.y(), at.width(), at.height());
            gc.setAlpha(255);
            Hatch.rising(gc, at, Math.clamp(at.height() / 6, 3, 10));
            gc.drawLine(at.x(), at.y(), at.right() - 1, at.bottom() - 1);
            gc.drawLine(at.x(), at.bottom() - 1, at.right() - 1, at.y());
        }
        gc.setLineStyle(SWT.LINE_DASH);
        for (int i = 0; i < 2; i++) {
            gc.drawRectangle(at.x() + i, at.y() + i, at.width() - 1 - 2 * i, at.height() - 1 - 2 * i);
        }
        gc.setLineStyle(SWT.LINE_SOLID);
        if (Math.min(at.width(), at.height()) >= LEAST_WITH_BADGE) {
            badge(gc, badge(change), ink, at);
        }
    }

    /** What the badge of a node says; the question mark says that it is supposed. */
    static String badge(NodeChange change) {
        if (change.down()) {
            return "down?";
        }
        List<String> words = new ArrayList<>();
        if (change.taken() > 0) {
            words.add("+" + change.taken());
        }
        if (change.freed() > 0) {
            words.add("\u2212" + change.freed());
        }
        return String.join(" ", words) + "?"
                + (change.who().size() == 1 ? " " + change.who().getFirst() : "");
    }

    private void badge(GC gc, String words, Color ink, Pixels at) {
        Texts.Face face = texts.small();
        String fitted = face.fit(gc, words, at.width() - 8);
        if (fitted.isEmpty()) {
            return;
        }
        int width = face.width(gc, fitted) + 6;
        int y = at.bottom() - face.height() - 2;
        gc.setBackground(ink);
        gc.fillRectangle(at.x() + 2, y, width, face.height());
        gc.setForeground(inks.on(ink));
        face.draw(gc, fitted, at.x() + 5, y);
    }

    private void bar(GC gc, Picture picture, Outlook outlook, Color ink) {
        Texts.Face face = texts.label();
        int height = face.height() + 6;
        gc.setBackground(ink);
        gc.fillRectangle(0, 0, picture.view().width(), height);
        gc.setForeground(inks.on(ink));
        face.draw(gc, face.fit(gc, words(outlook), picture.view().width() - 16), 8, 3);
    }

    /** What the bar says. */
    static String words(Outlook outlook) {
        String supposed = outlook.hypotheses().stream().map(Hypothesis::text).collect(Collectors.joining("; "));
        String added = outlook.hypotheses().stream()
                .filter(Hypothesis.Add.class::isInstance)
                .map(it -> ((Hypothesis.Add) it).count())
                .reduce(Integer::sum)
                .map(count -> "; " + count + " supposed nodes are not drawn")
                .orElse("");
        return String.format(Locale.ROOT, "What if, not real: %s%s", supposed, added);
    }
}
