// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.nebula.widgets.nattable.data.IRowDataProvider;
import podium.core.text.NodeNames;
import podium.ui.table.Rows.Row;

/** The rows of now, as NatTable asks for them. */
@NonNullByDefault({}) // the library's types say nothing of null
final class RowData<R> implements IRowDataProvider<Row<R>> {
    private static final int FEW = 8;
    /** More rows are not looked at for what they have in common. */
    private static final int MOST = 256;

    private final List<Column<R, ?>> columns;
    private Rows<R> rows = Rows.none();
    private @Nullable Map<String, Integer> index;
    private int questions;
    private Set<String> found = Set.of();
    private Set<String> leaving = Set.of();
    /** How the rows are called in a column, as far as that was asked. */
    private final Map<Integer, NodeNames> names = new HashMap<>();

    RowData(List<Column<R, ?>> columns) {
        this.columns = columns;
    }

    void set(Rows<R> next) {
        rows = next;
        index = null;
        questions = 0;
        leaving = Set.of();
        names.clear();
    }

    /** What the texts of a column have in common, so that they are still told apart where they are cut. */
    NodeNames names(int column) {
        return names.computeIfAbsent(
                column,
                at -> NodeNames.of(rows.all().stream()
                        .limit(MOST)
                        .map(row -> columns.get(at).text(row.item()))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.toCollection(LinkedHashSet::new))));
    }

    /** Rows with these keys are shown for a moment only, until other rows are set. */
    void leaving(Set<String> keys) {
        leaving = keys;
    }

    boolean isLeaving(Row<R> row) {
        return leaving.contains(row.key());
    }

    /** Rows with these keys are marked. */
    void found(Set<String> keys) {
        found = Set.copyOf(keys);
    }

    boolean isFound(Row<R> row) {
        return found.contains(row.key());
    }

    Rows<R> rows() {
        return rows;
    }

    /**
     * Where the row with this key is; negative when it is not shown. A few questions are answered by looking through the
     * rows; for more an index is made.
     */
    int indexOf(String key) {
        Map<String, Integer> known = index;
        if (known == null && ++questions <= FEW) {
            for (int i = 0; i < rows.size(); i++) {
                if (rows.all().get(i).key().equals(key)) {
                    return i;
                }
            }
            return -1;
        }
        if (known == null) {
            known = new HashMap<>(rows.size() * 2);
            for (int i = 0; i < rows.size(); i++) {
                known.put(rows.all().get(i).key(), i);
            }
            index = known;
        }
        return known.getOrDefault(key, -1);
    }

    @Override
    public Object getDataValue(int column, int row) {
        return columns.get(column).text(rows.all().get(row).item());
    }

    @Override
    public void setDataValue(int column, int row, @Nullable Object value) {
        throw new UnsupportedOperationException("the table is read-only");
    }

    @Override
    public int getColumnCount() {
        return columns.size();
    }

    @Override
    public int getRowCount() {
        return rows.size();
    }

    @Override
    public @Nullable Row<R> getRowObject(int row) {
        return row >= 0 && row < rows.size() ? rows.all().get(row) : null;
    }

    /** Empty: there is no such row. */
    String key(int row) {
        return row >= 0 && row < rows.size() ? rows.all().get(row).key() : "";
    }

    @Override
    public int indexOfRowObject(Row<R> row) {
        return indexOf(row.key());
    }
}
