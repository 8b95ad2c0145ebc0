// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.quota;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import podium.core.change.SchedulingObject.PodGroup;
import podium.core.change.SchedulingObject.Queue;
import podium.core.fleet.Holdings;
import podium.core.fleet.SchedulingObjects;
import podium.core.text.CleanText;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.value.Resources;
import podium.placement.internal.index.ResourceText;
import podium.placement.texts.Texts;

/**
 * Whether Volcano lets a PodGroup into its queue: until then it is Pending, and pods of it are not scheduled. What is kept for those
 * that were let in and do not run yet counts as used (volcano pkg/scheduler/plugins: proportion and capacity,
 * JobEnqueueableFn; overcommit). What running jobs hold beyond their minimum is not taken off, as no object tells it: the
 * scheduler may let in a little more.
 */
final class VolcanoEnqueue {
    /** Of the plugin overcommit where its configuration, which no object tells, gives no other. */
    private static final double FACTOR = 1.2;

    private static final String PENDING = Texts.of("VolcanoEnqueue.volcanoLeavesItsPodgroup");

    private final QuotaRequest ask;
    private final SchedulingObjects facts;
    private final Optional<PodGroup> own;

    VolcanoEnqueue(QuotaRequest ask, SchedulingObjects facts) {
        this.ask = ask;
        this.facts = facts;
        String uid = ask.job().getUid() == null ? "" : ask.job().getUid();
        this.own = facts.all(PodGroup.class).stream()
                .filter(group -> !uid.isEmpty()
                        && group.owner().equals(uid)
                        && !group.queue().isEmpty())
                .findFirst();
    }

    /** What keeps it out of the queue or of one above; what is short without what is kept for others is told elsewhere. */
    List<QuotaShortage> of(Queue queue, Resources asks) {
        List<QuotaShortage> found = new ArrayList<>();
        if (own.isPresent() && !"Pending".equals(own.get().phase())) {
            return found;
        }
        Set<String> seen = new HashSet<>();
        for (Optional<Queue> at = Optional.of(queue);
                at.isPresent() && seen.add(at.get().name());
                at = facts.get(Queue.class, "", at.get().parent())) {
            queue(at.get(), asks, found);
        }
        if (own.isPresent()) {
            cluster(asks, found);
        }
        return found;
    }

    private void queue(Queue queue, Resources asks, List<QuotaShortage> found) {
        Resources kept = kept(group -> isBelow(group.queue(), queue.name()));
        kept.forEach((resource, amount) -> {
            long left = queue.limit().get(resource) - queue.used().get(resource) - asks.get(resource);
            if (asks.get(resource) > 0 && queue.limit().has(resource) && left >= 0 && left < amount) {
                String words = QuotaShortage.words(
                        Texts.of("VolcanoEnqueue.queue", CleanText.clean(queue.name())),
                        resource,
                        queue.limit().get(resource),
                        "capability",
                        queue.used().get(resource),
                        asks.get(resource),
                        Texts.of(
                                "VolcanoEnqueue.reservedForAdmittedPodgroups",
                                ResourceText.number(resource, amount),
                                PENDING));
                found.add(new QuotaShortage(words, false, Optional.empty()));
            }
        });
    }

    private void cluster(Resources asks, List<QuotaShortage> found) {
        Resources kept = kept(group -> true);
        asks.forEach((resource, amount) -> {
            if (amount <= 0 || Resources.PODS.equals(resource)) {
                return;
            }
            long most = (long) Math.floor(FACTOR * allocatable(resource));
            long used = used(resource);
            if (used + kept.get(resource) + amount > most) {
                found.add(new QuotaShortage(
                        Texts.of(
                                "VolcanoEnqueue.ofTheClusterIs",
                                ResourceText.words(resource, most),
                                ResourceText.number(resource, used),
                                ResourceText.number(resource, kept.get(resource)),
                                ResourceText.number(resource, amount),
                                PENDING),
                        false,
                        Optional.empty()));
            }
        });
    }

    /** Minimum of those that were let in and have not what they need yet. */
    private Resources kept(Predicate<PodGroup> which) {
        Resources sum = Resources.none();
        for (PodGroup group : facts.all(PodGroup.class)) {
            if ("Inqueue".equals(group.phase()) && which.test(group)) {
                sum = sum.plus(group.minimum());
            }
        }
        return sum;
    }

    private boolean isBelow(String queue, String above) {
        Set<String> seen = new HashSet<>();
        String at = queue;
        while (!at.equals(above) && seen.add(at)) {
            at = facts.get(Queue.class, "", at).map(Queue::parent).orElse("");
        }
        return at.equals(above);
    }

    private long allocatable(String resource) {
        long sum = 0;
        for (Node node : ask.cluster().getNodes()) {
            sum += node.getAllocatable() == null ? 0 : node.getAllocatable().get(resource);
        }
        return sum;
    }

    private long used(String resource) {
        long sum = 0;
        for (Node node : ask.cluster().getNodes()) {
            for (Task task : node.getTasks()) {
                sum += task.getSpec() != null && Holdings.holds(task)
                        ? task.getSpec().requests().get(resource)
                        : 0;
            }
        }
        return sum;
    }
}
