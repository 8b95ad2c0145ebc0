// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.util.List;
import java.util.stream.Collectors;

/** Rows as text. */
final class RowWords {
    private RowWords() {}

    /** What a screen reader says of a row: each label with what stands there. */
    static <R> String spoken(List<Column<R, ?>> columns, R row) {
        return columns.stream()
                .filter(column -> !column.text(row).isEmpty())
                .map(column -> column.label() + ' ' + column.text(row) + ", ")
                .collect(Collectors.joining());
    }

    /** What is copied: a line for each row, its cells parted by tabs. */
    static <R> String copied(List<Column<R, ?>> columns, List<R> rows) {
        return rows.stream()
                .map(row -> columns.stream().map(column -> column.text(row)).collect(Collectors.joining("\t")) + '\n')
                .collect(Collectors.joining());
    }
}
