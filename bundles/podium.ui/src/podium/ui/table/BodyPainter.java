// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.AbstractCellPainter;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import podium.ui.table.Column.Form;
import podium.ui.table.Rows.Fold;
import podium.ui.table.Rows.Row;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Theme;

/** Paints the cells of the body: ground, indentation and fold in the first column, mark, text. */
@NonNullByDefault({}) // the library's types say nothing of null
final class BodyPainter<R> extends AbstractCellPainter {
    /** Width of one level of indentation; the fold sign of a row lies in the first of its own. */
    static final int INDENT = 12;

    private static final int PAD = 6;
    private static final int ICON = 16;
    private final Theme theme;
    private final List<Column<R, ?>> columns;
    private final RowData<R> data;
    private final boolean outline;
    private final WantedWidths widths;
    private final RoomForWords room;
    private final TextWidths texts = new TextWidths();

    BodyPainter(
            Theme theme,
            List<Column<R, ?>> columns,
            RowData<R> data,
            boolean outline,
            WantedWidths widths,
            RoomForWords room) {
        this.room = room;
        this.widths = widths;
        this.theme = theme;
        this.columns = columns;
        this.data = data;
        this.outline = outline;
    }

    @Override
    public void paintCell(ILayerCell cell, GC gc, Rectangle bounds, IConfigRegistry registry) {
        int at = cell.getRowIndex();
        if (at < 0 || at >= data.rows().size()) {
            return;
        }
        Row<R> row = data.rows().all().get(at);
        boolean selected = DisplayMode.SELECT.equals(cell.getDisplayMode())
                || DisplayMode.SELECT_HOVER.equals(cell.getDisplayMode());
        boolean found = data.isFound(row);
        gc.setBackground(
                selected
                        ? theme.color(Name.SELECTED_SURFACE)
                        : found ? theme.palette().tint(Name.FOUND) : theme.color(Name.SURFACE));
        gc.fillRectangle(bounds);
        if (found) {
            gc.setBackground(theme.color(Name.FOUND));
            gc.fillRectangle(bounds.x, bounds.y + bounds.height - 2, bounds.width, 1);
        }
        if (selected && cell.getColumnIndex() == 0) {
            gc.setBackground(theme.color(Name.SELECTED));
            gc.fillRectangle(bounds.x, bounds.y, 2, bounds.height);
        }
        int number = cell.getColumnIndex();
        if (spills(row) && (number == 0 || number == 1 && cell.getColumnPosition() > 0)) {
            // painted from both of its cells, each clips its own part
            paint(gc, row, 0, both(gc, row, cell, bounds));
        }
        if (number > 0 || !spills(row)) {
            paint(gc, row, number, bounds);
        }
    }

    /** Whether the first text of a row may go on over the second column, as far as nothing stands there. */
    private boolean spills(Row<R> row) {
        return outline
                && columns.size() > 1
                && (columns.get(1).form() == Form.NUMBER
                        || columns.get(1).text(row.item()).isEmpty());
    }

    /** The first two cells of a row, of which one is painted, without the number in the second. */
    private Rectangle both(GC gc, Row<R> row, ILayerCell cell, Rectangle bounds) {
        int at = cell.getColumnPosition();
        boolean first = cell.getColumnIndex() == 0;
        int other = cell.getLayer().getColumnWidthByPosition(first ? at + 1 : at - 1);
        String number = columns.get(1).text(row.item());
        int taken = number.isEmpty() ? 0 : texts.of(gc, number) + 2 * PAD;
        int second = first ? Math.max(0, other) : bounds.width;
        int width = first ? bounds.width : other;
        return new Rectangle(
                first ? bounds.x : bounds.x - other, bounds.y, width + Math.max(0, second - taken), bounds.height);
    }

    private void paint(GC gc, Row<R> row, int number, Rectangle bounds) {
        Column<R, ?> column = columns.get(number);
        int x = bounds.x + PAD;
        if (number == 0 && outline) {
            x = paintFold(gc, row, bounds);
        }
        Optional<StateIcon> mark = column.mark().apply(row.item());
        if (mark.isPresent()) {
            if (bounds.x + bounds.width - x >= ICON) {
                paintIcon(gc, mark.get(), x, bounds);
            }
            x += ICON + PAD;
        } else if (column.form() == Form.PARAGRAPH) {
            x += ICON + PAD;
        }
        String text = column.text(row.item());
        int needed = x - bounds.x + texts.of(gc, text) + PAD;
        Brief brief = column.brief().apply(row.item());
        if (needed > bounds.width && column.form() == Form.NAME && brief.equals(Brief.NONE)) {
            brief = Brief.node(data.names(number));
        }
        int end = column.form() == Form.NUMBER ? room.numbersEnd(number, column.width(), bounds.width) : bounds.width;
        Rectangle within =
                new Rectangle(bounds.x, bounds.y, Math.max(end, Math.min(needed, bounds.width)), bounds.height);
        paintText(gc, text, brief, column.form(), data.isLeaving(row), x, within);
        if (column.form() != Form.NUMBER || room.takesTheRest(number)) {
            // what goes on over the next column needs no room of its own
            boolean goesOn = number == 0 && spills(row) && needed <= bounds.width;
            room.needs(number, goesOn ? 0 : needed, bounds.width);
        }
        if (column.form() == Form.NUMBER && needed > bounds.width) {
            widths.tooNarrow(number, needed);
        }
    }

    private void paintIcon(GC gc, StateIcon icon, int x, Rectangle bounds) {
        gc.drawImage(theme.image(icon.icon(), icon.tone()), x, bounds.y + (bounds.height - ICON) / 2);
    }

    private int paintFold(GC gc, Row<R> row, Rectangle bounds) {
        int x = bounds.x + 2 + row.depth() * INDENT;
        if (row.fold() != Fold.NONE) {
            int cx = x + INDENT / 2;
            int cy = bounds.y + bounds.height / 2;
            gc.setAntialias(SWT.ON);
            gc.setForeground(theme.color(Name.MUTED));
            gc.setLineWidth(1);
            gc.drawPolyline(
                    row.fold() == Fold.OPEN
                            ? new int[] {cx - 4, cy - 2, cx, cy + 2, cx + 4, cy - 2}
                            : new int[] {cx - 2, cy - 4, cx + 2, cy, cx - 2, cy + 4});
        }
        return x + INDENT + 2;
    }

    private void paintText(GC gc, String text, Brief brief, Form form, boolean leaving, int x, Rectangle bounds) {
        int width = bounds.x + bounds.width - PAD - x;
        if (text.isEmpty() || width <= 0) {
            return;
        }
        ToIntFunction<String> measure = candidate -> texts.of(gc, candidate);
        CellText shown = CellText.fit(text, brief, form, width, measure);
        int taken = measure.applyAsInt(shown.text());
        int left = form == Form.NUMBER ? bounds.x + bounds.width - PAD - taken : x;
        gc.setForeground(theme.color(leaving ? Name.MUTED : Name.TEXT));
        gc.drawText(shown.text(), left, bounds.y + (bounds.height - texts.height(gc)) / 2, true);
        shown.sign().ifPresent(sign -> paintIcon(gc, sign, left + taken + CellText.SIGN - ICON, bounds));
    }

    @Override
    public int getPreferredWidth(ILayerCell cell, GC gc, IConfigRegistry registry) {
        Row<R> row = data.rows().all().get(cell.getRowIndex());
        Column<R, ?> column = columns.get(cell.getColumnIndex());
        int fold = cell.getColumnIndex() == 0 && outline ? (row.depth() + 1) * INDENT : 0;
        int mark = column.mark().apply(row.item()).isPresent() ? ICON + PAD : 0;
        return fold + mark + texts.of(gc, column.text(row.item())) + 2 * PAD + 2;
    }

    @Override
    public int getPreferredHeight(ILayerCell cell, GC gc, IConfigRegistry registry) {
        return RowTable.ROW_HEIGHT;
    }
}
