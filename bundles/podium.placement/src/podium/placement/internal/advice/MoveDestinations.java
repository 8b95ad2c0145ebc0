// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.advice;

import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import podium.core.fleet.Holdings;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;
import podium.placement.Fit;
import podium.placement.PlacementService;
import podium.placement.Verdict;

/** Where tasks of one set of moves could restart, each taking the room of those after it. */
final class MoveDestinations {
    private final PlacementService placement;
    private final Set<Node> avoided;
    private final Map<TaskSpec, List<Node>> candidates;
    private final Map<Node, Resources> taken = new HashMap<>();

    /** @param candidates nodes that take a task of a spec, best first; shared between the sets that are tried */
    MoveDestinations(PlacementService placement, Set<Node> avoided, Map<TaskSpec, List<Node>> candidates) {
        this.placement = placement;
        this.avoided = avoided;
        this.candidates = candidates;
    }

    static Map<TaskSpec, List<Node>> noneKnown() {
        return new IdentityHashMap<>();
    }

    /** A node for the task, which from then on is taken; empty: none. */
    Optional<Node> take(Task task) {
        TaskSpec spec = task.getSpec();
        if (spec == null || task.getJob() == null) {
            return Optional.empty();
        }
        Optional<Node> node = candidates.computeIfAbsent(spec, it -> nodes(task)).stream()
                .filter(it -> it != task.getNode() && !avoided.contains(it) && hasRoom(it, spec.requests()))
                .findFirst();
        node.ifPresent(it -> taken.merge(it, spec.requests(), Resources::plus));
        return node;
    }

    private List<Node> nodes(Task task) {
        return placement.replacements(task).entrySet().stream()
                .filter(entry -> entry.getValue().fit() == Fit.FITS)
                .sorted(Comparator.comparingDouble((Map.Entry<Node, Verdict> entry) ->
                                -entry.getValue().score())
                        .thenComparing(entry -> entry.getKey().getName()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The verdict says there is room for one; beside others of the same set it is counted again. */
    private boolean hasRoom(Node node, Resources wanted) {
        Resources others = taken.get(node);
        if (others == null) {
            return true;
        }
        Resources free = node.getAllocatable() == null ? Resources.none() : node.getAllocatable();
        for (Task task : node.getTasks()) {
            if (task.getSpec() != null && Holdings.holds(task)) {
                free = free.minus(task.getSpec().requests());
            }
        }
        Resources left = free.minus(others);
        boolean[] fits = {true};
        wanted.forEach((name, amount) -> fits[0] &= amount <= 0 || left.get(name) >= amount);
        return fits[0];
    }
}
