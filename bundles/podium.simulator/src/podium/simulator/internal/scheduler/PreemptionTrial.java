// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import podium.simulator.internal.scheduling.NodeInfo;
import podium.simulator.internal.scheduling.PodInfo;
import podium.simulator.internal.scheduling.filter.FilterPlugins;
import podium.simulator.internal.scheduling.filter.FilterStatus;

/**
 * One node tried out: all that are less important leave, and come back one by one, most important first and those that a
 * budget protects before the others, as long as the pod still fits. Afterwards everybody is where they were. Source:
 * kubernetes, {@code SelectVictimsOnNode}.
 */
final class PreemptionTrial {

    private final NodeInfo node;
    private final FilterPlugins rules;
    private final FilterStatus refusal;
    private final List<PodInfo> victims = new ArrayList<>();
    private final Comparator<PodInfo> important;
    private int violations;

    PreemptionTrial(
            PodInfo pod,
            NodeInfo node,
            FilterPlugins rules,
            DisruptionBudgets budgets,
            Function<PodInfo, String> started) {
        this.node = node;
        this.rules = rules;
        important =
                Comparator.comparingInt((PodInfo other) -> -other.priority()).thenComparing(started);
        List<PodInfo> lower = new ArrayList<>(node.pods());
        lower.removeIf(other -> other.priority() >= pod.priority());
        refusal = lower.isEmpty() ? Preemption.noVictims() : tried(lower, budgets);
    }

    private FilterStatus tried(List<PodInfo> lower, DisruptionBudgets budgets) {
        lower.forEach(other -> rules.go(other, node));
        FilterStatus without = rules.against(node);
        if (without.none()) {
            lower.sort(important);
            Set<PodInfo> secured = new HashSet<>(budgets.violated(lower));
            lower.stream().filter(secured::contains).forEach(other -> violations += spare(other) ? 0 : 1);
            lower.stream().filter(other -> !secured.contains(other)).forEach(this::spare);
            victims.sort(important);
            victims.forEach(other -> rules.come(other, node));
        } else {
            lower.forEach(other -> rules.come(other, node));
        }
        return without;
    }

    private boolean spare(PodInfo other) {
        rules.come(other, node);
        if (rules.against(node).none()) {
            return true;
        }
        rules.go(other, node);
        victims.add(other);
        return false;
    }

    /** What stands against the node even when all have left that may be made to. */
    FilterStatus refusal() {
        return refusal;
    }

    Optional<Preemption.Candidate> candidate() {
        return victims.isEmpty() ? Optional.empty() : Optional.of(new Preemption.Candidate(node, victims, violations));
    }
}
