// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog.plan;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import podium.core.json.Json;
import podium.operation.FieldConflict;
import podium.operation.Operation;
import podium.ui.dialog.ConsoleDialog;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.table.StateIcon;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Icon;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.SafeText;
import podium.ui.toolkit.UiServices;

/** What a second writer changed under a write, field by field: before, ours, theirs; of the selected field all of it. */
public final class ConflictDialog extends ConsoleDialog {
    private final Operation operation;

    /**
     * Creates the dialog.
     *
     * @param again whether the plan can be made anew from here, which is what OK then means
     */
    public ConflictDialog(Shell parent, UiServices services, Operation operation, boolean again) {
        super(
                parent,
                services,
                Texts.of("ConflictDialog.conflict", operation.plan().title()),
                again ? Texts.of("ConflictDialog.planAgain") : "",
                new Point(920, 460));
        this.operation = operation;
    }

    @Override
    protected void fill(Composite parent) {
        List<FieldConflict> conflicts = operation.conflicts();
        text(
                parent,
                Texts.of(
                        "ConflictDialog.wasChangedBySomebody",
                        SafeText.line(conflicts.getFirst().object())),
                Name.TEXT);
        RowTable<FieldConflict> table =
                RowTable.table(parent, services().theme(), columns(), Texts.of("ConflictDialog.conflictTable"));
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = RowTable.ROW_HEIGHT * 8;
        table.control().setLayoutData(data);
        table.show(Rows.numbered(conflicts));
        ConflictValues values = new ConflictValues(parent, services().theme());
        int first = first(conflicts);
        table.onSelect(selected -> selected.stream().findFirst().ifPresent(values::show));
        table.select(List.of(String.valueOf(first)));
        values.show(conflicts.get(first));
    }

    /** The field to look at first: one that the other writer changed. */
    private static int first(List<FieldConflict> conflicts) {
        return Math.max(
                0,
                conflicts.indexOf(conflicts.stream()
                        .filter(FieldConflict::isChanged)
                        .findFirst()
                        .orElse(conflicts.getFirst())));
    }

    public static List<Column<FieldConflict, ?>> columns() {
        return List.of(
                Column.<FieldConflict>text(
                                "field",
                                Texts.of("ConflictDialog.field"),
                                280,
                                Form.NAME,
                                one -> SafeText.line(Json.place(one.field())))
                        .marked(one -> Optional.of(mark(one))),
                Column.text(
                        "base",
                        Texts.of("ConflictDialog.beforeBase"),
                        190,
                        Form.NAME,
                        one -> SafeText.line(one.base())),
                Column.text("ours", Texts.of("ConflictDialog.ours"), 190, Form.NAME, one -> SafeText.line(one.ours())),
                Column.text(
                        "theirs",
                        Texts.of("ConflictDialog.theirsNow"),
                        190,
                        Form.NAME,
                        one -> SafeText.line(one.theirs())));
    }

    private static StateIcon mark(FieldConflict one) {
        return one.isChanged() ? new StateIcon(Icon.WARNING, Name.CRITICAL) : new StateIcon(Icon.FITS, Name.MUTED);
    }
}
