// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.engine.Rig;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ResourceTypes;

class EventRecorderTest {

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    private void record(String reason, String message) {
        ObjectNode node = rig.get(ResourceTypes.NODE, "n1");
        rig.life().loop().runNow(() -> rig.life().cluster().events().warning(node, "kubelet", reason, message));
    }

    private List<ObjectNode> events() {
        return rig.store().list(ResourceTypes.EVENT, "default");
    }

    @Test
    void anEventSaysWhatAboutWhomFromWhom() {
        rig.node("n1", 0);
        record("SystemOOM", "out of memory");
        ObjectNode event = events().getFirst();
        assertEquals("Node", Json.text(event, "involvedObject", "kind"));
        assertEquals("n1", Json.text(event, "involvedObject", "name"));
        assertEquals(Json.uid(rig.get(ResourceTypes.NODE, "n1")), Json.text(event, "involvedObject", "uid"));
        assertEquals("kubelet", Json.text(event, "source", "component"));
        assertEquals("Warning", Json.text(event, "type"));
        assertEquals(1, Json.number(event, 0, "count"));
        assertTrue(Json.name(event).matches("n1\\.[0-9a-f]{14,16}"), Json.name(event));
    }

    @Test
    void aRepetitionIsCountedAtMostOnceAMinute() {
        rig.node("n1", 0);
        record("SystemOOM", "out of memory");
        record("SystemOOM", "out of memory");
        assertEquals(1, Json.number(events().getFirst(), 0, "count"));
        rig.advance("61s");
        record("SystemOOM", "out of memory");
        assertEquals(2, Json.number(events().getFirst(), 0, "count"));
        record("SystemOOM", "out of memory again");
        assertEquals(2, events().size());
    }

    @Test
    void anEventThatIsRepeatedStays() {
        rig.node("n1", 0);
        for (int i = 0; i < 8; i++) {
            record("SystemOOM", "out of memory");
            rig.advance("20m");
        }
        record("Other", "else");
        assertEquals(2, events().size());
        assertTrue(events().stream().anyMatch(event -> Json.number(event, 0, "count") == 8));
    }

    @Test
    void anEventIsGoneAfterAnHour() {
        rig.node("n1", 0);
        record("First", "one");
        rig.advance("61m");
        record("Second", "two");
        assertEquals(
                List.of("two"),
                events().stream().map(event -> Json.text(event, "message")).toList());
    }
}
