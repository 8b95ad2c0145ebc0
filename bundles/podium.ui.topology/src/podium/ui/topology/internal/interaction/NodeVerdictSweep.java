// SPDX-License-Identifier: Apache-2.0
package podium.ui.topology.internal.interaction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.placement.IncrementalVerdicts;
import podium.placement.PlacementService;
import podium.placement.Subject;
import podium.placement.Target;
import podium.placement.Verdict;
import podium.ui.topology.internal.colour.NodeVerdicts;
import podium.ui.topology.internal.ganglayout.GangLayoutController;
import podium.ui.topology.internal.layout.PixelRect;
import podium.ui.topology.internal.layout.Viewport;
import podium.ui.topology.internal.model.TopologyModel;
import podium.ui.topology.internal.scene.Box;

/**
 * Lights every node up with its answer to what is carried, those in view first, a little at a time: a node that is still to
 * be judged shows nothing. Asked again for the same, the lights of before stay until all nodes are judged anew. In the realm.
 */
final class NodeVerdictSweep {
    private final TopologyModel model;
    private final PlacementService placement;
    private final GangLayoutController gangLayout;
    private Optional<Subject> subject = Optional.empty();
    private Optional<IncrementalVerdicts> work = Optional.empty();
    /** True when the fleet changed after the work that still goes on was begun. */
    private boolean outdated;
    /** True when nothing but this work has lit the nodes. */
    private boolean fresh;

    NodeVerdictSweep(TopologyModel model, PlacementService placement, GangLayoutController gangLayout) {
        this.model = model;
        this.placement = placement;
        this.gangLayout = gangLayout;
    }

    /** Has every node judged; empty: nothing is carried, and no node shows an answer. */
    void judge(Optional<Subject> carried) {
        if (carried.isEmpty() || !carried.equals(subject)) {
            subject = carried;
            work = Optional.empty();
            fresh = true;
            model.answer(Optional.empty());
        }
        outdated = work.isPresent();
        if (work.isEmpty()) {
            work = carried.map(this::judging);
        }
    }

    /** In its cluster, then in those that it may be moved to. */
    private IncrementalVerdicts judging(Subject carried) {
        List<IncrementalVerdicts> clusters = new ArrayList<>();
        clusters.add(placement
                .judging(
                        gangLayout.mine(carried).orElse(carried),
                        carried.cluster().map(this::inView).orElse(List.of()))
                .each(verdict -> OtherCluster.here(carried, verdict)));
        others(carried).forEach(there -> clusters.add(OtherCluster.judging(placement, carried, there, inView(there))));
        return IncrementalVerdicts.inOrder(clusters);
    }

    private List<Cluster> others(Subject carried) {
        return gangLayout.mine(carried).isPresent()
                ? List.of()
                : model.scene().clusters().stream()
                        .map(Box::cluster)
                        .filter(there ->
                                carried.cluster().filter(it -> it == there).isEmpty())
                        .filter(there -> OtherCluster.bound(carried, there).isEmpty())
                        .toList();
    }

    /** True while there are nodes to be judged. */
    boolean isWorking() {
        return work.isPresent();
    }

    /** Goes on for about so long. */
    void advance(Duration most) {
        if (work.isEmpty() || subject.isEmpty()) {
            return;
        }
        IncrementalVerdicts judging = work.get();
        long end = System.nanoTime() + most.toNanos();
        Optional<Map<Node, Verdict>> all = judging.step();
        while (all.isEmpty() && System.nanoTime() < end) {
            all = judging.step();
        }
        if (all.isPresent()) {
            finish(subject.get(), all.get());
        } else if (gangLayout.mine(subject.get()).isEmpty()
                && (fresh || model.verdicts().isEmpty())) {
            Set<Cluster> judged = new HashSet<>(others(subject.get()));
            subject.get().cluster().ifPresent(judged::add);
            model.answer(Optional.of(NodeVerdicts.soFar(
                    model.scene(), apart(subject.get(), judging.soFar()), DropFeedback.tasks(subject.get()), judged)));
        }
    }

    private void finish(Subject carried, Map<Node, Verdict> all) {
        work = Optional.empty();
        fresh = false;
        Map<Node, Verdict> answers =
                gangLayout.mine(carried).map(gangLayout::verdicts).orElseGet(() -> apart(carried, all));
        model.answer(Optional.of(new NodeVerdicts(model.scene(), answers, DropFeedback.tasks(carried))));
        if (outdated) {
            judge(subject);
        }
    }

    /** With what a node answers on which all that is carried runs already. */
    private static Map<Node, Verdict> apart(Subject carried, Map<Node, Verdict> all) {
        Optional<Node> only = carried.present().stream()
                .map(Task::getNode)
                .filter(Objects::nonNull)
                .findFirst()
                .filter(node -> all.containsKey(node) && carried.runsWithin(new Target.OnNode(node)));
        if (only.isEmpty()) {
            return all;
        }
        Map<Node, Verdict> others = new HashMap<>(all);
        others.computeIfPresent(
                only.get(), (node, verdict) -> OtherCluster.here(carried, new Target.OnNode(node), verdict));
        return others;
    }

    /** Nodes of the cluster of which anything is to be seen; none where all of the fleet is. */
    private List<Node> inView(Cluster cluster) {
        Viewport view = model.view();
        if (view.isFit()) {
            return List.of();
        }
        PixelRect screen = new PixelRect(0, 0, view.width(), view.height());
        return model.scene().boxes().stream()
                .filter(box -> box.isNode() && box.cluster() == cluster)
                .filter(box -> view.pixels(model.layout().of(box)).overlaps(screen))
                .map(Box::subject)
                .map(Node.class::cast)
                .toList();
    }
}
