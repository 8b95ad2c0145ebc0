// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import podium.core.fleet.AcceleratorState;
import podium.core.fleet.Holdings;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Readiness;
import podium.model.fleet.Slice;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.ui.topology.internal.testing.Fleets;

class SceneStatesTest {
    private final Fleets fleets = Fleets.aiFactory();
    private final Cluster cluster = fleets.fleet().getClusters().getFirst();
    private final Scene scene = Scene.of(fleets.fleet());
    private final SceneStates states = new SceneStates(scene);

    @Test
    void aBoxSumsUpWhatIsUnderIt() {
        BoxState all = states.of(scene.clusters().getFirst());
        assertEquals(Holdings.of(cluster), all.holdings());
        assertEquals(32, all.nodes());
        assertEquals(2, all.cordoned());
        assertEquals(1, all.notReady());
        assertEquals(1, all.silent());
    }

    @Test
    void everyDomainAgreesWithTheOnePlaceNumbersComeFrom() {
        for (Box box : scene.boxes()) {
            if (box.subject() instanceof podium.model.fleet.Domain domain) {
                assertEquals(Holdings.of(domain), states.of(box).holdings(), box.toString());
            }
        }
    }

    @Test
    void aRefreshTellsTheNodeAndItsParentsAndNothingElse() {
        Node node = cluster.getNodes().get(10);
        Box box = scene.box(node).orElseThrow();
        Job job = fleets.job(cluster, "new", JobState.RUNNING, 1, 1);
        fleets.run(job, node.getAccelerators().get(7));
        BitSet changed = states.refresh(List.of(node));
        BitSet expected = new BitSet();
        for (Box up = box; up != null; up = up.parent().orElse(null)) {
            expected.set(up.id());
        }
        assertEquals(expected, changed);
        assertEquals(AcceleratorState.HELD, states.of(scene.cells(box).get(7)));
        assertEquals(
                Holdings.of(cluster), states.of(scene.clusters().getFirst()).holdings());
    }

    @Test
    void aSliceThatPassesToAnotherTaskChangesItsNode() {
        Node node = cluster.getNodes().get(10);
        fleets.slice(node.getAccelerators().get(7), 2);
        Slice slice = node.getAccelerators().get(7).getSlices().getLast();
        for (String name : List.of("first", "second")) {
            Task task = fleets.task(fleets.job(cluster, name, JobState.RUNNING, 1, 1), TaskPhase.RUNNING, 1);
            slice.getTasks().forEach(before -> before.setNode(null));
            task.setNode(node);
            slice.getTasks().clear();
            slice.getTasks().add(task);
            assertTrue(
                    states.refresh(List.of(node))
                            .get(scene.box(node).orElseThrow().id()),
                    name);
        }
        assertTrue(states.refresh(List.of(node)).isEmpty());
    }

    @Test
    void aTaintChangesANodeEvenWhereTheDeviceIsHeld() {
        Node node = cluster.getNodes().getFirst();
        Job job = fleets.job(cluster, "new", JobState.RUNNING, 1, 1);
        fleets.run(job, node.getAccelerators().getFirst());
        states.refresh(List.of(node));
        node.getAccelerators().getFirst().setTaints(Fleets.tainted());
        Box box = scene.box(node).orElseThrow();
        assertTrue(states.refresh(List.of(node)).get(box.id()));
        assertTrue(states.isTainted(scene.cells(box).getFirst()));
        assertTrue(states.refresh(List.of(node)).isEmpty());
    }

    @Test
    void aRefreshWithoutAChangeTellsNothing() {
        assertTrue(states.refresh(cluster.getNodes()).isEmpty());
    }

    @Test
    void anotherHolderOfTheSameNumberChangesTheCellsButNotTheParents() {
        Node node = cluster.getNodes().get(11);
        Box box = scene.box(node).orElseThrow();
        var task = node.getAccelerators().get(0).getTasks().getFirst();
        task.getAccelerators().remove(node.getAccelerators().get(0));
        task.getAccelerators().add(node.getAccelerators().get(7));
        BitSet changed = states.refresh(List.of(node));
        assertTrue(changed.get(box.id()));
        assertFalse(changed.get(box.parent().orElseThrow().id()));
    }

    @Test
    void whatANodeThatDoesNotReportHasFreeIsUnknown() {
        Node node = cluster.getNodes().get(10);
        node.setReadiness(Readiness.UNKNOWN);
        states.refresh(List.of(node));
        Box box = scene.box(node).orElseThrow();
        assertEquals(AcceleratorState.UNKNOWN, states.of(scene.cells(box).get(7)));
        assertEquals(0, states.of(box).holdings().free());
        assertEquals(1, states.of(box).silent());
    }

    @Test
    void aTaskWithoutToldDevicesMakesItUnknownWhichAreHeld() {
        Fleets other = new Fleets();
        Cluster one = other.cluster("c");
        Node node = other.node(one, "n", 4);
        other.runSomewhere(other.job(one, "j", JobState.RUNNING, 1, 2), node, 2);
        Scene its = Scene.of(other.fleet());
        SceneStates known = new SceneStates(its);
        assertEquals(2, known.of(its.boxes().get(1)).holdings().held());
        its.cells().forEach(cell -> assertEquals(AcceleratorState.UNKNOWN_WHICH, known.of(cell)));
    }

    @Test
    void aNodeThatIsNotInTheSceneIsPassedOver() {
        Node strange = fleets.node(cluster, "strange", 8);
        assertTrue(states.refresh(List.of(strange)).isEmpty());
    }
}
