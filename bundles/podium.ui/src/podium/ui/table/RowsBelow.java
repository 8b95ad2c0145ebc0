// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.WidgetText;

/** A line below a table that says how many rows there are below its edge: a table that ends between two rows seems to be all. UI thread. */
public final class RowsBelow {
    private RowsBelow() {}

    /** Puts the line below the table, in the same grid. */
    public static void tell(Composite parent, Theme theme, RowTable<?> table) {
        Label line = new Label(parent, SWT.NONE);
        theme.dress(line);
        theme.onTheme(line, () -> line.setForeground(theme.color(Name.MUTED)));
        line.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        table.control().addListener(SWT.Paint, event -> {
            int below = below(table);
            String words = below > 0 ? Texts.of("RowsBelow.moreBelow", Formats.count(below)) : "";
            if (!line.isDisposed() && !words.equals(line.getText())) {
                WidgetText.set(line, words);
            }
        });
    }

    /** Rows of which the lower edge is not in sight. */
    static int below(RowTable<?> table) {
        NatTable all = table.control();
        int end = all.getClientArea().height;
        for (int at = all.getRowCount() - 1; at > 0; at--) {
            Rectangle bounds = all.getBoundsByPosition(0, at);
            if (bounds != null && bounds.y + bounds.height <= end) {
                return table.rows().size() - 1 - all.getRowIndexByPosition(at);
            }
        }
        return table.rows().size();
    }
}
