// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.paint;

import org.eclipse.emf.common.util.EList;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import podium.core.fleet.Holdings;
import podium.model.fleet.Slice;
import podium.ui.label.StateLabels;
import podium.ui.toolkit.Palette.Name;
import podium.ui.topology.internal.colour.CellStyle;
import podium.ui.topology.internal.colour.CellStyle.Fill;
import podium.ui.topology.internal.colour.ColourBy;
import podium.ui.topology.internal.colour.GroupColours;
import podium.ui.topology.internal.layout.LevelOfDetail;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.layout.SceneLayout;
import podium.ui.topology.internal.scene.Box;
import podium.ui.topology.internal.scene.Cell;

/** Paints a cell: its fill, its marks, its slices, and what is written on it when there is room. UI thread. */
final class CellPainter {
    /** Below this a cell is a plain dot: no outline, hatch or slice would be seen. */
    private static final int DOT = 5;

    static final int SLICES = 12;

    private final CanvasColours inks;
    private final CellText text;

    CellPainter(CanvasColours inks, TextPainter texts) {
        this.inks = inks;
        this.text = new CellText(inks, texts);
    }

    /** Paints it without what is written on it. */
    void paint(GC gc, PaintState picture, Cell cell, PixelRect at) {
        CellStyle style = picture.styles().of(cell);
        Color ground = ground(style);
        if (isDot(picture, at)) {
            dot(gc, style, ground, at);
            return;
        }
        boolean cordoned = picture.styles().states().isCordoned(cell);
        if (!(cordoned && style.fill() == Fill.FREE)) { // free, but not to be had: the cordon's hatch shows through
            gc.setBackground(ground);
            gc.fillRectangle(at.x(), at.y(), at.width(), at.height());
        }
        stripes(gc, inks, style, at);
        if (style.fill() == Fill.TAINTED) {
            gc.setForeground(inks.of(Name.CORDONED));
            Hatch.rising(gc, at, Math.clamp(at.height() / 4, 4, 8));
        }
        outline(gc, picture, style, at);
        boolean sliced = isSliced(picture, cell, at);
        if (sliced) {
            boolean known = !StateLabels.isListing(cell.node().cluster())
                    && picture.styles().states().of(cell).tellsHolders();
            slices(gc, cell.accelerator().getSlices(), at, known);
        }
        mark(gc, style, at);
    }

    /** Writes on it; over the veil of a node that takes nothing, so that it can be read there too. */
    void write(GC gc, PaintState picture, Cell cell, PixelRect at, LevelOfDetail detail) {
        if (!isDot(picture, at)) {
            CellStyle style = picture.styles().of(cell);
            boolean sliced = isSliced(picture, cell, at);
            boolean cordoned = picture.styles().states().isCordoned(cell);
            text.write(gc, picture, cell, style, behind(picture, cell, style, sliced), at, detail, cordoned, sliced);
        }
    }

    /** Writes on the cells of a node over what is drawn through it, so that it can be read there too. */
    void writeOver(GC gc, PaintState picture, Box node) {
        LevelOfDetail detail =
                LevelOfDetail.of(picture.layout(), node, picture.view().scale());
        if (detail == LevelOfDetail.INDEXED || detail == LevelOfDetail.NEAR) {
            for (Cell cell : picture.layout().scene().cells(node)) {
                PixelRect at = picture.view().pixels(picture.layout().of(cell));
                text.write(gc, picture, cell, picture.styles().of(cell), inks.of(Name.PANEL), at, detail, false, true);
            }
        }
    }

    /** Small cells of a picture are all dots or none, though they differ by a few pixels: one state has one look. */
    private static boolean isDot(PaintState picture, PixelRect at) {
        int shorter = Math.min(at.width(), at.height());
        return shorter < DOT || shorter < LevelOfDetail.SMALL && least(picture) < DOT;
    }

    /** Pixels of the shorter side of the smallest cell. */
    private static double least(PaintState picture) {
        SceneLayout.Size least = picture.layout().leastCell();
        return Math.min(least.width(), least.height()) * picture.view().scale();
    }

    /** Writes how busy a cell is beside its number. */
    void activity(GC gc, PaintState picture, Cell cell, PixelRect at, String words) {
        CellStyle style = picture.styles().of(cell);
        boolean sliced = isSliced(picture, cell, at);
        boolean cordoned = picture.styles().states().isCordoned(cell);
        text.beside(gc, cell, style, behind(picture, cell, style, sliced), at, cordoned, sliced, words);
    }

    private static boolean isSliced(PaintState picture, Cell cell, PixelRect at) {
        return picture.styles().readings().by() == ColourBy.HOLDING
                && !DeepCellPainter.isDeep(at)
                && cell.accelerator().getSlices().size() > 1
                && at.width() >= SLICES;
    }

    /** What text on the cell has behind it. */
    private Color behind(PaintState picture, Cell cell, CellStyle style, boolean sliced) {
        Color ground = sliced ? inks.of(Name.RAISED) : ground(style);
        return VerdictPainter.isVeiled(picture, cell.node()) ? VerdictPainter.veiled(inks, ground) : ground;
    }

    private Color ground(CellStyle style) {
        return switch (style.fill()) {
            case RAMP, RAMP_FREE -> inks.ramp(style.ramp());
            case GROUP -> inks.group(style.ramp());
            case IDLE -> inks.mix(Name.WARNING, Name.RAISED, 25);
            case HELD -> inks.of(Name.HELD);
            case WARNING -> inks.corrected();
            case CRITICAL ->
                style.mark() == CellStyle.Mark.FAILED // its cross is seen as in the legend
                        ? inks.mix(Name.LINE, Name.RAISED, 55)
                        : inks.of(Name.CRITICAL);
            case NONE -> inks.mix(Name.LINE, Name.RAISED, 55);
            case FREE, TAINTED, UNKNOWN, UNKNOWN_WHICH -> inks.of(Name.RAISED);
        };
    }

    private void dot(GC gc, CellStyle style, Color ground, PixelRect at) {
        gc.setBackground(
                switch (style.fill()) {
                    case FREE -> inks.mix(Name.FREE, Name.RAISED, 40);
                    case TAINTED -> inks.mix(Name.CORDONED, Name.RAISED, 60);
                    case UNKNOWN_WHICH -> inks.mix(Name.HELD, Name.RAISED, 45);
                    case RAMP_FREE -> CanvasColours.mix(ground, inks.of(Name.RAISED), 45);
                    case IDLE -> inks.of(Name.WARNING);
                    case GROUP ->
                        GroupColours.isStriped(style.ramp())
                                ? CanvasColours.mix(ground, inks.of(Name.SURFACE), 55)
                                : ground;
                    default -> ground;
                });
        if (style.fill() == Fill.UNKNOWN) {
            gc.setBackground(inks.of(Name.MUTED));
            gc.fillRectangle(at.x(), at.y(), 1, 1);
            gc.fillRectangle(at.right() - 1, at.bottom() - 1, 1, 1);
        } else {
            gc.fillRectangle(at.x(), at.y(), Math.max(1, at.width()), Math.max(1, at.height()));
        }
        if (style.mark() == CellStyle.Mark.FAILED) {
            gc.setBackground(inks.of(Name.CRITICAL));
            gc.fillRectangle(at.x(), at.y(), Math.max(1, at.width() / 2), Math.max(1, at.height()));
        } else if (style.mark() == CellStyle.Mark.STALE) {
            gc.setBackground(inks.of(Name.SURFACE));
            gc.fillRectangle(at.x() + at.width() / 2, at.y() + at.height() / 2, 1, 1);
        }
    }

    private void outline(GC gc, PaintState picture, CellStyle style, PixelRect at) {
        if (style.fill() == Fill.WARNING) {
            gc.setBackground(inks.of(Name.RAISED));
            gc.fillRectangle(at.x(), at.bottom() - at.height() / 6, at.width(), at.height() / 6);
        }
        switch (style.fill()) {
            case FREE -> outline(gc, at, inks.of(Name.FREE), SWT.LINE_SOLID);
            case TAINTED -> outline(gc, at, inks.of(Name.CORDONED), SWT.LINE_SOLID);
            case UNKNOWN -> outline(gc, at, inks.of(Name.MUTED), SWT.LINE_DOT);
            case UNKNOWN_WHICH -> {
                gc.setForeground(inks.of(Name.HELD));
                Hatch.falling(gc, at, 4);
                outline(gc, at, inks.of(Name.HELD), SWT.LINE_DOT);
            }
            case RAMP_FREE -> BlockPainter.rim(gc, inks, at, rim(picture));
            case IDLE -> {
                gc.setForeground(inks.of(Name.WARNING));
                Hatch.falling(gc, at, 5);
                outline(gc, at, inks.of(Name.WARNING), SWT.LINE_SOLID);
            }
            case HELD, RAMP, GROUP, NONE, WARNING, CRITICAL -> {}
        }
    }

    /** As wide around all cells of a picture, which differ by a pixel where they are snapped to pixels. */
    private static int rim(PaintState picture) {
        return Math.clamp((int) (least(picture) / 8), 1, 4);
    }

    /** The edge of what is hollow. */
    static void outline(GC gc, PixelRect at, Color ink, int style) {
        gc.setForeground(ink);
        gc.setAntialias(SWT.OFF); // GC.drawLine of GTK leaves it on, and a line of another width has other dots
        gc.setLineWidth(0);
        gc.setLineStyle(style);
        gc.drawRectangle(at.x(), at.y(), at.width() - 1, at.height() - 1);
        gc.setLineStyle(SWT.LINE_SOLID);
    }

    private void slices(GC gc, EList<Slice> slices, PixelRect at, boolean known) {
        int count = slices.size();
        for (int i = 0; i < count; i++) {
            int left = at.x() + at.width() * i / count;
            int width = at.x() + at.width() * (i + 1) / count - left - (i < count - 1 ? 1 : 0);
            boolean held = slices.get(i).getTasks().stream().anyMatch(Holdings::holds);
            gc.setBackground(held ? inks.of(Name.HELD) : inks.of(Name.RAISED));
            gc.fillRectangle(left, at.y(), width, at.height());
            if (!held) {
                PixelRect slice = new PixelRect(left, at.y(), width, at.height());
                outline(gc, slice, inks.of(known ? Name.FREE : Name.MUTED), known ? SWT.LINE_SOLID : SWT.LINE_DOT);
            }
        }
    }

    private void mark(GC gc, CellStyle style, PixelRect at) {
        switch (style.mark()) {
            case PLAIN -> {}
            case STALE -> {
                gc.setForeground(
                        style.fill() == Fill.FREE || style.fill() == Fill.UNKNOWN
                                ? inks.of(Name.STALE)
                                : inks.of(Name.SURFACE));
                Hatch.level(gc, at, 4);
            }
            case FAILED -> cross(gc, inks, at);
            case TAINTED -> corner(gc, at, Name.CORDONED);
            case DEGRADED -> corner(gc, at, Name.WARNING);
        }
    }

    /** The stripes of a group whose colour another has plain. */
    static void stripes(GC gc, CanvasColours inks, CellStyle style, PixelRect at) {
        if (style.fill() == Fill.GROUP && GroupColours.isStriped(style.ramp())) {
            gc.setForeground(inks.of(Name.SURFACE));
            Hatch.upright(gc, at, 4);
        }
    }

    /** What is broken. */
    static void cross(GC gc, CanvasColours inks, PixelRect at) {
        gc.setForeground(inks.of(Name.CRITICAL));
        gc.setLineWidth(2);
        gc.drawRectangle(at.x() + 1, at.y() + 1, at.width() - 2, at.height() - 2);
        gc.drawLine(at.x() + 1, at.y() + 1, at.right() - 2, at.bottom() - 2);
        gc.drawLine(at.x() + 1, at.bottom() - 2, at.right() - 2, at.y() + 1);
        gc.setLineWidth(1);
    }

    private void corner(GC gc, PixelRect at, Name name) {
        int side = Math.clamp(Math.min(at.width(), at.height()) / 2, 4, 10);
        gc.setBackground(inks.of(name));
        gc.fillPolygon(new int[] {at.right() - side, at.y(), at.right(), at.y(), at.right(), at.y() + side});
    }
}
