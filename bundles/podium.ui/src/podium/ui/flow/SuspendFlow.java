// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.model.fleet.Job;
import podium.operation.job.JobAction;
import podium.operation.suspend.SuspendRules;
import podium.ui.enablement.ChosenJobs;
import podium.ui.enablement.FleetAction;

/** Suspending a job and letting it run again, shown first as the plan it is. UI thread. */
@Creatable
public final class SuspendFlow {
    private final JobFlow plans;

    @Inject
    public SuspendFlow(JobFlow plans) {
        this.plans = plans;
    }

    /** Why one of them cannot be suspended; empty: all can. */
    public Optional<String> whyNotSuspend(List<Job> jobs) {
        return first(jobs, SuspendRules::whyNotSuspend);
    }

    /** Why one of them cannot be resumed; empty: all can. */
    public Optional<String> whyNotResume(List<Job> jobs) {
        return first(jobs, SuspendRules::whyNotResume);
    }

    private static Optional<String> first(List<Job> jobs, Function<Job, Optional<String>> whyNot) {
        return jobs.stream()
                .flatMap(job ->
                        whyNot.apply(job).stream().map(why -> jobs.size() == 1 ? why : job.getName() + ": " + why))
                .findFirst();
    }

    /** Shows what suspending them does; does it once confirmed. */
    public void suspend(ChosenJobs jobs) {
        plans.plan(FleetAction.SUSPEND, jobs, new JobAction.Suspend());
    }

    /** The same where it is only the first step: its plan says what comes after it. */
    public void suspend(ChosenJobs jobs, String next) {
        plans.plan(FleetAction.SUSPEND, jobs, new JobAction.Suspend(), List.of(next));
    }

    /** Shows what resuming them does; does it once confirmed. */
    public void resume(ChosenJobs jobs) {
        plans.plan(FleetAction.RESUME, jobs, new JobAction.Resume());
    }
}
