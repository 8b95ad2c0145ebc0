// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.quota;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import podium.core.change.SchedulingObject;
import podium.core.change.SchedulingObject.ClusterQueue;
import podium.core.change.SchedulingObject.LocalQueue;
import podium.core.fleet.SchedulingObjects;
import podium.model.fleet.Cluster;
import podium.model.fleet.Node;
import podium.model.fleet.Queue;
import podium.model.value.Resources;
import podium.placement.Subject;
import podium.placement.internal.index.PodSelectors;
import podium.placement.internal.task.GangPiece;

/** Books in a model of what might be, and in its facts, what jobs that start there take of their quotas. */
public final class QuotaLedger {
    private final SchedulingObjects facts;
    private final Cluster cluster;
    private final List<Runnable> undo = new ArrayList<>();

    /** @param facts those of the model, which are changed */
    public QuotaLedger(SchedulingObjects facts, Cluster cluster) {
        this.facts = facts;
        this.cluster = cluster;
    }

    /** What a job would take, worked out before it starts; told where it starts, it is booked. */
    public Consumer<List<Node>> claim(Subject subject) {
        QuotaRequest ask = new QuotaRequest(subject, GangPiece.of(subject), cluster);
        Resources reserved = ask.needed(node -> true);
        Resources held = QuotaRequest.sum(ask.notHolding());
        List<GangPiece> unmade = ask.unmade();
        Optional<LocalQueue> door = KueueQuota.door(ask, facts);
        Optional<SchedulingObject.Queue> queue =
                ask.queueName().flatMap(name -> facts.get(SchedulingObject.Queue.class, "", name));
        return nodes -> {
            if (door.isPresent()) {
                facts.get(ClusterQueue.class, "", door.get().clusterQueue()).ifPresent(it -> take(it, reserved, nodes));
            } else if (queue.isPresent()) {
                take(queue.get(), held);
            } else if (subject.job().getQueue() != null) {
                take(subject.job().getQueue(), held);
            }
            facts.all(SchedulingObject.ResourceQuota.class).forEach(quota -> new NamespaceQuota(ask)
                    .asks(quota, unmade)
                    .ifPresent(asks -> replace(quota, NamespaceQuota.plus(quota, asks))));
        };
    }

    private void take(ClusterQueue queue, Resources needs, List<Node> nodes) {
        KueueFlavors flavors = new KueueFlavors(facts, queue);
        Map<String, Resources> used = new HashMap<>(queue.used());
        for (List<String> group : queue.covered()) {
            flavors.of(group).stream()
                    .filter(flavor -> nodes.isEmpty() || flavors.covers(flavor, PodSelectors.labels(nodes.getFirst())))
                    .findFirst()
                    .ifPresent(flavor -> used.merge(flavor, only(needs, group), Resources::plus));
        }
        replace(
                queue,
                new ClusterQueue(
                        queue.name(),
                        queue.cohort(),
                        queue.covered(),
                        queue.quotas(),
                        used,
                        queue.namespaces(),
                        queue.stopped(),
                        queue.preemption(),
                        queue.checks()));
    }

    private static Resources only(Resources of, List<String> names) {
        Map<String, Long> kept = of.toMap();
        kept.keySet().retainAll(names);
        return Resources.of(kept);
    }

    private void take(SchedulingObject.Queue queue, Resources held) {
        replace(
                queue,
                new SchedulingObject.Queue(
                        queue.name(),
                        queue.parent(),
                        queue.kai(),
                        queue.limit(),
                        queue.owed(),
                        queue.used().plus(held),
                        queue.usedForGood(),
                        queue.open()));
        facts.get(SchedulingObject.Queue.class, "", queue.parent()).ifPresent(above -> take(above, held));
    }

    private void take(Queue queue, Resources held) {
        Resources before = queue.getUsed();
        queue.setUsed(before == null ? held : before.plus(held));
        undo.add(() -> queue.setUsed(before));
    }

    private void replace(SchedulingObject before, SchedulingObject after) {
        facts.seen(after);
        undo.add(() -> facts.seen(before));
    }

    /** Everything as it was before the first claim was booked. */
    public void undo() {
        undo.reversed().forEach(Runnable::run);
        undo.clear();
    }
}
