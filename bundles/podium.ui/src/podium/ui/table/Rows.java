// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.util.List;

/**
 * The rows a table shows now, top to bottom: an immutable snapshot of an outline.
 *
 * @param all the rows
 */
public record Rows<R>(List<Row<R>> all) {
    /**
     * A row.
     *
     * @param key stays the same while the thing lives: selection and scroll hold on to it
     * @param depth 0 for the top level
     */
    public record Row<R>(String key, R item, int depth, Fold fold) {}

    /** Whether a row has rows below it. */
    public enum Fold {
        NONE,
        CLOSED,
        OPEN
    }

    /** No rows. */
    public static <R> Rows<R> none() {
        return new Rows<>(List.of());
    }

    public int size() {
        return all.size();
    }
}
