// SPDX-License-Identifier: Apache-2.0
package podium.operation.job;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import podium.model.fleet.Job;
import podium.operation.job.JobActionCompiler.Choices;
import podium.operation.placement.OthersStopped;
import podium.operation.placement.PlacementOutlook;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;

/** Turns an act on jobs into a plan. Called in the realm; the answers come on any thread. */
public interface JobActionPlanner {

    /**
     * One plan for all of them, in their order; refused when one of them is.
     *
     * @param jobs of one cluster, at least one
     */
    default CompletableFuture<Result> plan(List<Job> jobs, JobAction act) {
        return plan(jobs, act, new OthersStopped());
    }

    /**
     * The same.
     *
     * @param others is told, before the plan comes, whom to look at as long as the plan is
     */
    CompletableFuture<Result> plan(List<Job> jobs, JobAction act, OthersStopped others);

    /** Whether the jobs that a plan stops and queues again would be admitted, looked at as long as the plan is; in the realm. */
    PlacementOutlook readmission(Plan plan);

    /**
     * What the jobs that a plan stops and queues again, or rolls out, would wait for in their queues, and who may be stopped for them, a
     * sentence each; in the realm.
     */
    List<String> waits(Plan plan);

    /** What a job has and can be given; an {@link java.io.IOException} when the cluster does not answer. */
    CompletableFuture<Choices> choices(Job job);
}
