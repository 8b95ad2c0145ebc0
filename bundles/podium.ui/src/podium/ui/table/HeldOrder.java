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
import java.util.stream.Stream;
import podium.ui.table.Rows.Row;

/** What is known of rows now, in the order of before. Any thread. */
final class HeldOrder {
    /** Of more rows nothing is taken over: it would cost more than the moment for which they wait is worth. */
    private static final int MOST = 20_000;

    /** So many may come before it is no longer about single rows. */
    private static final int FEW = 8;

    private HeldOrder() {}

    /**
     * The rows of before at their places, each as it is now. What came at the top level is below them; what came below one of them is the
     * last below it where that moves nothing that is seen, and is left out elsewhere.
     *
     * @param seen how many rows of before there are up to the last that is seen
     * @param now what a row that is not among the next says now
     * @return the same as {@code next} where nothing moves in it
     */
    static <R> Rows<R> of(Rows<R> before, Rows<R> next, int seen, UnaryOperator<R> now) {
        if (isSame(before, next)) {
            return next;
        }
        if (next.size() > MOST || before.size() > MOST) {
            return before;
        }
        Map<String, Row<R>> known = new HashMap<>(next.size() * 2);
        next.all().forEach(row -> known.put(row.key(), row));
        Set<String> came = leaving(next, before);
        List<Row<R>> held = new ArrayList<>();
        for (Row<R> row : before.all()) {
            held.add(known.containsKey(row.key()) ? known.get(row.key()) : left(row, now));
        }
        below(held, next.all(), came, seen);
        boolean isOfThem = false;
        for (Row<R> row : next.all()) {
            isOfThem = row.depth() == 0 ? came.contains(row.key()) : isOfThem;
            if (isOfThem && came.contains(row.key())) {
                held.add(row);
            }
        }
        Rows<R> all = new Rows<>(held);
        return isSame(all, next) ? next : all;
    }

    /** Adds what came below rows that are held, with all that is below it, where no row that is seen stands behind it. */
    private static <R> void below(List<Row<R>> held, List<Row<R>> next, Set<String> came, int seen) {
        for (int i = 1; i < next.size(); i++) {
            if (next.get(i).depth() == 0 || !came.contains(next.get(i).key())) {
                continue;
            }
            int first = i;
            int above = IntStream.iterate(first - 1, at -> at >= 0, at -> at - 1)
                    .filter(at -> next.get(at).depth() < next.get(first).depth())
                    .findFirst()
                    .orElse(0);
            int parent = at(next.get(above).key(), held);
            int place = parent < 0 ? -1 : end(parent, held);
            if (place >= seen || place == held.size()) {
                int end = end(first, next);
                held.addAll(place, next.subList(first, end));
                i = end - 1;
            }
        }
    }

    /** Whether more rows came than one looks at one by one. */
    static <R> boolean isFlood(Rows<R> before, Rows<R> next) {
        return leaving(next, before).size() > Math.max(FEW, before.size() / 10);
    }

    /** Whether a row that stood alone has others below it now, as a cluster has whose nodes are read. */
    static <R> boolean isFilled(Rows<R> before, Rows<R> next) {
        Set<String> alone = new HashSet<>();
        before.all().forEach(row -> alone.add(row.key()));
        heads(before).forEach(alone::remove);
        return heads(next).anyMatch(alone::contains);
    }

    /** The keys of rows that have others below them. */
    private static <R> Stream<String> heads(Rows<R> rows) {
        List<Row<R>> all = rows.all();
        return IntStream.range(1, all.size())
                .filter(i -> all.get(i).depth() > all.get(i - 1).depth())
                .mapToObj(i -> all.get(i - 1).key());
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
    static <R> boolean isSame(Rows<R> before, Rows<R> next) {
        return before.size() == next.size()
                && IntStream.range(0, before.size()).allMatch(i -> before.all()
                        .get(i)
                        .key()
                        .equals(next.all().get(i).key()));
    }
}
