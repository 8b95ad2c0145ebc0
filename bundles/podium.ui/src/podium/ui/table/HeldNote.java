// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Theme;
import podium.ui.toolkit.WidgetText;

/** Says at the right end of a table's header that its rows are not as they are now; a press on it brings them. UI thread. */
final class HeldNote {
    private static final int PAD = 6;

    private final Composite table;
    private final Label label;

    HeldNote(Composite table, Theme theme, Runnable update) {
        this.table = table;
        this.label = theme.dress(new Label(table, SWT.CENTER), Name.PANEL, Name.LINK);
        label.setText(Texts.of("HeldNote.updateRows"));
        label.setToolTipText(Texts.of("HeldNote.why"));
        label.setCursor(table.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        label.setVisible(false);
        label.addListener(SWT.MouseDown, event -> update.run());
        table.addListener(SWT.Resize, event -> place());
    }

    /** How many rows came that are not shown at all. */
    void tell(int came) {
        String words = came == 0 ? Texts.of("HeldNote.updateRows") : Texts.of("HeldNote.updateRowsNew", came);
        if (!label.getText().equals(words)) {
            WidgetText.set(label, words);
            place();
        }
    }

    void show() {
        if (!label.isVisible()) {
            place();
            label.setVisible(true);
        }
    }

    void hide() {
        label.setVisible(false);
    }

    private void place() {
        Rectangle area = table.getClientArea();
        Point size = label.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        int width = Math.min(area.width, size.x + 2 * PAD);
        int top = Math.max(0, RowTable.ROW_HEIGHT - size.y) / 2;
        label.setBounds(area.x + area.width - width, area.y + top, width, size.y);
    }
}
