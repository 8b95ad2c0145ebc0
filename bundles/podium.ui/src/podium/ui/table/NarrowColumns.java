// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.swt.SWT;
import podium.ui.table.Column.Form;

/**
 * Keeps all columns in sight where a table is narrow: names give way first, for they are cut in their middle, then columns are left
 * out, the last first; the first and the one that takes what room is left stay. What the first says is whole as long as half of the
 * table has room for it, for it tells what a row is of. UI thread.
 */
@NonNullByDefault({}) // the library's types say nothing of null
final class NarrowColumns {
    private static final int LEAST_NAME = 70;
    private static final int LEAST_WIDE = 90;

    private final NatTable table;
    private final DataLayer body;
    private final ColumnWidths widths;
    private final List<? extends Column<?, ?>> columns;
    private final int[] whole;
    private final int wide;
    private final boolean[] hidden;
    private final boolean[] byHand;
    private boolean on;
    private boolean hides;
    /** Pixels that the longest name of the first column needs, as far as they were seen. */
    private int first;

    /** @param wide number of the column that what room is left goes to */
    NarrowColumns(NatTable table, DataLayer body, ColumnWidths widths, List<? extends Column<?, ?>> columns, int wide) {
        this.table = table;
        this.body = body;
        this.widths = widths;
        this.columns = columns;
        this.wide = wide;
        this.hidden = new boolean[columns.size()];
        this.byHand = new boolean[columns.size()];
        this.whole = columns.stream().mapToInt(Column::width).toArray();
        table.addListener(SWT.Resize, event -> fit());
    }

    /**
     * From now on.
     *
     * @param leave whether the last columns are left out where all of them have no room at their least; else they are scrolled to
     */
    void begin(boolean leave) {
        on = true;
        hides = leave;
        fit();
    }

    /** The operator chose the width of a column: it stays. */
    void chosen(int column) {
        byHand[column] = true;
    }

    /** A column needs at least so much, for its label or its numbers. */
    void needs(int column, int width) {
        whole[column] = Math.max(whole[column], width);
        fit();
    }

    /** A name of the first column needs so much. */
    void first(int width) {
        if (width > first) {
            first = width;
            fit();
        }
    }

    /** Whether a column may be shown at all. */
    void reveal(int column, boolean shown) {
        if (hidden[column] == !shown) {
            return;
        }
        hidden[column] = !shown;
        widths.reveal(column, shown);
        fit();
    }

    /** Whether a column is left out though there is room. */
    boolean isHidden(int column) {
        return hidden[column];
    }

    private void fit() {
        int room = table.getClientArea().width;
        if (!on || room <= 0) {
            return;
        }
        boolean[] shown = new boolean[whole.length];
        for (int i = 0; i < shown.length; i++) {
            shown[i] = !hidden[i];
        }
        for (int last = whole.length - 1; hides && last > 0 && least(shown) > room; last--) {
            shown[last] &= last == wide;
        }
        int least = least(shown);
        int wanted = IntStream.range(0, whole.length)
                .filter(i -> shown[i])
                .map(this::whole)
                .sum();
        double share = wanted <= least ? 1 : Math.clamp((room - least) / (double) (wanted - least), 0, 1);
        for (int i = 0; i < whole.length; i++) {
            widths.reveal(i, shown[i]);
            int width = least(i) + (int) ((whole(i) - least(i)) * share);
            if (i == wide) {
                body.setMinColumnWidth(i, width);
            } else if (shown[i] && body.getColumnWidthByPosition(i) != width) {
                body.setColumnWidthByPosition(i, width);
            }
        }
    }

    private int least(boolean[] shown) {
        return IntStream.range(0, whole.length)
                .filter(i -> shown[i])
                .map(this::least)
                .sum();
    }

    private int whole(int column) {
        return byHand[column] ? body.getColumnWidthByPosition(column) : Math.max(whole[column], named(column));
    }

    private int named(int column) {
        return column == 0 && hides && columns.getFirst().form() == Form.NAME
                ? Math.min(first, table.getClientArea().width / 2)
                : 0;
    }

    private int least(int column) {
        if (byHand[column]) {
            return body.getColumnWidthByPosition(column);
        }
        if (column == wide) {
            return Math.min(whole[column], LEAST_WIDE);
        }
        return switch (columns.get(column).form()) {
            case NAME -> Math.max(named(column), Math.min(whole[column], LEAST_NAME));
            case SENTENCE -> hides ? whole[column] : Math.min(whole[column], LEAST_WIDE);
            default -> whole[column];
        };
    }
}
