// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.advice;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.placement.ReplacementNodes;

/**
 * Where all pods of a template go, which can be pinned to one node or to one domain: in the domain the scheduler chooses, so that none of
 * its nodes may be one that is to stay free.
 */
final class JointDestinations {
    private final ReplacementNodes destinations;
    private final List<Task> tasks;
    private final KeptSlots.Taken taken;
    private final Set<Domain> barred = Collections.newSetFromMap(new IdentityHashMap<>());

    JointDestinations(ReplacementNodes destinations, List<Task> tasks, Set<Node> avoided, KeptSlots.Taken taken) {
        this.destinations = destinations;
        this.tasks = tasks;
        this.taken = taken;
        Stream.concat(avoided.stream(), tasks.stream().map(Task::getNode)).forEach(node -> {
            for (@Nullable Domain up = node == null ? null : node.getDomain(); up != null; up = up.getParent()) {
                barred.add(up);
            }
        });
    }

    /** A node each, whose room is taken; empty: there is no such node or domain with room for all. */
    Optional<Map<Task, Node>> take() {
        if (tasks.size() == 1) {
            return takeAll(_ -> true);
        }
        Task first = tasks.getFirst();
        Map<Domain, Integer> copies = new IdentityHashMap<>();
        for (Node node : destinations.open(first).toList()) {
            int here =
                    taken.keeps(first, node) ? Math.min(tasks.size(), destinations.copies(node, first.getSpec())) : 0;
            if (here == tasks.size()) {
                Optional<Map<Task, Node>> all = takeAll(it -> it == node);
                if (all.isPresent()) {
                    return all;
                }
            }
            for (@Nullable Domain up = node.getDomain(); up != null; up = up.getParent()) {
                if (!barred.contains(up) && copies.merge(up, here, Integer::sum) >= tasks.size()) {
                    Domain domain = up;
                    Optional<Map<Task, Node>> all = takeAll(it -> isIn(it, domain));
                    if (all.isPresent()) {
                        return all;
                    }
                    barred.add(up);
                }
            }
        }
        return Optional.empty();
    }

    /** Among some nodes, so that all slots are kept that there are beside what those before in the row take. */
    private Optional<Map<Task, Node>> takeAll(Predicate<Node> among) {
        KeptSlots.Taken then = taken.copy();
        return destinations.takeAll(tasks, (task, node) -> among.test(node) && then.keeps(task, node), then::take);
    }

    private static boolean isIn(Node node, Domain domain) {
        for (@Nullable Domain up = node.getDomain(); up != null; up = up.getParent()) {
            if (up == domain) {
                return true;
            }
        }
        return false;
    }
}
