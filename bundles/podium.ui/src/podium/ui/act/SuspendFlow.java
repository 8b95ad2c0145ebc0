// SPDX-License-Identifier: Apache-2.0
package podium.ui.act;

import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.core.suspend.SuspendPlans;
import podium.model.fleet.Job;

/** Suspending a job and letting it run again, shown first as the plan it is. UI thread. */
@Creatable
public final class SuspendFlow {
    private final PlanReview review;

    @Inject
    public SuspendFlow(PlanReview review) {
        this.review = review;
    }

    /** Why it cannot be suspended; empty: it can. */
    public Optional<String> whyNotSuspend(Job job) {
        return SuspendPlans.whyNotSuspend(job);
    }

    /** Why it cannot be resumed; empty: it can. */
    public Optional<String> whyNotResume(Job job) {
        return SuspendPlans.whyNotResume(job);
    }

    /** Shows what suspending does; does it once confirmed. */
    public void suspend(Job job) {
        review.review(SuspendPlans.suspend(job));
    }

    /** Shows what resuming does; does it once confirmed. */
    public void resume(Job job) {
        review.review(SuspendPlans.resume(job));
    }
}
