// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import podium.ui.toolkit.Repaint;

/**
 * Widens columns to what must not be cut: their labels, and numbers, for a number that is cut reads as another one. Widths are
 * changed between two paintings, for the rows that were in sight. UI thread.
 */
@NonNullByDefault({}) // the library's types say nothing of null
final class WantedWidths {
    private final DataLayer body;
    private final NarrowColumns narrow;
    private final Repaint widen;
    private final Map<Integer, Integer> wanted = new HashMap<>();

    /** @param narrow hears of it too, where it keeps all columns in sight */
    WantedWidths(NatTable table, DataLayer body, NarrowColumns narrow) {
        this.body = body;
        this.narrow = narrow;
        this.widen = Repaint.of(table, Duration.ZERO, this::widen);
    }

    /** A label or a number did not fit its column, which would need so many pixels. */
    void tooNarrow(int column, int width) {
        if (wanted.merge(column, width, Math::max) == width) {
            widen.request();
        }
    }

    private void widen() {
        wanted.forEach((column, width) -> {
            int now = body.getColumnWidthByPosition(column);
            boolean hidden = now == 0;
            if (!hidden && !body.isColumnPercentageSizing(column) && now < width) {
                body.setColumnWidthByPosition(column, width);
                narrow.needs(column, width);
            }
        });
        wanted.clear();
    }
}
