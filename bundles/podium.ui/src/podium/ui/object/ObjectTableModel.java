// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import podium.core.api.ObjectTable;
import podium.core.api.ObjectTable.Heading;
import podium.core.api.ObjectTable.Row;
import podium.core.api.ServedResource;
import podium.ui.filter.Filter;
import podium.ui.filter.FilterFields;
import podium.ui.table.Column;
import podium.ui.table.Column.Form;
import podium.ui.table.Rows;
import podium.ui.table.SortOrder;
import podium.ui.texts.Texts;

/** A server's table, filtered and sorted; without widgets. UI thread. */
final class ObjectTableModel {
    private static final String NAMESPACE = "namespace";
    private static final int SAMPLE = 200;
    private static final int CHARACTER = 7;
    private static final int EDGES = 26;
    /** Pixels of the sign before a cell. */
    private static final int SIGN = 22;

    private static final int NARROWEST = 56;
    private static final int WIDEST = 320;

    /** What a plain word is looked for in, of each row that was asked for it. */
    private final Map<Row, String> searched = new IdentityHashMap<>();

    private ObjectTable table = new ObjectTable(List.of(), List.of(), true);
    private boolean namespaces;
    private boolean wide;
    private List<Column<Row, ?>> columns = List.of();
    private FilterFields<Row> fields = new FilterFields<>(this::searched);
    private String typed = "";
    private Filter<Row> filter = Filter.all();
    private Optional<SortOrder> sort = Optional.empty();

    /** Shows another table; true when its columns are others than before, or their widths, which follow the first rows. */
    boolean show(ServedResource resource, String namespace, ObjectTable read) {
        boolean spread = resource.namespaced() && namespace.isEmpty();
        boolean first = table.rows().isEmpty() && !read.rows().isEmpty();
        boolean other = first || spread != namespaces || !read.headings().equals(table.headings());
        namespaces = spread;
        table = read;
        searched.clear();
        if (other) {
            rebuild();
        }
        return other;
    }

    /** Whether what kubectl shows only with {@code -o wide} is shown. */
    void wide(boolean shown) {
        wide = shown;
        rebuild();
    }

    private void rebuild() {
        List<Column<Row, ?>> made = new ArrayList<>();
        fields = new FilterFields<>(this::searched);
        Set<String> ids = new HashSet<>();
        if (namespaces) {
            made.add(column(
                    NAMESPACE, Texts.of("ObjectTableModel.namespace"), NAMESPACE.length(), false, Row::namespace));
            fields.text(NAMESPACE, Row::namespace);
            ids.add(NAMESPACE);
        }
        for (int i = 0; i < table.headings().size(); i++) {
            Heading heading = table.headings().get(i);
            int at = i;
            String id = id(heading.name(), ids);
            fields.text(id, row -> cell(row, at));
            if (wide || !heading.wide()) {
                made.add(column(id, heading.name(), heading.name().length(), heading.isNumber(), row -> cell(row, at)));
            }
        }
        columns = List.copyOf(made);
        sort = sort.filter(by -> columns.stream().anyMatch(column -> column.id().equals(by.column())));
        filter(typed);
    }

    /** A heading as a word of the filter. */
    private static String id(String heading, Set<String> taken) {
        String word = heading.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String id = word.isEmpty() || Character.isDigit(word.charAt(0)) ? "c" + word : word;
        while (!taken.add(id)) {
            id += "2";
        }
        return id;
    }

    private Column<Row, CellValue> column(
            String id, String label, int head, boolean number, Function<Row, String> cell) {
        int longest = table.rows().stream()
                .limit(SAMPLE)
                .mapToInt(row -> cell.apply(row).length())
                .max()
                .orElse(0);
        int sign = CellMarks.isOf(label) ? SIGN : 0;
        int width = Math.clamp(Math.max(longest, head + 2L) * CHARACTER + EDGES + sign, NARROWEST, WIDEST);
        Form form = number ? Form.NUMBER : id.equals("name") || id.equals(NAMESPACE) ? Form.NAME : Form.SENTENCE;
        return new Column<>(
                id,
                label,
                width,
                form,
                row -> cell.apply(row).isEmpty() ? null : CellValue.of(cell.apply(row)),
                CellValue::text,
                Comparator.naturalOrder(),
                row -> CellMarks.of(label, cell.apply(row)));
    }

    private static String cell(Row row, int at) {
        return at < row.cells().size() ? row.cells().get(at) : "";
    }

    private String searched(Row row) {
        return searched.computeIfAbsent(row, ObjectTableModel::all);
    }

    private static String all(Row row) {
        return (row.namespace() + " " + String.join(" ", row.cells())).toLowerCase(Locale.ROOT);
    }

    List<Column<Row, ?>> columns() {
        return columns;
    }

    /** The number of the column that takes what room is left. */
    int widest() {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).id().equals("message"))
                .findFirst()
                .orElse(columns.size() - 1);
    }

    /** Filters by what was typed; what of it was not understood. */
    Optional<String> filter(String words) {
        typed = words;
        filter = Filter.parse(words, fields);
        return filter.problem();
    }

    /** What the filter leaves out, in words; empty: it only asks for things. */
    Optional<String> without() {
        return filter.without();
    }

    void sort(Optional<SortOrder> by) {
        sort = by;
    }

    Optional<SortOrder> sort() {
        return sort;
    }

    /** How many objects there are, whether or not they pass the filter. */
    int size() {
        return table.rows().size();
    }

    /** How many of them pass the filter. */
    int passing() {
        return (int) table.rows().stream().filter(filter.test()).count();
    }

    boolean isWhole() {
        return table.whole();
    }

    /** The rows that pass the filter, in their order; without one, in the server's. */
    Rows<Row> rows() {
        List<Row> shown = table.rows().stream().filter(filter.test()).toList();
        Optional<Column<Row, ?>> by = sort.flatMap(it -> columns.stream()
                .filter(column -> column.id().equals(it.column()))
                .findFirst());
        if (by.isPresent()) {
            shown = by.get().sorted(shown, sort.orElseThrow().descending(), (a, b) -> key(a).compareTo(key(b)));
        }
        return Rows.of(shown, row -> key(row));
    }

    /** What the row says now of an object that is about to go, and why it goes; of one that is gone, what it said last. */
    Row now(Row row) {
        return table.rows().stream()
                .filter(it -> key(it).equals(key(row)))
                .findFirst()
                .map(it -> named(it, Texts.of("ObjectTableModel.doesNotMatch", it.name())))
                .orElseGet(() -> named(row, Texts.of("ObjectTableModel.gone", row.name())));
    }

    /** The same row with other words for its name, where that is shown. */
    private Row named(Row row, String words) {
        List<String> cells = new ArrayList<>(row.cells());
        int at = table.headings().stream().map(Heading::name).toList().indexOf("Name");
        if (at >= 0 && at < cells.size()) {
            cells.set(at, words);
        }
        return new Row(row.namespace(), row.name(), row.uid(), cells);
    }

    private static String key(Row row) {
        return row.uid().isEmpty() ? row.namespace() + "/" + row.name() : row.uid();
    }
}
