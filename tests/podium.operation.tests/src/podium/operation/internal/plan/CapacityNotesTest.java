// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Domain;
import podium.model.fleet.FleetFactory;
import podium.model.fleet.Node;
import podium.model.value.Labels;
import podium.placement.Target;

/** Where something is placed on nodes that a cloud may take back, this is said. */
class CapacityNotesTest {
    private final Domain rack = FleetFactory.INSTANCE.createDomain();

    private Node node(String... labels) {
        Node node = FleetFactory.INSTANCE.createNode();
        node.setName("n" + rack.getNodes().size());
        node.setLabels(Labels.of(labels));
        rack.getNodes().add(node);
        return node;
    }

    private List<String> there() {
        return CapacityNotes.of(new Target.OnDomain(rack));
    }

    @Test
    void ofSeveralNodesThoseOfOneKindAreSaidTogether() {
        node();
        assertEquals(List.of(), there());
        node("nebius.com/preemptible", "true");
        assertEquals(List.of("1 of 2 nodes there is spot: may be taken back at any time."), there());
        node("cloud.google.com/gke-spot", "true");
        node("eks.amazonaws.com/capacityType", "CAPACITY_BLOCK");
        assertEquals(
                List.of(
                        "2 of 4 nodes there are spot: may be taken back at any time.",
                        "1 of 4 nodes there is capacity block: ends at a fixed time, with all that runs there."),
                there());
    }

    @Test
    void whereAllAreItIsSaidOfAll() {
        node("cloud.google.com/gke-spot", "true");
        node("cloud.google.com/gke-spot", "true");
        assertEquals(List.of("both nodes there are spot: may be taken back at any time."), there());
    }

    @Test
    void oneNodeIsNamed() {
        Node leaving = node("qos.coreweave.cloud/pending-preemption", "true");
        assertEquals(List.of("n0 is being taken back by its cloud now."), CapacityNotes.of(new Target.OnNode(leaving)));
    }

    @Test
    void aNodeThatIsNamedAndCordonedIsSaidToBe() {
        Node cordoned = node();
        cordoned.setUnschedulable(true);
        assertEquals(List.of(), there());
        assertEquals(
                List.of("n0 is cordoned, so somebody took it out of service; what is placed there tolerates that and"
                        + " runs there all the same."),
                CapacityNotes.of(new Target.OnNode(cordoned)));
    }
}
