// SPDX-License-Identifier: Apache-2.0
package podium.operation.internal.drain;

import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.Holdings;
import podium.model.fleet.Job;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.placement.Fit;
import podium.placement.PlacementService;
import podium.placement.Verdict;

/**
 * Where the evicted could go: the best node that the scheduler's rules allow and that has room beside what earlier ones of the same
 * drain took.
 */
final class EvictionDestinations {
    private final PlacementService placement;
    private final Set<Node> drained;
    private final Map<Node, Resources> free = new HashMap<>();
    /** Pods of one template share their spec, so its nodes are asked for once. */
    private final Map<TaskSpec, List<Node>> candidates = new IdentityHashMap<>();

    EvictionDestinations(PlacementService placement, Set<Node> drained) {
        this.placement = placement;
        this.drained = drained;
    }

    /** A node for the pod's replacement, which from now on is taken; empty: none has room, or nothing replaces the pod. */
    Optional<Node> take(Task task) {
        @Nullable Job job = task.getJob();
        @Nullable TaskSpec spec = task.getSpec();
        if (job == null || spec == null || task.getController() == null) {
            return Optional.empty();
        }
        Optional<Node> node = candidates.computeIfAbsent(spec, _ -> nodes(task)).stream()
                .filter(candidate -> hasRoom(candidate, spec.requests()))
                .findFirst();
        node.ifPresent(taken -> free.put(taken, free(taken).minus(spec.requests())));
        return node;
    }

    private List<Node> nodes(Task task) {
        return placement.replacements(task).entrySet().stream()
                .filter(entry -> !drained.contains(entry.getKey()))
                .filter(entry -> entry.getValue().fit() == Fit.FITS)
                .sorted(Comparator.comparingDouble((Map.Entry<Node, Verdict> entry) ->
                                -entry.getValue().score())
                        .thenComparing(entry -> entry.getKey().getName()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean hasRoom(Node node, Resources wanted) {
        Resources there = free(node);
        boolean[] fits = {true};
        wanted.forEach((name, amount) -> fits[0] &= amount <= 0 || there.get(name) >= amount);
        return fits[0];
    }

    private Resources free(Node node) {
        return free.computeIfAbsent(node, _ -> {
            Resources rest = node.getAllocatable() == null ? Resources.none() : node.getAllocatable();
            for (Task task : node.getTasks()) {
                if (task.getSpec() != null && Holdings.holds(task)) {
                    rest = rest.minus(task.getSpec().requests());
                }
            }
            return rest;
        });
    }
}
