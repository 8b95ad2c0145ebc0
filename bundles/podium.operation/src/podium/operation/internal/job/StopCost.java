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
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;

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
                            ? "How long its " + gpus + " GPUs have worked on it is not known."
                            : "At most " + LostGpuHours.words(hours.getAsDouble()) + " of work on "
                                    + Counted.of(gpus, "GPU")
                                    + " are lost: all since their start, if no checkpoint was saved.");
        }
        holding.stream()
                .filter(job -> !PurposeRules.hasStateToLose(job))
                .forEach(job -> words.add(job.getName() + " answers no requests until its pods are ready again."));
        words.add("What waits for GPUs may take those that become free.");
        return words;
    }

    /** A plan with these beside what it says cannot be taken back. */
    static Result told(Result result, List<String> cost) {
        if (cost.isEmpty() || !(result instanceof Result.Compiled(Plan plan))) {
            return result;
        }
        List<String> irreversible = new ArrayList<>(plan.irreversible());
        irreversible.addAll(cost);
        return new Result.Compiled(plan.withIrreversible(irreversible));
    }
}
