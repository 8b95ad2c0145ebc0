// SPDX-License-Identifier: Apache-2.0
package podium.core.fleet;

import org.eclipse.jdt.annotation.Nullable;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Health;
import podium.model.fleet.Node;
import podium.model.fleet.Slice;
import podium.model.fleet.Task;
import podium.model.value.Resources;
import podium.model.value.TaskSpec;

/** Units of extended resources as devices of a node: one is a device, or a part where the node has more of them than devices. */
final class HeldUnits {
    private static final String NEURON = "aws.amazon.com/neuron";
    private static final String NEURON_DEVICE = "aws.amazon.com/neurondevice";
    private static final String NEURON_CORE = "aws.amazon.com/neuroncore";

    private HeldUnits() {}

    /** Devices held on the node of which no source tells which they are. */
    static int unplaced(Node node) {
        int perDevice = partsPerDevice(node);
        int[] units = {0, 0};
        for (Task task : node.getTasks()) {
            @Nullable TaskSpec spec = unplaced(task);
            if (spec != null) {
                if (perDevice == 1) {
                    units[0] += Holdings.asked(spec);
                } else {
                    count(spec.requests(), node, units);
                }
            }
        }
        return units[0] + (units[1] + perDevice - 1) / perDevice;
    }

    /** What a task asks for that holds devices of which no source tells which they are; null: it does not. */
    private static @Nullable TaskSpec unplaced(Task task) {
        return task.getAccelerators().isEmpty() && task.getSlices().isEmpty() && Holdings.holds(task)
                ? task.getSpec()
                : null;
    }

    /** Whether what a task holds are parts of devices, by what sources tell of it or by what its node counts. */
    static boolean areParts(Task task) {
        @Nullable TaskSpec spec = unplaced(task);
        if (spec == null || task.getNode() == null) {
            return !task.getSlices().isEmpty();
        }
        int[] units = {0, 0};
        count(spec.requests(), task.getNode(), units);
        return units[0] == 0 && units[1] > 0 && partsPerDevice(task.getNode()) > 1;
    }

    /** Slices that nobody holds, on devices that have not failed and take new tasks; those held of which no source tells which are off. */
    static int freeSlices(Node node) {
        int free = 0;
        for (Accelerator accelerator : node.getAccelerators()) {
            if (accelerator.getTasks().isEmpty()
                    && accelerator.getHealth() != Health.FAILED
                    && !Holdings.isTainted(accelerator)) {
                for (Slice slice : accelerator.getSlices()) {
                    free += slice.getTasks().isEmpty() ? 1 : 0;
                }
            }
        }
        if (free == 0) {
            return 0;
        }
        int[] units = {0, 0};
        for (Task task : node.getTasks()) {
            @Nullable TaskSpec spec = unplaced(task);
            if (spec != null) {
                count(spec.requests(), node, units);
            }
        }
        return Math.max(0, free - units[0] * partsPerDevice(node) - units[1]);
    }

    /** Devices of the capacity that are not allocatable, beyond those that are broken or that a taint of their own keeps back. */
    static int withheld(Node node) {
        @Nullable Resources capacity = node.getCapacity();
        @Nullable Resources allocatable = node.getAllocatable();
        if (capacity == null || allocatable == null) {
            return 0;
        }
        int units = distinct(capacity) - distinct(allocatable);
        if (units <= 0) {
            return 0;
        }
        int known = 0;
        for (Accelerator accelerator : node.getAccelerators()) {
            known += accelerator.getHealth() == Health.FAILED || Holdings.isTainted(accelerator) ? 1 : 0;
        }
        return Math.max(0, units / partsPerDevice(node) - known);
    }

    /** Units without those that name the devices of others once more: neurondevice beside neuron, and the cores of both. */
    private static int distinct(Resources amounts) {
        int all = RequestedAccelerators.of(amounts);
        long neuron = amounts.get(NEURON);
        long device = amounts.get(NEURON_DEVICE);
        long core = amounts.get(NEURON_CORE);
        return all - (int) (neuron + device + core) + (int) (core > 0 ? core : Math.max(neuron, device));
    }

    private static void count(Resources requests, Node node, int[] units) {
        @Nullable Resources capacity = node.getCapacity();
        requests.forEach((name, amount) -> AcceleratorKind.of(name).ifPresent(kind -> {
            long offered = capacity == null ? 0 : capacity.get(name);
            boolean part = kind.slice()
                    || offered == 0
                    || offered > node.getAccelerators().size();
            units[part ? 1 : 0] += (int) Math.min(amount, 1 << 20);
        }));
    }

    private static int partsPerDevice(Node node) {
        return node.getAccelerators().isEmpty()
                ? 1
                : Math.max(1, node.getAccelerators().getFirst().getSlices().size());
    }
}
