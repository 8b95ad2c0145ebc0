// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Label;
import podium.ui.table.Column.Form;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.WidgetText;

/**
 * Says in a table's header that its rows are not as they are now; a press on it brings them. It lies behind the words of the last column
 * whose words leave it room, and when it goes its place stays empty: a press that comes too late does nothing. UI thread.
 */
final class HeldNote {
    private static final int PAD = 6;
    /** Pixels of the words of a header, with their edges and the arrow of the sort. */
    private static final int EDGES = 24;

    private final NatTable table;
    private final List<? extends Column<?, ?>> columns;
    private final Label label;
    private String words = Texts.of("HeldNote.updateRows");
    private boolean shown;

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
        table.addListener(SWT.Resize, event -> place());
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
            place();
            label.setVisible(true);
        }
    }

    void hide() {
        if (shown) {
            shown = false;
            boolean behind = behindWords(label.getBounds().width).isPresent();
            say("");
            label.setVisible(behind);
        }
    }

    private void say(String text) {
        WidgetText.set(label, text);
        WidgetText.tip(label, text.isEmpty() ? null : Texts.of("HeldNote.why"));
        label.setCursor(text.isEmpty() ? null : table.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
    }

    private void place() {
        Rectangle area = table.getClientArea();
        Point size = label.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        int width = Math.min(area.width, (shown ? size.x : label.getBounds().width - 2 * PAD) + 2 * PAD);
        int top = Math.max(0, RowTable.ROW_HEIGHT - size.y) / 2;
        int end = behindWords(width).orElse(area.width);
        label.setBounds(area.x + end - width, area.y + top, width, size.y);
    }

    /** Where it ends behind the words of a header; empty: none leaves it room. */
    private Optional<Integer> behindWords(int width) {
        GC gc = new GC(table);
        try {
            gc.setFont(table.getFont());
            for (int at = table.getColumnCount() - 1; at >= 0; at--) {
                int index = table.getColumnIndexByPosition(at);
                int start = table.getStartXOfColumnPosition(at);
                int end = Math.min(start + table.getColumnWidthByPosition(at), table.getClientArea().width);
                @Nullable Column<?, ?> column = index < 0 ? null : columns.get(index);
                if (column != null
                        && column.form() != Form.NUMBER
                        && end - PAD - width >= start + gc.textExtent(column.label()).x + EDGES) {
                    return Optional.of(end - PAD);
                }
            }
            return Optional.empty();
        } finally {
            gc.dispose();
        }
    }
}
