// SPDX-License-Identifier: Apache-2.0
package podium.ui.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.nebula.widgets.nattable.grid.data.DummyBodyDataProvider;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.junit.jupiter.api.Test;

class ColumnWidthsTest {
    @Test
    void whatIsLentIsTakenBackAlsoWhereThatBringsAScrollBarWhichAsksForIt() {
        DataLayer body = new DataLayer(new DummyBodyDataProvider(3, 1));
        ColumnWidths widths = new ColumnWidths(body, 3);
        widths.lend(0, 300);
        widths.lend(1, 20);
        body.addLayerListener(event -> widths.takeBack());
        widths.takeBack();
        assertEquals("100 100 100", widths.text());
        assertEquals(300, body.getWidth());
    }
}
