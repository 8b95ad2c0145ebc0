// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.coordinate.PositionCoordinate;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.layer.event.RowStructuralRefreshEvent;
import org.eclipse.nebula.widgets.nattable.selection.event.RowSelectionEvent;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.events.TraverseEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import podium.ui.table.Rows.Fold;
import podium.ui.table.Rows.Row;
import podium.ui.texts.Texts;
import podium.ui.toolkit.AccessibleName;
import podium.ui.toolkit.ClipboardText;
import podium.ui.toolkit.FloatingNote;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.Listeners;
import podium.ui.toolkit.NamedBounds;
import podium.ui.toolkit.Palette.Name;
import podium.ui.toolkit.Theme;

/**
 * A virtual table or outline over NatTable. Only the rows in sight are asked for their values. A new set of rows keeps
 * the selection and the place by row key. UI thread.
 */
public final class RowTable<R> {
    /** Height of a row in pixels at 100 %. */
    public static final int ROW_HEIGHT = 22;

    private final NatTable table;
    private final Theme theme;
    private final RowData<R> data;
    private final RowLayerStack<R> stack;
    private final List<Column<R, ?>> columns;
    private final ColumnWidths widths;
    private final NarrowColumns narrow;
    private final RoomForWords room;
    private final EmptyRows none;
    private final Listeners<List<R>> selected = new Listeners<>();
    private final Listeners<R> opened = new Listeners<>();
    private final Listeners<Row<R>> folded = new Listeners<>();
    private final Listeners<SortOrder> sorted = new Listeners<>();
    private Function<R, String> tip = row -> "";
    private Optional<SortOrder> sort = Optional.empty();
    private PressTarget target = new PressTarget(System::nanoTime);
    private LongSupplier setOut = System::nanoTime;
    private Runnable shown = () -> {};
    private Optional<HeldNote> held = Optional.empty();
    private List<R> left = List.of();
    /** The keys of what is to be selected, while not all of it is shown. */
    private List<String> awaited = List.of();

    private final Map<String, String> meanings = new HashMap<>();
    /** Where the first of the rows that were left stood: keys go on from there. */
    private int place;

    private boolean quiet;
    /** Whether nobody moves the rows that are shown now. */
    private boolean alone;

    /**
     * A table; what room is left goes to the last column.
     *
     * @param name what a screen reader calls it
     */
    public static <R> RowTable<R> table(Composite parent, Theme theme, List<Column<R, ?>> columns, String name) {
        return new RowTable<>(parent, theme, columns, name, false, columns.size() - 1);
    }

    /**
     * A table.
     *
     * @param wide number of the column that what room is left goes to
     */
    public static <R> RowTable<R> table(
            Composite parent, Theme theme, List<Column<R, ?>> columns, int wide, String name) {
        return new RowTable<>(parent, theme, columns, name, false, wide);
    }

    /** An outline of many columns, whose rows fold; what room is left goes to the last column. */
    public static <R> RowTable<R> foldingTable(Composite parent, Theme theme, List<Column<R, ?>> columns, String name) {
        return new RowTable<>(parent, theme, columns, name, true, columns.size() - 1);
    }

    /** A tree; what room is left goes to the first column. */
    public static <R> RowTable<R> outline(Composite parent, Theme theme, List<Column<R, ?>> columns, String name) {
        return new RowTable<>(parent, theme, columns, name, true, 0);
    }

    private RowTable(
            Composite parent, Theme theme, List<Column<R, ?>> columns, String name, boolean outline, int wide) {
        this.theme = theme;
        this.columns = List.copyOf(columns);
        this.data = new RowData<>(this.columns);
        this.stack = new RowLayerStack<>(this.columns, data, wide);
        this.widths = new ColumnWidths(stack.body, this.columns.size());
        this.table = new NatTable(
                parent, SWT.NO_REDRAW_RESIZE | SWT.DOUBLE_BUFFERED | SWT.V_SCROLL | SWT.H_SCROLL, stack.all, false);
        FloatingNote.keepAbove(table);
        this.narrow = new NarrowColumns(table, stack.body, widths, this.columns, wide);
        this.room = new RoomForWords(table, stack, widths, narrow, wide);
        stack.onResized(column -> {
            room.chosen(column);
            narrow.chosen(column);
        });
        WantedWidths wanted = new WantedWidths(table, stack.body, narrow);
        stack.painters(
                table,
                new BodyPainter<>(theme, this.columns, data, outline, wanted, room),
                new HeaderPainter<>(theme, this.columns, () -> sort, wanted, room, this::wordsEnd));
        Hands hands = new Hands();
        stack.selection.addConfiguration(new RowBindings(hands));
        table.addListener(SWT.MouseMove, hands::moves);
        table.addListener(SWT.MenuDetect, hands::menu);
        table.configure();
        theme.own(table);
        theme.onTheme(table, () -> {
            table.setBackground(theme.color(Name.SURFACE));
            table.redraw();
        });
        stack.selection.addLayerListener(event -> {
            if (event instanceof RowSelectionEvent && !quiet) {
                left = List.of();
                awaited = List.of();
                selected.tell(selection());
            }
        });
        new RowTooltip(table, theme, this::tipText, data::key).attach();
        none = new EmptyRows(table, theme, () -> rows().size() == 0);
        table.addTraverseListener(this::leave);
        AccessibleName.name(table, () -> name, this::spoken);
        table.setData(NamedBounds.KEY, new RowBounds(table, none));
    }

    /** Keeps columns in sight where the table is narrow, as far as they go. */
    public RowTable<R> narrow() {
        narrow.begin(true);
        return this;
    }

    /** Lets names and long words give way before a column leaves the table; what has no room even so is scrolled to. */
    public RowTable<R> narrowWords() {
        narrow.begin(false);
        return this;
    }

    List<Column<R, ?>> columns() {
        return columns;
    }

    /** Whether a column would say nothing now. */
    boolean isHidden(int column) {
        return narrow.isHidden(column);
    }

    /** Of a column in pixels; 0: it is not shown. */
    int width(int column) {
        return stack.body.getColumnWidthByPosition(column);
    }

    /** The widths of the columns in pixels, to be kept. */
    public String widths() {
        return widths.text();
    }

    /**
     * Gives columns the widths that {@link #widths} told; the column that takes what room is left goes on doing so.
     *
     * @throws IllegalArgumentException when these are no widths of this table
     */
    public void widths(String kept) {
        int[] taken = widths.take(kept);
        for (int i = 0; i < taken.length; i++) {
            if (taken[i] != columns.get(i).width()) {
                room.chosen(i);
                narrow.chosen(i);
            }
        }
    }

    /** Shows a column, or hides it while it would say the same in every row. It comes back as wide as it was. */
    public void reveal(String id, boolean shown) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).id().equals(id)) {
                narrow.reveal(i, shown);
            }
        }
    }

    /** The widget. */
    public NatTable control() {
        return table;
    }

    /**
     * Shows these rows; what was selected stays selected, and the first row in sight in place. Of several only those that are shown are
     * selected: nothing is done to rows that nobody sees. One alone is still meant.
     */
    public void show(Rows<R> rows) {
        if (!alone) {
            target.forget();
        }
        put(rows);
        shown.run();
    }

    /** Shows rows that changed by themselves: a press that comes before it can have been seen is for the row that was there. */
    public void follow(Rows<R> rows) {
        follow(rows, Set.of());
    }

    /** @param leaving the keys of those that are shown for a moment only */
    void follow(Rows<R> rows, Set<String> leaving) {
        byThemselves(() -> put(rows));
        data.leaving(leaving);
    }

    /** Has rows shown anew that nobody moves. */
    void byThemselves(Runnable shows) {
        List<String> before = keysSeen();
        alone = true;
        try {
            shows.run();
        } finally {
            alone = false;
        }
        target.moved(before, keysSeen());
    }

    /** A note at the header by which the operator has the rows of now shown in their order of now. */
    HeldNote heldNote(Runnable update) {
        HeldNote note = new HeldNote(table, columns, theme, update);
        held = Optional.of(note);
        return note;
    }

    private int wordsEnd(int column, int edge) {
        return held.map(note -> note.wordsEnd(column, edge)).orElse(edge);
    }

    /** @param shows hears that rows are shown in the order of now */
    void onShow(Runnable shows) {
        shown = shows;
    }

    /**
     * @param clock nanoseconds
     * @param out when the pointer set out for where it is now: a press there is for what was to be seen by then
     */
    void pressesAreOf(LongSupplier clock, LongSupplier out) {
        target = new PressTarget(clock);
        setOut = out;
    }

    private void put(Rows<R> rows) {
        List<R> before = selection();
        int stood =
                before.isEmpty() ? 0 : data.indexOf(stack.selected().getFirst().key());
        int top = stack.viewport.getOriginRowPosition();
        @Nullable Row<R> first = top > 0 ? data.getRowObject(top) : null;
        boolean resized = rows.size() != data.rows().size();
        quiet = true;
        try {
            data.set(rows);
            if (resized) {
                stack.body.fireLayerEvent(new RowStructuralRefreshEvent(stack.body));
            }
            keepAnchor();
            if (first != null) {
                keepPlace(first.key(), top);
            }
        } finally {
            quiet = false;
        }
        table.redraw();
        List<R> now = selection();
        if (now.isEmpty() && !before.isEmpty()) {
            left = before;
            place = stood;
        }
        if (now.size() != before.size() && Math.max(now.size(), before.size()) > 1) {
            awaited = List.of();
            selected.tell(now);
        } else if (awaited.stream().anyMatch(key -> data.indexOf(key) >= 0)) {
            mark(awaited);
        }
    }

    /** What is in the rows that are on the screen. */
    public List<R> seen() {
        return onScreen().stream().map(Row::item).toList();
    }

    private List<String> keysSeen() {
        return onScreen().stream().map(Row::key).toList();
    }

    private List<Row<R>> onScreen() {
        int first = Math.max(0, stack.viewport.getOriginRowPosition());
        int end = endOfSeen();
        return first >= end ? List.of() : rows().all().subList(first, end);
    }

    /** How many rows there are up to the last that is seen. */
    int endOfSeen() {
        int first = Math.max(0, stack.viewport.getOriginRowPosition());
        return Math.min(rows().size(), first + stack.viewport.getRowCount());
    }

    /** The rows shown now. */
    public Rows<R> rows() {
        return data.rows();
    }

    /** These words, and behind them how many rows are muted and shown only until all are brought up to date. */
    public String withLeaving(String words, Predicate<R> counts) {
        long leaving = rows().all().stream()
                .filter(row -> data.isLeaving(row) && counts.test(row.item()))
                .count();
        return leaving == 0 ? words : Texts.of("RowTable.moreInGrey", words, Formats.count(leaving));
    }

    /** What is selected, top to bottom. */
    public List<R> selection() {
        return stack.selected().stream().map(Row::item).toList();
    }

    /** What was selected last: where no row of it is shown any more, what these were. */
    public List<R> marked() {
        List<R> shown = selection();
        return shown.isEmpty() ? left : shown;
    }

    /** Selects the rows with these keys, those that come later once they are shown, and brings the first into sight. Tells no listener. */
    public void select(List<String> keys) {
        left = List.of();
        int first = mark(keys);
        if (first >= 0) {
            stack.viewport.moveRowPositionIntoViewport(first);
        }
    }

    /** @return the first row that is selected now; -1: none is shown */
    private int mark(List<String> keys) {
        int first = -1;
        quiet = true;
        awaited = keys.stream().allMatch(key -> data.indexOf(key) >= 0) ? List.of() : keys;
        try {
            stack.selection.clear(false);
            for (String key : keys) {
                int index = data.indexOf(key);
                if (index >= 0) {
                    stack.model.addSelection(0, index);
                    first = first < 0 ? index : Math.min(first, index);
                }
            }
            if (first >= 0) {
                stack.selection.moveSelectionAnchor(0, first);
                stack.selection.setLastSelectedCell(0, first);
            }
        } finally {
            quiet = false;
        }
        table.redraw();
        return first;
    }

    /** Goes into the table from a field above it: the first row is selected where none is. */
    public void enter() {
        enter(0);
    }

    private void enter(int row) {
        table.setFocus();
        if (stack.selected().isEmpty() && data.rows().size() > 0) {
            select(List.of(data.key(Math.min(row, data.rows().size() - 1))));
            selected.tell(selection());
        }
    }

    /** Marks the rows with these keys as found, whether they are shown now or come into sight later. */
    public void found(Set<String> keys) {
        data.found(keys);
        table.redraw();
    }

    /** How the rows are sorted, for the arrow in the header. */
    public void sortedBy(Optional<SortOrder> by) {
        sort = by;
        table.redraw();
    }

    /** What is said in the place of rows while there are none: why, and what to do next. */
    public void none(String why) {
        none.say(why);
    }

    /** More to say in the tooltip of a row than what its cells show. */
    public void tip(Function<R, String> words) {
        tip = words;
    }

    /** What the head of a column means, said while the pointer rests on it. */
    public void explain(String id, String words) {
        meanings.put(id, words);
    }

    /** Hears what the operator selects. */
    public AutoCloseable onSelect(Consumer<List<R>> listener) {
        return selected.add(listener);
    }

    /** Hears which row the operator opens by double click or Enter. */
    public AutoCloseable onOpen(Consumer<R> listener) {
        return opened.add(listener);
    }

    /** Hears which row the operator folds or unfolds. */
    public AutoCloseable onFold(Consumer<Row<R>> listener) {
        return folded.add(listener);
    }

    /** Hears by what the operator wants the rows sorted. */
    public AutoCloseable onSort(Consumer<SortOrder> listener) {
        return sorted.add(listener);
    }

    /**
     * Tab goes on to the next control and Escape closes a dialog, though the table hears every key. Enter presses the
     * dialog's button where no row can be opened.
     */
    private void leave(TraverseEvent event) {
        event.doit = switch (event.detail) {
            case SWT.TRAVERSE_TAB_NEXT, SWT.TRAVERSE_TAB_PREVIOUS, SWT.TRAVERSE_ESCAPE -> true;
            case SWT.TRAVERSE_RETURN -> opened.isEmpty() && folded.isEmpty();
            default -> false;
        };
    }

    private void keepAnchor() {
        List<Row<R>> rows = stack.selected();
        PositionCoordinate anchor = stack.selection.getSelectionAnchor();
        if (rows.size() == 1 && anchor.getRowPosition() >= 0) {
            int index = data.indexOf(rows.getFirst().key());
            if (index != anchor.getRowPosition()) {
                stack.selection.moveSelectionAnchor(0, index);
                stack.selection.setLastSelectedCell(0, index);
            }
        }
    }

    private void keepPlace(String key, int before) {
        int index = data.indexOf(key);
        if (index >= 0 && index != before) {
            stack.viewport.setOriginY(stack.selection.getStartYOfRowPosition(index));
        }
    }

    /** What is seen whole already is not said again. */
    String tipText(int row, int column, int seen) {
        if (row < 0) {
            return meanings.getOrDefault(columns.get(column).id(), "");
        }
        @Nullable Row<R> at = data.getRowObject(row);
        if (at == null) {
            return "";
        }
        String own = tip.apply(at.item());
        String more = own.isEmpty() ? columns.get(column).more().apply(at.item()) : own;
        return more.isEmpty() ? CellText.cut(table, columns.get(column), at, seen) : more;
    }

    private String spoken() {
        return stack.selected().stream()
                .findFirst()
                .map(row -> RowWords.spoken(columns, row.item()))
                .orElse(Texts.of(
                        "RowTable.noneSelected", Formats.counted(data.rows().size(), "row"), none.words()));
    }

    /** What mouse and keys do. */
    private final class Hands implements RowBindings.Acts {
        /** Pixels. */
        private static final int TREMBLE = 4;

        private Point spot = new Point(0, 0);

        /** Whether the press that a menu belongs to was taken, and whether one was taken before it came. */
        private boolean pressed;

        private boolean early;

        @Override
        public boolean isSelected(int rowPosition) {
            int row = table.getRowIndexByPosition(rowPosition);
            return row >= 0 && stack.model.isRowPositionSelected(row);
        }

        @Override
        public boolean isUnselected() {
            return stack.selected().isEmpty();
        }

        @Override
        public void enter() {
            RowTable.this.enter(left.isEmpty() ? 0 : place);
        }

        @Override
        public boolean pressMoved(MouseEvent at) {
            pressed = at.button == 3 && !early;
            early = false;
            int line = table.getRowPositionByY(at.y) - 1;
            List<String> seen = keysSeen();
            if (at.button == 3
                    && target.pressedBefore(seen).filter(this::isSelected).isPresent()) {
                return true;
            }
            Optional<String> meant = target.of(line, seen, setOut.getAsLong());
            if (meant.isPresent() && (at.stateMask & SWT.MODIFIER_MASK) == 0) {
                select(List.of(meant.get()));
                selected.tell(selection());
            }
            target.pressed(meant.or(() -> line >= 0 && line < seen.size() ? Optional.of(seen.get(line)) : meant));
            spot = new Point(at.x, at.y);
            return meant.isPresent();
        }

        private boolean isSelected(String key) {
            return stack.selected().stream().anyMatch(row -> row.key().equals(key));
        }

        /** By the mouse only of a row that is there: it would be about what is selected elsewhere. */
        void menu(Event at) {
            Point spot = table.toControl(at.x, at.y);
            int line = table.getRowPositionByY(spot.y);
            boolean onRow = line > 0 && table.getCellByPosition(table.getColumnPositionByX(spot.x), line) != null;
            if (at.detail == SWT.MENU_MOUSE && onRow && !pressed) {
                press(spot, line);
            }
            pressed = false;
            at.doit &= at.detail != SWT.MENU_MOUSE || onRow && !isUnselected();
        }

        /** A table that has not the focus gets its press only after the menu that it opens. */
        private void press(Point spot, int line) {
            Event event = new Event();
            event.widget = table;
            event.button = 3;
            event.x = spot.x;
            event.y = spot.y;
            if (!pressMoved(new MouseEvent(event)) && !isSelected(line)) {
                select(List.of(keysSeen().get(line - 1)));
                selected.tell(selection());
            }
            early = true;
        }

        void moves(Event at) {
            if (Math.hypot(at.x - spot.x, at.y - spot.y) > TREMBLE) {
                target.pressed(Optional.empty());
            }
        }

        @Override
        public boolean clickFold(MouseEvent at) {
            @Nullable
            ILayerCell cell = table.getCellByPosition(table.getColumnPositionByX(at.x), table.getRowPositionByY(at.y));
            @Nullable Row<R> row = cell == null ? null : data.getRowObject(cell.getRowIndex());
            if (cell == null || row == null || cell.getColumnIndex() != 0 || row.fold() == Fold.NONE) {
                return false;
            }
            Rectangle bounds = cell.getBounds();
            int x = at.x - bounds.x - 2 - row.depth() * BodyPainter.INDENT;
            if (x < 0 || x >= BodyPainter.INDENT) {
                return false;
            }
            folded.tell(row);
            return true;
        }

        @Override
        public void clickHeader(int columnPosition) {
            int column = table.getColumnIndexByPosition(columnPosition);
            if (column >= 0) {
                sorted.tell(SortOrder.click(sort, columns.get(column).id()));
            }
        }

        @Override
        public void open() {
            stack.selected().stream().findFirst().ifPresent(row -> {
                if (row.fold() != Fold.NONE) {
                    folded.tell(row);
                }
                opened.tell(row.item());
            });
        }

        @Override
        public void fold(boolean open) {
            stack.selected().stream()
                    .filter(row -> row.fold() == (open ? Fold.CLOSED : Fold.OPEN))
                    .forEach(folded::tell);
        }

        @Override
        public void copy() {
            ClipboardText.copy(table.getDisplay(), RowWords.copied(columns, selection()));
        }
    }
}
