// SPDX-License-Identifier: Apache-2.0
package podium.placement;

import java.time.Instant;
import java.util.Comparator;

/**
 * What evicting others on a node costs. The least comes first: it is on that node that kube-scheduler would evict (kubernetes
 * pkg/scheduler/framework/preemption/preemption.go, pickOneNodeForPreemption).
 *
 * @param violations how many of those who go a disruption budget protects
 * @param highest priority of the most important of them
 * @param priorities sum of their priorities, each counted from the lowest that there is, so that none is below 0
 * @param victims how many go
 * @param earliest when the first of the most important ones started; work that began late has done the least
 * @param gpuHours lost with them, of a gang that cannot go on those of all its tasks; infinite: unknown. kube-scheduler does not ask
 *     for it and takes any of those that are alike otherwise
 */
public record PreemptionCost(
        int violations, int highest, long priorities, int victims, Instant earliest, double gpuHours)
        implements Comparable<PreemptionCost> {
    private static final Comparator<PreemptionCost> LEAST_FIRST = Comparator.comparingInt(PreemptionCost::violations)
            .thenComparingInt(PreemptionCost::highest)
            .thenComparingLong(PreemptionCost::priorities)
            .thenComparingInt(PreemptionCost::victims)
            .thenComparing(Comparator.comparing(PreemptionCost::earliest).reversed())
            .thenComparingDouble(PreemptionCost::gpuHours);

    @Override
    public int compareTo(PreemptionCost other) {
        return LEAST_FIRST.compare(this, other);
    }
}
