// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.internal.fleet.JobStates.Derived;
import podium.core.text.Counted;
import podium.core.texts.Texts;
import podium.model.fleet.Job;
import podium.model.fleet.JobState;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;

/**
 * Pods whose containers are started again and again. A job of which only such pods run fails all the time, also in the moments in which
 * their containers run until they end again. The loop of a pod is over when the kubelet forgets it: when it has run for twice the longest
 * back-off of five minutes (Backoff.hasExpired of client-go, MaxCrashLoopBackOff of the kubelet). What time it is the cluster tells: it
 * was heard then. In the realm.
 */
final class CrashLoops {
    private static final Duration FORGOTTEN = Duration.ofMinutes(10);

    /** By job and uid of the pod: since when it runs again; {@link Instant#MAX}: it waits for its next start. */
    private final Map<Job, Map<String, Instant>> loops = new HashMap<>();

    /** What the kubelet tells of pods that are in the middle of a loop when they are first seen. */
    private final Map<Task, Instant> again = new WeakHashMap<>();

    /** @param since when its containers run again; null: they are in no loop, or held back now */
    void runsAgain(Task task, @Nullable Instant since) {
        if (since == null) {
            again.remove(task);
        } else {
            again.put(task, since);
        }
    }

    /** The state of a job with regard to what its pods were a moment ago. */
    Derived of(Job job, Derived derived) {
        @Nullable
        Instant now = job.getCluster() == null ? null : job.getCluster().getLastContact();
        Map<String, Instant> looping = follow(job, now);
        List<Task> running = job.getTasks().stream()
                .filter(task -> task.getPhase() == TaskPhase.RUNNING)
                .toList();
        boolean up = derived.state() == JobState.RUNNING || derived.state() == JobState.STARTING;
        if (!up || running.isEmpty() || !running.stream().allMatch(task -> looping.containsKey(task.getUid()))) {
            return derived;
        }
        int restarts = running.stream().mapToInt(Task::getRestarts).max().orElse(0);
        return new Derived(JobState.FAILING, Texts.of("CrashLoops.runsAgain", Counted.of(restarts, "restart")));
    }

    /** @param now null: the cluster was not heard yet, so that no loop is over */
    private Map<String, Instant> follow(Job job, @Nullable Instant now) {
        Map<String, Instant> known = loops.getOrDefault(job, Map.of());
        Map<String, Instant> looping = new HashMap<>();
        for (Task task : job.getTasks()) {
            @Nullable Instant since = known.getOrDefault(task.getUid(), again.get(task));
            if (task.getPhase() == TaskPhase.STARTING && "CrashLoopBackOff".equals(task.getReason())) {
                looping.put(task.getUid(), Instant.MAX);
            } else if (since != null && (now == null || !isOver(since, now))) {
                looping.put(task.getUid(), since.equals(Instant.MAX) && now != null ? now : since);
            }
        }
        if (looping.isEmpty()) {
            loops.remove(job);
        } else {
            loops.put(job, looping);
        }
        return looping;
    }

    private static boolean isOver(Instant since, Instant now) {
        return !since.equals(Instant.MAX) && !now.isBefore(since.plus(FORGOTTEN));
    }

    /** Jobs of which a loop is over by now, which no change of theirs tells. */
    Set<Job> over(Instant now) {
        Set<Job> over = new HashSet<>();
        loops.forEach((job, pods) -> {
            if (pods.values().stream().anyMatch(since -> isOver(since, now))) {
                over.add(job);
            }
        });
        return over;
    }

    void dropped(Job job) {
        loops.remove(job);
    }
}
