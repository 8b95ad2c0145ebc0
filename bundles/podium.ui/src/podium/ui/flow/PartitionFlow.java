// SPDX-License-Identifier: Apache-2.0
package podium.ui.flow;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.e4.core.di.annotations.Creatable;
import podium.core.change.ClusterId;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.operation.partition.PartitionPreview;
import podium.operation.partition.PartitionService;
import podium.ui.enablement.ActionEnablement;
import podium.ui.enablement.FleetAction;
import podium.ui.label.FleetLabels;
import podium.ui.prompt.ChoicePrompt;
import podium.ui.prompt.Dialogs;
import podium.ui.prompt.NextStep;
import podium.ui.texts.Texts;
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
                                Texts.of("PartitionFlow.rePartition", node.getName()),
                                question(node, options),
                                NextStep.PLAN,
                                options)
                        .unchosen()
                        .in(ClusterId.of(node.getCluster())),
                this::clear);
    }

    private static String question(Node node, List<ChoicePrompt.Option<PartitionPreview>> options) {
        List<Task> inTheWay =
                options.isEmpty() ? List.of() : options.getFirst().value().inTheWay();
        String jobs = inTheWay.stream()
                .map(task -> task.getJob() == null ? task.getName() : FleetLabels.name(task.getJob()))
                .distinct()
                .collect(Collectors.joining(", "));
        return inTheWay.isEmpty()
                ? Texts.of("PartitionFlow.howToPartitionEach")
                : inTheWay.size() == 1
                        ? Texts.of("PartitionFlow.onePodEndsFirst", Formats.counted(1, "pod"), jobs)
                        : Texts.of("PartitionFlow.podsEndFirst", Formats.counted(inTheWay.size(), "pod"), jobs);
    }

    /** What each GPU becomes, how many devices that makes, who waits for them. */
    private static String meaning(PartitionPreview preview) {
        boolean cut = !preview.layout().perGpu().isEmpty();
        String layout = preview.layout().words();
        String each = cut ? Texts.of("PartitionFlow.perGpu", layout) : layout;
        long devices =
                preview.offers().values().stream().mapToLong(Long::longValue).sum();
        int waiting =
                preview.served().values().stream().mapToInt(Integer::intValue).sum();
        String made = devices > 0 ? each + ", " + Formats.counted(devices, "device") : each;
        String found = waiting > 0
                ? Texts.of("PartitionFlow.wouldFindAPlace", made, Formats.counted(waiting, "waiting pod"))
                : made;
        return preview.sliced() > 0
                ? Texts.of("PartitionFlow.wouldGetSlices", found, Formats.counted(preview.sliced(), "waiting pod"))
                : found;
    }

    private boolean isBarred(Node node) {
        Optional<String> barred = whyNot(node);
        barred.ifPresent(why -> dialogs.refuse(
                Texts.of("PartitionFlow.rePartition", node.getName()), why, Texts.of("PartitionFlow.nothingWasSent")));
        return barred.isPresent();
    }

    /** Plans it, unless the node went away while the dialog was open. */
    private void review(PartitionPreview preview, boolean evict) {
        if (!isBarred(preview.node())) {
            review.review(partitions.plan(preview, evict, DAY));
        }
    }

    private void clear(PartitionPreview preview) {
        if (isBarred(preview.node())) {
            return;
        }
        if (preview.inTheWay().isEmpty()) {
            review(preview, false);
            return;
        }
        String pods = Formats.counted(preview.inTheWay().size(), "pod");
        dialogs.pick(
                new ChoicePrompt<>(
                                Texts.of(
                                        "PartitionFlow.rePartition",
                                        preview.node().getName()),
                                preview.inTheWay().size() == 1
                                        ? Texts.of("PartitionFlow.holdsGpusThere", pods)
                                        : Texts.of("PartitionFlow.holdGpusThere", pods),
                                NextStep.PLAN,
                                List.of(
                                        new ChoicePrompt.Option<>(
                                                false,
                                                Texts.of("PartitionFlow.waitForThem"),
                                                Texts.of("PartitionFlow.untilTheyHaveEnded"),
                                                Optional.empty()),
                                        new ChoicePrompt.Option<>(
                                                true,
                                                Texts.of("PartitionFlow.evictThem"),
                                                Texts.of("PartitionFlow.asBudgetsAllowTheir"),
                                                partitions.whyNotEvict(preview))))
                        .in(ClusterId.of(preview.node().getCluster())),
                evict -> review(preview, evict));
    }
}
