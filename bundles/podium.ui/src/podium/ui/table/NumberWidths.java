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
 * Widens columns of numbers to what stands in them: a number that is cut reads as another one. Widths are changed between
 * two paintings, for the rows that were in sight. UI thread.
 */
@NonNullByDefault({}) // the library's types say nothing of null
final class NumberWidths {
    private final DataLayer body;
    private final Repaint widen;
    private final Map<Integer, Integer> wanted = new HashMap<>();

    NumberWidths(NatTable table, DataLayer body) {
        this.body = body;
        this.widen = Repaint.of(table, Duration.ZERO, this::widen);
    }

    /** A number did not fit its column, which would need so many pixels. */
    void tooNarrow(int column, int width) {
        if (wanted.merge(column, width, Math::max) == width) {
            widen.request();
        }
    }

    private void widen() {
        wanted.forEach((column, width) -> {
            if (!body.isColumnPercentageSizing(column) && body.getColumnWidthByPosition(column) < width) {
                body.setColumnWidthByPosition(column, width);
            }
        });
        wanted.clear();
    }
}
