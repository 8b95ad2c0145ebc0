// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

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
    public record Row<R>(String key, R item, int depth, Fold fold) {
        /** One at the top level, with nothing below it. */
        public Row(String key, R item) {
            this(key, item, 0, Fold.NONE);
        }
    }

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

    /** A row for each item, none below another one. */
    public static <R> Rows<R> of(List<R> items, Function<R, String> key) {
        return new Rows<>(
                items.stream().map(item -> new Row<>(key.apply(item), item)).toList());
    }

    /** The same of lines that are known by their place only, as those of a text: the key is the index, from 0. */
    public static <R> Rows<R> numbered(List<R> items) {
        return new Rows<>(IntStream.range(0, items.size())
                .mapToObj(i -> new Row<>(String.valueOf(i), items.get(i)))
                .toList());
    }

    public int size() {
        return all.size();
    }
}
