// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.util.Optional;

/** By which column rows are sorted. */
public record SortOrder(String column, boolean descending) {
    /** The sort as a word; {@link #parse(String)} reads it back. */
    public String text() {
        return (descending ? "-" : "+") + column;
    }

    /** @throws IllegalArgumentException when it is not what {@link #text()} wrote */
    public static SortOrder parse(String text) {
        if (text.length() < 2 || "+-".indexOf(text.charAt(0)) < 0) {
            throw new IllegalArgumentException("not a sort: " + text);
        }
        return new SortOrder(text.substring(1), text.charAt(0) == '-');
    }

    /** The sort after a click on a column: up, then down, then up again. */
    public static SortOrder click(Optional<SortOrder> before, String column) {
        return new SortOrder(
                column,
                before.filter(sort -> sort.column.equals(column) && !sort.descending)
                        .isPresent());
    }
}
