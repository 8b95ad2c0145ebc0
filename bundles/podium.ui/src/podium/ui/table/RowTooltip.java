// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.window.DefaultToolTip;
import org.eclipse.jface.window.ToolTip;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import podium.ui.toolkit.LineWrap;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.QuietTips;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.WidgetText;

/**
 * The whole of what a cell shows, and more where the table has more to say. None while a button is pressed: the toolkit hovers
 * then too, and what opens as a drag begins would stay over the table until it ends. It goes when another row comes
 * below the pointer, a menu or a dialog opens, or a key is used.
 */
@NonNullByDefault({}) // the library's types say nothing of null
final class RowTooltip extends DefaultToolTip {
    /** What to say of a place in the table, of which so many pixels are seen; less than row 0: of the head. Empty: nothing. */
    interface Words {
        String of(int row, int column, int seen);
    }

    /** Pixels: a line that is longer is hard to read, and ends off the screen. */
    private static final int WIDEST = 640;

    private final NatTable table;
    private final Theme theme;
    private final Words words;
    private final IntFunction<String> keys;
    private boolean pressed;
    private Composite shown;
    private int y;
    private String key = "";

    /** @param keys of the rows, by number */
    RowTooltip(NatTable table, Theme theme, Words words, IntFunction<String> keys) {
        super(table, ToolTip.NO_RECREATE, true);
        this.table = table;
        this.theme = theme;
        this.words = words;
        this.keys = keys;
        setShift(new Point(12, 12));
    }

    /** Shows from now on while the pointer rests. */
    void attach() {
        activate();
        table.addListener(SWT.MouseDown, event -> pressed = true);
        table.addListener(SWT.MouseUp, event -> pressed = false);
        // where a drag took the mouse, the table never hears of the release
        table.addListener(SWT.MouseMove, event -> pressed = (event.stateMask & SWT.BUTTON_MASK) != 0);
        table.addListener(SWT.DragDetect, event -> hide());
        QuietTips.close(table, this::hide);
        table.addListener(SWT.Paint, event -> {
            if (shown != null && !shown.isDisposed() && !key.equals(key())) {
                hide();
            }
        });
    }

    @Override
    protected Object getToolTipArea(Event event) {
        return table.getRowPositionByY(event.y) + ":" + table.getColumnPositionByX(event.x);
    }

    @Override
    protected boolean shouldCreateToolTip(Event event) {
        return !pressed
                && QuietTips.mayOpen(table, event)
                && !text(event).isEmpty()
                && super.shouldCreateToolTip(event);
    }

    /** In our colours: the style sheet would put its dark text on the system's ground for tips, which is black in GTK. */
    @Override
    protected Composite createToolTipContentArea(Event event, Composite parent) {
        shown = parent;
        y = event.y;
        key = key();
        return theme.dress(super.createToolTipContentArea(event, parent), Name.RAISED, Name.TEXT);
    }

    /** Of the row below the pointer. */
    private String key() {
        return keys.apply(table.getRowIndexByPosition(table.getRowPositionByY(y)));
    }

    @Override
    protected String getText(Event event) {
        int room = Math.min(WIDEST, table.getMonitor().getClientArea().width / 2);
        String wrapped = text(event)
                .lines()
                .flatMap(line -> LineWrap.lines(table, line, room).stream())
                .collect(Collectors.joining("\n"));
        // the toolkit puts it on a label
        return WidgetText.escaped(wrapped);
    }

    private String text(Event event) {
        @Nullable
        ILayerCell cell =
                table.getCellByPosition(table.getColumnPositionByX(event.x), table.getRowPositionByY(event.y));
        if (cell == null) {
            return "";
        }
        Rectangle seen = cell.getBounds().intersection(table.getClientArea());
        int row = table.getRowPositionByY(event.y) == 0 ? -1 : cell.getRowIndex();
        return words.of(row, cell.getColumnIndex(), seen.width);
    }
}
