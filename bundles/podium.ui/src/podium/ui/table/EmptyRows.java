// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.util.function.BooleanSupplier;
import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.graphics.Rectangle;
import podium.ui.toolkit.PaintedWords;
import podium.ui.toolkit.Theme;

/** What a table says below its header while it has no rows: why, and what to do next. UI thread. */
@NonNullByDefault({}) // the library's types say nothing of null
final class EmptyRows {
    private static final int MARGIN = 16;

    private final NatTable table;
    private final BooleanSupplier none;
    private String words = "";

    /** @param none whether the table has no rows now */
    EmptyRows(NatTable table, Theme theme, BooleanSupplier none) {
        this.table = table;
        this.none = none;
        table.addPaintListener(event -> {
            if (!words().isEmpty()) {
                PaintedWords.paint(event.gc, theme, table.getFont(), words(), area());
            }
        });
    }

    /** What is said now; empty: there are rows, or nothing to say. */
    String words() {
        return none.getAsBoolean() ? words : "";
    }

    /** Where it is said. */
    Rectangle area() {
        Rectangle all = table.getClientArea();
        int top = RowTable.ROW_HEIGHT + MARGIN;
        return new Rectangle(
                all.x + MARGIN, all.y + top, Math.max(1, all.width - 2 * MARGIN), Math.max(0, all.height - top));
    }

    void say(String now) {
        if (!now.equals(words)) {
            words = now;
            table.redraw();
        }
    }
}
