// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.quota;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import podium.core.change.SchedulingObject.Queue;
import podium.core.fleet.AcceleratorKind;
import podium.core.fleet.GpuShares;
import podium.core.fleet.SchedulingObjects;
import podium.core.text.CleanText;
import podium.model.fleet.Node;
import podium.model.value.Resources;
import podium.placement.Obstacle.Cure;
import podium.placement.internal.index.DeviceRequirement;
import podium.placement.internal.task.GangPiece;
import podium.placement.texts.Texts;

/**
 * What a queue of Volcano or KAI and those above it grant. Volcano: capability, and of the cluster what other queues are not
 * guaranteed (pkg/scheduler/plugins/capacity, realCapability). KAI: limit, and for what cannot be preempted its quota
 * (pkg/scheduler/plugins/proportion/capacity_policy).
 */
final class QueueQuota {
    private static final String GPU = "nvidia.com/gpu";
    /** Priorities from here on cannot be preempted unless they say so (KAI docs/priority, PriorityBuildNumber). */
    private static final int FOR_GOOD = 100;

    private final QuotaRequest ask;
    private final SchedulingObjects facts;
    private final List<QuotaShortage> found = new ArrayList<>();

    QueueQuota(QuotaRequest ask, SchedulingObjects facts) {
        this.ask = ask;
        this.facts = facts;
    }

    List<QuotaShortage> of(Queue queue) {
        List<GangPiece> pieces = ask.notHolding();
        if (pieces.isEmpty()) {
            return List.of();
        }
        if (!queue.open()) {
            found.add(QuotaShortage.stopped(CleanText.clean(queue.name()), ""));
        }
        if (queue.kai()
                && facts.all(Queue.class).stream()
                        .anyMatch(below -> below.parent().equals(queue.name()))) {
            found.add(new QuotaShortage(
                    Texts.of("QueueQuota.queueHasQueuesBelow", CleanText.clean(queue.name())),
                    true,
                    Optional.of(new Cure.Elsewhere(Texts.of("QueueQuota.nameAQueueBelow")))));
        }
        Resources asks = queue.kai() ? kai(pieces) : QuotaRequest.sum(pieces);
        if (!queue.kai()) {
            found.addAll(new VolcanoEnqueue(ask, facts).of(queue, asks));
        }
        Set<String> seen = new HashSet<>();
        for (Optional<Queue> at = Optional.of(queue);
                at.isPresent() && seen.add(at.get().name());
                at = facts.get(Queue.class, "", at.get().parent())) {
            judge(at.get(), asks);
        }
        return found;
    }

    private void judge(Queue queue, Resources asks) {
        asks.forEach((resource, amount) -> {
            if (amount > 0 && queue.limit().has(resource)) {
                judge(queue, resource, queue.limit().get(resource), limited(queue), queue.used(), amount);
            }
            if (amount > 0
                    && queue.kai()
                    && ask.job().getPriority() >= FOR_GOOD
                    && queue.owed().has(resource)) {
                String kind = Texts.of("QueueQuota.quotaForWhatCannot");
                judge(queue, resource, queue.owed().get(resource), kind, queue.usedForGood(), amount);
            }
            if (amount > 0 && !queue.kai()) {
                guaranteed(queue, resource, amount);
            }
        });
    }

    /** What its kind calls its limit; that of a queue which only the model shows is its quota. */
    private String limited(Queue queue) {
        if (facts.get(Queue.class, "", queue.name()).isEmpty()) {
            return Texts.of("QueueQuota.quota");
        }
        return queue.kai() ? "limit" : "capability";
    }

    private void judge(Queue queue, String resource, long limit, String kind, Resources used, long asks) {
        if (used.get(resource) + asks > limit) {
            found.add(new QuotaShortage(
                    QuotaShortage.words(who(queue), resource, limit, kind, used.get(resource), asks, ""),
                    asks > limit,
                    ask.cure("Queue", "", queue.name(), resource, used.get(resource) + asks - limit)));
        }
    }

    /** What the other queues beside it are guaranteed is kept from it. */
    private void guaranteed(Queue queue, String resource, long asks) {
        long kept = facts.all(Queue.class).stream()
                .filter(other ->
                        other.parent().equals(queue.parent()) && !other.name().equals(queue.name()))
                .mapToLong(other -> other.owed().get(resource))
                .sum();
        if (kept == 0) {
            return;
        }
        long left = Math.max(0, inCluster(resource) - kept);
        if (queue.used().get(resource) + asks > left) {
            found.add(new QuotaShortage(
                    QuotaShortage.words(
                            who(queue),
                            resource,
                            left,
                            Texts.of("QueueQuota.notGuaranteedToOther"),
                            queue.used().get(resource),
                            asks,
                            ""),
                    asks > left,
                    Optional.empty()));
        }
    }

    private long inCluster(String resource) {
        long sum = 0;
        for (Node node : ask.cluster().getNodes()) {
            sum += node.getAllocatable() == null ? 0 : node.getAllocatable().get(resource);
        }
        return sum;
    }

    /** KAI counts cores, memory and GPUs; a MIG device counts as the number before the g of its profile, a share by its part. */
    private static Resources kai(List<GangPiece> pieces) {
        Resources plain = QuotaRequest.sum(pieces);
        Map<String, Long> asks = new HashMap<>();
        asks.put(Resources.CPU, plain.get(Resources.CPU));
        asks.put(Resources.MEMORY, plain.get(Resources.MEMORY));
        long thousandths = 0;
        for (GangPiece piece : pieces) {
            thousandths += thousandths(piece.spec().requests());
        }
        asks.put(GPU, (thousandths + DeviceRequirement.WHOLE - 1) / DeviceRequirement.WHOLE);
        return Resources.of(asks);
    }

    private static long thousandths(Resources requests) {
        long[] mig = {0};
        requests.forEach((name, amount) -> {
            if (name.startsWith(AcceleratorKind.MIG_PREFIX)) {
                int end = name.indexOf('g', AcceleratorKind.MIG_PREFIX.length());
                String size = end < 0 ? "" : name.substring(AcceleratorKind.MIG_PREFIX.length(), end);
                mig[0] += amount * (size.matches("\\d{1,2}") ? Integer.parseInt(size) : 1) * DeviceRequirement.WHOLE;
            }
        });
        if (requests.get(GpuShares.KAI_FRACTION) > 0) {
            GpuShares share = GpuShares.of(requests);
            return (long) share.devices() * share.part();
        }
        return mig[0] > 0 ? mig[0] : Math.round(DeviceRequirement.of(requests).amount() * DeviceRequirement.WHOLE);
    }

    private static String who(Queue queue) {
        return Texts.of("QueueQuota.queue", CleanText.clean(queue.name()));
    }
}
