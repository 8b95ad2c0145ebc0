// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import podium.simulator.internal.json.Json;
import podium.simulator.store.ResourceTypes;

class GangTest {

    private static final String GROUP =
            "{apiVersion: scheduling.k8s.io/v1beta1, kind: PodGroup, metadata: {name: g}, spec:"
                    + " {schedulingPolicy: {gang: {minCount: 3}}}}";
    private static final String MEMBER = "schedulingGroup: {podGroupName: g}";

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void noneOfAGangStartsWhereNotAllFit() {
        rig.node("n1", 8).node("n2", 8).apply(GROUP);
        rig.pod("a", 8, MEMBER).pod("b", 8, MEMBER).pod("c", 8, MEMBER).advance("1m");
        for (String pod : new String[] {"a", "b", "c"}) {
            assertEquals("", rig.nodeOf(pod));
            assertTrue(rig.scheduled(pod).contains("2 Insufficient nvidia.com/gpu"), rig.scheduled(pod));
        }
    }

    @Test
    void allOfAGangStartTogetherOnceThereIsRoom() {
        rig.node("n1", 8).node("n2", 8).apply(GROUP);
        rig.pod("a", 8, MEMBER).pod("b", 8, MEMBER).pod("c", 8, MEMBER).advance("1m");
        rig.node("n3", 8).advance("15s");
        assertEquals(
                3,
                rig.pods("").stream()
                        .map(pod -> rig.nodeOf(Json.name(pod)))
                        .distinct()
                        .count());
    }

    @Test
    void aGangThatIsNotCompleteWaits() {
        rig.node("n1", 8).apply(GROUP).pod("a", 1, MEMBER).pod("b", 1, MEMBER).settle();
        assertEquals(
                "False Unschedulable waiting for minCount pods from a gang to appear in the scheduling queue",
                rig.scheduled("a"));
        rig.pod("c", 1, MEMBER).advance("15s");
        assertEquals("n1", rig.nodeOf("a"));
    }

    @Test
    void roomThatAGangCouldNotUseIsNotKeptFromOthers() {
        rig.node("n1", 8).apply(GROUP);
        rig.pod("a", 8, MEMBER)
                .pod("b", 8, MEMBER)
                .pod("c", 8, MEMBER)
                .settle()
                .pod("single", 8)
                .settle();
        assertEquals("n1", rig.nodeOf("single"));
    }

    @Test
    void aMemberThatIsReplacedCountsTheOthersThatRun() {
        rig.node("n1", 8)
                .apply(GROUP)
                .pod("a", 1, MEMBER)
                .pod("b", 1, MEMBER)
                .pod("c", 1, MEMBER)
                .settle();
        rig.delete(ResourceTypes.POD, "c").advance("40s").pod("d", 1, MEMBER).settle();
        assertEquals("n1", rig.nodeOf("d"));
    }
}
