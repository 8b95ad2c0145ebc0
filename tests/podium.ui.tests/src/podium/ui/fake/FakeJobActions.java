// SPDX-License-Identifier: Apache-2.0
package podium.ui.fake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Job;
import podium.operation.job.JobAction;
import podium.operation.job.JobActionCompiler.Choices;
import podium.operation.job.JobActionPlanner;
import podium.operation.placement.OthersStopped;
import podium.operation.placement.PlacementOutlook;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;

/** Remembers what was planned; has the choices it is told. */
public final class FakeJobActions implements JobActionPlanner {
    /** What was planned, in order. */
    public final List<String> planned = new CopyOnWriteArrayList<>();

    /** What each job can be given. */
    public Choices choices = new Choices(OptionalInt.of(2), List.of("large", "small"), List.of("urgent"), "small", "");

    /** What some can be given that is not what all others can, by name. */
    public final Map<String, Choices> others = new HashMap<>();

    /** What comes of a plan; null: an example. */
    public @Nullable CompletableFuture<Result> result;

    @Override
    public CompletableFuture<Result> plan(List<Job> jobs, JobAction action, OthersStopped others) {
        others.watch(() -> stopped, List.of());
        planned.add(action + " of " + jobs.stream().map(Job::getName).toList());
        CompletableFuture<Result> told = result;
        return told == null
                ? CompletableFuture.completedFuture(new Result.Compiled(FakePlacement.example(jobs.getFirst())))
                : told;
    }

    /** Why the queue of what a plan stops would not admit it again. */
    public Optional<String> notAdmitted = Optional.empty();

    /** Who else may be stopped now for what was planned before. */
    public List<String> stopped = List.of();

    /** What that would wait for. */
    public List<String> waits = List.of();

    @Override
    public PlacementOutlook readmission(Plan plan) {
        return () -> notAdmitted;
    }

    @Override
    public List<String> waits(Plan plan) {
        return waits;
    }

    @Override
    public CompletableFuture<Choices> choices(Job job) {
        return CompletableFuture.completedFuture(others.getOrDefault(job.getName(), choices));
    }
}
