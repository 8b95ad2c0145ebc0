// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.rule;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import podium.model.fleet.Node;
import podium.model.fleet.Task;

/**
 * A node on which a pod fits once others are evicted.
 *
 * @param victims at least one, the most important first
 * @param violations how many of them a disruption budget protects
 * @param certain false: there are so many such nodes that kube-scheduler looks at a part of them only, which nobody knows before
 */
public record PreemptionCandidate(Node node, List<Task> victims, int violations, boolean certain) {
    /** The node that kube-scheduler takes comes first (kubernetes pkg/scheduler/framework/preemption, pickOneNodeForPreemption). */
    public static final Comparator<PreemptionCandidate> BEST_FIRST = Comparator.comparingInt(
                    PreemptionCandidate::violations)
            .thenComparingInt(PreemptionCandidate::highest)
            .thenComparingLong(PreemptionCandidate::priorities)
            .thenComparingInt(it -> it.victims.size())
            .thenComparing(Comparator.comparing(PreemptionCandidate::earliest).reversed())
            .thenComparing(it -> it.node.getName());

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

    private int highest() {
        return priority(victims.getFirst());
    }

    /** No priority counts less than nothing: else several of negative priority would count less than one. */
    private long priorities() {
        return victims.stream()
                .mapToLong(task -> priority(task) - (long) Integer.MIN_VALUE)
                .sum();
    }

    /** When the first of the most important ones started. */
    private Instant earliest() {
        return victims.stream()
                .filter(task -> priority(task) == highest())
                .map(PodPreemption::started)
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
    }
}
