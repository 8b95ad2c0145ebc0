// SPDX-License-Identifier: Apache-2.0
package podium.simulator.internal.scheduling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One node tried out: all that are less important leave, and come back one by one, most important first and those that a
 * budget protects before the others, as long as the pod still fits. Afterwards everybody is where they were. Source:
 * kubernetes, {@code SelectVictimsOnNode}.
 */
final class Trial {

    private final NodeState node;
    private final Pipeline rules;
    private final Refusal refusal;
    private final List<PodView> victims = new ArrayList<>();
    private final Comparator<PodView> important;
    private int violations;

    Trial(PodView pod, NodeState node, Pipeline rules, Budgets budgets, Function<PodView, String> started) {
        this.node = node;
        this.rules = rules;
        important =
                Comparator.comparingInt((PodView other) -> -other.priority()).thenComparing(started);
        List<PodView> lower = new ArrayList<>(node.pods());
        lower.removeIf(other -> other.priority() >= pod.priority());
        refusal = lower.isEmpty() ? Preemption.noVictims() : tried(lower, budgets);
    }

    private Refusal tried(List<PodView> lower, Budgets budgets) {
        lower.forEach(other -> rules.go(other, node));
        Refusal without = rules.against(node);
        if (without.none()) {
            lower.sort(important);
            Set<PodView> secured = new HashSet<>(budgets.violated(lower));
            lower.stream().filter(secured::contains).forEach(other -> violations += spare(other) ? 0 : 1);
            lower.stream().filter(other -> !secured.contains(other)).forEach(this::spare);
            victims.sort(important);
            victims.forEach(other -> rules.come(other, node));
        } else {
            lower.forEach(other -> rules.come(other, node));
        }
        return without;
    }

    private boolean spare(PodView other) {
        rules.come(other, node);
        if (rules.against(node).none()) {
            return true;
        }
        rules.go(other, node);
        victims.add(other);
        return false;
    }

    /** What stands against the node even when all have left that may be made to. */
    Refusal refusal() {
        return refusal;
    }

    Optional<Preemption.Candidate> candidate() {
        return victims.isEmpty() ? Optional.empty() : Optional.of(new Preemption.Candidate(node, victims, violations));
    }
}
