// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import java.util.Optional;
import java.util.function.ToIntFunction;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Control;
import podium.core.text.NodeNames;
import podium.ui.table.Column.Form;
import podium.ui.table.Rows.Row;
import podium.ui.toolkit.TextShortener;

/**
 * What of a text is shown in a cell.
 *
 * @param sign stands behind it for words that were left out
 */
record CellText(String text, Optional<StateIcon> sign) {
    /** Pixels of a sign with the gap before it. */
    static final int SIGN = 20;

    private static final int EDGES = 8;

    /** The whole text of a cell that does not show it whole; else none. */
    static <R> String cut(Control table, Column<R, ?> column, Row<R> row, int seen) {
        String text = column.text(row.item());
        GC gc = new GC(table);
        try {
            gc.setFont(table.getFont());
            int needed = gc.textExtent(text).x
                    + row.depth() * SIGN
                    + (column.mark().apply(row.item()).isPresent() ? SIGN : 0)
                    + EDGES;
            return needed > seen ? text : "";
        } finally {
            gc.dispose();
        }
    }

    /**
     * The text where it fits; else what it says in brief, cut if need be.
     *
     * @param width there is, in pixels
     */
    static CellText fit(String text, Brief brief, Form form, int width, ToIntFunction<String> measure) {
        if (measure.applyAsInt(text) <= width && measure.applyAsInt(brief.widest()) <= width) {
            return new CellText(text, Optional.empty());
        } else if (form != Form.NAME) {
            String said = brief.text().isEmpty() ? text : brief.text();
            return new CellText(TextShortener.sentence(said, width, measure), Optional.empty());
        }
        int room = brief.sign().isPresent() ? width - SIGN : width;
        if (brief.names().isPresent()) {
            NodeNames names = brief.names().get();
            return new CellText(
                    TextShortener.fit(text, width, measure, keep -> names.cut(text, keep + 1)), Optional.empty());
        }
        String shorter = brief.text().isEmpty() ? text : brief.text();
        return new CellText(TextShortener.name(shorter, brief.core(), room, measure), brief.sign());
    }
}
