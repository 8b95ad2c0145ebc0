// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.util.List;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import podium.ui.dialog.HelpPages.Page;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.texts.Texts;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.UiServices;

/** The help: one page for each part, opened at the one that was asked for. */
public final class HelpDialog extends ConsoleDialog {
    private static final int PAGES = 160;
    private static final String WINDOW = "podium.help";

    private final List<Page> pages = HelpPages.all();
    private final int first;

    /** @param part id of the part whose page is shown first */
    public HelpDialog(Shell parent, UiServices services, String part) {
        super(parent, services, Texts.of("HelpDialog.help"), "", new Point(760, 520));
        first = HelpPages.of(pages, part);
    }

    /** Whether a window is the help. */
    public static boolean is(Shell shell) {
        return shell.getData(WINDOW) != null;
    }

    @Override
    protected void fill(Composite parent) {
        parent.getShell().setData(WINDOW, this);
        Composite row = services().theme().dress(new Composite(parent, SWT.NONE));
        row.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(5, 5).applyTo(row);
        RowTable<Page> table = RowTable.table(
                row,
                services().theme(),
                List.of(Column.text("page", Texts.of("HelpDialog.page"), PAGES, Form.NAME, Page::title)),
                Texts.of("HelpDialog.pages"));
        GridData narrow = new GridData(SWT.BEGINNING, SWT.FILL, false, true);
        narrow.widthHint = PAGES;
        table.control().setLayoutData(narrow);
        StyledText text =
                services().theme().dress(new StyledText(row, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL));
        text.setMargins(12, 4, 12, 4);
        text.setLineSpacing(2);
        text.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        AccessibleName.name(text, Texts.of("HelpDialog.pageSpoken"));
        text.addListener(SWT.Traverse, event -> event.doit = true);
        table.show(Rows.of(pages, page -> page.title()));
        table.onSelect(selected -> selected.forEach(page -> text.setText(page.text())));
        table.select(List.of(pages.get(first).title()));
        text.setText(pages.get(first).text());
    }
}
