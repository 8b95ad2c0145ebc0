// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import podium.core.fleet.Holdings;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.ui.topology.internal.testing.Fleets;

class JobCellsTest {
    private final Fleets fleets = new Fleets();
    private final Cluster cluster = fleets.cluster("c");
    private final Node first = fleets.node(cluster, "n1", 4);
    private final Node second = fleets.node(cluster, "n2", 4);
    private final Job job = fleets.job(cluster, "j", JobState.RUNNING, 2, 2);

    @Test
    void theCellsOfAJobAreThoseOfAllItsTasks() {
        fleets.run(job, first.getAccelerators().get(0), first.getAccelerators().get(1));
        fleets.run(job, second.getAccelerators().get(3));
        JobCells lies = JobCells.of(Scene.of(fleets.fleet()), job);
        assertEquals(
                List.of("n1/0", "n1/1", "n2/3"),
                lies.cells().stream().map(JobCellsTest::name).toList());
        assertTrue(lies.nodes().isEmpty());
    }

    @Test
    void aTaskWhoseDevicesAreNotToldLiesOnItsNode() {
        fleets.runSomewhere(job, second, 2);
        JobCells lies = JobCells.of(Scene.of(fleets.fleet()), job);
        assertTrue(lies.cells().isEmpty());
        assertEquals(List.of("n2"), lies.nodes().stream().map(Box::name).toList());
    }

    @Test
    void aFinishedOrAWaitingTaskLiesNowhere() {
        Task done = fleets.run(job, first.getAccelerators().get(0));
        done.setPhase(TaskPhase.SUCCEEDED);
        fleets.task(job, TaskPhase.GATED, 2);
        JobCells none = JobCells.of(Scene.of(fleets.fleet()), job);
        assertTrue(none.cells().isEmpty() && none.nodes().isEmpty());
    }

    @Test
    void aTaskOnASliceLiesOnItsDevice() {
        Accelerator gpu = first.getAccelerators().get(2);
        fleets.slice(gpu, 7);
        Task task = fleets.task(job, TaskPhase.RUNNING, 1);
        task.setNode(first);
        task.getSlices().add(gpu.getSlices().get(3));
        JobCells lies = JobCells.of(Scene.of(fleets.fleet()), job);
        assertEquals(
                Set.of("n1/2"),
                Set.copyOf(lies.cells().stream().map(JobCellsTest::name).toList()));
        assertEquals(List.of(task), Holdings.holders(gpu));
    }

    @Test
    void aTaskWhoseSliceWasCutAwayHasNoCellForIt() {
        Accelerator gpu = first.getAccelerators().get(2);
        fleets.slice(gpu, 2);
        Task task = fleets.task(job, TaskPhase.RUNNING, 1);
        task.setNode(first);
        task.getSlices().add(gpu.getSlices().get(1));
        gpu.getSlices().remove(1);
        JobCells lies = JobCells.of(Scene.of(fleets.fleet()), job);
        assertTrue(lies.cells().isEmpty());
    }

    @Test
    void holdersLeaveOutWhatIsOver() {
        Accelerator gpu = first.getAccelerators().get(0);
        Task old = fleets.run(job, gpu);
        old.setPhase(TaskPhase.FAILED);
        Task now = fleets.run(job, gpu);
        assertEquals(List.of(now), Holdings.holders(gpu));
    }

    private static String name(Cell cell) {
        return cell.node().name() + "/" + cell.accelerator().getIndex();
    }
}
