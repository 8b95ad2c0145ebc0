// SPDX-License-Identifier: Apache-2.0
package podium.core.internal.fleet;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.emf.common.util.ECollections;
import org.eclipse.emf.common.util.EList;
import podium.core.change.DeviceHolder;
import podium.core.fleet.Holdings;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Slice;
import podium.model.fleet.Task;

/**
 * Finds the devices a task holds: by what its own status tells (KEP-4680), else by what an exporter tells, else, when
 * it asks for all devices of its node, all of them.
 */
final class DeviceResolver {
    private static final Comparator<Accelerator> BY_INDEX = Comparator.comparingInt(Accelerator::getIndex);
    private static final Comparator<Slice> BY_PLACE =
            Comparator.comparing(Slice::getAccelerator, BY_INDEX).thenComparing(Slice::getIndex);

    private DeviceResolver() {}

    /** True when the task's devices changed. */
    static boolean resolve(Task task, NodeEntry entry) {
        Set<Accelerator> accelerators = new TreeSet<>(BY_INDEX);
        Set<Slice> slices = new TreeSet<>(BY_PLACE);
        if (Holdings.holds(task) && !entry.node.getAccelerators().isEmpty()) {
            if (task.getDeviceIds() != null) {
                task.getDeviceIds().all().forEach(id -> byId(id, entry, accelerators, slices));
            }
            if (accelerators.isEmpty() && slices.isEmpty()) {
                byHolder(task, entry, accelerators, slices);
            }
            if (accelerators.isEmpty() && slices.isEmpty()) {
                whole(task, entry, accelerators);
            }
        }
        return replace(task.getAccelerators(), accelerators) | replace(task.getSlices(), slices);
    }

    private static void byId(String id, NodeEntry entry, Set<Accelerator> accelerators, Set<Slice> slices) {
        if (offered(id, entry, accelerators, slices)) {
            return;
        }
        int replica = id.indexOf("::"); // a time-sliced replica of the NVIDIA device plugin
        String device = replica < 0 ? id : id.substring(0, replica);
        String name = device.substring(device.lastIndexOf('/') + 1); // DRA: driver/pool/device
        OptionalInt index = index(name);
        for (Accelerator accelerator : entry.node.getAccelerators()) {
            if (name.equals(accelerator.getUuid())
                    || name.equalsIgnoreCase(accelerator.getPciBusId())
                    || (index.isPresent() && index.getAsInt() == accelerator.getIndex())) {
                share(accelerator, replica < 0 ? OptionalInt.empty() : index(id.substring(replica + 2)), slices);
                accelerators.add(accelerator);
                return;
            }
            for (Slice slice : accelerator.getSlices()) {
                if (name.equals(slice.getUuid())) {
                    slices.add(slice);
                    return;
                }
            }
        }
    }

    /** By the name that claims give it: {@code driver/pool/device}. */
    private static boolean offered(String id, NodeEntry entry, Set<Accelerator> accelerators, Set<Slice> slices) {
        Slice part = entry.offeredParts.get(id);
        Accelerator device = entry.offered.get(id);
        if (part != null) {
            slices.add(part);
        } else if (device != null) {
            accelerators.add(device);
        }
        return part != null || device != null;
    }

    private static void share(Accelerator accelerator, OptionalInt replica, Set<Slice> slices) {
        if (replica.isPresent() && replica.getAsInt() < accelerator.getSlices().size()) {
            slices.add(accelerator.getSlices().get(replica.getAsInt()));
        }
    }

    private static void byHolder(Task task, NodeEntry entry, Set<Accelerator> accelerators, Set<Slice> slices) {
        for (List<DeviceHolder> holders : entry.holders.values()) {
            for (DeviceHolder holder : holders) {
                if (holder.pod().equals(task.getName()) && holder.namespace().equals(task.getNamespace())) {
                    take(holder, holders, entry, accelerators, slices);
                }
            }
            if (!accelerators.isEmpty() || !slices.isEmpty()) {
                return;
            }
        }
    }

    private static void take(
            DeviceHolder holder,
            List<DeviceHolder> all,
            NodeEntry entry,
            Set<Accelerator> accelerators,
            Set<Slice> slices) {
        Set<Accelerator> devices = new LinkedHashSet<>();
        if (!holder.uuid().isEmpty()) {
            byId(holder.uuid(), entry, devices, slices);
        }
        if (devices.isEmpty() && slices.isEmpty() && holder.index().isPresent()) {
            at(entry, holder.index().getAsInt()).ifPresent(devices::add);
        }
        for (Accelerator device : devices) {
            Optional<Slice> slice =
                    holder.slice().isEmpty() ? Optional.empty() : HeldSlices.of(holder, all, device.getSlices());
            slice.ifPresentOrElse(slices::add, () -> accelerators.add(device));
        }
    }

    private static void whole(Task task, NodeEntry entry, Set<Accelerator> accelerators) {
        EList<Accelerator> all = entry.node.getAccelerators();
        if (Holdings.asked(task) >= all.size() && !sliced(all)) {
            accelerators.addAll(all);
        }
    }

    private static boolean sliced(EList<Accelerator> accelerators) {
        for (Accelerator accelerator : accelerators) {
            if (!accelerator.getSlices().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Accelerator> at(NodeEntry entry, int index) {
        return entry.node.getAccelerators().stream()
                .filter(device -> device.getIndex() == index)
                .findFirst();
    }

    /** An index, alone or after the name of its kind: {@code 3}, {@code gpu-3}, {@code nvidia3}. A UUID has none. */
    static OptionalInt index(String name) {
        int start = name.length();
        while (start > 0 && Character.isDigit(name.charAt(start - 1))) {
            start--;
        }
        boolean bare = start < name.length()
                && name.length() - start <= 4
                && name.substring(0, start).chars().allMatch(c -> Character.isLetter(c) || c == '-' || c == '_')
                && name.chars().filter(c -> c == '-').count() <= 1;
        return bare ? OptionalInt.of(Integer.parseInt(name.substring(start))) : OptionalInt.empty();
    }

    private static <T> boolean replace(EList<T> list, Set<T> wanted) {
        if (list.isEmpty() && wanted.isEmpty()) {
            return false;
        }
        List<T> ordered = List.copyOf(wanted);
        if (list.equals(ordered)) {
            return false;
        }
        ECollections.setEList(list, ordered);
        return true;
    }
}
