// SPDX-License-Identifier: Apache-2.0
package podium.core.job;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import podium.core.fleet.ClusterMoment;
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

    /** What is lost with these tasks of a job, e.g. "loses the work of 8 GPUs since its last checkpoint"; empty: nothing. */
    public static String lost(Job job, List<Task> tasks, Instant now) {
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
        GangLosses losses = new GangLosses(tasks, now);
        boolean gang = GangLosses.isGang(job) && losses.dies(job);
        int gpus = Holdings.asked(losses.stopped(job, tasks));
        if (gpus == 0) {
            return "";
        }
        Optional<Instant> since = tasks.stream()
                .map(Task::getStarted)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .map(started -> started.truncatedTo(ChronoUnit.SECONDS));
        Optional<GangLoss> loss = losses.of(job);
        OptionalDouble hours = loss.map(GangLoss::gpuHours).orElse(OptionalDouble.empty());
        String work = hours.isEmpty()
                ? Counted.of(gpus, "GPU")
                : Texts.of(
                        "StoppedWork.gpusAndHours", Counted.of(gpus, "GPU"), LostGpuHours.words(hours.getAsDouble()));
        if (since.isEmpty()) {
            return gang ? Texts.of("StoppedWork.gangLosesTheWork", work) : Texts.of("StoppedWork.losesTheWork", work);
        }
        Optional<Instant> saved = loss.flatMap(GangLoss::checkpoint).filter(at -> at.isAfter(since.get()));
        if (saved.isPresent()) {
            return gang
                    ? Texts.of("StoppedWork.gangLosesTheWorkSinceItsCheckpoint", work, saved.get())
                    : Texts.of("StoppedWork.losesTheWorkSinceItsCheckpoint", work, saved.get());
        }
        return gang
                ? Texts.of("StoppedWork.gangLosesTheWorkSince", work, since.get())
                : Texts.of("StoppedWork.losesTheWorkSince", work, since.get());
    }

    /** The same of a job that a queue stops as a whole; empty: no job is known. */
    public static String lost(Optional<Job> job) {
        return job.map(one -> lost(one, one.getTasks(), ClusterMoment.of(one, Instant.now())))
                .orElse("");
    }
}
