// SPDX-License-Identifier: Apache-2.0
package podium.app.swtbot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The operator's own rules. */
@ExtendWith(AtTheDesk.class)
class RulesTest {
    private static final String DIALOG = "Rules";
    private static final String FIELD = "Protected nodes, such as prod/gpu-a1-* or gpu-login-*";
    private static final String PROTECTED = "gpu-r2-n7";
    private final Desk desk;

    RulesTest(Desk desk) {
        this.desk = desk;
    }

    @AfterEach
    void protectNothing() {
        desk.hands.closeDialogs();
        protect("");
    }

    @Test
    void aProtectedNodeCannotBeDrainedAndAnotherCan() {
        List<String> before = desk.fleet.operations();
        protect("*/" + PROTECTED);
        desk.select(PROTECTED);
        desk.console.await("the drain is grey", () -> !desk.screen.tools().contains("Drain…"));
        desk.select("gpu-r2-n6");
        desk.console.await("another can be drained", () -> desk.screen.tools().contains("Drain…"));
        assertEquals(before, desk.fleet.operations());
    }

    private void protect(String nodes) {
        desk.hands.menu("Fleet", "Rules…");
        desk.hands.window(DIALOG);
        desk.hands.type(FIELD, nodes);
        desk.hands.button(DIALOG, "Save");
        desk.console.await("the rules are saved", () -> !desk.screen.shows(DIALOG));
    }
}
