// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.util.List;
import java.util.Optional;
import java.util.function.IntBinaryOperator;
import java.util.function.Supplier;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.AbstractCellPainter;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import podium.ui.table.Column.Form;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.TextShortener;
import podium.ui.toolkit.Theme;

/** Paints the column headers: label, direction of the sort, a line below. A column is as wide as its label. */
@NonNullByDefault({}) // the library's types say nothing of null
final class HeaderPainter<R> extends AbstractCellPainter {
    private static final int PAD = 6;
    private static final int ARROW = 12;
    private final Theme theme;
    private final List<Column<R, ?>> columns;
    private final Supplier<Optional<SortOrder>> sort;
    private final WantedWidths widths;
    private final RoomForWords room;
    private final IntBinaryOperator ends;

    /** @param ends where the words of a header end, by the index of its column and its right edge */
    HeaderPainter(
            Theme theme,
            List<Column<R, ?>> columns,
            Supplier<Optional<SortOrder>> sort,
            WantedWidths widths,
            RoomForWords room,
            IntBinaryOperator ends) {
        this.ends = ends;
        this.room = room;
        this.widths = widths;
        this.theme = theme;
        this.columns = columns;
        this.sort = sort;
    }

    @Override
    public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry registry) {
        Column<R, ?> column = columns.get(cell.getColumnIndex());
        gc.setBackground(theme.color(Name.PANEL));
        gc.fillRectangle(bounds);
        gc.setForeground(theme.color(Name.LINE));
        int bottom = bounds.y + bounds.height - 1;
        gc.drawLine(bounds.x, bottom, bounds.x + bounds.width, bottom);
        Optional<SortOrder> by = sort.get().filter(s -> s.column().equals(column.id()));
        int around = 2 * PAD + (by.isPresent() ? ARROW : 0);
        int left = ends.applyAsInt(cell.getColumnIndex(), bounds.x + bounds.width) - bounds.x;
        int needed = gc.textExtent(column.label()).x + around;
        room.label(cell.getColumnIndex(), needed);
        if (needed > bounds.width) {
            widths.tooNarrow(cell.getColumnIndex(), needed);
        }
        String text = TextShortener.end(column.label(), left - around, candidate -> gc.textExtent(candidate).x);
        int extent = gc.textExtent(text).x;
        boolean right = column.form() == Form.NUMBER;
        int end = Math.min(left, room.numbersEnd(cell.getColumnIndex(), column.width(), bounds.width));
        int x = right ? bounds.x + end - PAD - extent : bounds.x + PAD;
        gc.setForeground(theme.color(by.isPresent() ? Name.TEXT : Name.MUTED));
        gc.drawText(text, x, bounds.y + (bounds.height - gc.getFontMetrics().getHeight()) / 2, true);
        by.ifPresent(s -> {
            int ax = right ? x - ARROW : x + extent + 4;
            int cy = bounds.y + bounds.height / 2;
            int tip = s.descending() ? cy + 2 : cy - 2;
            int base = s.descending() ? cy - 2 : cy + 2;
            gc.setBackground(theme.color(Name.TEXT));
            gc.fillPolygon(new int[] {ax, base, ax + 8, base, ax + 4, tip + (s.descending() ? 1 : -1)});
        });
    }

    @Override
    public int getPreferredWidth(ILayerCell cell, GC gc, IConfigRegistry registry) {
        return gc.textExtent(columns.get(cell.getColumnIndex()).label()).x + 2 * PAD + ARROW;
    }

    @Override
    public int getPreferredHeight(ILayerCell cell, GC gc, IConfigRegistry registry) {
        return RowTable.ROW_HEIGHT;
    }
}
