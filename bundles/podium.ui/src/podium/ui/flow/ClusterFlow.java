// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.core.job.DefaultReason;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.operation.job.JobAction;
import podium.operation.job.JobActionPlanner;
import podium.operation.placement.PlacementOutlook;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.PlacementCompiler.Result.Compiled;
import podium.operation.plan.PlacementCompiler.Result.Refused;
import podium.operation.plan.Plan;
import podium.operation.submit.ClusterComparison;
import podium.operation.submit.ClusterComparison.Reading;
import podium.operation.submit.ClusterComparison.Subject;
import podium.operation.submit.ClusterFit;
import podium.operation.submit.Submission;
import podium.operation.submit.SubmitService;
import podium.placement.Target;
import podium.ui.enablement.ActionEnablement;
import podium.ui.enablement.FleetAction;
import podium.ui.label.FailureLabel;
import podium.ui.label.FleetLabels;
import podium.ui.label.MovedJobs;
import podium.ui.prompt.Dialogs;
import podium.ui.prompt.InputPrompt;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;

/**
 * Which of the open clusters fits, and moving a job that waits to another: it is stopped here, and submitted there once that is done.
 * UI thread.
 */
@Creatable
public final class ClusterFlow {
    private static final String TITLE = Texts.of("ClusterFlow.whichCluster");

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
            return Optional.of(Texts.of("ClusterFlow.selectOneJob"));
        }
        return jobs.getFirst().getFinished() != null
                ? Optional.of(Texts.of("ClusterFlow.itHasFinished"))
                : isWorthIt() ? Optional.empty() : Optional.of(Texts.of("ClusterFlow.openAnotherClusterFirst"));
    }

    /** Shows all clusters for a job; the one that is chosen it is moved to. Returns at once. */
    public void compare(Job job) {
        background.follow(
                comparison.take(job),
                subject -> background.follow(
                        comparison.read(subject, comparison.clusters()),
                        readings -> dialogs.compare(
                                title(job),
                                Texts.of("ClusterFlow.moveThere"),
                                sorted(job, subject, live(subject, readings)),
                                fit -> whyNot(job, subject, fit),
                                fit -> planInto(job, subject, fit, new Submission.Free())),
                        problem -> failed(title(job), problem)),
                problem -> failed(title(job), problem));
    }

    private Supplier<List<ClusterFit>> sorted(Job job, Subject subject, Supplier<List<ClusterFit>> fits) {
        return () -> fits.get().stream()
                .sorted(Comparator.comparing(fit -> whyNot(job, subject, fit).isPresent() && !fit.here()))
                .toList();
    }

    /** Judged anew by what the clusters have now each time it is asked; they read anew what it needs in the background. */
    private Supplier<List<ClusterFit>> live(Subject subject, List<Reading> first) {
        AtomicReference<List<Reading>> readings = new AtomicReference<>(first);
        AtomicReference<CompletableFuture<List<Reading>>> asked =
                new AtomicReference<>(CompletableFuture.completedFuture(first));
        return () -> {
            List<Cluster> open = comparison.clusters();
            if (asked.get().isDone()) {
                asked.set(comparison.read(subject, open));
                background.follow(asked.get(), readings::set, _ -> {});
            }
            return comparison.judge(
                    subject,
                    readings.get().stream()
                            .filter(reading -> open.contains(reading.cluster()))
                            .toList());
        };
    }

    private Optional<String> whyNot(Job job, Subject subject, ClusterFit fit) {
        return fit.here()
                ? Optional.of(Texts.of("ClusterFlow.itIsHere"))
                : reasonsAgainst(job, subject, fit).reduce((all, next) -> all + " " + next);
    }

    /** Shows all clusters for a manifest. Returns at once. */
    void compare(String text, String namespace, Consumer<Cluster> chosen) {
        Subject subject = new Subject("", text, namespace, Optional.empty());
        background.follow(
                comparison.read(subject, comparison.clusters()),
                readings -> dialogs.compare(
                        TITLE,
                        Texts.of("ClusterFlow.submitThere"),
                        live(subject, readings),
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
        Submission how = target.<Submission>map(Submission.On::new).orElse(new Submission.Free());
        String title = Texts.of("ClusterFlow.move", job.getName());
        background.follow(
                comparison.take(job),
                subject -> read(title, subject, List.of(there), fits -> {
                    List<String> against = fits.isEmpty()
                            ? List.of(Texts.of("ClusterFlow.takesNoJobIt", FleetLabels.name(there)))
                            : reasonsAgainst(job, subject, fits.getFirst()).toList();
                    if (against.isEmpty()) {
                        planInto(job, subject, fits.getFirst(), how);
                    } else {
                        refuse(title, against.stream());
                    }
                }),
                problem -> refuse(
                        title,
                        Stream.concat(
                                Stream.of(FailureLabel.words(problem)),
                                Stream.concat(comparison.whyNotMoved(job).stream(), barred(job, there).stream()))));
    }

    /** All at once: who mends one thing need not be told of the next. */
    private void refuse(String title, Stream<String> why) {
        dialogs.refuse(title, why.distinct().collect(Collectors.joining("\n")), Texts.of("ClusterFlow.nothingWasSent"));
    }

    /** What of locks, rules and rights is in the way of a move, as far as is known before a cluster is asked. */
    List<String> barred(Job job, Cluster there) {
        return Stream.concat(offers.reasons(FleetAction.WHICH_CLUSTER, job), offers.whyNotCreate(there).stream())
                .toList();
    }

    /** All that keeps a job from being moved to a cluster; empty: it may be. */
    private Stream<String> reasonsAgainst(Job job, Subject subject, ClusterFit there) {
        return Stream.of(
                        comparison.whyNotMoved(job).stream(),
                        offers.reasons(FleetAction.WHICH_CLUSTER, job),
                        dispatched(subject).stream(),
                        there.against().stream(),
                        there.newNamespace().isPresent()
                                ? offers.whyNotCreate(there.cluster()).stream()
                                : offers.reasonsNotToCreate(there.cluster(), there.manifest()))
                .flatMap(reasons -> reasons);
    }

    /** Plans the move; where its namespace is not there, the operator first lets it be created or chooses another. */
    private void planInto(Job job, Subject subject, ClusterFit there, Submission how) {
        if (there.newNamespace().isEmpty()) {
            plan(job, there, how);
            return;
        }
        reasonsNotToCreate(there); // asked now, what is not known of rights yet is by the time the namespaces are
        background.follow(
                comparison.namespaces(there.cluster()),
                names -> askNamespace(job, subject, there, how, names),
                problem -> failed(title(job), problem));
    }

    /** All that forbids to create the job and its namespace there. A right that is not known yet is asked for, and forbids nothing. */
    private List<String> reasonsNotToCreate(ClusterFit there) {
        return offers.reasonsNotToCreate(there.cluster(), there.manifest()).toList();
    }

    /** Asks which of the namespaces there it goes into; its own first, where that may be made. */
    private void askNamespace(Job job, Subject subject, ClusterFit there, Submission how, List<String> names) {
        String title = MovedJobs.title(job.getName(), FleetLabels.name(there.cluster()));
        List<String> barred = reasonsNotToCreate(there);
        List<String> choices = Stream.concat(
                        barred.isEmpty() ? Stream.of(subject.into()) : Stream.empty(), names.stream())
                .distinct()
                .toList();
        if (choices.isEmpty()) {
            refuse(title, barred.stream());
            return;
        }
        String words = barred.isEmpty()
                ? Texts.of("ClusterFlow.itsNamespaceIsCreated", subject.into(), FleetLabels.name(there.cluster()))
                : Texts.of("ClusterFlow.itsNamespaceIsNotThere", subject.into(), String.join(" ", barred));
        dialogs.ask(
                new InputPrompt(
                        title,
                        words,
                        Texts.of("ClusterFlow.planTheMove"),
                        choices.getFirst(),
                        choices,
                        _ -> Optional.empty()),
                name -> planInNamespace(job, subject, there, how, name));
    }

    /** Plans the move into a namespace that was chosen, once the cluster has read the job as one of that. */
    private void planInNamespace(Job job, Subject subject, ClusterFit there, Submission how, String namespace) {
        if (namespace.equals(subject.into())) {
            plan(job, there, how);
            return;
        }
        Subject other = subject.into(namespace);
        String title = MovedJobs.title(job.getName(), FleetLabels.name(there.cluster()));
        read(title, other, List.of(there.cluster()), fits -> {
            List<String> against = fits.stream()
                    .flatMap(fit -> reasonsAgainst(job, other, fit))
                    .toList();
            if (against.isEmpty() && !fits.isEmpty()) {
                plan(job, fits.getFirst(), how);
            } else {
                refuse(title, against.stream());
            }
        });
    }

    /** Why it is not moved by hand though it could: another one moves it. */
    private static Optional<String> dispatched(Subject subject) {
        return subject.dispatch().map(dispatch -> Texts.of("ClusterFlow.waitForThatOr", dispatch.why()));
    }

    private void read(String title, Subject subject, List<Cluster> clusters, Consumer<List<ClusterFit>> then) {
        background.follow(
                comparison.read(subject, clusters),
                readings -> then.accept(comparison.judge(subject, readings)),
                problem -> failed(title, problem));
    }

    private static String title(Job job) {
        return Texts.of("ClusterFlow.whichClusterFor", job.getName());
    }

    private void failed(String title, Throwable problem) {
        dialogs.refuse(title, FailureLabel.words(problem), Texts.of("ClusterFlow.nothingWasSent"));
    }

    /** What comes of planning both: where either is refused nothing is sent. */
    private record Plans(Result there, Optional<Result> here) {
        List<Refused> refused() {
            return Stream.concat(Stream.of(there), here.stream())
                    .flatMap(result -> result instanceof Refused why ? Stream.of(why) : Stream.of())
                    .toList();
        }
    }

    private void plan(Job job, ClusterFit there, Submission how) {
        String title = MovedJobs.title(job.getName(), FleetLabels.name(there.cluster()));
        PlacementOutlook outlook = submit.outlook(there.cluster(), there.manifest(), how);
        CompletableFuture<Optional<Result>> here = isStopped(job)
                ? CompletableFuture.completedFuture(Optional.empty())
                : acts.plan(List.of(job), new JobAction.Withdraw()).thenApply(Optional::of);
        CompletableFuture<Plans> planned =
                submit.plan(there.cluster(), there.manifest(), how).thenCombine(here, Plans::new);
        dialogs.planning(title, planned);
        background.follow(
                planned,
                plans -> show(job, title, plans, outlook, () -> plan(job, there, how)),
                problem -> failed(title, problem));
    }

    private void show(Job job, String title, Plans plans, PlacementOutlook outlook, Runnable again) {
        // it may have begun to run since it was compared, or since it was planned first
        Optional<String> barred = FleetLabels.gone(List.of(job)).or(() -> comparison.whyNotMoved(job));
        List<Refused> refused = plans.refused();
        if (barred.isPresent()) {
            refuse(title, barred.stream());
        } else if (!refused.isEmpty()) {
            dialogs.refuse(
                    title,
                    refused.stream().map(Refused::reason).collect(Collectors.joining("\n")),
                    refused.stream().map(Refused::advice).distinct().collect(Collectors.joining(" ")));
        } else if (plans.there() instanceof Compiled(Plan second)) {
            if (plans.here().isPresent() && plans.here().get() instanceof Compiled(Plan first)) {
                review(title, first, second, outlook, again);
            } else {
                String stays = Texts.of(
                        "ClusterFlow.itStaysSuspended",
                        FleetLabels.cluster(job).map(FleetLabels::name).orElse(""));
                review.review(MoveParts.part(title, second, stays), outlook, Optional.of(again), () -> {});
            }
        }
    }

    private void review(String title, Plan first, Plan second, PlacementOutlook outlook, Runnable again) {
        review.inOrder(
                MoveParts.part(title, first, Texts.of("ClusterFlow.afterThatItIs", second.cluster())),
                MoveParts.part(title, second, Texts.of("ClusterFlow.itWasStoppedIn", first.cluster())),
                outlook,
                again,
                background);
    }

    /** Whether it starts here only when somebody resumes it. */
    private static boolean isStopped(Job job) {
        String reason = job.getReason() == null ? "" : job.getReason();
        return job.isSuspended() && (job.getQueueName() == null || DefaultReason.isInactive(reason));
    }
}
