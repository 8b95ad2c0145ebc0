// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.quota;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import podium.core.change.SchedulingObject;
import podium.core.change.SchedulingObject.ClusterQueue;
import podium.core.change.SchedulingObject.Granted;
import podium.core.fleet.SchedulingObjects;
import podium.model.fleet.Queue;
import podium.model.value.Resources;

/** Another quota of a queue in facts of one's own: what an operator supposes of it. */
public final class QuotaChange {
    private final SchedulingObjects facts;

    /** @param facts those that are changed */
    public QuotaChange(SchedulingObjects facts) {
        this.facts = facts;
    }

    /**
     * Lets a queue grant so much of a resource in all. A LocalQueue has the quota of its ClusterQueue; of several flavors the
     * largest one takes the difference.
     */
    public void grant(Queue queue, String resource, long amount) {
        String name = queue.getName();
        String namespace = queue.getNamespace() == null ? "" : queue.getNamespace();
        switch (queue.getKind() == null ? "" : queue.getKind()) {
            case "ClusterQueue" ->
                facts.get(ClusterQueue.class, "", name).ifPresent(it -> facts.seen(granting(it, resource, amount)));
            case "LocalQueue" ->
                facts.get(SchedulingObject.LocalQueue.class, namespace, name)
                        .flatMap(door -> facts.get(ClusterQueue.class, "", door.clusterQueue()))
                        .ifPresent(it -> facts.seen(granting(it, resource, amount)));
            case "Queue" ->
                facts.get(SchedulingObject.Queue.class, "", name)
                        .ifPresent(it -> facts.seen(granting(it, resource, amount)));
            case "ResourceQuota" ->
                facts.get(SchedulingObject.ResourceQuota.class, namespace, name)
                        .ifPresent(it -> facts.seen(granting(it, resource, amount)));
            default -> {}
        }
    }

    private static ClusterQueue granting(ClusterQueue queue, String resource, long amount) {
        List<Granted> quotas = new ArrayList<>(queue.quotas());
        Optional<Granted> largest = quotas.stream()
                .filter(quota -> quota.resource().equals(resource))
                .max(Comparator.comparingLong(Granted::nominal));
        largest.ifPresent(it -> {
            long others = quotas.stream()
                    .filter(quota -> quota != it && quota.resource().equals(resource))
                    .mapToLong(Granted::nominal)
                    .sum();
            quotas.set(
                    quotas.indexOf(it),
                    new Granted(it.flavor(), resource, Math.max(0, amount - others), it.borrowing(), it.lending()));
        });
        return new ClusterQueue(
                queue.name(),
                queue.cohort(),
                queue.covered(),
                quotas,
                queue.used(),
                queue.namespaces(),
                queue.stopped(),
                queue.preemption(),
                queue.checks());
    }

    private static SchedulingObject.Queue granting(SchedulingObject.Queue queue, String resource, long amount) {
        return new SchedulingObject.Queue(
                queue.name(),
                queue.parent(),
                queue.kai(),
                with(queue.limit(), resource, amount),
                queue.kai() ? with(queue.owed(), resource, amount) : queue.owed(),
                queue.used(),
                queue.usedForGood(),
                queue.open());
    }

    private static SchedulingObject.ResourceQuota granting(
            SchedulingObject.ResourceQuota quota, String resource, long amount) {
        String name = quota.hard().has(resource) ? resource : NamespaceQuota.REQUESTS + resource;
        return new SchedulingObject.ResourceQuota(
                quota.namespace(), quota.name(), with(quota.hard(), name, amount), quota.used(), quota.scopes());
    }

    private static Resources with(Resources before, String resource, long amount) {
        Map<String, Long> after = before.toMap();
        after.put(resource, amount);
        return Resources.of(after);
    }
}
