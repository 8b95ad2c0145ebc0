// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;
import podium.core.change.ClusterId;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;
import podium.ui.label.FleetLabels;

/** Tasks that run, and their cluster: what a shell is opened in, a port is forwarded from, and files are copied with. In the realm. */
final class RunningTask {
    private RunningTask() {}

    /** The one task that is selected, or those of the one job that is, as far as they run. */
    static List<Task> of(List<EObject> selection) {
        if (selection.size() != 1) {
            return List.of();
        }
        List<Task> tasks = selection.getFirst() instanceof Job job
                ? job.getTasks()
                : selection.getFirst() instanceof Task task ? List.of(task) : List.of();
        return tasks.stream()
                .filter(task -> task.getPhase() == TaskPhase.RUNNING)
                .toList();
    }

    /** Its cluster; empty: it is gone. */
    static Optional<ClusterId> cluster(Task task) {
        return FleetLabels.cluster(task).map(ClusterId::of);
    }

    /**
     * Why nothing can be done with a task; empty: it can.
     *
     * @param none said where there is no task
     * @param further what its cluster has against it
     */
    static Optional<String> whyNot(Optional<Task> task, String none, Function<ClusterId, Optional<String>> further) {
        return task.isEmpty()
                ? Optional.of(none)
                : cluster(task.get()).map(further).orElseGet(() -> Optional.of("its cluster is gone"));
    }
}
