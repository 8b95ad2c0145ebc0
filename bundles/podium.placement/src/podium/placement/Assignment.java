// SPDX-License-Identifier: Apache-2.0
package podium.placement;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import podium.core.text.NaturalOrder;
import podium.model.fleet.Node;
import podium.model.fleet.Task;

/**
 * Where each task would lie.
 *
 * @param nodes number of the task in the subject (rank where all have one of their own) to node
 * @param words the layout in a line: "ranks 0-7 on n1, ranks 8-15 on n2"
 */
public record Assignment(Map<Integer, Node> nodes, String words) {
    /** In which tasks are numbered: those without a rank by name, so that it does not matter which was seen first. */
    public static final Comparator<Task> ORDER = Comparator.comparing(
                    Task::getRank, Comparator.nullsLast(Comparator.<Integer>naturalOrder()))
            .thenComparing(task -> Objects.toString(task.getName(), ""), new NaturalOrder())
            .thenComparing(task -> Objects.toString(task.getUid(), ""));

    public Assignment {
        nodes = Map.copyOf(nodes);
    }

    /** Where each of the tasks of its subject would lie. */
    public Map<Task, Node> byTask(List<Task> tasks) {
        List<Task> ordered = tasks.stream().sorted(ORDER).toList();
        boolean ranked = isRanked(tasks);
        Map<Task, Node> places = new LinkedHashMap<>();
        for (int i = 0; i < ordered.size(); i++) {
            Node node = nodes.get(ranked ? ordered.get(i).getRank() : Integer.valueOf(i));
            if (node != null) {
                places.put(ordered.get(i), node);
            }
        }
        return places;
    }

    /** Whether each has a rank of its own, which is its number then; else it is its place in their {@link #ORDER}. */
    public static boolean isRanked(List<Task> tasks) {
        Set<Integer> seen = new HashSet<>();
        return tasks.stream()
                .allMatch(task -> task.getRank() != null && task.getRank() >= 0 && seen.add(task.getRank()));
    }
}
