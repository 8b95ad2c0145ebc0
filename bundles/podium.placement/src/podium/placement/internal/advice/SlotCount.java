// SPDX-License-Identifier: Apache-2.0
package podium.placement.internal.advice;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jdt.annotation.Nullable;
import podium.core.fleet.DomainTree;
import podium.core.fleet.NodeTaints;
import podium.core.fleet.TpuSlice;
import podium.model.fleet.Cluster;
import podium.model.fleet.Domain;
import podium.model.fleet.Node;
import podium.model.fleet.Readiness;
import podium.placement.FreeDevices;
import podium.placement.advice.Slots;

/** Adds up what the nodes of a thing have free. */
final class SlotCount {
    private final Function<Node, FreeDevices> rooms;
    private final int[] counts = new int[Slots.SIZES.size()];
    private int devices;
    private double free;
    private double stranded;
    private final Map<String, Integer> parts = new TreeMap<>();

    private SlotCount(Function<Node, FreeDevices> rooms) {
        this.rooms = rooms;
    }

    static Slots of(EObject thing, Function<Node, FreeDevices> rooms) {
        SlotCount count = new SlotCount(rooms);
        List<Node> nodes = nodes(thing);
        Set<Node> broken = broken(nodes, rooms);
        nodes.stream().filter(node -> !broken.contains(node)).forEach(count::add);
        return count.slots(thing);
    }

    /** Slots of one size of a cluster and of each of its domains. */
    static Map<EObject, Integer> of(Cluster cluster, int gpus, Function<Node, FreeDevices> rooms) {
        Map<EObject, Integer> counts = new IdentityHashMap<>();
        counts.put(cluster, 0);
        DomainTree.outerFirst(cluster).forEach(domain -> counts.put(domain, 0));
        Set<Node> broken = broken(cluster.getNodes(), rooms);
        for (Node node : cluster.getNodes()) {
            if (inService(node) && !broken.contains(node)) {
                int here = part(rooms.apply(node), gpus);
                counts.merge(cluster, here, Integer::sum);
                for (@Nullable Domain up = node.getDomain(); up != null; up = up.getParent()) {
                    counts.merge(up, here, Integer::sum);
                }
            }
        }
        counts.replaceAll((of, parts) -> slots(parts, gpus));
        return counts;
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

    /** What a node adds to slots of a size: those it has; of a size that takes several nodes, its devices if all are free. */
    private static int part(FreeDevices room, int gpus) {
        if (gpus <= Slots.ON_ONE_NODE) {
            return room.whole() / gpus;
        }
        return room.whole() == room.devices() ? room.devices() : 0;
    }

    private static int slots(int parts, int gpus) {
        return gpus <= Slots.ON_ONE_NODE ? parts : parts / gpus;
    }

    /** The nodes of a cluster, domain or node. */
    static List<Node> nodes(EObject thing) {
        return switch (thing) {
            case Cluster cluster -> cluster.getNodes();
            case Domain domain -> DomainTree.nodes(domain);
            case Node node -> List.of(node);
            default -> List.of();
        };
    }

    /** True when the node takes the usual jobs at all. */
    static boolean inService(Node node) {
        return node.getReadiness() == Readiness.READY
                && !node.isUnschedulable()
                && NodeTaints.keepingOff(node).isEmpty();
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
        for (int i = 0; i < counts.length; i++) {
            counts[i] += part(room, Slots.SIZES.get(i));
        }
    }

    private Slots slots(EObject thing) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            all.add(slots(counts[i], Slots.SIZES.get(i)));
        }
        return new Slots(thing, devices, free, stranded, parts, all);
    }
}
