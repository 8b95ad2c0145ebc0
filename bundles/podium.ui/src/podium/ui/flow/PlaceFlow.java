// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.model.fleet.Cluster;
import podium.operation.placement.PlacementPlanner;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.advice.AdviceService;
import podium.placement.advice.RankedPlace;
import podium.ui.enablement.ActionEnablement;
import podium.ui.enablement.FleetAction;
import podium.ui.label.FleetLabels;
import podium.ui.prompt.Dialogs;
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
        String title = "Place " + subject.job().getName();
        Optional<String> barred = offers.whyNot(FleetAction.PLACE, subject.job())
                .or(() -> FleetLabels.gone(List.of(FleetLabels.of(target))));
        if (barred.isPresent()) {
            dialogs.refuse(title, barred.get(), "Nothing was sent.");
            return;
        }
        review.review(title, planner.plan(subject, target), background, () -> {});
    }

    /** Moves a job to another cluster, where its scheduler decides; shown first. Returns at once. */
    public void move(Subject subject, Cluster there) {
        clusters.move(subject.job(), there, Optional.empty());
    }

    /** Lets the operator choose among all nodes and domains of the job's cluster, best first, then places. */
    public void choose(Subject subject) {
        Optional<String> barred = offers.whyNot(FleetAction.PLACE, subject.job());
        if (barred.isPresent()) {
            dialogs.refuse("Place " + subject.job().getName(), barred.get(), "Nothing was sent.");
            return;
        }
        dialogs.choose(subject, targets(subject), target -> place(subject, target));
    }

    /** Every node and domain with its verdict for the whole subject and the reason in a line, best first. */
    public List<RankedPlace> targets(Subject subject) {
        return advice.places(subject);
    }
}
