// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.advice;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.AcceleratorKind;
import podium.core.fleet.DomainTree;
import podium.core.fleet.NodeTaints;
import podium.core.fleet.TpuSlice;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.model.fleet.Readiness;
import podium.model.value.Resources;
import podium.placement.FreeDevices;
import podium.placement.advice.Slots;

/** Adds up what the nodes of a thing have free. */
final class SlotCount {
    private final Function<Node, FreeDevices> rooms;
    private final List<Parts> counts = Slots.SIZES.stream().map(Parts::new).toList();
    private int devices;
    private double free;
    private double stranded;
    private final Map<String, Integer> parts = new TreeMap<>();

    private SlotCount(Function<Node, FreeDevices> rooms) {
        this.rooms = rooms;
    }

    static Slots of(EObject thing, Function<Node, FreeDevices> rooms) {
        SlotCount count = new SlotCount(rooms);
        List<Node> nodes = DomainTree.within(thing);
        Set<Node> broken = broken(nodes, rooms);
        nodes.stream().filter(node -> !broken.contains(node)).forEach(count::add);
        return count.slots(thing);
    }

    /** Slots of one size of a cluster and of each of its domains. */
    static Map<EObject, Integer> of(Cluster cluster, int gpus, Function<Node, FreeDevices> rooms) {
        Map<EObject, Parts> counts = new IdentityHashMap<>();
        counts.put(cluster, new Parts(gpus));
        DomainTree.outerFirst(cluster).forEach(domain -> counts.put(domain, new Parts(gpus)));
        Set<Node> broken = broken(cluster.getNodes(), rooms);
        for (Node node : cluster.getNodes()) {
            if (inService(node) && !broken.contains(node)) {
                FreeDevices room = rooms.apply(node);
                count(counts, cluster, node, room);
                for (@Nullable Domain up = node.getDomain(); up != null; up = up.getParent()) {
                    count(counts, up, node, room);
                }
            }
        }
        Map<EObject, Integer> slots = new IdentityHashMap<>();
        counts.forEach((of, parts) -> slots.put(of, parts.slots()));
        return slots;
    }

    /** What the nodes of a cluster and of each of its domains take, a cordoned one nothing. */
    static Map<EObject, Integer> sums(Cluster cluster, ToIntFunction<Node> tasks) {
        Map<EObject, Integer> sums = new IdentityHashMap<>();
        sums.put(cluster, 0);
        DomainTree.outerFirst(cluster).forEach(domain -> sums.put(domain, 0));
        for (Node node : cluster.getNodes()) {
            int here = isReady(node) ? tasks.applyAsInt(node) : 0;
            if (here > 0) {
                sums.merge(cluster, here, Integer::sum);
                for (@Nullable Domain up = node.getDomain(); up != null; up = up.getParent()) {
                    sums.merge(up, here, Integer::sum);
                }
            }
        }
        return sums;
    }

    private static void count(Map<EObject, Parts> counts, EObject of, Node node, FreeDevices room) {
        @Nullable Parts parts = counts.get(of);
        if (parts != null) {
            parts.add(node, room);
        }
    }

    /** Hosts of TPU slices that are free in part: no slot is offered there. */
    private static Set<Node> broken(List<Node> nodes, Function<Node, FreeDevices> rooms) {
        // a domain of none is not to look through its whole cluster
        if (nodes.stream().allMatch(node -> TpuSlice.of(node).isEmpty())) {
            return Set.of();
        }
        @Nullable Cluster cluster = nodes.getFirst().getCluster();
        return TpuSlice.broken(cluster == null ? nodes : cluster.getNodes(), node -> {
            if (!inService(node)) {
                return false;
            }
            FreeDevices room = rooms.apply(node);
            return room.whole() == room.devices();
        });
    }

    /**
     * What nodes add to the slots of a size: those they have; of a size that takes several nodes, their devices if all are free. A
     * slot over several nodes is of one kind of device, for no job runs on GPUs of two makers at once.
     */
    private static final class Parts {
        private final int size;
        private final Map<String, Integer> byKind = new HashMap<>();

        Parts(int size) {
            this.size = size;
        }

        void add(Node node, FreeDevices room) {
            if (size <= Slots.ON_ONE_NODE) {
                byKind.merge("", room.whole() / size, Integer::sum);
            } else if (room.whole() == room.devices() && room.devices() > 0) {
                byKind.merge(kind(node), room.devices(), Integer::sum);
            }
        }

        int slots() {
            return byKind.values().stream()
                    .mapToInt(parts -> size <= Slots.ON_ONE_NODE ? parts : parts / size)
                    .sum();
        }
    }

    /** What a job asks for to have the devices of a node: their maker, and the resources by which they are offered. */
    static String kind(Node node) {
        Set<String> kinds = new TreeSet<>();
        node.getAccelerators().forEach(device -> kinds.add(String.valueOf(device.getVendor())));
        Resources offered = node.getAllocatable();
        if (offered != null) {
            offered.forEach((name, amount) -> AcceleratorKind.of(name)
                    .filter(kind -> amount > 0 && !kind.slice())
                    .ifPresent(kind -> kinds.add(kind.resource())));
        }
        return String.join(" ", kinds);
    }

    /** True when the node takes the usual jobs at all. */
    static boolean inService(Node node) {
        return isReady(node) && NodeTaints.keepingOff(node).isEmpty();
    }

    private static boolean isReady(Node node) {
        return node.getReadiness() == Readiness.READY && !node.isUnschedulable();
    }

    private void add(Node node) {
        if (!inService(node)) {
            return;
        }
        FreeDevices room = rooms.apply(node);
        devices += room.devices();
        free += room.free();
        stranded += room.stranded();
        room.parts().forEach((profile, count) -> parts.merge(profile, count, Integer::sum));
        counts.forEach(part -> part.add(node, room));
    }

    private Slots slots(EObject thing) {
        List<Integer> all = counts.stream().map(Parts::slots).toList();
        return new Slots(thing, devices, free, stranded, parts, all);
    }
}
