// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;

/** How wide the columns of a table are, those that are not shown included. UI thread. */
final class ColumnWidths {
    private final DataLayer body;
    private final int count;
    /** Columns that are not shown, with the widths they have when they are. */
    private final Map<Integer, Integer> hidden = new HashMap<>();

    /** Columns that have more room for now, with the widths they have without and with it. */
    private final Map<Integer, Lent> lent = new HashMap<>();

    private record Lent(int before, int width) {}

    ColumnWidths(DataLayer body, int count) {
        this.body = body;
        this.count = count;
    }

    /** In pixels, to be kept. */
    String text() {
        return IntStream.range(0, count)
                .map(column -> hidden.getOrDefault(column, before(column)))
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(" "));
    }

    /** Without what is lent; who made it as wide by hand keeps that. */
    private int before(int column) {
        int now = body.getColumnWidthByPosition(column);
        Lent more = lent.get(column);
        return more != null && more.width() == now ? more.before() : now;
    }

    /** Widens a column until it is taken back. */
    void lend(int column, int width) {
        lent.put(column, new Lent(before(column), width));
        body.setColumnWidthByPosition(column, width);
    }

    /** A column that changes may bring a scroll bar, which asks for the same once more. */
    void takeBack() {
        Map<Integer, Lent> all = Map.copyOf(lent);
        lent.clear();
        all.forEach((column, more) -> {
            if (body.getColumnWidthByPosition(column) == more.width()) {
                body.setColumnWidthByPosition(column, more.before());
            }
        });
    }

    /** Takes what was kept, and tells it column by column. */
    int[] take(String kept) {
        int[] all = Stream.of(kept.split(" ")).mapToInt(Integer::parseInt).toArray();
        if (all.length != count || IntStream.of(all).anyMatch(width -> width < 8 || width > 4000)) {
            throw new IllegalArgumentException("not the widths of " + count + " columns: " + kept);
        }
        for (int i = 0; i < all.length; i++) {
            if (hidden.containsKey(i)) {
                hidden.put(i, all[i]);
            } else if (!body.isColumnPercentageSizing(i)) {
                body.setColumnWidthByPosition(i, all[i]);
            }
        }
        return all;
    }

    void reveal(int column, boolean shown) {
        if (shown && hidden.containsKey(column)) {
            body.setColumnWidthByPosition(column, hidden.remove(column));
        } else if (!shown && !hidden.containsKey(column)) {
            hidden.put(column, body.getColumnWidthByPosition(column));
            body.setColumnWidthByPosition(column, 0);
        }
    }
}
