// SPDX-License-Identifier: Apache-2.0
package podium.ui.trim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import podium.ui.fake.FakeFleet;
import podium.ui.fake.PartScreen;
import podium.ui.table.Column;
import podium.ui.table.RowTable;
import podium.ui.toolkit.UiServices;

class RefusalNoteTest {
    private final PartScreen seen = new PartScreen();
    private final AtomicReference<Instant> now = new AtomicReference<>(FakeFleet.NOW);
    private final AtomicReference<Optional<String>> why =
            new AtomicReference<>(Optional.of("Cannot drain: select nodes"));
    private final RefusalNote note = new RefusalNote(
            seen.shell.getDisplay(),
            new UiServices(
                    seen.stage.services.theme(),
                    seen.stage.services.background(),
                    now::get,
                    seen.stage.services.hidden()));

    @BeforeEach
    void open() {
        seen.shell.setLayout(new FillLayout());
        new Text(seen.shell, SWT.NONE).setData("name", "field");
        seen.show();
        note.say(why::get);
    }

    @AfterEach
    void close() {
        for (Shell left : seen.shell.getShells()) {
            left.dispose();
        }
        seen.shell.dispose();
        seen.close();
    }

    @Test
    void itStandsWithinTheWindow() {
        assertEquals(why.get(), note.words());
        Rectangle at = seen.shell.getShells()[0].getBounds();
        assertTrue(seen.shell.getBounds().contains(at.x, at.y), at.toString());
    }

    @Test
    void itStandsAboveATableAndNotOnItsRows() {
        seen.shell.setLayout(new FillLayout(SWT.VERTICAL));
        RowTable<String> table = RowTable.table(
                seen.shell,
                seen.stage.services.theme(),
                List.of(Column.text("name", "name", 100, Column.Form.NAME, (String one) -> one)),
                "operations");
        seen.shell.layout(true);
        note.say(table.control(), why::get);
        Rectangle at = seen.shell.getShells()[0].getBounds();
        int top = table.control().toDisplay(0, 0).y;
        assertTrue(at.y + at.height <= top, at + " is above " + top);
        assertTrue(seen.shell.getBounds().contains(at.x, at.y), at.toString());
    }

    @Test
    void itGoesWhenItsReasonIsGone() {
        why.set(Optional.empty());
        seen.until("it is gone", () -> note.words().isEmpty());
    }

    @Test
    void itGoesAfterAWhile() {
        now.set(FakeFleet.NOW.plus(RefusalNote.SHOWN));
        seen.until("it is gone", () -> note.words().isEmpty());
    }

    @Test
    void itGoesWithTheNextKey() {
        seen.shell.getChildren()[0].notifyListeners(SWT.KeyDown, new Event());
        assertEquals(Optional.empty(), note.words());
    }
}
