// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import podium.core.text.CleanText;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.operation.placement.PlacementOutlook;
import podium.operation.texts.Texts;
import podium.placement.GangLayoutService;
import podium.placement.LayoutAppraisal.Conflict;

/**
 * Tasks that are pinned to a node each, with the nodes that did not take theirs when it was planned. In the realm.
 *
 * @param before where something did not hold at that time
 */
record LaidRanks(
        GangLayoutService board, Job job, Map<Task, Node> pins, PinLabels labels, Set<Node> before, Set<Node> cordoned)
        implements PlacementOutlook {
    /** Judged now. */
    static LaidRanks of(GangLayoutService board, Job job, Map<Task, Node> pins) {
        return new LaidRanks(
                board,
                job,
                Map.copyOf(pins),
                PinLabels.of(job, Set.copyOf(pins.values())),
                board.appraise(job, pins).conflicts().stream()
                        .map(Conflict::node)
                        .collect(Collectors.toUnmodifiableSet()),
                pins.values().stream().filter(Node::isUnschedulable).collect(Collectors.toUnmodifiableSet()));
    }

    /** What does not hold now, in sentences for a plan that is made. */
    List<String> doubts() {
        return board.appraise(job, pins).conflicts().stream()
                .map(conflict -> conflict.tasks().size() == 1
                        ? Texts.of("LaidRanks.itWaitsThereUntil", conflict.words())
                        : Texts.of("LaidRanks.theyWaitThereUntil", conflict.words()))
                .toList();
    }

    @Override
    public Optional<String> lost() {
        if (isGone()) {
            return Optional.of(Texts.of("LaidRanks.isNotThereAny", CleanText.clean(job.getName())));
        }
        Optional<Task> gone =
                pins.keySet().stream().filter(task -> task.getJob() != job).findFirst();
        if (gone.isPresent()) {
            return Optional.of(Texts.of(
                    "LaidRanks.podIsNotThere", CleanText.clean(gone.get().getName())));
        }
        Optional<String> relabeled = labels.changed();
        if (relabeled.isPresent()) {
            return Optional.of(Texts.of("LaidRanks.whatIsPinnedThere", relabeled.get()));
        }
        Optional<String> shared = labels.shared();
        if (shared.isPresent()) {
            return shared;
        }
        List<String> lost = board.appraise(job, pins).conflicts().stream()
                .filter(conflict -> isNew(conflict.node()))
                .map(this::words)
                .toList();
        return lost.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lost));
    }

    @Override
    public boolean isGone() {
        return job.getCluster() == null;
    }

    private boolean isNew(Node node) {
        return !before.contains(node) || isCordonedSince(node);
    }

    private boolean isCordonedSince(Node node) {
        return node.isUnschedulable() && !cordoned.contains(node);
    }

    private String words(Conflict conflict) {
        return isCordonedSince(conflict.node())
                ? Texts.of(
                        "LaidRanks.wasCordonedMeanwhileWould",
                        CleanText.clean(conflict.node().getName()),
                        conflict.ranks())
                : conflict.tasks().size() == 1
                        ? Texts.of("LaidRanks.itWouldWaitNow", conflict.words())
                        : Texts.of("LaidRanks.theyWouldWaitNow", conflict.words());
    }
}
