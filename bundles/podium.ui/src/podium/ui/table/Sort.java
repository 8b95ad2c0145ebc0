// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** By which column rows are sorted. */
public record Sort(String column, boolean descending) {
    /** The sort after a click on a column: up, then down, then up again. */
    public static Sort click(Optional<Sort> before, String column) {
        return new Sort(
                column,
                before.filter(sort -> sort.column.equals(column) && !sort.descending)
                        .isPresent());
    }

    /** Order of rows by the column of this name; empty when there is none. */
    public <R> Optional<Comparator<R>> order(List<Column<R, ?>> columns) {
        for (Column<R, ?> candidate : columns) {
            if (candidate.id().equals(column)) {
                return Optional.of((a, b) -> candidate.compare(a, b, descending));
            }
        }
        return Optional.empty();
    }
}
