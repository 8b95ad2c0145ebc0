// SPDX-License-Identifier: Apache-2.0
package podium.ui.object;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import podium.core.api.ObjectTable;
import podium.core.api.ObjectTable.Heading;
import podium.core.api.ObjectTable.Row;

class ObjectTableModelTest {
    private final ObjectTableModel model = new ObjectTableModel();

    private void show(Row... rows) {
        model.show(
                FakeTables.PODS,
                "team",
                new ObjectTable(
                        List.of(new Heading("Name", "string", false), new Heading("Status", "string", false)),
                        List.of(rows),
                        true));
    }

    @Test
    void aRowThatIsAboutToGoSaysWhy() {
        Row runs = FakeTables.row("team", "web", "Running");
        show(runs);
        model.filter("status:running");
        show(FakeTables.row("team", "web", "Completed"));
        Row other = model.now(runs);
        assertEquals(List.of("web (no longer matches the filter)", "Completed"), other.cells());
        assertEquals("web", other.name());
        show();
        Row gone = model.now(other);
        assertEquals(List.of("web (gone)", "Completed"), gone.cells());
        assertEquals(gone, model.now(gone), "it is said once");
    }
}
