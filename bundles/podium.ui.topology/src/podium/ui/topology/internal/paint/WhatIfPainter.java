// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import podium.core.fleet.Holdings;
import podium.model.fleet.Node;
import podium.placement.whatif.WhatIfResult;
import podium.placement.whatif.WhatIfResult.NodeChange;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.model.Highlights;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.texts.Texts;

/**
 * Paints what is only supposed over what is: a node that is supposed gone is crossed out and hatched below its name, one that would take
 * or lose GPUs has a dashed frame, or a dot where it is small, and in its header a badge with a question mark in place of
 * its counts, as the domains around it have. The colour is that of what waits, and means nothing else that is drawn over nodes. UI thread.
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
    private static final int DOMAIN_MARGIN = 6;
    private static final NodeChange SAME = new NodeChange(false, 0, 0, List.of());

    private final CanvasColours inks;
    private final TextPainter texts;
    private final CellPainter cells;

    WhatIfPainter(CanvasColours inks, TextPainter texts) {
        this.inks = inks;
        this.texts = texts;
        this.cells = new CellPainter(inks, texts);
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
        picture.layout().scene().boxes().stream()
                .filter(box -> box.kind() == Box.Kind.DOMAIN
                        && BoxPainter.isOpen(picture, box)
                        && BoxPainter.area(picture, box).overlaps(seen))
                .forEach(box -> domain(gc, picture, box, outlook, ink));
    }

    /** What would be in a domain, in its header in place of what is; the name comes first. */
    private void domain(GC gc, PaintState picture, Box domain, WhatIfResult outlook, Color ink) {
        PixelRect area = BoxPainter.area(picture, domain);
        PixelRect header = BoxPainter.header(picture, domain, area);
        int right = area.x() < -4 ? Math.min(area.right(), picture.view().width()) : area.right();
        PixelRect line =
                new PixelRect(Math.max(-1, area.x()), area.y(), right - Math.max(-1, area.x()), header.height());
        TextPainter.MeasuredFont font = texts.label().height() > line.height() ? texts.small() : texts.label();
        String name = BoxPainter.title(domain);
        int room = line.width() - 3 * DOMAIN_MARGIN - PAD - font.width(gc, name);
        Optional<String> words = says(picture, domain, outlook).stream()
                .filter(says -> font.width(gc, says) <= room)
                .findFirst();
        double height = picture.layout().header(domain) * picture.view().scale();
        if (words.isEmpty() || !NameChip.isHighEnough(height, font.height())) {
            return;
        }
        int y = line.y() + Math.max(1, (Math.min(line.height(), font.height() + 8) - font.height()) / 2);
        int width = font.width(gc, words.get()) + PAD;
        int x = line.right() - DOMAIN_MARGIN - width;
        gc.setBackground(inks.of(BoxPainter.ground(domain)));
        gc.fillRectangle(line.x() + 1, line.y() + 1, line.width() - 2, line.height() - 1);
        gc.setForeground(inks.of(Name.TEXT));
        font.draw(gc, name, line.x() + DOMAIN_MARGIN, y);
        gc.setBackground(ink);
        gc.fillRectangle(x, y, width, font.height());
        gc.setForeground(inks.on(ink));
        font.draw(gc, words.get(), x + PAD / 2, y);
    }

    /** From the longest wording to the shortest; none where nothing in the domain changes. */
    static List<String> says(PaintState picture, Box domain, WhatIfResult outlook) {
        Holdings then = Holdings.NONE;
        int down = 0;
        boolean changes = false;
        for (Box box : picture.layout().scene().boxes().subList(domain.id(), domain.end())) {
            if (box.subject() instanceof Node node) {
                NodeChange change = outlook.nodes().getOrDefault(node, SAME);
                changes |= !change.equals(SAME);
                down += change.down() ? 1 : 0;
                Holdings now = picture.styles().states().of(box).holdings();
                int more = change.taken() - change.freed();
                then = change.down()
                        ? then
                        : then.plus(
                                new Holdings(now.total(), now.held() + more, Math.max(0, now.free() - more), 0, 0, 0));
            }
        }
        if (!changes) {
            return List.of();
        } else if (then.total() == 0) {
            return List.of(Texts.of("WhatIfPainter.allDown"), Texts.of("WhatIfPainter.down"));
        }
        String free = Formats.count(then.free());
        String held = Formats.count(then.held()) + "/" + Formats.count(then.total());
        return List.of(
                down == 0
                        ? Texts.of("WhatIfPainter.freeAndHeld", free, held)
                        : Texts.of("WhatIfPainter.downFreeAndHeld", Formats.counted(down, "node"), free, held),
                Texts.of("WhatIfPainter.freeAndHeld", free, held),
                Texts.of("WhatIfPainter.free", free));
    }

    /** True of a node that is supposed gone, which is hatched. */
    static boolean isGone(Highlights highlights, Box node) {
        return highlights
                .supposed()
                .map(outlook -> outlook.nodes().get(node.subject()))
                .filter(NodeChange::down)
                .isPresent();
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
            cells.writeOver(gc, picture, box);
            gc.setForeground(ink);
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
