// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.scene;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import podium.core.fleet.Holdings;
import podium.model.fleet.Job;
import podium.model.fleet.Task;

/**
 * Where tasks lie: the cells they are known to hold, and the nodes where they hold devices of which no source tells which.
 */
public record JobCells(Set<Cell> cells, Set<Box> nodes) {
    public static final JobCells NONE = new JobCells(Set.of(), Set.of());

    /** All tasks of a job. */
    public static JobCells of(Scene scene, Job job) {
        return of(scene, job.getTasks());
    }

    /** These tasks. Tasks that hold nothing (not bound, finished) have no place. */
    public static JobCells of(Scene scene, Collection<Task> tasks) {
        Set<Cell> cells = new LinkedHashSet<>();
        Set<Box> nodes = new LinkedHashSet<>();
        for (Task task : tasks) {
            if (!Holdings.holds(task)) {
                continue;
            }
            task.getAccelerators().forEach(device -> scene.cell(device).ifPresent(cells::add));
            task.getSlices().forEach(slice -> scene.cell(slice.getAccelerator()).ifPresent(cells::add));
            if (task.getAccelerators().isEmpty() && task.getSlices().isEmpty()) {
                scene.box(task.getNode()).ifPresent(nodes::add);
            }
        }
        return new JobCells(cells, nodes);
    }
}
