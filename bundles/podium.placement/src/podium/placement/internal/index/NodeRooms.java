// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.index;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.AcceleratorKind;
import podium.core.fleet.AcceleratorState;
import podium.core.fleet.GpuShares;
import podium.core.fleet.Holdings;
import podium.model.fleet.Accelerator;
import podium.model.fleet.Node;
import podium.model.fleet.Slice;
import podium.model.value.Resources;
import podium.placement.FreeDevices;

/** What is free on the devices of one node: whole ones, and parts of those that are divided, which are no devices. In the realm. */
public final class NodeRooms {
    private NodeRooms() {}

    /** What is free on a row. */
    public static FreeDevices of(ClusterIndex index, int row, Node node) {
        if (node.getAccelerators().stream()
                .anyMatch(device -> !device.getSlices().isEmpty())) {
            return divided(index, row, node);
        }
        DeviceRoom room = index.room(row);
        FreeDevices counted = new FreeDevices(
                index.devices(row), room.whole(), room.free(), index.demand().stranded(room));
        if (index.allocatable(index.column(GpuShares.HAMI_SLOTS), row) > 0) {
            int whole = Math.min(counted.devices(), Holdings.of(node).free());
            return new FreeDevices(counted.devices(), whole, whole, Math.min(counted.stranded(), whole));
        }
        return index.offered().isEmpty()
                ? counted
                : index.offered()
                        .stock(index.offers(row, node))
                        .map(stock -> claimable(counted, stock.offered(), stock.free()))
                        .orElse(counted);
    }

    /** Where claims take whole devices, what is counted as extended resources has no more room than they leave. */
    private static FreeDevices claimable(FreeDevices counted, int offered, int free) {
        boolean both = counted.devices() > 0;
        int whole = both ? Math.min(counted.whole(), free) : free;
        double left = both ? Math.min(counted.free(), free) : free;
        return new FreeDevices(Math.max(offered, counted.devices()), whole, left, Math.min(counted.stranded(), left));
    }

    private static FreeDevices divided(ClusterIndex index, int row, Node node) {
        List<AcceleratorState> states = Holdings.states(node);
        int devices = 0;
        int whole = 0;
        int perhaps = 0;
        for (int i = 0; i < states.size(); i++) {
            if (node.getAccelerators().get(i).getSlices().isEmpty()) {
                devices++;
                whole += states.get(i) == AcceleratorState.FREE ? 1 : 0;
                perhaps += states.get(i) == AcceleratorState.WITHHELD_WHICH ? 1 : 0;
            }
        }
        whole += perhaps == 0 ? 0 : Math.max(0, perhaps - Holdings.of(node).withheld());
        return new FreeDevices(devices, whole, whole, 0, parts(index, row, node));
    }

    /** Whether a row has nothing but parts: who asks for GPUs gets slices or shares there. */
    public static boolean onlyParts(ClusterIndex index, int row, Node node) {
        return node.getAccelerators().stream()
                        .anyMatch(device -> !device.getSlices().isEmpty())
                && divided(index, row, node).onlyParts();
    }

    /** By what the node's resources count, else by the slices that nobody has. */
    private static Map<String, Integer> parts(ClusterIndex index, int row, Node node) {
        Map<String, Integer> parts = new TreeMap<>();
        @Nullable Resources offered = node.getAllocatable();
        if (offered != null) {
            offered.forEach((name, amount) -> {
                part(name, amount, node).ifPresent(kind -> {
                    long free = Math.max(0, amount - index.used(index.column(name), row));
                    parts.merge(called(name, kind, node), (int) Math.min(free, 1 << 20), Integer::sum);
                });
            });
        }
        if (parts.isEmpty()) {
            for (Accelerator device : node.getAccelerators()) {
                for (Slice slice : device.getSlices()) {
                    parts.merge(profile(slice, "slice"), slice.getTasks().isEmpty() ? 1 : 0, Integer::sum);
                }
            }
        }
        return parts;
    }

    /** The parts of divided devices that requests take on a node, by profile; empty: they take none, or the node has none. */
    public static Map<String, Integer> parts(Resources requests, Node node) {
        Map<String, Integer> parts = new TreeMap<>();
        @Nullable Resources offered = node.getAllocatable();
        boolean divided = node.getAccelerators().stream()
                .anyMatch(device -> !device.getSlices().isEmpty());
        if (offered != null && divided) {
            requests.forEach((name, amount) -> part(name, offered.get(name), node)
                    .filter(_ -> amount > 0)
                    .ifPresent(kind ->
                            parts.merge(called(name, kind, node), (int) Math.min(amount, 1 << 20), Integer::sum)));
        }
        return parts;
    }

    /** The kind of a resource of which one is a part of a device there: by its name, or since there are more than devices. */
    private static Optional<AcceleratorKind> part(String name, long offered, Node node) {
        boolean many = offered > node.getAccelerators().size();
        return AcceleratorKind.of(name).filter(kind -> kind.slice() || many);
    }

    private static String called(String name, AcceleratorKind kind, Node node) {
        if (name.startsWith(AcceleratorKind.MIG_PREFIX)) {
            return name.substring(AcceleratorKind.MIG_PREFIX.length());
        }
        return node.getAccelerators().stream()
                .flatMap(device -> device.getSlices().stream())
                .findFirst()
                .map(slice -> profile(slice, kind.word()))
                .map(profile -> profile.startsWith("1/") ? profile + " " + kind.word() : profile)
                .orElse(kind.word());
    }

    private static String profile(Slice slice, String otherwise) {
        @Nullable String profile = slice.getProfile();
        return profile == null || profile.isEmpty() ? otherwise : profile;
    }
}
