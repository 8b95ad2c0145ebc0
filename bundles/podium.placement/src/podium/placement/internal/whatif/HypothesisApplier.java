// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.whatif;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import podium.core.fleet.DomainTree;
import podium.core.fleet.FleetDelta;
import podium.core.fleet.Holdings;
import podium.core.job.LostGpuHours;
import podium.model.fleet.Node;
import podium.model.fleet.Readiness;
import podium.model.fleet.Task;
import podium.model.value.Labels;
import podium.model.value.Resources;
import podium.placement.Target;
import podium.placement.internal.quota.QuotaChange;
import podium.placement.whatif.Hypothesis;

/** Makes hypotheses true in the copy: nodes gone, nodes added, other quotas. Jobs are submitted by others. */
final class HypothesisApplier {
    private static final String HOSTNAME = "kubernetes.io/hostname";

    private final FleetCopy copy;
    private final HypotheticalPlacer placer;
    private final Set<Node> down = new LinkedHashSet<>();
    private final Set<Task> lost = new LinkedHashSet<>();
    private int added;

    HypothesisApplier(FleetCopy copy, HypotheticalPlacer placer) {
        this.copy = copy;
        this.placer = placer;
    }

    void apply(List<Hypothesis> hypotheses) {
        for (Hypothesis hypothesis : hypotheses) {
            switch (hypothesis) {
                case Hypothesis.Down it -> down(it.where());
                case Hypothesis.Add it -> add(it);
                case Hypothesis.Quota it ->
                    copy.copyOf(it.queue()).ifPresent(queue -> {
                        Map<String, Long> quota = new HashMap<>(
                                queue.getQuota() == null
                                        ? Map.of()
                                        : queue.getQuota().toMap());
                        quota.put(it.resource(), it.amount());
                        queue.setQuota(Resources.of(quota));
                        new QuotaChange(copy.facts()).grant(queue, it.resource(), it.amount());
                    });
                case Hypothesis.Submit _ -> {}
            }
        }
        down.forEach(this::remove);
    }

    /** Nodes of the copy that are gone. */
    Set<Node> down() {
        return down;
    }

    /** Living tasks that ran on them and could run elsewhere: a daemon ends with its node. */
    Set<Task> lost() {
        return lost;
    }

    private void down(Target where) {
        switch (where) {
            case Target.OnNode on -> copy.copyOf(on.node()).ifPresent(down::add);
            case Target.OnDomain on ->
                copy.copyOf(on.domain()).map(DomainTree::nodes).ifPresent(down::addAll);
        }
    }

    private void remove(Node node) {
        for (Task task : new ArrayList<>(node.getTasks())) {
            if (Holdings.holds(task) && !LostGpuHours.bound(task)) {
                lost.add(task);
            }
            placer.unbind(task);
        }
        node.setDomain(null);
        node.setCluster(null);
        copy.tell(new FleetDelta(Set.of(), Set.of(node), Set.of(), Set.of(), true));
    }

    private void add(Hypothesis.Add of) {
        Set<Node> nodes = new LinkedHashSet<>();
        copy.copyOf(of.like()).ifPresent(like -> {
            for (int i = 0; i < of.count(); i++) {
                Node node = copy.another(like);
                node.setName("new-" + ++added + "-like-" + like.getName());
                node.setReadiness(Readiness.READY);
                Map<String, String> labels = new HashMap<>(
                        like.getLabels() == null ? Map.of() : like.getLabels().toMap());
                labels.computeIfPresent(HOSTNAME, (key, value) -> node.getName());
                node.setLabels(Labels.of(labels));
                node.setTaints(like.getTaints());
                node.setCluster(copy.cluster);
                nodes.add(node);
            }
        });
        copy.tell(new FleetDelta(Set.of(), nodes, Set.of(), Set.of(), true));
    }
}
