// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.model.fleet.Node;
import podium.operation.partition.PartitionPreview;
import podium.operation.partition.PartitionService;
import podium.ui.enablement.ActionEnablement;
import podium.ui.enablement.FleetAction;
import podium.ui.label.FleetLabels;
import podium.ui.prompt.ChoicePrompt;
import podium.ui.prompt.Dialogs;
import podium.ui.toolkit.Formats;

/** Cutting the GPUs of a node into MIG instances: the layouts, what is in the way, then the plan. UI thread. */
@Creatable
public final class PartitionFlow {
    /** How long pods are waited for or evicted before it is given up and the node is as it was. */
    private static final Duration DAY = Duration.ofHours(24);

    private final PartitionService partitions;
    private final PlanReview review;
    private final Dialogs dialogs;
    private final ActionEnablement offers;

    @Inject
    public PartitionFlow(PartitionService partitions, PlanReview review, Dialogs dialogs, ActionEnablement offers) {
        this.partitions = partitions;
        this.review = review;
        this.dialogs = dialogs;
        this.offers = offers;
    }

    /** Why the node's GPUs cannot be cut anew by this operator; empty: they can. */
    public Optional<String> whyNot(Node node) {
        return FleetLabels.gone(List.of(node))
                .or(() -> partitions.whyNot(node))
                .or(() -> offers.whyNot(FleetAction.CORDON, List.of(node)));
    }

    /** Lets the operator choose a layout and what happens to the pods in the way; shows the plan and runs it once confirmed. */
    public void choose(Node node) {
        if (isBarred(node)) {
            return;
        }
        List<ChoicePrompt.Option<PartitionPreview>> options = partitions.previews(node).stream()
                .map(preview -> new ChoicePrompt.Option<>(
                        preview, preview.layout().config(), meaning(preview), preview.whyNot()))
                .toList();
        dialogs.pick(
                new ChoicePrompt<>(
                        "Re-partition " + node.getName(),
                        "How to partition each of its GPUs. The node is out of service meanwhile.",
                        "Next\u2026",
                        options),
                this::clear);
    }

    /** What each GPU becomes, how many devices that makes, who waits for them. */
    private static String meaning(PartitionPreview preview) {
        boolean cut = !preview.layout().perGpu().isEmpty();
        String layout = preview.layout().words() + (cut ? " per GPU" : "");
        long devices =
                preview.offers().values().stream().mapToLong(Long::longValue).sum();
        int waiting =
                preview.served().values().stream().mapToInt(Integer::intValue).sum();
        return layout
                + (devices > 0 ? ", " + Formats.counted(devices, "device") : "")
                + (waiting > 0 ? "; " + Formats.counted(waiting, "waiting pod") + " would find a place" : "");
    }

    private boolean isBarred(Node node) {
        Optional<String> barred = whyNot(node);
        barred.ifPresent(why -> dialogs.refuse("Re-partition " + node.getName(), why, "Nothing was sent."));
        return barred.isPresent();
    }

    /** Plans it, unless the node went away while the dialog was open. */
    private void review(PartitionPreview preview, boolean evict) {
        if (!isBarred(preview.node())) {
            review.review(partitions.plan(preview, evict, DAY));
        }
    }

    private void clear(PartitionPreview preview) {
        if (preview.inTheWay().isEmpty()) {
            review(preview, false);
            return;
        }
        String pods = Formats.counted(preview.inTheWay().size(), "pod");
        dialogs.pick(
                new ChoicePrompt<>(
                        "Re-partition " + preview.node().getName(),
                        pods + " hold GPUs there. The MIG manager fails while any of them does.",
                        "Plan\u2026",
                        List.of(
                                new ChoicePrompt.Option<>(
                                        false,
                                        "Wait for them",
                                        "until they have ended, at most a day; after that the node is restored",
                                        Optional.empty()),
                                new ChoicePrompt.Option<>(
                                        true,
                                        "Evict them",
                                        "as budgets allow; their controllers create new ones elsewhere",
                                        partitions.whyNotEvict(preview)))),
                evict -> review(preview, evict));
    }
}
