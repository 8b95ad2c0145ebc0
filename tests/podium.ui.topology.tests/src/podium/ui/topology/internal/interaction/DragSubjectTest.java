// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.placement.Subject;
import podium.ui.topology.internal.layout.Hit;
import podium.ui.topology.internal.scene.Scene;
import podium.ui.topology.internal.testing.Fleets;

class DragSubjectTest {
    private final Fleets fleets = new Fleets();
    private final Cluster cluster = fleets.cluster("c");
    private final Node node = fleets.node(cluster, "n", 4);
    private final Accelerator gpu = node.getAccelerators().get(0);
    private final Job job = fleets.job(cluster, "j", JobState.RUNNING, 2, 1);
    private final Task first = fleets.run(job, gpu);
    private final Task second = fleets.run(job, node.getAccelerators().get(1));

    @Test
    void aHeldGpuPicksUpItsWholeJob() {
        assertEquals(Optional.of(new Subject(job, List.of())), at(gpu, List.of()));
        assertEquals(Optional.of(new Subject(job, List.of())), at(gpu, List.of(job)));
    }

    @Test
    void selectedTasksArePickedUpWithoutTheRest() {
        assertEquals(Optional.of(new Subject(job, List.of(first))), at(gpu, List.of(first)));
        assertEquals(Optional.of(new Subject(job, List.of(first, second))), at(gpu, List.of(first, second)));
        assertTrue(at(gpu, List.of(second)).orElseThrow().wholeJob(), "the pressed one is not among them");
    }

    @Test
    void aFreeGpuAndABoxPickUpNothing() {
        assertEquals(Optional.empty(), at(node.getAccelerators().get(3), List.of()));
        Scene scene = Scene.of(fleets.fleet());
        assertEquals(Optional.empty(), DragSubject.at(Hit.of(scene.boxes().get(1)), List.of()));
    }

    @Test
    void aGpuThatSeveralJobsSharePicksUpNothing() {
        fleets.run(fleets.job(cluster, "k", JobState.RUNNING, 1, 1), gpu);
        assertEquals(Optional.empty(), at(gpu, List.of()));
    }

    private Optional<Subject> at(Accelerator device, List<org.eclipse.emf.ecore.EObject> selected) {
        return DragSubject.at(Hit.of(Scene.of(fleets.fleet()).cell(device).orElseThrow()), selected);
    }
}
