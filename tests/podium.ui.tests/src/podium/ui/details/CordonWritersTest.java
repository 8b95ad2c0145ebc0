// SPDX-License-Identifier: Apache-2.0
package podium.ui.details;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Node;
import podium.model.value.Taints;
import podium.model.value.Taints.Cordon;
import podium.ui.fake.PartScreen;

class CordonWritersTest {
    private final PartScreen seen = new PartScreen();
    private final Node node = seen.stage.made.cluster("lab", 1).getNodes().getFirst();
    private final CordonWriters writers = new CordonWriters(seen.stage.connections, seen.stage.services.background());

    @AfterEach
    void close() {
        seen.close();
    }

    private void cordon(String since, String planned) {
        node.setUnschedulable(true);
        node.setTaints(new Taints(List.of(), Optional.of(new Cordon(since, planned))));
    }

    @Test
    void whoCordonedANodeIsReadOnceForEachCordonOfOthers() {
        seen.stage.connections.open("lab", Optional.empty());
        seen.stage.connections.objects.put("/api/v1/nodes/" + node.getName(), """
            {"kind":"Node","spec":{"unschedulable":true},"metadata":{"managedFields":[
            {"manager":"kubelet","time":"2026-11-28T19:00:00Z","fieldsV1":{"f:status":{"f:conditions":{}}}},
            {"manager":"kubectl","time":"2026-11-28T18:00:00Z","fieldsV1":{"f:spec":{"f:unschedulable":{}}}}]}}\
            """);
        int[] told = {0};
        writers.onRead(() -> told[0]++);
        assertEquals(Optional.empty(), writers.of(node), "it is not cordoned");
        cordon("2026-11-28T18:00:01Z", "2026-11-28T18:00:00Z");
        assertEquals(Optional.empty(), writers.of(node), "Podium did");
        assertEquals(List.of(), seen.stage.connections.asked);
        cordon("2026-11-28T18:00:01Z", "");
        assertEquals(Optional.empty(), writers.of(node), "it is being read");
        seen.until("it is read", () -> told[0] == 1);
        assertEquals(Optional.of("kubectl"), writers.of(node));
        assertEquals(1, seen.stage.connections.asked.size(), seen.stage.connections.asked::toString);
    }
}
