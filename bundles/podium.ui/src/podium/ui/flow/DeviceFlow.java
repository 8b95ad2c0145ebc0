// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.core.change.ClusterId;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Node;
import podium.operation.device.DeviceCordonService;
import podium.operation.device.DeviceServing;
import podium.operation.device.DeviceServing.Effect;
import podium.operation.plan.Plan;
import podium.ui.enablement.ActionEnablement;
import podium.ui.enablement.FleetAction;
import podium.ui.label.FailureLabel;
import podium.ui.label.FleetLabels;
import podium.ui.prompt.ChoicePrompt;
import podium.ui.prompt.ChoicePrompt.Option;
import podium.ui.prompt.Dialogs;
import podium.ui.prompt.NextStep;
import podium.ui.texts.Texts;
import podium.ui.toolkit.BackgroundWork;

/** Taking one GPU out of service: what the cluster can do about it, else the honest fallbacks; then the plan. UI thread. */
@Creatable
public final class DeviceFlow {
    private final DeviceCordonService cordons;
    private final DrainFlow drains;
    private final PlanReview review;
    private final Dialogs dialogs;
    private final ActionEnablement offers;
    private final BackgroundWork background;

    @Inject
    public DeviceFlow(
            DeviceCordonService cordons,
            DrainFlow drains,
            PlanReview review,
            Dialogs dialogs,
            ActionEnablement offers,
            BackgroundWork background) {
        this.cordons = cordons;
        this.drains = drains;
        this.review = review;
        this.dialogs = dialogs;
        this.offers = offers;
        this.background = background;
    }

    /** Why nothing may be done to the device; empty: the cluster can be asked. */
    public Optional<String> whyNot(Accelerator device) {
        return FleetLabels.gone(List.of(device)).or(() -> offers.whyNot(FleetAction.CORDON, List.of(device.getNode())));
    }

    /** Asks how the device is served, offers what can be done, shows the plan and runs it once confirmed. Returns at once. */
    public void choose(Accelerator device) {
        String title = Texts.of("DeviceFlow.cordonGpu", FleetLabels.path(device));
        if (isBarred(title, device)) {
            return;
        }
        background.follow(
                cordons.ask(device),
                site -> offer(title, device, site),
                problem -> dialogs.refuse(
                        title,
                        Texts.of("DeviceFlow.howTheGpuIs", FailureLabel.words(problem)),
                        Texts.of("DeviceFlow.nothingWasSentCheck")));
    }

    /** The answer took its time: the device may have gone, or the cluster been locked, since it was asked for. */
    private void offer(String title, Accelerator device, DeviceServing site) {
        if (isBarred(title, device)) {
            return;
        }
        ClusterId at = ClusterId.of(device.getNode().getCluster());
        switch (site) {
            case DeviceServing.Served served ->
                dialogs.pick(served(title, device, served).in(at), review::review);
            case DeviceServing.Unserved unserved ->
                dialogs.pick(unserved(title, device, unserved).in(at), Runnable::run);
        }
    }

    private boolean isBarred(String title, Accelerator device) {
        Optional<String> barred = whyNot(device);
        barred.ifPresent(why -> dialogs.refuse(title, why, Texts.of("DeviceFlow.nothingWasSent")));
        return barred.isPresent();
    }

    private ChoicePrompt<Plan> served(String title, Accelerator device, DeviceServing.Served site) {
        Optional<DeviceServing.Rule> rule = site.rule();
        String told = rule.map(DeviceServing.Rule::told)
                .filter(text -> !text.isEmpty())
                .orElse("");
        List<Option<Plan>> options = new ArrayList<>();
        options.add(option(
                device,
                site,
                Effect.NO_SCHEDULE,
                Texts.of("DeviceFlow.keepNewWorkOff"),
                Texts.of("DeviceFlow.whatUsesItKeeps")));
        if (rule.isEmpty()) {
            options.add(option(
                    device,
                    site,
                    Effect.NONE,
                    Texts.of("DeviceFlow.previewAnEviction"),
                    Texts.of("DeviceFlow.theClusterSaysWhat")));
        } else {
            options.add(option(
                    device,
                    site,
                    Effect.NO_EXECUTE,
                    Texts.of("DeviceFlow.evictWhatUsesIt"),
                    told.isEmpty()
                            ? Texts.of("DeviceFlow.itsPodsAreDeleted")
                            : Texts.of("DeviceFlow.theClusterSaid", told)));
            options.add(new Option<>(
                    cordons.untaint(device, site),
                    Texts.of("DeviceFlow.uncordonIt"),
                    Texts.of(
                            "DeviceFlow.removeTheRule",
                            rule.get().ref().name(),
                            rule.get().effect().text()),
                    Optional.empty()));
        }
        String question =
                Texts.of("DeviceFlow.theDriverServesIt", site.driver(), site.pool(), site.device(), site.uuid());
        return new ChoicePrompt<>(title, question, NextStep.PLAN, options);
    }

    private Option<Plan> option(
            Accelerator device, DeviceServing.Served site, Effect effect, String words, String meaning) {
        Optional<String> isSo =
                site.rule().filter(rule -> rule.effect() == effect).map(rule -> Texts.of("DeviceFlow.asItIsNow"));
        return new Option<>(cordons.taint(device, site, effect), words, meaning, isSo);
    }

    private ChoicePrompt<Runnable> unserved(String title, Accelerator device, DeviceServing.Unserved site) {
        Node node = device.getNode();
        boolean closed = node.isUnschedulable();
        return new ChoicePrompt<>(
                title,
                Texts.of("DeviceFlow.thisGpuCannotBe", site.why()),
                NextStep.PLAN,
                List.of(
                        new Option<>(
                                () -> drains.cordon(List.of(node)),
                                Texts.of("DeviceFlow.cordonTheNode"),
                                Texts.of("DeviceFlow.noNewPodsOn"),
                                closed ? Optional.of(Texts.of("DeviceFlow.itIsCordoned")) : Optional.empty()),
                        new Option<>(
                                () -> {
                                    if (!isBarred(title, device)) {
                                        review.review(cordons.label(device));
                                    }
                                },
                                Texts.of("DeviceFlow.labelTheNode"),
                                Texts.of("DeviceFlow.aMarkForPeople"),
                                Optional.empty())));
    }
}
