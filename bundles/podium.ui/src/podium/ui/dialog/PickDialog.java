// SPDX-License-Identifier: Apache-2.0
package podium.ui.dialog;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import podium.model.fleet.Cluster;
import podium.ui.table.Column;
import podium.ui.table.RowTable;
import podium.ui.table.Rows;
import podium.ui.table.Rows.Row;
import podium.ui.table.WholeRow;
import podium.ui.texts.Texts;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Repaint;
import podium.ui.toolkit.UiServices;
import podium.ui.toolkit.WidgetText;

/** A dialog to pick one of a few choices. Typed letters filter them, so text that is meant for what opens next picks none of them. */
public final class PickDialog<R> extends ConsoleDialog {
    private static final Duration LOOK = Duration.ofSeconds(2);

    /** Pixels: beside a table, beside the text of a cell with its icon, and of a dialog that is read with one look. */
    private static final int MARGINS = 64;

    private static final int EDGES = 30;
    private static final int WIDEST = 1240;

    private final String explanation;
    private final List<Column<R, ?>> columns;
    private List<R> choices;
    private Supplier<List<R>> now;
    private Function<R, Object> identity = choice -> choice;
    private final Predicate<R> allowed;
    private Optional<R> picked = Optional.empty();
    private Optional<Cluster> cluster = Optional.empty();
    private String typed = "";
    private boolean preselects = true;
    /** How many choices the typed letters leave, and which of them Enter takes. */
    private @Nullable Label told;

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
        super(parent, services, title, confirm, new Point(Math.max(size.x, needed(columns, choices)), size.y));
        this.allowed = allowed;
        this.explanation = explanation;
        this.columns = columns;
        this.choices = choices;
        now = () -> this.choices;
    }

    /** Says of which cluster the choices are. */
    PickDialog<R> in(Optional<Cluster> at) {
        cluster = at;
        return this;
    }

    /** Nothing is selected, and Enter takes nothing, before one chose or typed. */
    PickDialog<R> unchosen() {
        preselects = false;
        return this;
    }

    @Override
    protected Optional<Cluster> cluster() {
        return cluster;
    }

    /**
     * Shows the choices as they are while it stands, each where it was.
     *
     * @param latest asked again and again
     * @param same what tells that a choice is the same one
     */
    PickDialog<R> following(Supplier<List<R>> latest, Function<R, Object> same) {
        now = latest;
        identity = same;
        return this;
    }

    private void follow(RowTable<R> table) {
        List<R> latest = new ArrayList<>(now.get());
        List<Object> order = choices.stream().map(identity).toList();
        latest.sort(Comparator.comparingInt(choice -> {
            int at = order.indexOf(identity.apply(choice));
            return at < 0 ? order.size() : at;
        }));
        if (!latest.equals(choices)) {
            Optional<Object> selected = table.selection().stream().findFirst().map(identity);
            choices = latest;
            show(table, choice -> selected.filter(identity.apply(choice)::equals)
                    .isPresent());
        }
    }

    /** So many pixels show what each cell says, if there are not more of them than are read with one look. */
    private static <R> int needed(List<Column<R, ?>> columns, List<R> choices) {
        GC gc = new GC(Display.getCurrent());
        try {
            int cells = columns.stream()
                    .mapToInt(column -> choices.stream()
                            .mapToInt(choice -> gc.textExtent(column.text(choice)).x + EDGES)
                            .reduce(column.width(), Math::max))
                    .sum();
            return Math.min(cells + MARGINS, WIDEST);
        } finally {
            gc.dispose();
        }
    }

    /** As wide as its columns. */
    private static <R> Point size(List<Column<R, ?>> columns) {
        return new Point(Math.max(620, columns.stream().mapToInt(Column::width).sum() + MARGINS), 400);
    }

    /** Opens the dialog; what was picked, or empty when it was cancelled. */
    public Optional<R> pick() {
        return open() == OK ? picked : Optional.empty();
    }

    @Override
    protected void fill(Composite parent) {
        sentence(parent, explanation, Name.TEXT);
        WholeRow<R> whole = new WholeRow<>(parent, services().theme(), columns, Texts.of("PickDialog.choices"));
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
        told = text(parent, "", Name.MUTED);
        table.control().addListener(SWT.KeyDown, event -> key(event, table));
        show(table, allowed);
        Repaint.every(table.control(), LOOK, () -> follow(table));
    }

    private void key(Event event, RowTable<R> table) {
        if ((event.stateMask & (SWT.CTRL | SWT.ALT | SWT.COMMAND)) != 0) {
            return;
        }
        if (event.character == SWT.BS && !typed.isEmpty()) {
            typed = typed.substring(0, typed.length() - 1);
        } else if (event.character >= ' ' && event.character != SWT.DEL) {
            typed += event.character;
        } else {
            return;
        }
        show(table, allowed);
    }

    /** Shows what has the typed letters in it, and selects the first that is wanted. */
    private void show(RowTable<R> table, Predicate<R> wanted) {
        List<Row<R>> rows = IntStream.range(0, choices.size())
                .filter(i -> says(choices.get(i)))
                .mapToObj(i -> new Row<>(String.valueOf(i), choices.get(i)))
                .toList();
        table.show(new Rows<>(rows));
        boolean any = preselects || !typed.isEmpty();
        Optional<Row<R>> first = rows.stream()
                .filter(row -> (any || wanted != allowed) && wanted.test(row.item()))
                .findFirst()
                .or(() -> rows.stream().filter(_ -> any).findFirst());
        table.select(first.map(row -> List.of(row.key())).orElse(List.of()));
        choose(first.map(Row::item));
    }

    private boolean says(R choice) {
        return typed.isEmpty()
                || columns.stream()
                        .anyMatch(column ->
                                column.text(choice).toLowerCase(Locale.ROOT).contains(typed.toLowerCase(Locale.ROOT)));
    }

    private void choose(Optional<R> choice) {
        picked = choice.filter(allowed);
        enable(picked.isPresent());
        @Nullable Label label = told;
        if (label != null) {
            WidgetText.set(label, (narrowed() + " " + picked.map(this::taken).orElse("")).strip());
        }
    }

    private String narrowed() {
        long left = choices.stream().filter(this::says).count();
        return typed.isEmpty() ? "" : Texts.of("PickDialog.ofWithBackspaceRemoves", left, choices.size(), typed);
    }

    private String taken(R choice) {
        return Texts.of("PickDialog.enterTakes", columns.getFirst().text(choice));
    }
}
