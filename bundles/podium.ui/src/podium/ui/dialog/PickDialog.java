// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import podium.ui.table.Column;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.table.Rows.Fold;
import podium.ui.table.Rows.Row;
import podium.ui.table.WholeRow;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.UiServices;

/** A dialog to pick one of a few choices. */
public final class PickDialog<R> extends ConsoleDialog {
    private final String explanation;
    private final List<Column<R, ?>> columns;
    private final List<R> choices;
    private final Predicate<R> allowed;
    private Optional<R> picked = Optional.empty();

    /**
     * Creates the dialog.
     *
     * @param confirm word on the button that goes on
     * @param explanation a sentence above the choices
     */
    public PickDialog(
            Shell parent,
            UiServices services,
            String title,
            String confirm,
            String explanation,
            List<Column<R, ?>> columns,
            List<R> choices) {
        this(parent, services, title, confirm, explanation, columns, choices, any -> true, size(columns));
    }

    /**
     * Creates the dialog, of another size, with choices that can be looked at but not taken.
     *
     * @param allowed what can be taken
     */
    PickDialog(
            Shell parent,
            UiServices services,
            String title,
            String confirm,
            String explanation,
            List<Column<R, ?>> columns,
            List<R> choices,
            Predicate<R> allowed,
            Point size) {
        super(parent, services, title, confirm, size);
        this.allowed = allowed;
        this.explanation = explanation;
        this.columns = columns;
        this.choices = choices;
    }

    /** As wide as its columns. */
    private static <R> Point size(List<Column<R, ?>> columns) {
        return new Point(Math.max(620, columns.stream().mapToInt(Column::width).sum() + 64), 400);
    }

    /** Opens the dialog; what was picked, or empty when it was cancelled. */
    public Optional<R> pick() {
        return open() == OK ? picked : Optional.empty();
    }

    @Override
    protected void fill(Composite parent) {
        sentence(parent, explanation, Name.TEXT);
        WholeRow<R> whole = new WholeRow<>(parent, services().theme(), columns, "Choices");
        GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
        data.heightHint = RowTable.ROW_HEIGHT * 8;
        whole.control().setLayoutData(data);
        RowTable<R> table = whole.table();
        table.onSelect(selected -> choose(selected.stream().findFirst()));
        table.onOpen(row -> {
            choose(Optional.of(row));
            if (picked.isPresent()) {
                okPressed();
            }
        });
        List<Row<R>> rows = java.util.stream.IntStream.range(0, choices.size())
                .mapToObj(i -> new Row<>(String.valueOf(i), choices.get(i), 0, Fold.NONE))
                .toList();
        table.show(new Rows<>(rows));
        Optional<R> first = choices.stream().filter(allowed).findFirst().or(() -> choices.stream()
                .findFirst());
        first.ifPresent(choice -> table.select(List.of(String.valueOf(choices.indexOf(choice)))));
        choose(first);
    }

    private void choose(Optional<R> choice) {
        picked = choice.filter(allowed);
        enable(picked.isPresent());
    }
}
