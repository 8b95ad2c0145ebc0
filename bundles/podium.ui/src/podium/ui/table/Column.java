// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.text.NaturalOrder;
import podium.ui.toolkit.Formats;
import podium.ui.toolkit.SafeText;

/**
 * A column as a value: table, sort, filter and CSV export read the same.
 *
 * @param id stable name, also a word of the filter
 * @param width in pixels at 100 %
 * @param form how it lies in the cell
 * @param value what the row has there; null: not known or nothing
 * @param words the value as text; never asked for null
 * @param order of the values; null sorts last whatever the direction
 * @param mark icon and colour before the text
 * @param brief what is shown of a name where all of it does not fit
 * @param more what its tooltip says besides; empty: nothing
 */
public record Column<R, V>(
        String id,
        String label,
        int width,
        Form form,
        Function<R, @Nullable V> value,
        Function<V, String> words,
        Comparator<V> order,
        Function<R, Optional<StateIcon>> mark,
        Function<R, Brief> brief,
        Function<R, String> more) {

    /** A column of which it is not known what tells its texts apart. */
    public Column(
            String id,
            String label,
            int width,
            Form form,
            Function<R, @Nullable V> value,
            Function<V, String> words,
            Comparator<V> order,
            Function<R, Optional<StateIcon>> mark) {
        this(id, label, width, form, value, words, order, mark, row -> Brief.NONE, row -> "");
    }

    /** How text lies in a cell. */
    public enum Form {
        /** Left; cut in the middle. */
        NAME,
        /** Left; cut at the end. */
        SENTENCE,
        /** A sentence of which the rows without a mark are the rest: they stand under its text. */
        PARAGRAPH,
        /** Right; never cut before the number shows. */
        NUMBER
    }

    /** A column of text that is its own value. */
    public static <R> Column<R, String> text(String id, String label, int width, Form form, Function<R, String> value) {
        return new Column<>(
                id,
                label,
                width,
                form,
                value::apply,
                text -> text,
                NaturalOrder.IGNORING_CASE,
                row -> Optional.empty());
    }

    /** A column of comparable values. */
    public static <R, V extends Comparable<V>> Column<R, V> of(
            String id, String label, int width, Form form, Function<R, @Nullable V> value, Function<V, String> words) {
        return new Column<>(id, label, width, form, value, words, Comparator.naturalOrder(), row -> Optional.empty());
    }

    /** A column of whole numbers. */
    public static <R> Column<R, Integer> count(
            String id, String label, int width, Function<R, @Nullable Integer> value) {
        return new Column<>(
                id,
                label,
                width,
                Form.NUMBER,
                value,
                number -> Formats.count(number),
                Comparator.naturalOrder(),
                row -> Optional.empty());
    }

    /** This column with an icon before its text. */
    public Column<R, V> marked(Function<R, Optional<StateIcon>> with) {
        return new Column<>(id, label, width, form, value, words, order, with, brief, more);
    }

    /** This column, which says this where all of its text does not fit. */
    public Column<R, V> cutTo(Function<R, Brief> shorter) {
        return new Column<>(id, label, width, form, value, words, order, mark, shorter, more);
    }

    /** This column, whose tooltips say this. */
    public Column<R, V> telling(Function<R, String> besides) {
        return new Column<>(id, label, width, form, value, words, order, mark, brief, besides);
    }

    /** What the cell shows: safe, one line; empty where there is no value. */
    public String text(R row) {
        @Nullable V v = value.apply(row);
        return v == null ? "" : SafeText.line(words.apply(v));
    }

    /**
     * Rows sorted by this column, then by the tie-breaker. Each value is read once, and large tables are sorted on all
     * cores.
     */
    public List<R> sorted(List<R> rows, boolean descending, Comparator<R> tie) {
        Comparator<V> by = descending ? order.reversed() : order;
        Comparator<Keyed<R, V>> keyed = Comparator.<Keyed<R, V>, @Nullable V>comparing(
                        Keyed::value, Comparator.nullsLast(by))
                .thenComparing(Keyed::row, tie);
        List<Keyed<R, V>> keys = new ArrayList<>(rows.size());
        rows.forEach(row -> keys.add(new Keyed<>(row, value.apply(row))));
        @SuppressWarnings("unchecked")
        Keyed<R, V>[] array = keys.toArray(Keyed[]::new);
        Arrays.parallelSort(array, keyed);
        List<R> sorted = new ArrayList<>(array.length);
        for (Keyed<R, V> key : array) {
            sorted.add(key.row);
        }
        return sorted;
    }

    private record Keyed<R, V>(R row, @Nullable V value) {}

    /** Order of two rows by this column. */
    public int compare(R a, R b, boolean descending) {
        @Nullable V va = value.apply(a);
        @Nullable V vb = value.apply(b);
        if (va == null || vb == null) {
            return va == vb ? 0 : va == null ? 1 : -1;
        }
        int order = this.order.compare(va, vb);
        return descending ? -order : order;
    }
}
