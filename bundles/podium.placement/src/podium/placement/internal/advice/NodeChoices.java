// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import podium.core.fleet.AcceleratorKind;
import podium.core.fleet.Holdings;
import podium.core.job.LostGpuHours;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.placement.FreeDevices;

/** Which tasks of a node could go so that so many of its devices are free. */
final class NodeChoices {
    /** Sets that are looked at; a node of 8 devices has fewer. */
    private static final int MOST = 2_000;

    private final Node node;
    private final FreeDevices room;
    private final RestartCost cost;
    private final List<Task> holders = new ArrayList<>();
    private final boolean stuck;

    NodeChoices(Node node, FreeDevices room, RestartCost cost) {
        this.node = node;
        this.room = room;
        this.cost = cost;
        boolean fixed = false;
        for (Task task : node.getTasks()) {
            if (gpus(task) > 0 && Holdings.holds(task)) {
                if (cost.with(task).stream().allMatch(NodeChoices::movable)) {
                    holders.add(task);
                } else {
                    fixed = true;
                }
            }
        }
        stuck = fixed;
        holders.sort(Comparator.comparingInt((Task task) -> -gpus(task)).thenComparing(Task::getName));
    }

    private static boolean movable(Task task) {
        return !LostGpuHours.bound(task) && task.getJob() != null && task.getDeletion() == null;
    }

    /** Where devices are divided, those who hold parts hold none of the whole ones. */
    private int gpus(Task task) {
        if (task.getSpec() == null || room.parts().isEmpty()) {
            return Holdings.asked(task);
        }
        int[] whole = {0};
        task.getSpec().requests().forEach((resource, amount) -> {
            if (AcceleratorKind.of(resource).filter(kind -> !kind.slice()).isPresent()) {
                whole[0] += (int) Math.min(amount, 1 << 16);
            }
        });
        return whole[0];
    }

    Node node() {
        return node;
    }

    int devices() {
        return room.devices();
    }

    /** Tasks that hold devices there and can restart elsewhere, largest first. */
    List<Task> holders() {
        return holders;
    }

    boolean canBeEmptied() {
        return !stuck;
    }

    /** Fewest tasks that have to go, wherever they find a place; very many where it cannot be. */
    int fewest(int gpus) {
        int missing = gpus - room.whole();
        int count = 0;
        for (int i = 0; missing > 0 && i < holders.size(); i++) {
            missing -= gpus(holders.get(i));
            count++;
        }
        return missing > 0 ? Integer.MAX_VALUE : count;
    }

    /** No set of the fewest costs less. */
    double cheapest(int gpus) {
        int count = fewest(gpus);
        return count == 0 || count == Integer.MAX_VALUE
                ? 0
                : holders.stream().mapToDouble(cost::order).min().orElse(0);
    }

    /** The sets of tasks that free so many devices, fewest tasks first, then cheapest. */
    List<List<Task>> sets(int gpus) {
        List<List<Task>> sets = new ArrayList<>();
        if (fewest(gpus) != Integer.MAX_VALUE) {
            grow(new ArrayList<>(), 0, gpus - room.whole(), sets);
        }
        sets.sort(Comparator.comparingInt((List<Task> set) -> set.size()).thenComparingDouble(cost::order));
        return sets;
    }

    private void grow(List<Task> set, int from, int missing, List<List<Task>> sets) {
        if (missing <= 0) {
            sets.add(List.copyOf(set));
            return;
        }
        for (int i = from; i < holders.size() && sets.size() < MOST; i++) {
            set.add(holders.get(i));
            grow(set, i + 1, missing - gpus(holders.get(i)), sets);
            set.removeLast();
        }
    }
}
