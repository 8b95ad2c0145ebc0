// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.swt.graphics.Rectangle;
import podium.ui.toolkit.NamedBounds;

/** Where the rows in sight are, by "row" and the texts of their cells, or by "none" what is said in their place. */
record RowBounds(NatTable table, EmptyRows none) implements NamedBounds {
    @Override
    public Map<String, Rectangle> places() {
        Map<String, Rectangle> places = new LinkedHashMap<>();
        int columns = table.getColumnCount();
        for (int row = 1; row < table.getRowCount(); row++) {
            StringBuilder name = new StringBuilder("row");
            for (int column = 0; column < columns; column++) {
                ILayerCell cell = table.getCellByPosition(column, row);
                name.append(" | ").append(cell == null ? "" : cell.getDataValue());
            }
            Rectangle bounds = table.getBoundsByPosition(Math.min(1, columns - 1), row);
            if (bounds != null) {
                places.put(name.toString(), bounds);
            }
        }
        if (!none.words().isEmpty()) {
            places.put("none | " + none.words(), none.area());
        }
        return places;
    }
}
