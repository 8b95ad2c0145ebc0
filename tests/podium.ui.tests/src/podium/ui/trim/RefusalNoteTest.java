// SPDX-License-Identifier: Apache-2.0
package podium.ui.trim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
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
import podium.ui.toolkit.UiServices;

class RefusalNoteTest {
    private final PartScreen seen = new PartScreen();
    private final AtomicReference<Instant> now = new AtomicReference<>(FakeFleet.NOW);
    private final AtomicReference<Optional<String>> why =
            new AtomicReference<>(Optional.of("Cannot drain: select nodes"));
    private final RefusalNote note = new RefusalNote(
            seen.shell.getDisplay(),
            new UiServices(seen.stage.services.theme(), seen.stage.services.background(), now::get));

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
