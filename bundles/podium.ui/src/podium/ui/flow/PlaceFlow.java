// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.core.job.PurposeRules;
import podium.model.fleet.Cluster;
import podium.model.fleet.Job;
import podium.operation.placement.PlacementOutlook;
import podium.operation.placement.PlacementPlanner;
import podium.operation.plan.JoinedPlans;
import podium.operation.plan.PlacementCompiler.Result;
import podium.operation.plan.Plan;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.advice.AdviceService;
import podium.placement.advice.RankedPlace;
import podium.ui.enablement.ActionEnablement;
import podium.ui.enablement.FleetAction;
import podium.ui.label.FleetLabels;
import podium.ui.prompt.Dialogs;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;

/** Placing, from "this there" to a running operation. Nothing is sent before the operator confirmed the plan. UI thread. */
@Creatable
public final class PlaceFlow {
    private final PlacementPlanner planner;
    private final AdviceService advice;
    private final PlanReview review;
    private final Dialogs dialogs;
    private final ActionEnablement offers;
    private final BackgroundWork background;
    private final ClusterFlow clusters;

    @Inject
    public PlaceFlow(
            PlacementPlanner planner,
            AdviceService advice,
            PlanReview review,
            Dialogs dialogs,
            ActionEnablement offers,
            BackgroundWork background,
            ClusterFlow clusters) {
        this.planner = planner;
        this.advice = advice;
        this.review = review;
        this.dialogs = dialogs;
        this.offers = offers;
        this.background = background;
        this.clusters = clusters;
    }

    /**
     * Plans the placement, shows the plan, and runs it once confirmed. In another cluster than the job's it is a move there. Returns at
     * once.
     */
    public void place(Subject subject, Target target) {
        Optional<Cluster> there = FleetLabels.cluster(FleetLabels.of(target));
        Optional<Cluster> here = FleetLabels.cluster(subject.job());
        if (there.isPresent() && here.isPresent() && there.get() != here.get()) {
            clusters.move(subject.job(), there.get(), Optional.of(target));
            return;
        }
        String title = Texts.of("PlaceFlow.place", subject.job().getName());
        Optional<String> barred = whyNot(subject, target);
        if (barred.isPresent()) {
            dialogs.refuse(title, barred.get(), Texts.of("PlaceFlow.nothingWasSent"));
            return;
        }
        PlacementOutlook outlook = planner.outlook(subject, target);
        review.review(
                Texts.of("PlaceFlow.placeOn", subject.job().getName(), FleetLabels.name(FleetLabels.of(target))),
                planner.plan(subject, target),
                outlook,
                background,
                () -> place(subject, target),
                () -> {});
    }

    /** Why nothing can be planned, whether or not it fits: a lock, a rule, no right, one of both gone; empty: it can. */
    public Optional<String> whyNot(Subject subject, Target target) {
        return offers.whyNot(FleetAction.PLACE, subject.job())
                .or(() -> FleetLabels.gone(List.of(FleetLabels.of(target))));
    }

    /**
     * One of several placements that are one operation.
     *
     * @param cost what it loses, in a sentence
     */
    public record PlaceRequest(Subject subject, Target target, String cost) {}

    /**
     * Plans several placements of one cluster as one operation, which says first what each costs, and shows it; where one of them cannot
     * be planned none is done. Returns at once.
     *
     * @param title of the operation
     * @param requests of different jobs, at least one
     */
    public void placeAll(String title, List<PlaceRequest> requests) {
        Optional<String> barred = requests.stream()
                .flatMap(request -> whyNot(request.subject(), request.target()).stream())
                .findFirst();
        long jobs = requests.stream()
                .map(request -> request.subject().job())
                .distinct()
                .count();
        if (barred.isPresent()) {
            dialogs.refuse(title, barred.get(), Texts.of("PlaceFlow.nothingWasSent"));
        } else if (jobs < requests.size()) {
            dialogs.refuse(title, Texts.of("PlaceFlow.someOfThemAre"), Texts.of("PlaceFlow.restartOneOfIts"));
        } else {
            List<CompletableFuture<Result>> planned = requests.stream()
                    .map(request -> planner.plan(request.subject(), request.target()))
                    .toList();
            List<PlacementOutlook> outlooks = requests.stream()
                    .map(request -> planner.outlook(request.subject(), request.target()))
                    .toList();
            review.review(
                    title,
                    CompletableFuture.allOf(planned.toArray(CompletableFuture[]::new))
                            .thenApply(all -> joined(title, requests, planned)),
                    () -> outlooks.stream()
                            .flatMap(outlook -> outlook.lost().stream())
                            .findFirst(),
                    background,
                    () -> placeAll(title, requests),
                    () -> {});
        }
    }

    /** With what each costs: of one job that has work to lose its own plan tells that. */
    private static Result joined(String title, List<PlaceRequest> requests, List<CompletableFuture<Result>> planned) {
        Result joined = JoinedPlans.ofEach(planned, CompletableFuture::join);
        if (!(joined instanceof Result.Compiled(Plan all))) {
            return joined;
        }
        List<String> effects = new ArrayList<>(requests.stream()
                .filter(request -> requests.size() > 1
                        || !PurposeRules.hasStateToLose(request.subject().job()))
                .map(PlaceRequest::cost)
                .distinct()
                .toList());
        effects.addAll(all.effects());
        return new Result.Compiled(new Plan(
                all.cluster(), all.kind(), title, all.steps(), effects, all.irreversible(), all.changes(), all.undo()));
    }

    /** What has to be done before a job can be moved to another cluster, as far as is known before that is asked; empty: nothing. */
    public List<String> barred(Job job, Cluster there) {
        return clusters.barred(job, there);
    }

    /** Moves a job to another cluster, where its scheduler decides; shown first. Returns at once. */
    public void move(Subject subject, Cluster there) {
        clusters.move(subject.job(), there, Optional.empty());
    }

    /** Lets the operator choose among all nodes and domains of the job's cluster, best first, then places. */
    public void choose(Subject subject) {
        Optional<String> barred = offers.whyNot(FleetAction.PLACE, subject.job());
        if (barred.isPresent()) {
            dialogs.refuse(
                    Texts.of("PlaceFlow.place", subject.job().getName()),
                    barred.get(),
                    Texts.of("PlaceFlow.nothingWasSent"));
            return;
        }
        dialogs.choose(subject, () -> targets(subject), PlaceFlow::isGone, target -> place(subject, target));
    }

    static boolean isGone(Target target) {
        return FleetLabels.gone(List.of(FleetLabels.of(target))).isPresent();
    }

    /** Every node and domain with its verdict for the whole subject and the reason in a line, best first. */
    public List<RankedPlace> targets(Subject subject) {
        return advice.places(subject);
    }
}
