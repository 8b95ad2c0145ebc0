// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static podium.simulator.internal.scheduling.Parts.asks;
import static podium.simulator.internal.scheduling.Parts.pod;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What scheduler and kubelet keep of a node and of who is on it. */
class NodeInfoTest {

    private static final String NODE =
            "{metadata: {name: n, labels: {zone: a}}, spec: {%s}, status: {allocatable: {cpu: \"%s\", nvidia.com/gpu: \"4\"}}}";

    private final NodeInfo node = new NodeInfo("n");

    private boolean read(String spec, String cpu) {
        return node.read(Parts.object(NODE.formatted(spec, cpu)));
    }

    @Test
    void onlyWhatMattersForPlacementIsNews() {
        assertTrue(read("", "8"));
        assertFalse(read("", "8"));
        assertTrue(read("", "16"));
        assertTrue(read("unschedulable: true", "16"));
        assertFalse(read("unschedulable: true, podCIDR: 10.0.0.0/24", "16"));
        assertTrue(read("taints: [{key: x, effect: NoSchedule}]", "16"));
    }

    @Test
    void whatIsHeldIsNotFree() {
        read("", "8");
        node.add(pod("a", asks("cpu", "2500m")));
        assertEquals(5500, node.free("cpu"));
        assertEquals(2500, node.requested("cpu"));
        assertEquals(8000, node.allocatable("cpu"));
        node.remove(pod("a", ""));
        assertEquals(8000, node.free("cpu"), "what it held is given back, whatever the later view says");
    }

    @Test
    void addingAPodAgainReplacesWhatItHeld() {
        read("", "8");
        node.add(pod("a", asks("cpu", "2")));
        node.add(pod("a", asks("cpu", "3")));
        assertEquals(5000, node.free("cpu"));
        assertEquals(1, node.pods().size());
    }

    @Test
    void removingAStrangerChangesNothing() {
        read("", "8");
        assertFalse(node.remove(pod("stranger", asks("cpu", "2"))));
        assertEquals(8000, node.free("cpu"));
    }

    @Test
    void aNodeThatShrinksUnderItsPodsHasLessThanNothing() {
        read("", "8");
        node.add(pod("a", asks("cpu", "6")));
        read("", "4");
        assertEquals(-2000, node.free("cpu"));
    }

    @Test
    void noneOfAResourceIsNotTheSameAsNeverHeardOfIt() {
        read("", "8");
        assertTrue(node.offers("nvidia.com/gpu"));
        assertFalse(node.offers("amd.com/gpu"));
        assertEquals(0, node.free("amd.com/gpu"));
    }

    @Test
    void aCordonIsNoTaintOfItsOwn() {
        read("unschedulable: true, taints: [{key: x, effect: NoSchedule}]", "8");
        assertTrue(node.cordoned());
        assertEquals(List.of("x"), node.taints().stream().map(Taint::key).toList());
        read("taints: [{key: node.kubernetes.io/unschedulable, effect: NoSchedule}]", "8");
        assertFalse(node.cordoned(), "the taint alone is a taint like any other");
    }

    @Test
    void theCacheKnowsNodesByNameAndWhoHoldsThem() {
        SchedulerCache cache = Parts.cluster();
        assertTrue(cache.node(Parts.object("{metadata: {name: b}, status: {allocatable: {cpu: 4}}}")));
        assertTrue(cache.node(Parts.object("{metadata: {name: a}, status: {allocatable: {cpu: 4}}}")));
        assertEquals(
                List.of("a", "b"), cache.nodes().stream().map(NodeInfo::name).toList());
        PodInfo pod = pod("p", asks("cpu", "1"));
        cache.hold(pod, "a");
        assertTrue(cache.holds(pod.uid()));
        assertEquals(3000, cache.node("a").orElseThrow().free("cpu"));
        assertTrue(cache.release(pod.uid()));
        assertFalse(cache.release(pod.uid()), "only once");
        assertEquals(4000, cache.node("a").orElseThrow().free("cpu"));
    }

    @Test
    void holdingANodeThatIsNotThereIsForgotten() {
        SchedulerCache cache = Parts.cluster();
        cache.hold(pod("p", ""), "gone");
        assertFalse(cache.holds("default-p"));
    }

    @Test
    void aRemovedNodeIsNoLongerLookedAt() {
        SchedulerCache cache = Parts.cluster();
        cache.node(Parts.object("{metadata: {name: a}, status: {allocatable: {cpu: 4}}}"));
        PodInfo pod = pod("p", asks("cpu", "1"));
        cache.hold(pod, "a");
        cache.removeNode("a");
        assertEquals(List.of(), cache.nodes());
        assertEquals(Optional.empty(), cache.node("a"));
        assertFalse(cache.release(pod.uid()), "nothing becomes free");
    }

    @Test
    void membersOfAGroupAreCounted() {
        SchedulerCache cache = Parts.cluster();
        cache.node(Parts.object("{metadata: {name: a}, status: {allocatable: {cpu: 4}}}"));
        String group = "schedulingGroup: {podGroupName: g}";
        cache.hold(pod("p", group), "a");
        cache.hold(pod("q", group), "a");
        cache.hold(pod("other", "r", group), "a");
        cache.hold(pod("s", ""), "a");
        assertEquals(2, cache.held(new ObjectKey("default", "g")));
        assertEquals(1, cache.held(new ObjectKey("other", "g")));
    }
}
