// SPDX-License-Identifier: Apache-2.0
package podium.app.swtbot;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A shell in the container of a task. */
@ExtendWith(AtTheDesk.class)
class ShellTest {
    private static final String POD = "nb-rowan-0";
    private final Desk desk;

    ShellTest(Desk desk) {
        this.desk = desk;
    }

    @Test
    void whatIsTypedIntoAShellIsAnsweredByItsContainer() throws Exception {
        open();
        desk.hands.type("hostname\n");
        desk.console.await("the container says who it is", () -> desk.screen.has("terminal " + POD));
        assertTrue(
                desk.journal().stream().anyMatch(line -> line.contains("shell") && line.contains(POD)),
                () -> "the journal does not know of it");
    }

    @Test
    void toLockTheClusterClosesItsShells() {
        open();
        desk.hands.tool(words -> words.endsWith("unlocked"));
        desk.console.await("the shell is closed", () -> desk.screen.has("terminal Closed: "));
        desk.hands.tool(words -> words.endsWith("read-only"));
    }

    private void open() {
        desk.select(POD);
        desk.hands.menu("Act", "Shell");
        desk.console.await(
                "the tab says where", () -> desk.screen.tabs().stream().anyMatch(tab -> tab.startsWith(POD + " / ")));
        desk.console.await("it asks for a line", () -> desk.screen.has("terminal root@" + POD));
    }
}
