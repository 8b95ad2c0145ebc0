// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import podium.core.fleet.Holdings;
import podium.core.job.LostGpuHours;
import podium.core.job.PurposeRules;
import podium.core.text.Counted;
import podium.model.fleet.Job;
import podium.model.fleet.Task;
import podium.operation.job.JobAction;
import podium.operation.plan.LostWork;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.texts.Texts;

/** What stopping jobs costs, in sentences for a plan. */
final class StopCost {
    private StopCost() {}

    /** Of an act that stops what runs; nothing where no state is lost. In the realm. */
    static List<String> of(List<Job> jobs, JobAction act, Instant now) {
        boolean stops =
                act instanceof JobAction.Suspend || act instanceof JobAction.Requeue || act instanceof JobAction.Delete;
        List<Job> holding = jobs.stream().filter(job -> Holdings.held(job) > 0).toList();
        if (!stops || holding.isEmpty()) {
            return List.of();
        }
        List<String> words = new ArrayList<>();
        List<Task> tasks = holding.stream()
                .filter(PurposeRules::hasStateToLose)
                .flatMap(job -> job.getTasks().stream())
                .filter(Holdings::holds)
                .toList();
        int gpus = tasks.stream().mapToInt(Holdings::held).sum();
        if (gpus > 0) {
            OptionalDouble hours = LostGpuHours.of(tasks, now);
            words.add(
                    hours.isEmpty()
                            ? Texts.of("StopCost.gpuHoursUnknown")
                            : Texts.of(
                                    "StopCost.atMostOfWork",
                                    LostGpuHours.atMost(hours.getAsDouble()),
                                    Counted.of(gpus, "GPU")));
        }
        holding.stream()
                .filter(job -> !PurposeRules.hasStateToLose(job))
                .forEach(job -> words.add(Texts.of("StopCost.answersNoRequestsUntil", job.getName())));
        words.add(Texts.of("StopCost.whatWaitsForGpus"));
        return words;
    }

    /** Whether the loss of work of each of the jobs is in the hours of {@link #of}. In the realm. */
    static boolean ofAll(List<Job> jobs) {
        return jobs.stream().allMatch(job -> PurposeRules.hasStateToLose(job) && Holdings.held(job) > 0);
    }

    /** A plan with these beside what it says cannot be taken back; the loss of work is one of these where all that stops has some. */
    static Result told(Result result, List<String> cost, boolean all) {
        if (cost.isEmpty() || !(result instanceof Result.Compiled(Plan plan))) {
            return result;
        }
        List<String> irreversible = new ArrayList<>(plan.irreversible());
        irreversible.removeIf(line -> all && line.equals(LostWork.OF_PODS));
        irreversible.addAll(cost);
        return new Result.Compiled(plan.withIrreversible(irreversible));
    }
}
