// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;

/**
 * What failed of a job that goes on, as long as that is news: pods that failed until their cluster forgets them, and what was started
 * anew in the last hour. What time it is the cluster tells: it was heard then. In the realm.
 *
 * @param failed tasks that ended in failure and are not being deleted; others may have taken their places
 * @param restarted tasks that run again after a container of theirs failed
 * @param restarts how often all of it was started anew; 0: not in the last hour
 * @param last when the last of it happened; empty: nobody tells
 */
public record PastFailures(List<Task> failed, List<Task> restarted, int restarts, Optional<Instant> last) {
    private static final Duration NEWS = Duration.ofHours(1);

    public PastFailures {
        failed = List.copyOf(failed);
        restarted = List.copyOf(restarted);
    }

    /** Empty: nothing failed of it that is news, or it does not go on. */
    public static Optional<PastFailures> of(Job job) {
        boolean goesOn = job.getState() == JobState.RUNNING || job.getState() == JobState.STARTING;
        if (!goesOn || job.getRestarts() == 0 && job.getTasks().stream().noneMatch(PastFailures::hasFailed)) {
            return Optional.empty(); // of most jobs of a large cluster
        }
        List<Task> failed = job.getTasks().stream()
                .filter(task -> task.getPhase() == TaskPhase.FAILED && task.getDeletion() == null)
                .toList();
        List<Task> restarted = job.getTasks().stream()
                .filter(task -> task.getPhase() == TaskPhase.RUNNING && isNews(job, task.getFailed()))
                .toList();
        Optional<Instant> anew = job.getTasks().stream()
                .map(Task::getCreated)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
        int restarts = anew.filter(at -> isNews(job, at)).isPresent() ? job.getRestarts() : 0;
        if (failed.isEmpty() && restarted.isEmpty() && restarts == 0) {
            return Optional.empty();
        }
        Stream<Instant> times = Stream.concat(
                Stream.concat(failed.stream(), restarted.stream())
                        .map(Task::getFailed)
                        .filter(Objects::nonNull),
                restarts > 0 ? anew.stream() : Stream.empty());
        return Optional.of(new PastFailures(failed, restarted, restarts, times.max(Comparator.naturalOrder())));
    }

    private static boolean hasFailed(Task task) {
        return task.getPhase() == TaskPhase.FAILED || task.getFailed() != null;
    }

    private static boolean isNews(Job job, @Nullable Instant time) {
        @Nullable
        Instant now = job.getCluster() == null ? null : job.getCluster().getLastContact();
        return time != null && (now == null || now.isBefore(time.plus(NEWS)));
    }

    /** Tasks to look at, those that failed first. */
    public List<Task> tasks() {
        return Stream.concat(failed.stream(), restarted.stream()).toList();
    }
}
