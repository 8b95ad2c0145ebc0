// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import java.util.Optional;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import podium.placement.Fit;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.colour.NodeVerdicts;
import podium.ui.topology.internal.layout.CellGrid;
import podium.ui.topology.internal.layout.LevelOfDetail;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.BoxState;
import podium.ui.topology.internal.scene.Cell;

/** Paints a node: ground, name and counts, cordon and readiness, cells, links, and its answer to a drag. UI thread. */
final class NodePainter {
    private static final int LEAST_WITH_GROUND = 9;
    /** Pixels above the cells that are kept for the rail of a switch. */
    private static final int RAIL = 4;
    /** Pixels around a name that lies over cells. */
    private static final int NAME = 4;
    /** Pixels of the number of a cell to the left and to the right of its middle. */
    private static final int NUMBER = 8;

    private final TextPainter texts;

    private final CanvasColours inks;
    private final CellPainter cells;
    private final LinkPainter links;
    private final BlockPainter blocks;
    private final VerdictPainter verdicts;
    private final NodeNotes notes;
    private final NodeHeader header;

    NodePainter(CanvasColours inks, TextPainter texts, BlockPainter blocks) {
        this.inks = inks;
        this.texts = texts;
        this.blocks = blocks;
        this.cells = new CellPainter(inks, texts);
        this.links = new LinkPainter(inks, texts);
        this.verdicts = new VerdictPainter(inks, texts);
        this.notes = new NodeNotes(inks, texts);
        this.header = new NodeHeader(inks, texts);
    }

    void paint(GC gc, PaintState picture, Box node, PixelRect at) {
        LevelOfDetail detail =
                LevelOfDetail.of(picture.layout(), node, picture.view().scale());
        if (detail == LevelOfDetail.BLOCK) {
            blocks.paint(gc, picture, node, at);
        } else {
            BoxState state = picture.styles().states().of(node);
            ground(gc, state, at);
            Optional<NodeVerdicts> aimed = picture.verdicts().filter(all -> all.isKnown(node));
            if (aimed.isEmpty()) {
                header(gc, picture, node, state, at, aimed);
            }
            CellGrid grid = picture.layout().grid(node);
            Optional<PixelRect> sign = aimed.flatMap(all -> verdicts.sign(gc, picture, node, all, at))
                    .map(VerdictPainter.Sign::at);
            for (Cell cell : picture.layout().scene().cells(node)) {
                cells.paint(gc, picture, cell, picture.view().pixels(grid.cell(cell.place())));
            }
            if (aimed.isEmpty()) {
                write(gc, picture, node, detail, sign);
            }
            if (detail == LevelOfDetail.NEAR) {
                links.paint(gc, picture, node);
            }
            aimed.ifPresent(all -> {
                verdicts.cover(gc, node, all, at);
                write(gc, picture, node, detail, sign);
            });
            boolean named = aimed.isEmpty() || header(gc, picture, node, state, at, aimed);
            frame(gc, state, at);
            aimed.ifPresent(all -> {
                if (!named) {
                    name(gc, picture, node, all, at);
                }
                verdicts.paint(gc, picture, node, all, at);
            });
            return;
        }
        picture.verdicts().filter(all -> all.isKnown(node)).ifPresent(all -> {
            verdicts.cover(gc, node, all, at);
            verdicts.paint(gc, picture, node, all, at);
        });
    }

    /** What is half below the sign is no number. */
    private void write(GC gc, PaintState picture, Box node, LevelOfDetail detail, Optional<PixelRect> sign) {
        if (detail == LevelOfDetail.OPEN) {
            return;
        }
        CellGrid grid = picture.layout().grid(node);
        for (Cell cell : picture.layout().scene().cells(node)) {
            PixelRect at = picture.view().pixels(grid.cell(cell.place()));
            int line = texts.small().height(); // below the number may stand that of the chosen metric
            PixelRect number = new PixelRect(
                    at.x() + at.width() / 2 - NUMBER, at.y() + at.height() / 2 - line, 2 * NUMBER, 2 * line);
            if (detail == LevelOfDetail.NEAR || sign.filter(number::overlaps).isEmpty()) {
                cells.write(gc, picture, cell, at, detail);
            }
        }
    }

    /** The name of a node that has no line for it lies over its cells while somebody aims, beside the sign. */
    private void name(GC gc, PaintState picture, Box node, NodeVerdicts all, PixelRect at) {
        TextPainter.MeasuredFont small = texts.small();
        int right = verdicts.sign(gc, picture, node, all, at)
                .map(sign -> sign.at().x())
                .orElse(at.right());
        String name = small.fit(gc, node, right - at.x() - 2 * NAME);
        if (name.isEmpty() || at.height() < small.height()) {
            return;
        }
        gc.setBackground(inks.of(Name.RAISED));
        gc.fillRectangle(at.x() + 2, at.y() + 2, small.width(gc, name) + NAME, small.height());
        gc.setForeground(inks.of(all.of(node).fit().takes() ? Name.TEXT : Name.MUTED));
        small.draw(gc, name, at.x() + NAME, at.y() + 2);
    }

    private void ground(GC gc, BoxState state, PixelRect at) {
        boolean small = Math.min(at.width(), at.height()) < LEAST_WITH_GROUND;
        gc.setBackground(small ? inks.of(Name.PANEL) : inks.of(Name.RAISED));
        gc.fillRectangle(at.x(), at.y(), at.width(), at.height());
        if (state.cordoned() > 0) {
            gc.setForeground(inks.of(Name.CORDONED));
            Hatch.rising(gc, at, small ? 3 : Math.clamp(at.height() / 8, 6, 14));
        }
    }

    private void frame(GC gc, BoxState state, PixelRect at) {
        boolean bad = state.notReady() > 0;
        boolean silent = state.silent() > 0;
        if (!bad && !silent && Math.min(at.width(), at.height()) < LEAST_WITH_GROUND) {
            return;
        }
        Color ink = inks.of(
                bad
                        ? Name.CRITICAL
                        : silent || state.holdings().withheld() > 0
                                ? Name.WARNING
                                : state.cordoned() > 0 ? Name.CORDONED : Name.LINE);
        if (silent) {
            BoxFrame.dashed(gc, ink, at);
        } else {
            BoxFrame.solid(gc, ink, at);
        }
        if (bad && Math.min(at.width(), at.height()) > LEAST_WITH_GROUND) {
            BoxFrame.solid(gc, ink, at.grow(-1));
        }
    }

    /** Writes them into the part of a node that is seen. */
    void keepHeader(GC gc, PaintState picture, Box node, PixelRect seen) {
        boolean veiled = VerdictPainter.isVeiled(picture, node);
        int height = (int) (picture.layout().header(node) * picture.view().scale()) - 1 - RAIL;
        gc.setBackground(veiled ? VerdictPainter.veiled(inks, inks.of(Name.RAISED)) : inks.of(Name.RAISED));
        gc.fillRectangle(seen.x(), seen.y() + 2, seen.width() - 2, height - 2);
        header(
                gc,
                picture,
                node,
                picture.styles().states().of(node),
                seen,
                picture.verdicts().filter(all -> all.isKnown(node)));
        if (LevelOfDetail.of(picture.layout(), node, picture.view().scale()) == LevelOfDetail.NEAR) {
            links.name(gc, picture, node);
        }
    }

    /** Writes name and counts; false where there is no room for them. */
    private boolean header(
            GC gc, PaintState picture, Box node, BoxState state, PixelRect at, Optional<NodeVerdicts> aimed) {
        // the size before it is snapped to pixels: of nodes that are alike all are named, and in one type, or none
        int height = (int) (picture.layout().header(node) * picture.view().scale());
        int width = (int) (picture.layout().of(node).width() * picture.view().scale());
        PixelRect strip = new PixelRect(at.x(), at.y(), Math.min(width, at.width()), height);
        Optional<Fit> fit = aimed.map(all -> all.of(node).fit());
        if (state.cordoned() > 0 && strip.height() > LEAST_WITH_GROUND) {
            gc.setBackground(inks.of(Name.RAISED));
            gc.fillRectangle(strip.x() + 1, strip.y() + 1, strip.width() - 2, strip.height() - 1);
        }
        boolean shielded = picture.styles().states().isProtected(node);
        Name ink = fit.filter(it -> !it.takes()).isPresent() ? Name.MUTED : Name.TEXT;
        PixelRect line = aimed.flatMap(all -> verdicts.sign(gc, picture, node, all, at))
                .filter(sign -> sign.at().overlaps(strip))
                .map(sign -> new PixelRect(at.x(), at.y(), sign.at().x() - at.x(), height))
                .orElse(strip);
        int used = header.write(gc, node, state, shielded ? Shield.paint(gc, inks, line) : line, ink);
        if (used > 0) {
            int left = strip.height() - used - 1 - RAIL;
            notes.write(gc, node, new PixelRect(strip.x() + 4, strip.y() + used + 1, strip.width() - 8, left));
        }
        return used > 0;
    }
}
