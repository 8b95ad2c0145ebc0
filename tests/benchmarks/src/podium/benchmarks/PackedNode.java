// SPDX-License-Identifier: Apache-2.0
package podium.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.jdt.annotation.Nullable;

/** What is free on one node of the trace, and what lies there. */
final class PackedNode {
    private static final int[] NONE = {};

    /** A task that runs. */
    static final class Running {
        private final Packing.Asked asked;
        private @Nullable PackedNode node;
        private int[] devices = NONE;

        Running(Packing.Asked asked) {
            this.asked = asked;
        }

        Packing.Asked asked() {
            return asked;
        }

        Place place() {
            return new Place(node, devices);
        }

        boolean isAt(Place place) {
            return node == place.node() && Arrays.equals(devices, place.devices());
        }
    }

    /** @param devices by their index; not to be changed */
    record Place(@Nullable PackedNode node, int[] devices) {}

    /**
     * A GPU that is held in part.
     *
     * @param shares largest first
     */
    record Shared(PackedNode node, int index, List<Running> shares) {
        List<Integer> amounts() {
            return shares.stream().map(task -> task.asked.thousandths()).toList();
        }
    }

    private final int[] free;
    private final List<Running> tasks = new ArrayList<>();
    private long cores;
    private long memory;

    PackedNode(Packing.Machine machine) {
        cores = machine.cores();
        memory = machine.memory();
        free = new int[machine.gpus()];
        Arrays.fill(free, PackingBound.WHOLE);
    }

    List<Running> tasks() {
        return tasks;
    }

    /** Free millicores. */
    long cores() {
        return cores;
    }

    /** Free bytes. */
    long memory() {
        return memory;
    }

    List<Shared> shared() {
        List<Shared> found = new ArrayList<>();
        for (int index = 0; index < free.length; index++) {
            if (free[index] > 0) {
                found.add(new Shared(this, index, on(index)));
            }
        }
        return found;
    }

    private List<Running> on(int device) {
        return tasks.stream()
                .filter(task -> Arrays.stream(task.devices).anyMatch(at -> at == device))
                .sorted(Comparator.comparingInt((Running task) -> -task.asked.thousandths()))
                .toList();
    }

    void put(Running task, int[] devices) {
        take(task.asked, devices, 1);
        task.node = this;
        task.devices = devices;
        tasks.add(task);
    }

    /** Puts it on the devices with the least room that take it; false: it does not fit. */
    boolean put(Running task) {
        Optional<int[]> room = room(task.asked);
        room.ifPresent(devices -> put(task, devices));
        return room.isPresent();
    }

    void remove(Running task) {
        take(task.asked, task.devices, -1);
        tasks.remove(task);
        task.node = null;
        task.devices = NONE;
    }

    private void take(Packing.Asked asked, int[] devices, int times) {
        cores -= times * asked.cores();
        memory -= times * asked.memory();
        for (int device : devices) {
            free[device] -= times * asked.thousandths();
        }
        if (cores < 0 || memory < 0 || Arrays.stream(free).anyMatch(left -> left < 0)) {
            throw new IllegalStateException("more is taken than there is");
        }
    }

    private Optional<int[]> room(Packing.Asked asked) {
        if (asked.cores() > cores || asked.memory() > memory) {
            return Optional.empty();
        }
        int[] chosen = new int[asked.gpus()];
        boolean[] taken = new boolean[free.length];
        for (int i = 0; i < chosen.length; i++) {
            int best = -1;
            for (int at = 0; at < free.length; at++) {
                if (!taken[at] && free[at] >= asked.thousandths() && (best < 0 || free[at] < free[best])) {
                    best = at;
                }
            }
            if (best < 0) {
                return Optional.empty();
            }
            chosen[i] = best;
            taken[best] = true;
        }
        return Optional.of(chosen);
    }
}
