// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Creatable;
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
        String title = "Cordon GPU " + FleetLabels.path(device);
        if (isBarred(title, device)) {
            return;
        }
        background.follow(
                cordons.ask(device),
                site -> offer(title, device, site),
                problem -> dialogs.refuse(
                        title,
                        "How the GPU is served could not be read: " + FailureLabel.words(problem),
                        "Nothing was sent. Check the connection of the cluster, then try again."));
    }

    /** The answer took its time: the device may have gone, or the cluster been locked, since it was asked for. */
    private void offer(String title, Accelerator device, DeviceServing site) {
        if (isBarred(title, device)) {
            return;
        }
        switch (site) {
            case DeviceServing.Served served -> dialogs.pick(served(title, device, served), review::review);
            case DeviceServing.Unserved unserved -> dialogs.pick(unserved(title, device, unserved), Runnable::run);
        }
    }

    private boolean isBarred(String title, Accelerator device) {
        Optional<String> barred = whyNot(device);
        barred.ifPresent(why -> dialogs.refuse(title, why, "Nothing was sent."));
        return barred.isPresent();
    }

    private ChoicePrompt<Plan> served(String title, Accelerator device, DeviceServing.Served site) {
        Optional<DeviceServing.Rule> rule = site.rule();
        String told = rule.map(DeviceServing.Rule::told)
                .filter(text -> !text.isEmpty())
                .orElse("");
        List<Option<Plan>> options = new ArrayList<>();
        options.add(option(device, site, Effect.NO_SCHEDULE, "Keep new work off it", "what uses it keeps running"));
        if (rule.isEmpty()) {
            options.add(option(
                    device,
                    site,
                    Effect.NONE,
                    "Preview an eviction",
                    "the cluster says what it would do; nothing changes"));
        } else {
            options.add(option(
                    device,
                    site,
                    Effect.NO_EXECUTE,
                    "Evict what uses it",
                    told.isEmpty() ? "its pods are deleted; no budget protects them" : "the cluster said: " + told));
            options.add(new Option<>(
                    cordons.untaint(device, site),
                    "Uncordon it",
                    "remove the rule " + rule.get().ref().name() + " ("
                            + rule.get().effect().text() + ")",
                    Optional.empty()));
        }
        String question = "The driver " + site.driver() + " serves it as " + site.pool() + "/" + site.device() + ", "
                + site.uuid() + ".";
        return new ChoicePrompt<>(title, question, "Plan\u2026", options);
    }

    private Option<Plan> option(
            Accelerator device, DeviceServing.Served site, Effect effect, String words, String meaning) {
        Optional<String> isSo =
                site.rule().filter(rule -> rule.effect() == effect).map(rule -> "as it is now");
        return new Option<>(cordons.taint(device, site, effect), words, meaning, isSo);
    }

    private ChoicePrompt<Runnable> unserved(String title, Accelerator device, DeviceServing.Unserved site) {
        Node node = device.getNode();
        boolean closed = node.isUnschedulable();
        return new ChoicePrompt<>(
                title,
                "This GPU cannot be cordoned by itself: " + site.why() + ".",
                "Plan\u2026",
                List.of(
                        new Option<>(
                                () -> drains.cordon(List.of(node)),
                                "Cordon the node",
                                "no new pods on any of its GPUs",
                                closed ? Optional.of("it is cordoned") : Optional.empty()),
                        new Option<>(
                                () -> {
                                    if (!isBarred(title, device)) {
                                        review.review(cordons.label(device));
                                    }
                                },
                                "Label the node",
                                "a mark for people and their automation; it does not keep work off",
                                Optional.empty())));
    }
}
