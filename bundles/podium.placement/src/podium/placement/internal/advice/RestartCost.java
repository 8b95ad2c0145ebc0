// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.advice;

import java.time.Instant;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.Holdings;
import podium.core.job.LostGpuHours;
import podium.model.fleet.Job;
import podium.model.fleet.Task;

/** What restarts with a task that is to run elsewhere, and what is lost with it: a template is pinned for all of its pods. */
final class RestartCost {
    private final Instant now;
    private final Map<Job, List<Task>> jobs = new IdentityHashMap<>();
    private final Map<Job, OptionalDouble> costs = new IdentityHashMap<>();

    RestartCost(Instant now) {
        this.now = now;
    }

    /** All that restarts with a task, itself among them: a pod that nothing owns restarts alone. */
    List<Task> with(Task task) {
        @Nullable Job job = task.getJob();
        return job == null || task.getController() == null || !Holdings.holds(task)
                ? List.of(task)
                : jobs.computeIfAbsent(
                        job,
                        it -> it.getTasks().stream().filter(Holdings::holds).toList());
    }

    /** The same of several, those of a job together. */
    Collection<List<Task>> with(List<Task> tasks) {
        Map<Task, List<Task>> together = new LinkedHashMap<>();
        tasks.forEach(task -> {
            List<Task> with = with(task);
            together.put(with.getFirst(), with);
        });
        return together.values();
    }

    /** How many restart with these. */
    int restarts(List<Task> tasks) {
        return with(tasks).stream().mapToInt(List::size).sum();
    }

    OptionalDouble of(Task task) {
        List<Task> with = with(task);
        return with.size() > 1
                ? costs.computeIfAbsent(task.getJob(), _ -> LostGpuHours.of(with, now))
                : LostGpuHours.of(task, now);
    }

    /** Of several: a job is counted once; empty: unknown of one. */
    OptionalDouble of(List<Task> tasks) {
        return LostGpuHours.total(with(tasks).stream().map(with -> of(with.getFirst())));
    }

    /** To sort by: what is unknown comes last. */
    double order(Task task) {
        return LostGpuHours.order(of(task));
    }

    /** To sort by: what is unknown comes last. */
    double order(List<Task> tasks) {
        return LostGpuHours.order(of(tasks));
    }
}
