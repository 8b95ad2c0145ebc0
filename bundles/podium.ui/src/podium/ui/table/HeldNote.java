// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.util.List;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Label;
import podium.ui.table.Column.Form;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.WidgetText;

/**
 * Says in a table's header that its rows are not as they are now; a press on it brings them. It lies at the end of a
 * header whose words give way to it, and when it goes its place stays empty: a press that comes too late does nothing. UI thread.
 */
final class HeldNote {
    private static final int PAD = 6;
    /** Pixels of a header that are left to be pressed, and those that show some of its words. */
    private static final int EDGES = 24;

    private static final int WORDS = 72;

    private final NatTable table;
    private final List<? extends Column<?, ?>> columns;
    private final Label label;
    private String words = Texts.of("HeldNote.updateRows");
    private boolean shown;
    /** Index of the one in whose header it lies. */
    private int column = -1;

    HeldNote(NatTable table, List<? extends Column<?, ?>> columns, Theme theme, Runnable update) {
        this.table = table;
        this.columns = columns;
        this.label = theme.dress(new Label(table, SWT.CENTER), Name.PANEL, Name.LINK);
        label.setVisible(false);
        label.addListener(SWT.MouseDown, event -> {
            if (shown) {
                update.run();
            }
        });
        table.addListener(SWT.Paint, event -> place());
    }

    /** How many rows came that are not shown at all. */
    void tell(int came) {
        words = came == 0 ? Texts.of("HeldNote.updateRows") : Texts.of("HeldNote.updateRowsNew", came);
        if (shown && !label.getText().equals(words)) {
            say(words);
            place();
        }
    }

    void show() {
        if (!shown) {
            shown = true;
            say(words);
            label.setVisible(true);
            place();
        }
    }

    void hide() {
        if (shown) {
            shown = false;
            say("");
        }
    }

    private void say(String text) {
        WidgetText.set(label, text);
        WidgetText.tip(label, text.isEmpty() ? null : Texts.of("HeldNote.why"));
        label.setCursor(text.isEmpty() ? null : table.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
    }

    /** Widths of columns change at any time: it is asked for with each paint. */
    private void place() {
        if (!label.getVisible() || last() < 0) {
            return;
        }
        Point size = label.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        int wanted = shown ? size.x + 2 * PAD : label.getBounds().width;
        int at = column(wanted);
        int width = Math.clamp(seen(at) - EDGES, 0, wanted);
        int left = Math.max(0, table.getStartXOfColumnPosition(at)) + seen(at) - width - (at == last() ? 0 : PAD);
        Rectangle now = new Rectangle(left, Math.max(0, RowTable.ROW_HEIGHT - size.y) / 2, width, size.y);
        int was = column;
        column = table.getColumnIndexByPosition(at);
        if (!label.getBounds().equals(now) || was != column) {
            label.setBounds(now);
            table.redraw();
        }
    }

    /** Where the words of a column's header end, that would end at the edge. */
    int wordsEnd(int index, int edge) {
        return index == column && label.getVisible() ? Math.min(edge, label.getBounds().x) : edge;
    }

    /** The last column that has room for it beside words, else the one of which most is seen. */
    private int column(int width) {
        int most = last();
        for (int at = last(); at >= 0; at--) {
            int index = table.getColumnIndexByPosition(at);
            if (index >= 0 && columns.get(index).form() != Form.NUMBER && seen(at) >= width + WORDS) {
                return at;
            }
            most = seen(at) > seen(most) ? at : most;
        }
        return most;
    }

    private int last() {
        return table.getColumnCount() - 1;
    }

    /** How wide the part of a column is that is in sight. */
    private int seen(int at) {
        int start = table.getStartXOfColumnPosition(at);
        int end = Math.min(start + table.getColumnWidthByPosition(at), table.getClientArea().width);
        return end - Math.max(0, start);
    }
}
