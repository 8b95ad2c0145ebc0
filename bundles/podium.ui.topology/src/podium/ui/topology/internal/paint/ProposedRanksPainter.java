// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import podium.model.fleet.Node;
import podium.placement.Rank;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.layout.LevelOfDetail;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.model.ProposedRanks;
import podium.ui.topology.internal.model.RankCells;
import podium.ui.topology.internal.paint.VerdictPainter.Sign;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Cell;
import podium.ui.topology.texts.Texts;

/**
 * Paints the ranks of the board: a frame around their node, the GPUs that they would take with the number of the rank, and
 * where there is no room for that the ranks of the node in its corner. What cannot lie there is hatched and has a mark. UI
 * thread.
 */
final class ProposedRanksPainter {
    /** Below this a cell is filled; numbers would not be seen. */
    private static final int DOT = 8;

    private final CanvasColours inks;
    private final TextPainter texts;
    private final NodeBadge badges;
    private final VerdictPainter verdicts;

    ProposedRanksPainter(CanvasColours inks, TextPainter texts) {
        this.inks = inks;
        this.texts = texts;
        this.badges = new NodeBadge(inks, texts);
        this.verdicts = new VerdictPainter(inks, texts);
    }

    void paint(GC gc, PaintState picture, ProposedRanks proposed) {
        PixelRect seen =
                new PixelRect(0, 0, picture.view().width(), picture.view().height());
        proposed.ranks().forEach((node, ranks) -> picture.layout()
                .scene()
                .box(node)
                .filter(box -> BoxPainter.area(picture, box).overlaps(seen))
                .ifPresent(box -> node(gc, picture, box, node, ranks, proposed)));
    }

    private void node(GC gc, PaintState picture, Box box, Node node, List<Rank> ranks, ProposedRanks proposed) {
        PixelRect at = BoxPainter.area(picture, box);
        boolean wrong = proposed.conflicts(node);
        Color ink = inks.of(wrong ? Name.CRITICAL : Name.WAITING);
        boolean block = LevelOfDetail.of(picture.layout(), box, picture.view().scale()) == LevelOfDetail.BLOCK;
        // what the node answers to more ranks is not covered by those that lie there already
        Optional<Sign> sign = picture.verdicts()
                .filter(all -> all.isKnown(box))
                .flatMap(all -> verdicts.sign(gc, picture, box, all, at))
                .filter(it -> !it.quiet());
        boolean told = false;
        if (block) {
            gc.setBackground(ink);
            gc.fillRectangle(at.x(), at.y(), Math.max(2, at.width()), Math.max(2, at.height()));
        } else {
            told = cells(gc, picture, box, ranks, proposed, sign.map(Sign::at));
        }
        frame(gc, ink, at, wrong);
        String taken = taken(node, ranks);
        String spans = (wrong ? "! " : "")
                + Rank.spans(ranks.stream().map(Rank::number).toList());
        badges.paint(gc, picture, box, ink, told ? planned(node, ranks) : spans, told ? taken : spans, !told);
        sign.ifPresent(it -> verdicts.paint(gc, it));
    }

    /** 8/8 planned: of the devices of the node those that the ranks take. */
    static String planned(Node node, List<Rank> ranks) {
        return Texts.of("ProposedRanksPainter.planned", taken(node, ranks));
    }

    private static String taken(Node node, List<Rank> ranks) {
        int taken = ranks.stream().mapToInt(Rank::accelerators).sum();
        return taken + "/" + node.getAccelerators().size();
    }

    private static void frame(GC gc, Color ink, PixelRect at, boolean wrong) {
        if (Math.min(at.width(), at.height()) < DOT) {
            return;
        }
        gc.setForeground(ink);
        gc.setLineStyle(wrong ? SWT.LINE_DASH : SWT.LINE_SOLID);
        for (int i = 0; i < 2; i++) {
            gc.drawRectangle(at.x() + i, at.y() + i, at.width() - 1 - 2 * i, at.height() - 1 - 2 * i);
        }
        gc.setLineStyle(SWT.LINE_SOLID);
    }

    /** True when every rank's number can be read on its cells. */
    private boolean cells(
            GC gc, PaintState picture, Box box, List<Rank> ranks, ProposedRanks proposed, Optional<PixelRect> covered) {
        Map<Rank, List<Cell>> seats =
                RankCells.of(picture.layout().scene(), picture.styles().states(), box, ranks);
        // where the badge lies over the cells it says all of them
        boolean told = badges.isNamed(picture, box);
        boolean numbers = told;
        for (Map.Entry<Rank, List<Cell>> seat : seats.entrySet()) {
            boolean wrong = proposed.conflicting().contains(seat.getKey().task());
            boolean written = false;
            for (Cell cell : seat.getValue()) {
                PixelRect at = picture.view().pixels(picture.layout().of(cell));
                written |= cell(gc, at, numbers ? String.valueOf(seat.getKey().number()) : "", wrong)
                        && covered.filter(at::overlaps).isEmpty();
            }
            told &= written;
        }
        return told;
    }

    private boolean cell(GC gc, PixelRect at, String number, boolean wrong) {
        Color ground = inks.of(wrong ? Name.RAISED : Name.WAITING);
        gc.setBackground(ground);
        gc.fillRectangle(at.x(), at.y(), Math.max(1, at.width()), Math.max(1, at.height()));
        if (wrong) {
            gc.setForeground(inks.of(Name.CRITICAL));
            Hatch.falling(gc, at, 4);
            gc.drawRectangle(at.x(), at.y(), at.width() - 1, at.height() - 1);
        }
        TextPainter.MeasuredFont font = texts.small();
        int width = font.width(gc, number);
        if (Math.min(at.width(), at.height()) < DOT || width > at.width() || font.height() > at.height() + 2) {
            return false;
        }
        int x = at.x() + (at.width() - width) / 2;
        int y = at.y() + (at.height() - font.height()) / 2;
        if (wrong) {
            gc.fillRectangle(x - 1, y, width + 2, font.height());
        }
        gc.setForeground(wrong ? inks.of(Name.CRITICAL) : inks.on(ground));
        font.draw(gc, number, x, y);
        return true;
    }
}
