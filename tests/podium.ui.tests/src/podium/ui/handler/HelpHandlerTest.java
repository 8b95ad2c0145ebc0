// SPDX-License-Identifier: Apache-2.0
package podium.ui.handler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.ui.dialog.shell.ShellDialogs;
import podium.ui.fake.DialogScreen;

class HelpHandlerTest {
    private final DialogScreen seen = new DialogScreen(ShellDialogs::new);
    private final HelpHandler help = new HelpHandler();

    @AfterEach
    void close() {
        seen.close();
    }

    private void ask() {
        help.show(seen.owner(), null, null, seen.stage.services);
    }

    /** Below a dialog nobody would see it, and the dialog would take no key until it is closed. */
    @Test
    void helpThatIsAskedForInADialogStandsOverItAndOnlyOnce() {
        seen.in(() -> seen.dialogs().refuse("Place train", "it is of Volcano", "recreate it"), () -> {
            Shell below = seen.dialog();
            seen.in(this::ask, () -> {
                Shell over = seen.dialog();
                assertEquals(below, over.getParent());
                ask();
                assertEquals(over, seen.dialog(), "it is there already");
            });
        });
    }
}
