// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import podium.model.fleet.Node;
import podium.model.fleet.Task;
import podium.model.value.Resources;

/**
 * What is free on one node: whole devices, what is left of those that are shared, cores and memory beside them.
 *
 * @param resource name of the node's device resource; empty: it has no devices
 * @param whole devices nobody holds any of
 * @param parts thousandths left of each device that is held in part; not to be changed
 * @param cores millicores; may be below 0 on an overcommitted node
 * @param memory bytes
 */
public record DeviceRoom(String resource, int whole, int[] parts, long cores, long memory) {
    static final int[] NO_PARTS = {};

    /**
     * The devices of a node whose devices can be shared. A share lies on the device that a source tells of; where none
     * does, shares are thought to be packed tightly, largest first, as the share-aware schedulers do.
     *
     * @param devices how many the node offers
     * @param counts which pods of it count
     */
    static DeviceRoom shared(String resource, int devices, Node node, Predicate<Task> counts, long cores, long memory) {
        int[] free = free(devices, node, counts);
        int whole = 0;
        int[] parts = new int[devices];
        int count = 0;
        for (int left : free) {
            if (left == DeviceRequirement.WHOLE) {
                whole++;
            } else if (left > 0) {
                parts[count++] = left;
            }
        }
        return new DeviceRoom(resource, whole, Arrays.copyOf(parts, count), cores, memory);
    }

    /** Thousandths free of each device, by its index. */
    public static int[] free(int devices, Node node, Predicate<Task> counts) {
        int[] free = new int[devices];
        Arrays.fill(free, DeviceRequirement.WHOLE);
        List<DeviceRequirement> unplaced = new ArrayList<>();
        for (Task task : node.getTasks()) {
            if (task.getSpec() != null && counts.test(task)) {
                place(task, DeviceRequirement.of(task.getSpec().requests()), free, unplaced);
            }
        }
        unplaced.sort(Comparator.comparingInt(DeviceRequirement::each).reversed());
        unplaced.forEach(ask -> pack(ask, free));
        return free;
    }

    private static void place(Task task, DeviceRequirement ask, int[] free, List<DeviceRequirement> unplaced) {
        boolean known = task.getAccelerators().size() == ask.devices()
                && task.getAccelerators().stream().allMatch(device -> device.getIndex() < free.length);
        if (known) {
            task.getAccelerators().forEach(device -> free[device.getIndex()] -= ask.each());
        } else if (ask.asksForDevices()) {
            unplaced.add(ask);
        }
    }

    private static void pack(DeviceRequirement ask, int[] free) {
        for (int i = 0; i < ask.devices(); i++) {
            int best = -1;
            for (int device = 0; device < free.length; device++) {
                if (free[device] >= ask.each() && (best < 0 || free[device] < free[best])) {
                    best = device;
                }
            }
            if (best >= 0) {
                free[best] -= ask.each();
            }
        }
    }

    /** Devices free, shares counted by their part. */
    public double free() {
        long sum = (long) whole * DeviceRequirement.WHOLE;
        for (int part : parts) {
            sum += part;
        }
        return sum / (double) DeviceRequirement.WHOLE;
    }

    /** True when the devices alone have room for it. */
    public boolean devicesTake(DeviceRequirement ask) {
        if (!ask.asksForDevices()) {
            return true;
        }
        if (!ask.resource().isEmpty() && !ask.resource().equals(resource)) {
            return false;
        }
        return devicesWith(ask.each()) >= ask.devices();
    }

    boolean takes(DeviceRequirement ask) {
        return ask.cores() <= cores && ask.memory() <= memory && devicesTake(ask);
    }

    private int devicesWith(int thousandths) {
        int count = whole;
        for (int part : parts) {
            count += part >= thousandths ? 1 : 0;
        }
        return count;
    }

    /** Largest share of one device that is free, in thousandths. */
    public int largest() {
        return whole > 0 ? DeviceRequirement.WHOLE : Arrays.stream(parts).max().orElse(0);
    }

    /**
     * One way to place an ask.
     *
     * @param left what is free then
     * @param from thousandths that were free of the device, or of each of the devices, that it takes
     */
    public record Choice(DeviceRoom left, int from) {}

    /** The ways to place it that differ; empty: it does not fit. */
    public List<Choice> choices(DeviceRequirement ask) {
        if (!takes(ask)) {
            return List.of();
        }
        if (!ask.share() || ask.devices() != 1) {
            return onWhole(ask);
        }
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] >= ask.each() && firstOfItsKind(i)) {
                choices.add(new Choice(left(ask, whole, changed(i, parts[i] - ask.each())), parts[i]));
            }
        }
        choices.addAll(onWhole(ask));
        return choices;
    }

    /** On devices nobody holds; shares of several devices go nowhere else. */
    private List<Choice> onWhole(DeviceRequirement ask) {
        if (whole < ask.devices()) {
            return List.of();
        }
        int[] then = ask.share() ? opened(ask.devices(), DeviceRequirement.WHOLE - ask.each()) : parts;
        return List.of(new Choice(left(ask, whole - ask.devices(), then), DeviceRequirement.WHOLE));
    }

    /** What is left when it takes the device with the least room; empty: it does not fit. */
    public Optional<DeviceRoom> tightest(DeviceRequirement ask) {
        return choices(ask).stream().min(Comparator.comparingInt(Choice::from)).map(Choice::left);
    }

    private DeviceRoom left(DeviceRequirement ask, int wholeLeft, int[] partsLeft) {
        return new DeviceRoom(resource, wholeLeft, partsLeft, cores - ask.cores(), memory - ask.memory());
    }

    private boolean firstOfItsKind(int at) {
        for (int i = 0; i < at; i++) {
            if (parts[i] == parts[at]) {
                return false;
            }
        }
        return true;
    }

    private int[] changed(int at, int left) {
        int[] next = parts.clone();
        if (left > 0) {
            next[at] = left;
            return next;
        }
        next[at] = next[next.length - 1];
        return Arrays.copyOf(next, next.length - 1);
    }

    private int[] opened(int count, int left) {
        if (count == 0 || left == 0) {
            return parts;
        }
        int[] next = Arrays.copyOf(parts, parts.length + count);
        Arrays.fill(next, parts.length, next.length, left);
        return next;
    }

    /** The room when these requests of whole devices come back. */
    DeviceRoom plus(Resources back) {
        return new DeviceRoom(
                resource,
                whole + (int) back.get(resource),
                parts,
                cores + back.get(Resources.CPU),
                memory + back.get(Resources.MEMORY));
    }
}
