// SPDX-License-Identifier: Apache-2.0
package podium.app.swtbot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Questions to a copy of the fleet. */
@ExtendWith(AtTheDesk.class)
class WhatIfTest {
    private static final String RACK = "rack-1";
    private final Desk desk;

    WhatIfTest(Desk desk) {
        this.desk = desk;
    }

    @AfterEach
    void clear() {
        desk.hands.tool("Clear");
    }

    @Test
    void aRackThatIsSupposedToBeDownIsAnsweredForAndStaysUp() throws Exception {
        List<String> before = desk.fleet.operations();
        desk.hands.part("What if");
        desk.hands.enter("Suppose", "down " + RACK);
        desk.console.await("its 64 GPUs are missed", () -> desk.screen.things().stream()
                .anyMatch(thing -> thing.startsWith("row | in all | GPUs |") && thing.contains("64 GPUs down")));
        assertEquals(before, desk.fleet.operations());
        assertEquals(
                0,
                desk.api().list("/api/v1/nodes?labelSelector=topology.kubernetes.io/rack=" + RACK).stream()
                        .filter(node -> node.at("/spec/unschedulable").asBoolean())
                        .count());
    }
}
