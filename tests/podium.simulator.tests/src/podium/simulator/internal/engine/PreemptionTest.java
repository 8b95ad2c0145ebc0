// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ResourceTypes;

class PreemptionTest {

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    private Rig held(String name, int gpus, int priority, String node) {
        return rig.pod(name, gpus, "priority: " + priority + ", nodeName: " + node)
                .settle();
    }

    private List<String> leaving() {
        return rig.store().list(ResourceTypes.POD, "default").stream()
                .filter(Json::terminating)
                .map(Json::name)
                .toList();
    }

    @Test
    void onlyAsManyLeaveAsNeedTo() {
        rig.node("n1", 8);
        held("a", 4, 1, "n1");
        held("b", 2, 5, "n1");
        held("c", 2, 3, "n1");
        rig.pod("high", 4, "priority: 100").settle();
        assertEquals(List.of("a"), leaving(), "the more important ones are spared where they can be");
    }

    @Test
    void theNodeWithTheLeastImportantVictimsIsCleared() {
        rig.node("n1", 8).node("n2", 8);
        held("worth", 8, 50, "n1");
        held("cheap", 8, 10, "n2");
        rig.pod("high", 8, "priority: 100").settle();
        assertEquals(List.of("cheap"), leaving());
    }

    @Test
    void amongEqualsTheNodeWithFewerVictimsIsCleared() {
        rig.node("n1", 8).node("n2", 8);
        held("one", 4, 10, "n1");
        held("two", 4, 10, "n1");
        held("alone", 8, 20, "n2");
        rig.pod("high", 8, "priority: 100").settle();
        assertEquals(List.of("one", "two"), leaving(), "the highest victim counts before their number");
    }

    @Test
    void nobodyLeavesWhereItWouldNotHelp() {
        rig.node("n1", 8);
        held("low", 8, 1, "n1");
        rig.pod("high", 16, "priority: 100").settle();
        assertEquals(List.of(), leaving());
        rig.pod("elsewhere", 8, "priority: 100, nodeSelector: {zone: b}").settle();
        assertEquals(List.of(), leaving());
    }

    @Test
    void theVictimIsToldByWhom() {
        rig.node("n1", 8);
        held("low", 8, 1, "n1");
        rig.pod("high", 8, "priority: 100").settle();
        assertTrue(
                rig.condition(ResourceTypes.POD, "low", "DisruptionTarget").startsWith("True PreemptionByScheduler"));
        String uid = Json.uid(rig.get(ResourceTypes.POD, "high"));
        assertEquals(List.of("Preempted by pod " + uid + " on node n1"), rig.events("Preempted"));
    }

    @Test
    void equalsDoNotPushEachOtherOut() {
        rig.node("n1", 8);
        held("first", 8, 100, "n1");
        rig.pod("second", 8, "priority: 100").advance("1m");
        assertEquals(List.of(), leaving());
    }
}
