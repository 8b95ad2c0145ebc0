// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.advice;

import java.time.Instant;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.Holdings;
import podium.core.job.LostGpuHours;
import podium.model.fleet.Job;
import podium.model.fleet.Task;

/** What is lost when a task restarts, with the gang that cannot go on without it. */
final class RestartCost {
    private final Instant now;
    private final Map<Job, OptionalDouble> gangs = new IdentityHashMap<>();
    private final Map<Job, Boolean> dying = new IdentityHashMap<>();

    RestartCost(Instant now) {
        this.now = now;
    }

    /** True when the rest of the gang cannot go on without the task. */
    boolean takesGang(Task task) {
        @Nullable Job job = task.getJob();
        return job != null && dying.computeIfAbsent(job, RestartCost::needsAll);
    }

    private static boolean needsAll(Job job) {
        @Nullable Integer minimum = job.getMinimum();
        return minimum != null
                && minimum > 1
                && job.getTasks().stream().filter(Holdings::holds).count() <= minimum;
    }

    OptionalDouble of(Task task) {
        return takesGang(task) ? gangs.computeIfAbsent(task.getJob(), this::whole) : LostGpuHours.of(task, now);
    }

    private OptionalDouble whole(Job gang) {
        return LostGpuHours.of(gang.getTasks().stream().filter(Holdings::holds).toList(), now);
    }

    /** Of several: a gang that restarts is counted once; empty: unknown of one. */
    OptionalDouble of(List<Task> tasks) {
        Set<Job> counted = new HashSet<>();
        double sum = 0;
        for (Task task : tasks) {
            OptionalDouble one = of(task);
            if (one.isEmpty()) {
                return one;
            }
            sum += !takesGang(task) || counted.add(task.getJob()) ? one.getAsDouble() : 0;
        }
        return OptionalDouble.of(sum);
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
