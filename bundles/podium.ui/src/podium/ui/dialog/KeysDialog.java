// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.UiServices;

/** All keys and what they do. */
public final class KeysDialog extends ConsoleDialog {
    private final List<Line> lines;

    /** A key and what it does. */
    public record Line(String key, String meaning) {}

    /** @param scheme what the keys that hold now are called */
    public KeysDialog(Shell parent, UiServices services, String scheme, List<Line> lines) {
        super(parent, services, Texts.of("KeysDialog.keysOf", scheme), "", new Point(760, 620));
        this.lines = lines;
    }

    @Override
    protected void fill(Composite parent) {
        text(parent, Texts.of("KeysDialog.chooseInViewKeys"), Name.MUTED);
        List<Column<Line, ?>> columns = List.of(
                Column.text("key", Texts.of("KeysDialog.key"), 120, Form.SENTENCE, Line::key),
                Column.text("meaning", Texts.of("KeysDialog.whatItDoes"), 480, Form.SENTENCE, Line::meaning));
        RowTable<Line> table = RowTable.table(parent, services().theme(), columns, Texts.of("KeysDialog.keys"));
        table.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        table.show(Rows.of(lines, line -> line.key() + line.meaning()));
    }
}
