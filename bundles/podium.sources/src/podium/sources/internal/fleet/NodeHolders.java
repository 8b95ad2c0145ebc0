// SPDX-License-Identifier: Apache-2.0
package podium.sources.internal.fleet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import podium.core.fleet.FleetService;
import podium.core.fleet.Holdings;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.sources.texts.Texts;

/**
 * Which tasks hold the devices of a node by what the API says. Asked on any thread: the answer is that of the last look
 * into the model, and each question asks for the next.
 */
public final class NodeHolders {
    private final FleetService fleet;
    private final Node node;
    private final Map<Integer, Integer> places;
    private volatile Map<Integer, String> known;

    /**
     * Looks for the first time, in the realm.
     *
     * @param places index in the model by index on the machine
     */
    public NodeHolders(FleetService fleet, Node node, Map<Integer, Integer> places) {
        this.fleet = fleet;
        this.node = node;
        this.places = Map.copyOf(places);
        this.known = look();
    }

    /** Who holds a device, by its index on the machine. */
    public Map<Integer, String> now() {
        fleet.realm().execute(() -> known = look());
        return known;
    }

    /** A task that holds devices nobody tells which of may hold any. */
    private Map<Integer, String> look() {
        List<Task> holding = node.getTasks().stream()
                .filter(task -> Holdings.holds(task) && (isTold(task) || Holdings.asked(task) > 0))
                .toList();
        Map<Integer, String> held = new HashMap<>();
        places.forEach((index, place) -> {
            for (Task task : holding) {
                if (!isTold(task)) {
                    held.putIfAbsent(index, Texts.of("NodeHolders.perhapsWhichGpusIt", name(task)));
                } else if (holds(task, place)) {
                    held.put(index, name(task));
                }
            }
        });
        return held;
    }

    /** True when it is known which devices the task holds. */
    private static boolean isTold(Task task) {
        return !task.getAccelerators().isEmpty() || !task.getSlices().isEmpty();
    }

    private boolean holds(Task task, int place) {
        return node.getAccelerators().stream()
                .filter(device -> device.getIndex() == place)
                .anyMatch(device -> device.getTasks().contains(task)
                        || device.getSlices().stream()
                                .anyMatch(slice -> slice.getTasks().contains(task)));
    }

    private static String name(Task task) {
        return task.getNamespace() + "/" + task.getName();
    }
}
