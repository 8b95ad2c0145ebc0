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
 * out, the last first; the first and the one that takes what room is left stay. UI thread.
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
    private boolean on;

    /** @param wide number of the column that what room is left goes to */
    NarrowColumns(NatTable table, DataLayer body, ColumnWidths widths, List<? extends Column<?, ?>> columns, int wide) {
        this.table = table;
        this.body = body;
        this.widths = widths;
        this.columns = columns;
        this.wide = wide;
        this.hidden = new boolean[columns.size()];
        this.whole = columns.stream().mapToInt(Column::width).toArray();
        table.addListener(SWT.Resize, event -> fit());
    }

    /** From now on. */
    void begin() {
        on = true;
        fit();
    }

    /** A column needs at least so much, for its label or its numbers. */
    void needs(int column, int width) {
        whole[column] = Math.max(whole[column], width);
        fit();
    }

    /** Whether a column may be shown at all. */
    void reveal(int column, boolean shown) {
        hidden[column] = !shown;
        widths.reveal(column, shown);
        fit();
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
        for (int last = whole.length - 1; last > 0 && least(shown) > room; last--) {
            shown[last] &= last == wide;
        }
        int least = least(shown);
        int wanted = IntStream.range(0, whole.length)
                .filter(i -> shown[i])
                .map(i -> whole[i])
                .sum();
        double share = wanted <= least ? 1 : Math.clamp((room - least) / (double) (wanted - least), 0, 1);
        for (int i = 0; i < whole.length; i++) {
            widths.reveal(i, shown[i]);
            int width = least(i) + (int) ((whole[i] - least(i)) * share);
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

    private int least(int column) {
        if (column == wide) {
            return Math.min(whole[column], LEAST_WIDE);
        }
        return columns.get(column).form() == Form.NAME ? Math.min(whole[column], LEAST_NAME) : whole[column];
    }
}
