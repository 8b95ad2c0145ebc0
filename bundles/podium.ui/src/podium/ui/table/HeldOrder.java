// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import podium.ui.table.Rows.Row;

/** What is known of rows now, in the order of before. Any thread. */
final class HeldOrder {
    /** Of more rows nothing is taken over: it would cost more than the moment for which they wait is worth. */
    private static final int MOST = 20_000;

    private HeldOrder() {}

    /**
     * The rows of before at their places, each as it is now. Rows that came are left out.
     *
     * @param now what a row that is not among the next says now
     * @return the same as {@code next} where nothing moves in it
     */
    static <R> Rows<R> of(Rows<R> before, Rows<R> next, UnaryOperator<R> now) {
        if (isSame(before.all(), next.all())) {
            return next;
        }
        if (next.size() > MOST || before.size() > MOST) {
            return before;
        }
        Map<String, Row<R>> known = new HashMap<>(next.size() * 2);
        next.all().forEach(row -> known.put(row.key(), row));
        return new Rows<>(before.all().stream()
                .map(row -> known.containsKey(row.key()) ? known.get(row.key()) : left(row, now))
                .toList());
    }

    /**
     * The rows of before, but one of them folded or unfolded as it is among the next.
     *
     * @return {@code next} where the row is not among these, or there are very many
     */
    static <R> Rows<R> folded(Rows<R> before, Rows<R> next, String key) {
        if (next.size() > MOST || before.size() > MOST) {
            return next;
        }
        List<Row<R>> rows = next.all();
        int now = at(key, rows);
        List<Row<R>> shown = before.all();
        int then = at(key, shown);
        if (now < 0 || then < 0) {
            return next;
        }
        List<Row<R>> all = new ArrayList<>(shown.subList(0, then));
        all.addAll(rows.subList(now, end(now, rows)));
        all.addAll(shown.subList(end(then, shown), shown.size()));
        return new Rows<>(all);
    }

    private static <R> int at(String key, List<Row<R>> rows) {
        return IntStream.range(0, rows.size())
                .filter(i -> rows.get(i).key().equals(key))
                .findFirst()
                .orElse(-1);
    }

    /** Where the rows below a row end. */
    private static <R> int end(int row, List<Row<R>> rows) {
        return IntStream.range(row + 1, rows.size())
                .filter(i -> rows.get(i).depth() <= rows.get(row).depth())
                .findFirst()
                .orElse(rows.size());
    }

    /** The keys of rows that are not among the next ones; of very many none is told. */
    static <R> Set<String> leaving(Rows<R> before, Rows<R> next) {
        if (next.size() > MOST || before.size() > MOST) {
            return Set.of();
        }
        Set<String> leaving = new HashSet<>();
        before.all().forEach(row -> leaving.add(row.key()));
        next.all().forEach(row -> leaving.remove(row.key()));
        return leaving;
    }

    private static <R> Row<R> left(Row<R> row, UnaryOperator<R> now) {
        return new Row<>(row.key(), now.apply(row.item()), row.depth(), row.fold());
    }

    /** Whether rows of the same keys stand at the same places. */
    private static <R> boolean isSame(List<Row<R>> before, List<Row<R>> next) {
        if (before.size() != next.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).key().equals(next.get(i).key())) {
                return false;
            }
        }
        return true;
    }
}
