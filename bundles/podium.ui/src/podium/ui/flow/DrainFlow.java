// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import jakarta.inject.Inject;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.model.fleet.Node;
import podium.operation.OperationService;
import podium.operation.drain.DrainPreview;
import podium.operation.drain.DrainService;
import podium.operation.plan.Checked;
import podium.operation.plan.Plan;
import podium.ui.enablement.ActionEnablement;
import podium.ui.enablement.FleetAction;
import podium.ui.label.FleetLabels;
import podium.ui.prompt.Dialogs;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;

/** Taking nodes out of service and back, from the request to a running operation. UI thread. */
@Creatable
public final class DrainFlow {
    private final DrainService drains;
    private final OperationService operations;
    private final PlanReview review;
    private final Dialogs dialogs;
    private final ActionEnablement offers;
    private final BackgroundWork background;

    @Inject
    public DrainFlow(
            DrainService drains,
            OperationService operations,
            PlanReview review,
            Dialogs dialogs,
            ActionEnablement offers,
            BackgroundWork background) {
        this.background = background;
        this.drains = drains;
        this.operations = operations;
        this.review = review;
        this.dialogs = dialogs;
        this.offers = offers;
    }

    /** Shows each pod's fate; runs the drain once confirmed, with the very plan that was checked. */
    public void drain(List<Node> asked) {
        List<Node> nodes = FleetLabels.there(asked);
        if (may(FleetAction.DRAIN, Texts.of("DrainFlow.drain"), asked)) {
            Map<DrainPreview, Plan> checked = Collections.synchronizedMap(new IdentityHashMap<>());
            Function<DrainPreview, Optional<Plan>> plan = preview -> Optional.ofNullable(checked.get(preview));
            dialogs.drain(
                    nodes,
                    drains::preview,
                    preview -> check(preview, checked),
                    preview -> plan.apply(preview)
                            .flatMap(made -> operations.ruling(made).approval()),
                    preview -> plan.apply(preview)
                            .ifPresentOrElse(
                                    review::submit,
                                    () -> dialogs.refuse(
                                            Texts.of("DrainFlow.drain"),
                                            Texts.of("DrainFlow.whatYouConfirmedHad"),
                                            Texts.of("DrainFlow.nothingWasSentStart"),
                                            Optional.of(() -> drain(nodes)))));
        }
    }

    private Callable<Checked> check(DrainPreview preview, Map<DrainPreview, Plan> checked) {
        Callable<Plan> prepared = drains.prepare(preview);
        Callable<Checked> trial =
                drains.trial(preview, () -> Objects.requireNonNull(checked.get(preview), "planned before it is tried"));
        return () -> {
            Plan plan = prepared.call();
            checked.put(preview, plan);
            Checked found = operations.check(plan);
            return found.problems().isEmpty() ? found.and(trial.call()) : found;
        };
    }

    /** Plans the cordon, shows the plan, and runs it once confirmed. */
    public void cordon(List<Node> nodes) {
        if (may(FleetAction.CORDON, Texts.of("DrainFlow.cordon"), nodes)) {
            review.renewable(told(drains.cordon(FleetLabels.there(nodes)), nodes), () -> cordon(nodes));
        }
    }

    /** Plans to lift the cordon, shows the plan, and runs it once confirmed. */
    public void uncordon(List<Node> nodes) {
        if (may(FleetAction.UNCORDON, Texts.of("DrainFlow.uncordon"), nodes)) {
            dialogs.planning(
                    Texts.of("DrainFlow.uncordon"),
                    background.run(
                            drains.prepareUncordon(FleetLabels.there(nodes)),
                            plan -> review.renewable(told(plan, nodes), () -> uncordon(nodes)),
                            problem -> review.failed(Texts.of("DrainFlow.uncordon"), problem)));
        }
    }

    /** With which of them are left out, since they are gone. */
    private static Plan told(Plan plan, List<Node> nodes) {
        return plan.withEffects(Stream.concat(FleetLabels.leftOut(nodes).stream(), plan.effects().stream())
                .toList());
    }

    private boolean may(FleetAction action, String title, List<Node> asked) {
        List<Node> nodes = FleetLabels.there(asked);
        if (nodes.isEmpty() && !asked.isEmpty()) {
            dialogs.refuse(title, FleetLabels.gone(asked).orElse(""), Texts.of("DrainFlow.nothingWasSent"));
            return false;
        }
        if (nodes.isEmpty()) {
            dialogs.refuse(title, Texts.of("DrainFlow.noNodeIsSelected"), Texts.of("DrainFlow.selectOneOrMore"));
            return false;
        }
        if (nodes.stream().map(Node::getCluster).distinct().count() > 1) {
            dialogs.refuse(title, Texts.of("DrainFlow.theSelectedNodesAre"), Texts.of("DrainFlow.selectNodesOfOne"));
            return false;
        }
        Optional<String> barred = offers.whyNot(action, nodes);
        barred.ifPresent(reason -> dialogs.refuse(title, reason, Texts.of("DrainFlow.nothingWasSent")));
        return barred.isEmpty();
    }
}
