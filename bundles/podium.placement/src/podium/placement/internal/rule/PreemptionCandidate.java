// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.rule;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import podium.core.fleet.ClusterMoment;
import podium.core.job.GangLoss;
import podium.core.job.GangLosses;
import podium.core.job.LostGpuHours;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.placement.PreemptionCost;

/**
 * A node on which a pod fits once others are evicted.
 *
 * @param victims at least one, the most important first
 * @param violations how many of them a disruption budget protects
 * @param certain false: there are so many such nodes that kube-scheduler looks at a part of them only, which nobody knows before
 */
public record PreemptionCandidate(Node node, List<Task> victims, int violations, boolean certain) {
    /** The node that kube-scheduler takes comes first. */
    public static final Comparator<PreemptionCandidate> BEST_FIRST =
            Comparator.comparing(PreemptionCandidate::cost).thenComparing(it -> it.node.getName());

    public PreemptionCandidate {
        victims = List.copyOf(victims);
    }

    /** The same among more nodes than kube-scheduler looks at. */
    public PreemptionCandidate ofMany() {
        return new PreemptionCandidate(node, victims, violations, false);
    }

    private static int priority(Task task) {
        return PodPreemption.priority(task.getJob(), task.getSpec());
    }

    /** What it costs, to compare with other nodes. */
    public PreemptionCost cost() {
        int highest = priority(victims.getFirst());
        // no priority counts less than nothing: else several of negative priority would count less than one
        long priorities = victims.stream()
                .mapToLong(task -> priority(task) - (long) Integer.MIN_VALUE)
                .sum();
        Instant earliest = victims.stream()
                .filter(task -> priority(task) == highest)
                .map(PodPreemption::started)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        double hours =
                LostGpuHours.order(LostGpuHours.sum(new GangLosses(victims, ClusterMoment.of(node, Instant.now()))
                        .losses().stream().map(GangLoss::gpuHours)));
        return new PreemptionCost(violations, highest, priorities, victims.size(), earliest, hours);
    }
}
