// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import podium.core.fleet.Holdings;
import podium.ui.kit.Palette.Name;
import podium.ui.topology.internal.layout.CellGrid;
import podium.ui.topology.internal.layout.Detail;
import podium.ui.topology.internal.layout.Pixels;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.BoxState;
import podium.ui.topology.internal.scene.Cell;

/** Paints a node: ground, name and counts, cordon and readiness, cells, links, and its answer to a drag. UI thread. */
final class NodePainter {
    private static final int LEAST_WITH_GROUND = 9;

    private final Inks inks;
    private final Texts texts;
    private final CellPainter cells;
    private final LinkPainter links;
    private final BlockPainter blocks;
    private final VerdictPainter verdicts;
    private final NodeNotes notes;

    NodePainter(Inks inks, Texts texts, BlockPainter blocks) {
        this.inks = inks;
        this.texts = texts;
        this.blocks = blocks;
        this.cells = new CellPainter(inks, texts);
        this.links = new LinkPainter(inks, texts);
        this.verdicts = new VerdictPainter(inks, texts);
        this.notes = new NodeNotes(inks, texts);
    }

    void paint(GC gc, Picture picture, Box node, Pixels at) {
        Detail detail = Detail.of(picture.layout(), node, picture.view().scale());
        if (detail == Detail.BLOCK) {
            blocks.paint(gc, picture, node, at);
        } else {
            BoxState state = picture.looks().states().of(node);
            ground(gc, state, at);
            header(gc, picture, node, state, at);
            CellGrid grid = picture.layout().grid(node);
            for (Cell cell : picture.layout().scene().cells(node)) {
                cells.paint(gc, picture, cell, picture.view().pixels(grid.cell(cell.place())), detail);
            }
            if (detail == Detail.NEAR) {
                links.paint(gc, picture, node);
            }
            frame(gc, state, at);
        }
        picture.verdicts().ifPresent(all -> verdicts.paint(gc, picture, node, all, at));
    }

    private void ground(GC gc, BoxState state, Pixels at) {
        boolean small = Math.min(at.width(), at.height()) < LEAST_WITH_GROUND;
        gc.setBackground(small ? inks.of(Name.PANEL) : inks.of(Name.RAISED));
        gc.fillRectangle(at.x(), at.y(), at.width(), at.height());
        if (state.cordoned() > 0) {
            gc.setForeground(inks.of(Name.CORDONED));
            Hatch.rising(gc, at, small ? 3 : Math.clamp(at.height() / 8, 6, 14));
        }
    }

    private void frame(GC gc, BoxState state, Pixels at) {
        boolean bad = state.notReady() > 0;
        boolean silent = state.silent() > 0;
        if (!bad && !silent && Math.min(at.width(), at.height()) < LEAST_WITH_GROUND) {
            return;
        }
        gc.setForeground(
                bad
                        ? inks.of(Name.CRITICAL)
                        : silent
                                ? inks.of(Name.WARNING)
                                : state.cordoned() > 0 ? inks.of(Name.CORDONED) : inks.of(Name.LINE));
        gc.setLineStyle(silent ? SWT.LINE_DASH : SWT.LINE_SOLID);
        gc.drawRectangle(at.x(), at.y(), at.width() - 1, at.height() - 1);
        if (bad && Math.min(at.width(), at.height()) > LEAST_WITH_GROUND) {
            gc.drawRectangle(at.x() + 1, at.y() + 1, at.width() - 3, at.height() - 3);
        }
        gc.setLineStyle(SWT.LINE_SOLID);
    }

    private void header(GC gc, Picture picture, Box node, BoxState state, Pixels at) {
        int height = picture.view()
                        .y(picture.layout().of(node).y() + picture.layout().header(node))
                - at.y();
        Texts.Face face = height >= texts.label().height() + 1 ? texts.label() : texts.small();
        if (height < face.height() - 2 || at.width() < 24) {
            return;
        }
        int y = at.y() + Math.max(0, Math.min(height, face.height() + 6) - face.height()) / 2;
        int left = at.x() + 4;
        int right = at.right() - 4;
        if (state.cordoned() > 0) {
            gc.setBackground(inks.of(Name.RAISED));
            gc.fillRectangle(at.x() + 1, at.y() + 1, at.width() - 2, height - 1);
        }
        int rail = 4;
        notes.write(
                gc,
                node,
                new Pixels(left, y + face.height() + 1, right - left, at.y() + height - rail - y - face.height() - 1));
        int name = Math.min(face.width(gc, node.name()), (right - left) / 2) + 6;
        for (String counts : new String[] {counts(state.holdings(), true), counts(state.holdings(), false)}) {
            int noteRoom = face.width(gc, note(state)) + 6;
            int width = face.width(gc, counts);
            if (width > 0 && name + noteRoom + width <= right - left || width + 12 <= right - left && at.width() < 90) {
                gc.setForeground(inks.of(Name.MUTED));
                face.draw(gc, counts, right - width, y);
                right -= width + 6;
                break;
            }
        }
        int noteWidth = face.width(gc, note(state));
        if (noteWidth > 0 && noteWidth < right - left - 12) {
            gc.setForeground(noteInk(state));
            face.draw(gc, note(state), right - noteWidth, y);
            right -= noteWidth + 6;
        }
        gc.setForeground(inks.of(Name.TEXT));
        face.draw(gc, face.fit(gc, node.name(), right - left), left, y);
    }

    private org.eclipse.swt.graphics.Color noteInk(BoxState state) {
        return state.notReady() > 0
                ? inks.of(Name.CRITICAL)
                : state.silent() > 0 ? inks.of(Name.WARNING) : inks.of(Name.CORDONED);
    }

    /** What is the matter with the node, in a word or two; empty: nothing. */
    static String note(BoxState state) {
        if (state.notReady() > 0) {
            return state.cordoned() > 0 ? "not ready, cordoned" : "not ready";
        } else if (state.silent() > 0) {
            return state.cordoned() > 0 ? "silent, cordoned" : "silent";
        }
        return state.cordoned() > 0 ? "cordoned" : "";
    }

    /** Held of all, and free where there is room; what is not known is said to be so. */
    static String counts(Holdings holdings, boolean wide) {
        if (holdings.total() == 0) {
            return wide ? "no GPU" : "";
        } else if (holdings.unknown() == holdings.total()) {
            return "?/" + holdings.total();
        }
        String held = holdings.held() + "/" + holdings.total();
        if (!wide) {
            return held;
        }
        return holdings.free() + " free, " + held + " held"
                + (holdings.failed() > 0 ? ", " + holdings.failed() + " failed" : "");
    }
}
