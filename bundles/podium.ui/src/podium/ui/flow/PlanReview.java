// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.model.fleet.Job;
import podium.operation.Operation;
import podium.operation.OperationService;
import podium.operation.OperationState;
import podium.operation.approval.Approval;
import podium.operation.job.JobActionPlanner;
import podium.operation.placement.PlacementOutlook;
import podium.operation.plan.Checked;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.operation.rule.RuleDecision;
import podium.ui.label.FailureLabel;
import podium.ui.label.MovedJobs;
import podium.ui.prompt.ApprovalExchange;
import podium.ui.prompt.Dialogs;
import podium.ui.prompt.GracePlans;
import podium.ui.prompt.PlanAlternative;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;

/** The one way from a plan to a running operation: shown, checked, confirmed, submitted. UI thread. */
@Creatable
public final class PlanReview {
    private final OperationService operations;
    private final Dialogs dialogs;
    private final JobActionPlanner jobs;

    @Inject
    public PlanReview(OperationService operations, Dialogs dialogs, JobActionPlanner jobs) {
        this.jobs = jobs;
        this.operations = operations;
        this.dialogs = dialogs;
    }

    /** The same beside whether the jobs that the plan stops and queues again would be admitted. */
    private PlacementOutlook admitted(Plan plan, PlacementOutlook place) {
        PlacementOutlook admitted = jobs.readmission(plan);
        return admitted == PlacementOutlook.NOTHING
                ? place
                : new PlacementOutlook() {
                    @Override
                    public Optional<String> lost() {
                        return place.lost().or(admitted::lost);
                    }

                    @Override
                    public boolean isGone() {
                        return place.isGone();
                    }
                };
    }

    /** The plan with what its jobs would wait for in their queues. */
    Plan waiting(Plan plan) {
        return plan.withEffects(Stream.concat(plan.effects().stream(), jobs.waits(plan).stream())
                .toList());
    }

    /** Shows the plan; submits it when the operator confirms. */
    public void review(Plan plan) {
        review(plan, () -> {});
    }

    /** Shows the plan; submits it when the operator confirms, then does something more. */
    public void review(Plan plan, Runnable then) {
        review(plan, PlacementOutlook.NOTHING, Optional.empty(), then);
    }

    /** As {@link #review(Plan)}, of a plan that can be made again. */
    void renewable(Plan plan, Runnable again) {
        review(plan, PlacementOutlook.NOTHING, Optional.of(again), () -> {});
    }

    /** As {@link #review(Plan, Runnable)}, of a plan that may be asked for differently. */
    void review(Plan plan, PlanAlternative other, Runnable then) {
        dialogs.review(
                plan,
                operations.ruling(plan).approval(),
                () -> operations.check(plan),
                other,
                () -> submit(plan, PlacementOutlook.NOTHING, Optional.empty(), _ -> then.run()));
    }

    /**
     * As {@link #review(Plan, Runnable)}, of a plan that places something, or can be made again.
     *
     * @param place nothing is sent once it is lost
     * @param again asks for it anew, from the beginning
     */
    void review(Plan plan, PlacementOutlook place, Optional<Runnable> again, Runnable then) {
        PlacementOutlook outlook = admitted(plan, place);
        dialogs.review(
                plan,
                operations.ruling(plan).approval(),
                () -> operations.check(plan),
                outlook,
                again,
                () -> submit(plan, outlook, again, _ -> then.run()));
    }

    /**
     * Shows a plan once it is made, as {@link #review(Plan, Runnable)}; says why there is none when it is refused or fails. Returns
     * at once.
     *
     * @param title what the plan is for, to be said when there is none
     * @param background brings the answer back to the UI thread
     * @param again asks for it anew, from the beginning
     */
    void review(
            String title, CompletableFuture<Result> planned, BackgroundWork background, Runnable again, Runnable then) {
        review(title, planned, PlacementOutlook.NOTHING, background, again, then);
    }

    /**
     * The same, of a plan that places something.
     *
     * @param outlook judged when the plan was asked for
     */
    void review(
            String title,
            CompletableFuture<Result> planned,
            PlacementOutlook outlook,
            BackgroundWork background,
            Runnable again,
            Runnable then) {
        dialogs.planning(title, planned);
        background.follow(
                planned,
                result -> compiled(title, result, plan -> review(plan, outlook, Optional.of(again), then)),
                problem -> failed(title, problem));
    }

    /**
     * The same, of a plan for which the operator says in it how long pods get to stop.
     *
     * @param plans with the time that was chosen; empty: each pod's own
     */
    void review(
            String title, Function<Optional<Duration>, CompletableFuture<Result>> plans, BackgroundWork background) {
        CompletableFuture<Result> first = plans.apply(Optional.empty());
        dialogs.planning(title, first);
        background.follow(
                first,
                result -> compiled(
                        title,
                        result,
                        plan -> dialogs.review(
                                plan,
                                operations.ruling(plan).approval(),
                                new GracePlans(plans, operations::check),
                                this::submit)),
                problem -> failed(title, problem));
    }

    /** Says that a plan is being made, until it is. */
    void planning(String title, CompletableFuture<?> plan) {
        dialogs.planning(title, plan);
    }

    /** Goes on with the plan, or says why there is none. */
    void compiled(String title, Result result, Consumer<Plan> then) {
        switch (result) {
            case Result.Compiled(Plan plan) -> then.accept(plan);
            case Result.Refused(String reason, String advice, var _) -> dialogs.refuse(title, reason, advice);
        }
    }

    /**
     * Shows two plans of two clusters in one dialog; the first is submitted when the operator confirms, and has the second done after it.
     * They are two operations: the journal ties each to one cluster, and each is taken back by itself.
     *
     * @param outlook of what the second places
     * @param again asks for both anew
     */
    void inOrder(Plan first, Plan second, PlacementOutlook outlook, Runnable again, BackgroundWork background) {
        RuleDecision later = operations.ruling(second);
        if (later.approval().isPresent() || later.typed().isPresent()) {
            dialogs.refuse(
                    second.title(),
                    Texts.of("PlanReview.aRuleRequiresAn", second.cluster()),
                    Texts.of("PlanReview.suspendTheJobHere", first.cluster(), second.cluster()));
            return;
        }
        Callable<Checked> check = () -> {
            Checked one = operations.check(first);
            Checked other = operations.check(second);
            return new Checked(
                    Stream.concat(one.problems().stream(), other.problems().stream())
                            .toList(),
                    Stream.concat(one.warnings().stream(), other.warnings().stream())
                            .toList());
        };
        dialogs.review(first, second, check, outlook, again, () -> {
            CompletableFuture<Operation> ended = new CompletableFuture<>();
            submit(first.then(second), outlook, Optional.of(again), id -> FollowedOperation.of(operations, id, ended));
            background.follow(
                    ended,
                    operation -> {
                        if (operation.state() == OperationState.FAILED) {
                            dialogs.refuse(
                                    second.title(),
                                    Texts.of(
                                            "PlanReview.didNotEndAs",
                                            first.title(),
                                            operation.outcome().orElse("")),
                                    Texts.of("PlanReview.nothingWasSentTo", second.cluster()),
                                    Optional.of(again));
                        }
                    },
                    problem -> failed(second.title(), problem));
        });
    }

    /** What resuming these does where a move has left one of them behind: it would run in two clusters. In the realm. */
    List<String> secondRuns(List<Job> jobs) {
        return jobs.stream()
                .flatMap(job -> MovedJobs.left(job, operations.operations()).stream()
                        .filter(left -> left.there().isPresent())
                        .map(left -> Texts.of("PlanReview.runsInBoth", job.getName(), left.words())))
                .toList();
    }

    /** Says that no plan could be made. */
    void failed(String title, Throwable problem) {
        dialogs.refuse(
                title,
                Texts.of("PlanReview.thePlanCouldNot", FailureLabel.words(problem)),
                Texts.of("PlanReview.nothingWasSentCheck"));
    }

    /** Submits a plan that the operator has confirmed; where a rule wants a name typed, only once it is. */
    public void submit(Plan plan) {
        submit(plan, PlacementOutlook.NOTHING, Optional.empty(), _ -> {});
    }

    /** It may take long until a name is typed and a second person has approved: what is placed is judged at the very end. */
    private void submit(Plan plan, PlacementOutlook outlook, Optional<Runnable> again, Consumer<String> then) {
        submit(plan, (typed, approval) -> outlook.lost()
                .ifPresentOrElse(
                        why -> dialogs.refuse(
                                plan.title(),
                                why,
                                Texts.of("PlanReview.nothingWasSentPlan"),
                                again.filter(_ -> !outlook.isGone())),
                        () -> send(plan, typed, approval, then)));
    }

    private interface Sending {
        void send(String typed, Optional<Approval> approval);
    }

    private void submit(Plan plan, Sending then) {
        RuleDecision ruling = operations.ruling(plan);
        if (ruling.approval().isEmpty()) {
            typed(plan, ruling, Optional.empty(), then);
        } else {
            dialogs.approve(
                    plan,
                    ruling.approval().get(),
                    new ApprovalExchange(operations, plan),
                    approval -> typed(plan, ruling, Optional.of(approval), then));
        }
    }

    private void typed(Plan plan, RuleDecision ruling, Optional<Approval> approval, Sending then) {
        if (ruling.typed().isEmpty()) {
            then.send("", approval);
        } else {
            String name = ruling.typed().get();
            dialogs.type(plan, name, () -> then.send(name, approval));
        }
    }

    private void send(Plan plan, String typed, Optional<Approval> approval, Consumer<String> then) {
        String id;
        try {
            if (approval.isPresent()) {
                id = operations.submit(plan, typed, approval);
            } else if (typed.isEmpty()) {
                id = operations.submit(plan);
            } else {
                id = operations.submit(plan, typed);
            }
        } catch (RuntimeException e) {
            // confirmed, and not begun: who pressed the button must not take it for done
            dialogs.refuse(
                    plan.title(),
                    Texts.of("PlanReview.itWasNotStarted", FailureLabel.words(e)),
                    Texts.of("PlanReview.nothingWasSent"));
            return;
        }
        then.accept(id);
    }
}
