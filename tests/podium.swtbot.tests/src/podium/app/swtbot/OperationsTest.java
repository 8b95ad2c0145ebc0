// SPDX-License-Identifier: Apache-2.0
package podium.app.swtbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.swtbot.swt.finder.keyboard.Keystrokes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import podium.operation.Operation;
import podium.operation.OperationState;

/** What was done: in the list, in the journal, and taken back. */
@ExtendWith(AtTheDesk.class)
class OperationsTest {
    private static final String NODE = "gpu-r2-n8";
    private final Desk desk;

    OperationsTest(Desk desk) {
        this.desk = desk;
    }

    @Test
    void anOperationIsInTheListAndInTheJournalAndUndoneByItsKey() throws Exception {
        Api api = desk.api();
        desk.select(NODE);
        List<String> before = desk.fleet.operations();
        desk.hands.menu("Act", "Cordon…");
        desk.hands.button("Cordon " + NODE, "Cordon");
        Operation cordon = desk.fleet.ended("cordon", before);
        assertEquals(OperationState.DONE, cordon.state());
        assertTrue(cordoned(api));
        assertTrue(desk.journal().stream().anyMatch(line -> line.contains(cordon.id()) && line.contains(NODE)));

        desk.hands.part("Operations");
        desk.console.await("it is in the list", () -> desk.screen.things().stream()
                .anyMatch(thing -> thing.contains("Cordon " + NODE)));
        desk.hands.keys(Keystrokes.CTRL, KeyStroke.getInstance('z'));
        desk.hands.button("Undo: ", "Undo");
        assertEquals(OperationState.DONE, desk.fleet.ended("undo", before).state());
        assertTrue(!cordoned(api));
    }

    private static boolean cordoned(Api api) {
        return api.get("/api/v1/nodes/" + NODE).at("/spec/unschedulable").asBoolean();
    }
}
