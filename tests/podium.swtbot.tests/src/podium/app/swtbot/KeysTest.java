// SPDX-License-Identifier: Apache-2.0
package podium.app.swtbot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.swt.SWT;
import org.eclipse.swtbot.swt.finder.keyboard.Keystrokes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The console by the keyboard alone. */
@ExtendWith(AtTheDesk.class)
class KeysTest {
    private static final String JOB = "llm-7b-dpo";
    private final Desk desk;

    KeysTest(Desk desk) {
        this.desk = desk;
    }

    @Test
    void aListIsEnteredByItsKeyAndWalkedByArrows() {
        desk.select("rack-1");
        desk.hands.keys(Keystrokes.ALT, KeyStroke.getInstance('1'));
        desk.console.await("the list has the focus", () -> desk.screen.focused(NatTable.class));
        desk.hands.arrow(SWT.ARROW_DOWN, SWT.NONE);
        desk.console.await(
                "the row below is selected", () -> List.of("gpu-r1-n1").equals(desk.fleet.selected()));
        desk.hands.arrow(SWT.ARROW_UP, SWT.NONE);
        desk.console.await(
                "the row of before is selected", () -> List.of("rack-1").equals(desk.fleet.selected()));
    }

    @Test
    void aPlanOpensByItsKeyAndEscapeLeavesItWithNothingSent() {
        desk.select(JOB);
        List<String> before = desk.fleet.operations();
        desk.hands.part("Jobs");
        desk.hands.keys(KeyStroke.getInstance('p'));
        desk.console.await("the dialog", () -> desk.screen.shows("Place " + JOB));
        desk.hands.window("Place " + JOB);
        desk.hands.keys(Keystrokes.ESC);
        desk.console.await("it is closed", () -> !desk.screen.shows("Place " + JOB));
        assertEquals(before, desk.fleet.operations());
    }

    @Test
    void theHelpOpensAtThePartAndCloses() {
        desk.hands.part("Jobs");
        desk.hands.keys(KeyStroke.getInstance(SWT.F1));
        desk.console.await("the help", () -> desk.screen.shows("Help"));
        desk.hands.window("Help");
        desk.hands.keys(Keystrokes.ESC);
        desk.console.await("it is closed", () -> !desk.screen.shows("Help"));
    }
}
