// SPDX-License-Identifier: Apache-2.0
package podium.app.swtbot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import podium.operation.OperationState;

/** A gang of 16 ranks that waits at the gate, laid out rank by rank. */
@ExtendWith(AtTheDesk.class)
class GangTest {
    private static final String GANG = "moe-router-sweep";
    private static final int RANKS = 16;
    private static final String PODS = "/api/v1/namespaces/research/pods?labelSelector=app.kubernetes.io/name=" + GANG;
    private final Desk desk;

    GangTest(Desk desk) {
        this.desk = desk;
    }

    @Test
    void ranksThatAreLaidOutAreSentTogetherAndOnlyWhenCommitted() throws Exception {
        Api api = desk.api();
        desk.select(GANG);
        List<String> before = desk.fleet.operations();
        desk.hands.part("Jobs");
        desk.hands.click("row | held | " + GANG + " |");
        desk.hands.keys(KeyStroke.getInstance('b'));
        desk.console.await("the ranks without a place", () -> desk.screen.has("rank " + (RANKS - 1)));
        desk.select("llm-7b-dpo"); // nothing on the canvas is selected: fill anywhere
        desk.hands.tool("Fill");
        desk.console.await("all ranks lie somewhere", () -> desk.screen.things().stream()
                .noneMatch(thing -> thing.startsWith("rank ")));
        assertEquals(RANKS, count(api, "Pending"), "something was sent before the commit");
        desk.hands.tool("Commit…");
        desk.hands.button("Place", "Place");
        assertEquals(OperationState.DONE, desk.fleet.ended("place", before).state());
        desk.console.await("the server says that all ranks run", () -> count(api, "Running") == RANKS);
    }

    private static long count(Api api, String phase) {
        return api.list(PODS).stream()
                .filter(pod -> pod.at("/status/phase").asText().equals(phase))
                .count();
    }
}
