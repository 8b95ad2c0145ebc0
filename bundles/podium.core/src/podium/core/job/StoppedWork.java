// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.Holdings;
import podium.core.text.Counted;
import podium.model.fleet.Job;
import podium.model.fleet.Purpose;
import podium.model.fleet.Task;
import podium.model.fleet.TaskPhase;

/** What becomes of work when others take its place, in words for who decides about it. In the realm. */
public final class StoppedWork {
    private StoppedWork() {}

    /** What it is for, before its numbers: "training, "; empty: that is not known. */
    public static String purpose(Job job) {
        String word = PurposeRules.word(job.getPurpose());
        return word.isEmpty() ? "" : word + ", ";
    }

    /** What is lost with these tasks of a job, e.g. ": loses the work of 8 GPUs since its last checkpoint"; empty: nothing. */
    public static String lost(Job job, List<Task> tasks) {
        String words = words(job, tasks);
        return words.isEmpty() ? "" : ": " + words;
    }

    private static String words(Job job, List<Task> tasks) {
        if (job.getPurpose() == Purpose.NOTEBOOK) {
            return "its kernels end, with all they have in memory";
        }
        List<Task> others = job.getTasks().stream()
                .filter(task -> task.getPhase() == TaskPhase.RUNNING && !tasks.contains(task))
                .toList();
        if (!PurposeRules.hasStateToLose(job)) {
            return others.isEmpty()
                    ? "answers no requests until its pods are ready again"
                    : "answers with " + Counted.of(others.size(), "pod") + " until others are ready";
        }
        @Nullable Integer minimum = job.getMinimum();
        boolean gang = minimum != null && minimum > 1 && others.size() < minimum;
        int gpus = Holdings.asked(gang ? job.getTasks() : tasks);
        if (gpus == 0) {
            return "";
        }
        String since = tasks.stream()
                .map(Task::getStarted)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .map(started -> "since " + started.truncatedTo(ChronoUnit.SECONDS) + ", or since its last checkpoint")
                .orElse("since its last checkpoint");
        return (gang ? "its gang cannot go on, and " : "") + "loses the work of " + Counted.of(gpus, "GPU") + " "
                + since;
    }

    /** The same of a job that a queue stops as a whole; empty: no job is known. */
    public static String lost(Optional<Job> job) {
        return job.map(one -> lost(one, one.getTasks())).orElse("");
    }
}
