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
import podium.core.texts.Texts;
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
            return Texts.of("StoppedWork.itsKernelsEndWith");
        }
        List<Task> others = job.getTasks().stream()
                .filter(task -> task.getPhase() == TaskPhase.RUNNING && !tasks.contains(task))
                .toList();
        if (!PurposeRules.hasStateToLose(job)) {
            return others.isEmpty()
                    ? Texts.of("StoppedWork.answersNoRequestsUntil")
                    : Texts.of("StoppedWork.answersWithUntilOthers", Counted.of(others.size(), "pod"));
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
                .map(started -> Texts.of("StoppedWork.sinceOrSinceIts", started.truncatedTo(ChronoUnit.SECONDS)))
                .orElse(Texts.of("StoppedWork.sinceItsLastCheckpoint"));
        return Texts.of(
                "StoppedWork.losesTheWorkOf",
                gang ? Texts.of("StoppedWork.itsGangCannotGo") : "",
                Counted.of(gpus, "GPU"),
                since);
    }

    /** The same of a job that a queue stops as a whole; empty: no job is known. */
    public static String lost(Optional<Job> job) {
        return job.map(one -> lost(one, one.getTasks())).orElse("");
    }
}
