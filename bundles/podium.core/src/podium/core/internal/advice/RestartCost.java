// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.advice;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.Holdings;
import podium.model.fleet.Job;
import podium.model.fleet.Task;

/** What is lost when a task restarts: the GPU-hours since it started, for no checkpoint is known. */
final class RestartCost {
    private final Instant now;
    private final Map<Job, Double> gangs = new IdentityHashMap<>();
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

    double of(Task task) {
        return takesGang(task) ? gangs.computeIfAbsent(task.getJob(), this::whole) : own(task);
    }

    private double whole(Job gang) {
        return gang.getTasks().stream()
                .filter(Holdings::holds)
                .mapToDouble(this::own)
                .sum();
    }

    /** Of several: a gang that restarts is counted once. */
    double of(List<Task> tasks) {
        Set<Job> counted = new HashSet<>();
        double sum = 0;
        for (Task task : tasks) {
            sum += !takesGang(task) || counted.add(task.getJob()) ? of(task) : 0;
        }
        return sum;
    }

    private double own(Task task) {
        return task.getStarted() == null || task.getSpec() == null
                ? 0
                : Math.max(0, Duration.between(task.getStarted(), now).toMillis())
                        / 3_600_000.0
                        * Holdings.asked(task.getSpec());
    }
}
