// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.core.job.DefaultReason;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.operation.job.JobAction;
import podium.operation.job.JobActionPlanner;
import podium.operation.placement.PlacementOutlook;
import podium.operation.plan.Plan;
import podium.operation.submit.ClusterComparison;
import podium.operation.submit.ClusterComparison.Subject;
import podium.operation.submit.ClusterFit;
import podium.operation.submit.Submission;
import podium.operation.submit.SubmitService;
import podium.placement.Target;
import podium.ui.enablement.ActionEnablement;
import podium.ui.enablement.FleetAction;
import podium.ui.label.FailureLabel;
import podium.ui.label.FleetLabels;
import podium.ui.prompt.Dialogs;
import podium.ui.toolkit.BackgroundWork;

/**
 * Which of the open clusters fits, and moving a job that waits to another: it is stopped here, and submitted there once that is done.
 * UI thread.
 */
@Creatable
public final class ClusterFlow {
    private static final String TITLE = "Which cluster";

    private final ClusterComparison comparison;
    private final SubmitService submit;
    private final JobActionPlanner acts;
    private final PlanReview review;
    private final Dialogs dialogs;
    private final ActionEnablement offers;
    private final BackgroundWork background;

    @Inject
    public ClusterFlow(
            ClusterComparison comparison,
            SubmitService submit,
            JobActionPlanner acts,
            PlanReview review,
            Dialogs dialogs,
            ActionEnablement offers,
            BackgroundWork background) {
        this.comparison = comparison;
        this.submit = submit;
        this.acts = acts;
        this.review = review;
        this.dialogs = dialogs;
        this.offers = offers;
        this.background = background;
    }

    /** True when there is more than one cluster to compare. */
    public boolean isWorthIt() {
        return comparison.clusters().size() > 1;
    }

    /** Why these cannot be compared; empty: they can. */
    public Optional<String> whyNot(List<Job> jobs) {
        if (jobs.size() != 1) {
            return Optional.of("select one job");
        }
        return jobs.getFirst().getFinished() != null
                ? Optional.of("it has finished")
                : isWorthIt() ? Optional.empty() : Optional.of("open another cluster first");
    }

    /** Shows all clusters for a job; the one that is chosen it is moved to. Returns at once. */
    public void compare(Job job) {
        Optional<String> bound = bound(job);
        read(
                job,
                comparison.clusters(),
                (subject, fits) -> dialogs.compare(
                        title(job),
                        "Move There\u2026",
                        fits,
                        fit -> fit.here()
                                ? Optional.of("it is here")
                                : bound.or(() -> sent(subject)).or(() -> whyNot(fit)),
                        fit -> plan(job, fit, new Submission.Free())));
    }

    /** Shows all clusters for a manifest. Returns at once. */
    void compare(String text, String namespace, Consumer<Cluster> chosen) {
        Subject subject = new Subject("", text, namespace, Optional.empty());
        background.follow(
                comparison.read(subject, comparison.clusters()),
                readings -> dialogs.compare(
                        TITLE,
                        "Submit There\u2026",
                        comparison.judge(subject, readings),
                        _ -> Optional.empty(),
                        fit -> chosen.accept(fit.cluster())),
                problem -> failed(TITLE, problem));
    }

    /**
     * Moves a job to another cluster. Returns at once.
     *
     * @param target where it is pinned there; empty: nowhere
     */
    void move(Job job, Cluster there, Optional<Target> target) {
        Optional<String> bound = bound(job);
        if (bound.isPresent()) {
            dialogs.refuse("Move " + job.getName(), bound.get(), "Nothing was sent.");
            return;
        }
        Submission how = target.<Submission>map(Submission.On::new).orElse(new Submission.Free());
        read(
                job,
                List.of(there),
                (subject, fits) -> fits.forEach(fit -> sent(subject)
                        .or(() -> whyNot(fit))
                        .ifPresentOrElse(
                                why -> dialogs.refuse("Move " + job.getName(), why, "Nothing was sent."),
                                () -> plan(job, fit, how))));
    }

    /** Why it stays where it is; empty: it may be moved. */
    private Optional<String> bound(Job job) {
        return comparison.whyNotMoved(job).or(() -> offers.whyNot(FleetAction.WHICH_CLUSTER, job));
    }

    /** Why it is not moved by hand though it could: another one moves it. */
    private static Optional<String> sent(Subject subject) {
        return subject.dispatch()
                .map(dispatch -> dispatch.why() + " Wait for that, or delete the job and submit it where you want it.");
    }

    private interface Judged {
        void accept(Subject subject, List<ClusterFit> fits);
    }

    private void read(Job job, List<Cluster> clusters, Judged then) {
        background.follow(
                comparison.take(job),
                subject -> background.follow(
                        comparison.read(subject, clusters),
                        readings -> then.accept(subject, comparison.judge(subject, readings)),
                        problem -> failed(title(job), problem)),
                problem -> failed(title(job), problem));
    }

    private static String title(Job job) {
        return TITLE + " for " + job.getName();
    }

    private Optional<String> whyNot(ClusterFit fit) {
        return fit.against().isEmpty()
                ? offers.whyNotCreate(fit.cluster(), fit.manifest())
                : Optional.of(String.join(" ", fit.against()));
    }

    private void failed(String title, Throwable problem) {
        dialogs.refuse(title, FailureLabel.words(problem), "Nothing was sent.");
    }

    /** Plans the submission first: where that is refused nothing is stopped here. */
    private void plan(Job job, ClusterFit there, Submission how) {
        String title = MoveParts.title(job.getName(), FleetLabels.name(there.cluster()));
        PlacementOutlook outlook = submit.outlook(there.cluster(), there.manifest(), how);
        background.follow(
                submit.plan(there.cluster(), there.manifest(), how),
                result -> review.compiled(title, result, second -> stop(job, title, second, outlook)),
                problem -> failed(title, problem));
    }

    private void stop(Job job, String title, Plan second, PlacementOutlook outlook) {
        Optional<String> gone = FleetLabels.gone(List.of(job));
        if (gone.isPresent()) {
            dialogs.refuse(title, gone.get(), "Nothing was sent.");
        } else if (isStopped(job)) {
            review.review(second, outlook, () -> {});
        } else {
            background.follow(
                    acts.plan(List.of(job), new JobAction.Withdraw()),
                    result -> review.compiled(
                            title,
                            result,
                            first -> review.inOrder(
                                    MoveParts.part(
                                            title,
                                            first,
                                            "After that it is submitted to " + second.cluster()
                                                    + ", as a separate operation."),
                                    MoveParts.part(
                                            title,
                                            second,
                                            "It was stopped in " + first.cluster()
                                                    + " before, by a separate operation: if this one does not"
                                                    + " finish, resume it there."),
                                    outlook,
                                    background)),
                    problem -> failed(title, problem));
        }
    }

    /** Whether it starts here only when somebody resumes it. */
    private static boolean isStopped(Job job) {
        String reason = job.getReason() == null ? "" : job.getReason();
        return job.isSuspended() && (job.getQueueName() == null || DefaultReason.isInactive(reason));
    }
}
