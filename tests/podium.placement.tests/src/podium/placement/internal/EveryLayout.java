// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tries every layout of a gang on a few nodes, and says what the best one costs. Knows of nodes only where they are and how
 * many GPUs they have free; shares nothing with the search it is held against.
 *
 * @param nodes nodes of the target
 * @param asks GPUs of each task, by number
 * @param fixed tasks that lie on a node already, by number of the node: what lies there is not in {@code free}
 * @param allowed whether tasks may lie so: node of each task, by number
 */
record EveryLayout(List<Place> nodes, List<Integer> asks, Set<Integer> fixed, Predicate<List<Place>> allowed) {
    /**
     * A node.
     *
     * @param path names of the domains below the target it lies in, from the top, and its own
     */
    record Place(List<String> path, int free) {
        String name() {
            return path.getLast();
        }
    }

    /** What a layout costs: smaller is better, from the left. */
    List<Integer> cost(List<Place> where) {
        int levels = nodes.stream().mapToInt(node -> node.path.size()).max().orElseThrow();
        Integer[] cost = new Integer[2 * levels + 1];
        Arrays.fill(cost, 0);
        Map<List<String>, Integer> left = new HashMap<>();
        Set<List<String>> leaves = new HashSet<>();
        for (Place node : nodes) {
            leaves.add(node.path);
            for (int level = 1; level <= node.path.size(); level++) {
                left.merge(node.path.subList(0, level), node.free, Integer::sum);
            }
        }
        Set<List<String>> paid = new HashSet<>();
        fixed.forEach(node -> paid.addAll(prefixes(nodes.get(node))));
        Set<List<String>> touched = new HashSet<>(paid);
        for (int task = 0; task < where.size(); task++) {
            for (List<String> place : prefixes(where.get(task))) {
                touched.add(place);
                left.merge(place, -asks.get(task), Integer::sum);
            }
        }
        for (List<String> place : touched) {
            boolean leaf = leaves.contains(place);
            if (!paid.contains(place)) {
                cost[place.size() - 1]++;
                cost[levels] += leaf ? 1 : 0;
            }
            cost[leaf ? levels + 1 : 2 * levels - place.size() + 1] += left.get(place);
        }
        return List.of(cost);
    }

    private static List<List<String>> prefixes(Place node) {
        List<List<String>> prefixes = new ArrayList<>();
        for (int level = 1; level <= node.path.size(); level++) {
            prefixes.add(node.path.subList(0, level));
        }
        return prefixes;
    }

    /** Cost of the best layout; empty: there is none. */
    Optional<List<Integer>> best() {
        return best(new ArrayList<>(), new int[nodes.size()]);
    }

    private Optional<List<Integer>> best(List<Place> where, int[] used) {
        int task = where.size();
        if (task == asks.size()) {
            return allowed.test(where) ? Optional.of(cost(where)) : Optional.empty();
        }
        Optional<List<Integer>> best = Optional.empty();
        // Equal tasks one after the other can change places: trying them in one order is trying all.
        boolean twin = task > 0 && asks.get(task).equals(asks.get(task - 1));
        int first = twin ? nodes.indexOf(where.getLast()) : 0;
        for (int i = first; i < nodes.size(); i++) {
            if (used[i] + asks.get(task) <= nodes.get(i).free) {
                where.add(nodes.get(i));
                used[i] += asks.get(task);
                Optional<List<Integer>> found = best(where, used);
                used[i] -= asks.get(task);
                where.removeLast();
                if (found.isPresent()
                        && (best.isEmpty()
                                || Arrays.compare(
                                                found.get().toArray(Integer[]::new),
                                                best.get().toArray(Integer[]::new))
                                        < 0)) {
                    best = found;
                }
            }
        }
        return best;
    }
}
