// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.model.value.TaskGroup;
import podium.model.value.TaskGroups;
import podium.model.value.TaskSpec;

/**
 * Tasks that a job wants and has not: of each of its groups as many as it lacks, each by the template of its group.
 *
 * @param group empty: all tasks of the job are of one template
 */
public record MissingTasks(Optional<TaskGroup> group, int tasks, TaskSpec spec) {
    /** What is lacking beside these tasks, in the order of the groups; nothing where no template is known. */
    public static List<MissingTasks> beside(Job job, Collection<Task> there) {
        @Nullable TaskGroups groups = job.getGroups();
        if (groups != null) {
            return unlike(job.getWantedTasks(), groups, there);
        }
        TaskSpec template = job.getSpec();
        int missing = job.getWantedTasks() - there.size();
        return template == null || missing <= 0
                ? List.of()
                : List.of(new MissingTasks(Optional.empty(), missing, template));
    }

    /** A task of no group stands for one of them where it holds devices; else it is beside them, as what submits a job to Ray. */
    private static List<MissingTasks> unlike(int wanted, TaskGroups groups, Collection<Task> there) {
        Map<TaskGroup, Integer> have = new HashMap<>();
        int beside = 0;
        for (Task task : there) {
            Optional<TaskGroup> group = group(groups, task).filter(its -> have.getOrDefault(its, 0) < its.tasks());
            group.ifPresent(its -> have.merge(its, 1, Integer::sum));
            beside += group.isEmpty() && Holdings.asked(task) == 0 ? 1 : 0;
        }
        int most = Math.max(0, wanted - there.size() + beside);
        List<MissingTasks> missing = new ArrayList<>();
        List<TaskGroup> hardestFirst = groups.all().stream()
                .sorted(Comparator.comparingInt((TaskGroup group) -> -Holdings.asked(group.spec())))
                .toList();
        Map<TaskGroup, Integer> lacks = new HashMap<>();
        for (TaskGroup group : hardestFirst) {
            int lack = Math.clamp(group.tasks() - have.getOrDefault(group, 0), 0, most);
            most -= lack;
            lacks.put(group, lack);
        }
        for (TaskGroup group : groups.all()) {
            int lack = lacks.getOrDefault(group, 0);
            if (lack > 0) {
                missing.add(new MissingTasks(Optional.of(group), lack, group.spec()));
            }
        }
        return missing;
    }

    /** The group of a task; empty: it is of none that is known. */
    public static Optional<TaskGroup> group(TaskGroups groups, Task task) {
        return groups.of(
                task.getLabels() == null ? Labels.none() : task.getLabels(),
                task.getSpec() == null ? TaskSpec.of(Resources.none()) : task.getSpec());
    }
}
