// SPDX-License-Identifier: Apache-2.0
package podium.placement;

import java.util.List;
import java.util.Optional;
import podium.core.fleet.Holdings;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.model.fleet.Task;

/**
 * What is being placed: a whole job, or some tasks of one.
 *
 * @param tasks the tasks picked up; empty: the whole job (which may have no pods yet)
 * @param supposed the cluster in which a job that does not exist yet would be created; empty: the job is there
 */
public record Subject(Job job, List<Task> tasks, Optional<Cluster> supposed) {
    public Subject {
        tasks = List.copyOf(tasks);
    }

    /** A job that is there, or tasks of it. */
    public Subject(Job job, List<Task> tasks) {
        this(job, tasks, Optional.empty());
    }

    public boolean wholeJob() {
        return tasks.isEmpty();
    }

    /** The tasks that are there now: those picked up, or all of the job. In the realm. */
    public List<Task> present() {
        return wholeJob() ? job.getTasks() : tasks;
    }

    /** Whether all of it runs in a place already: to place it there would only restart it. In the realm. */
    public boolean runsWithin(Target target) {
        List<Task> all =
                present().stream().filter(task -> !Holdings.hasEnded(task)).toList();
        return supposed.isEmpty()
                && !all.isEmpty()
                && (!wholeJob() || job.getTasks().size() >= job.getWantedTasks())
                && all.stream().allMatch(task -> Holdings.holds(task) && target.contains(task.getNode()));
    }

    /** The cluster it is placed in; empty: its job is gone. In the realm. */
    public Optional<Cluster> cluster() {
        return supposed.or(() -> Optional.ofNullable(job.getCluster()));
    }
}
