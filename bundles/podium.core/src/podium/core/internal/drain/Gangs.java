// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.drain;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.Holdings;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;

/** Gangs that lose so many tasks that the rest makes no sense: the whole job ends or starts again. */
final class Gangs {
    private final Set<Job> dying = new HashSet<>();
    private final Instant now;

    Gangs(List<Task> victims, Instant now) {
        this.now = now;
        Set<Task> going = new HashSet<>(victims);
        for (Task victim : victims) {
            @Nullable Job job = victim.getJob();
            if (job != null && isRunning(victim) && dies(job, going)) {
                dying.add(job);
            }
        }
    }

    private static boolean dies(Job job, Set<Task> going) {
        @Nullable Integer minimum = job.getMinimum();
        if (minimum == null || minimum <= 1) {
            return false;
        }
        long rest = job.getTasks().stream()
                .filter(task -> isRunning(task) && !going.contains(task))
                .count();
        return rest < minimum;
    }

    boolean dies(Task task) {
        @Nullable Job job = task.getJob();
        return job != null && dying.contains(job);
    }

    Set<Job> dying() {
        return dying;
    }

    /** GPU-hours of all tasks of the dying gangs since each started; no checkpoint is known. */
    double gpuHoursLost() {
        return dying.stream().mapToDouble(this::gpuHours).sum();
    }

    double gpuHours(Job job) {
        double hours = 0;
        for (Task task : job.getTasks()) {
            if (isRunning(task) && task.getStarted() != null && task.getSpec() != null) {
                Duration ran = Duration.between(task.getStarted(), now);
                hours += Math.max(0, ran.toMillis()) / 3_600_000.0 * Holdings.asked(task.getSpec());
            }
        }
        return hours;
    }

    private static boolean isRunning(Task task) {
        return task.getPhase() == TaskPhase.RUNNING;
    }
}
