// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.swt.SWT;
import podium.ui.toolkit.Repaint;

/**
 * Gives columns whose words are cut the room that the words of the widest column leave, until the table gets another size. A column
 * that the operator made narrower stays so. UI thread.
 */
@NonNullByDefault({}) // the library's types say nothing of null
final class RoomForWords {
    private final DataLayer body;
    private final ColumnWidths widths;
    private final int wide;
    private final Repaint give;
    private final Map<Integer, Integer> wanted = new HashMap<>();
    private final Set<Integer> chosen = new HashSet<>();

    /** @param wide number of the column that what room is left goes to */
    RoomForWords(NatTable table, RowLayerStack<?> stack, ColumnWidths widths, int wide) {
        this.body = stack.body;
        this.widths = widths;
        this.wide = wide;
        this.give = Repaint.of(table, Duration.ZERO, this::give);
        table.addListener(SWT.Resize, event -> {
            wanted.clear();
            widths.takeBack();
        });
    }

    /** The operator chose the width of a column: it is lent nothing. */
    void chosen(int column) {
        chosen.add(column);
    }

    /** All of what a cell says needs so many pixels of those that there are for it. */
    void needs(int column, int width, int there) {
        if ((column == wide || width > there)
                && wanted.getOrDefault(column, 0) < width
                && body.getColumnWidthByPosition(column) > 0) {
            wanted.put(column, width);
            give.request();
        }
    }

    private void give() {
        widths.takeBack();
        int room = body.getColumnWidthByPosition(wide)
                - Math.max(body.getMinColumnWidth(wide), wanted.getOrDefault(wide, 0));
        for (int column = 0; column < body.getColumnCount() && room > 0; column++) {
            int now = body.getColumnWidthByPosition(column);
            int more = Math.min(room, wanted.getOrDefault(column, 0) - now);
            if (column != wide && now > 0 && more > 0 && !chosen.contains(column)) {
                widths.lend(column, now + more);
                room -= more;
            }
        }
    }
}
